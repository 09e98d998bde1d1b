#!/usr/bin/env python3
"""How long a restart takes, and what reading the journal costs.

    Tests/Benchmarks/restart.py .build/release/callboard FOLDER

FOLDER is a journal, as make-journal.py writes one. Prints the seconds from the start to the first
answer of the listener with the board restored, the memory then, and the time of a history, a
report and a verification; beside them what Python needs to parse the same lines as JSON.
"""
import glob, http.client, json, os, signal, socket, subprocess, sys, time

binary, folder = sys.argv[1:3]
with socket.socket() as s:
    s.bind(("127.0.0.1", 0))
    port = s.getsockname()[1]


def get(path):
    client = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    client.request("GET", path)
    return client.getresponse().read()


start = time.perf_counter()
count = 0
for name in glob.glob(folder + "/*.jsonl"):
    for line in open(name):
        json.loads(line)
        count += 1
print(f"{count} entries; Python's json.loads on each line: {time.perf_counter() - start:.1f} s")

start = time.perf_counter()
server = subprocess.Popen([binary, "serve", "--port", str(port), "--data", folder],
                          stderr=subprocess.DEVNULL)
try:
    while True:
        try:
            get("/healthz")
            break
        except OSError:
            time.sleep(0.01)
    took = time.perf_counter() - start
    status = open(f"/proc/{server.pid}/status").read()
    memory = {k: int(v.split()[0]) / 1024 for k, v in
              (l.split(":") for l in status.splitlines()) if k in ("VmRSS", "VmHWM")}
    calls = json.loads(get("/v1/calls?state=all&limit=1"))["total"]
    print(f"restart: {took:.1f} s, {count / took:,.0f} callbacks/s, {calls} calls on the board, "
          f"{memory['VmRSS']:.0f} MB (most: {memory['VmHWM']:.0f} MB)")
finally:
    server.send_signal(signal.SIGTERM)
    server.wait()

for words in (["history", "--since", "1d", "--format", "csv"], ["report", "--day", "today"],
              ["journal", "verify"]):
    start = time.perf_counter()
    subprocess.run([binary, *words, "--data", folder], stdout=subprocess.DEVNULL, check=True)
    print(f"{' '.join(words[:2])}: {time.perf_counter() - start:.1f} s")
