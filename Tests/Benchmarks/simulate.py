#!/usr/bin/env python3
"""5,000 callbacks a second beside the listener, with mischief: is the board right, call by call?

    Tests/Benchmarks/simulate.py [BINARY [CALLS]]     .build/release/callboard 45000

A crowd of simulated calls is sent to a listener that keeps its journal, with callbacks twice, out of
order, late and oddly spelled; then each call of the board is held against the simulator's own truth.
"""
import json, os, re, socket, subprocess, sys, tempfile, time, urllib.request

binary = sys.argv[1] if len(sys.argv) > 1 else ".build/release/callboard"
calls = int(sys.argv[2]) if len(sys.argv) > 2 else 45_000

CROWD = f"""
account: {{encoding: mixed}}
answers: {{mean: 8s, from: 2s, to: 28s}}
talks: {{mean: 20s, from: 5s, to: 60s}}
agents: [{{number: "+919870000001", count: 50000, team: Sales}}]
lines: [{{number: "08044556601", label: Sales}}, {{number: "08044556602", label: Support}}]
arrivals: {{per-minute: 50000}}
calls: {calls}
flows:
  - weight: 3
    line: Sales
    steps:
      - wait: 1s..3s
      - dial:
          rings: 20s
          patience: 3s..20s
          fates: [{{answers: 3, no-answer: 1, rejects: 1, caller-leaves: 1}}]
  - weight: 1
    line: Support
    steps: [dial: {{order: all-at-once, fates: [{{answers: 4, no-answer: 1}}]}}]
  - weight: 1
    outbound: {{customer: {{answers: 3, no-answer: 1, rejects: 1}}}}
"""
MISCHIEF = ["--duplicate", "5%", "--reorder", "--late", "20s", "--odd-values"]


def board(base):
    found, cursor = {}, ""
    while cursor is not None:
        url = f"{base}/v1/calls?state=all&limit=1000" + (f"&cursor={cursor}" if cursor else "")
        with urllib.request.urlopen(url) as answer:
            page = json.load(answer)
        found.update((call["sid"], call) for call in page["calls"])
        cursor = page["cursor"]
    return found


def agrees(truth, call):
    if not call or (call["outcome"], call["talkSeconds"]) != (truth["outcome"], truth["talkSeconds"]):
        return False
    is_status = call["source"] == "status-callback"
    legs = [(leg["number"].replace(" ", "")[-10:], leg["outcome"]) for leg in call["legs"]
            if leg["party"] == "agent" or is_status]
    return sorted(legs) == sorted((leg["number"][-10:], leg["outcome"]) for leg in truth["legs"])


with tempfile.TemporaryDirectory() as folder, socket.socket() as probe:
    scenario, truths = os.path.join(folder, "crowd.yaml"), os.path.join(folder, "truth.jsonl")
    with open(scenario, "w") as file:
        file.write(CROWD)
    probe.bind(("127.0.0.1", 0))
    port = probe.getsockname()[1]
    probe.close()
    base = f"http://127.0.0.1:{port}"
    server = subprocess.Popen(
        [binary, "serve", "--port", str(port), "--data", os.path.join(folder, "data")],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(200):
            try:
                urllib.request.urlopen(base + "/healthz").read()
                break
            except OSError:
                time.sleep(0.05)
        run = subprocess.run(
            [binary, "simulate", scenario, "--to", base + "/exotel", "--seed", "7", "--truth", truths,
             *MISCHIEF], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        print(run.stdout.strip())
        lines = re.findall(r"(\d\d):(\d\d)\s.*?([\d.]+)/s", run.stderr)
        print("rates while it ran:", " ".join(rate for _, _, rate in lines))
        time.sleep(2)
        found = board(base)
        with open(truths) as file:
            told = [truth for truth in map(json.loads, file) if not truth["untold"]]
        wrong = sum(not agrees(truth, found.get(truth["sid"])) for truth in told)
        with open(f"/proc/{server.pid}/status") as status:
            rss = next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))
        print(f"{len(told)} calls told whole, {len(found)} on the board, {wrong} disagree; "
              f"listener RSS {rss // 1024} MB")
        sys.exit(1 if wrong else 0)
    finally:
        server.kill()
        server.wait()
