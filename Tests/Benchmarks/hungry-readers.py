#!/usr/bin/env python3
"""Does a reader hold anybody up? A board of many calls, and readers that ask for much or read nothing.

    Tests/Benchmarks/hungry-readers.py [BINARY [CALLS]]     .build/release/callboard 100000

Three rounds: nobody reads; eight of the longest filters whose senders leave at once; sixty streams and
a hundred lists that read nothing. In each, callbacks at 200/s are timed, and /healthz and /metrics ten
times a second. What should hold: /healthz within 50 ms, callbacks within 10 ms (99 of 100), 100 MB more
memory at most, given back in the end.
"""
import http.client, os, socket, subprocess, sys, tempfile, threading, time

BINARY = sys.argv[1] if len(sys.argv) > 1 else ".build/release/callboard"
CALLS = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
AGENTS = 20_000
SECONDS = 8


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def callback(number, event="Dial"):
    return (f"/exotel?CallSid=054cfcd8910389ff64882d8e{number:08d}&CallFrom=%2B9198{number % 10**8:08d}"
            f"&CallTo=08044556678&Direction=incoming&DialWhomNumber=%2B9199{number % AGENTS:08d}"
            f"&Status=busy&EventType={event}")


def connect(port, timeout=10):
    return socket.create_connection(("127.0.0.1", port), timeout=timeout)


def fill(port, first, count):
    """Over one connection that stays, a hundred requests at a time."""
    with connect(port, 60) as link:
        answers = link.makefile("rb")
        for start in range(first, first + count, 100):
            some = range(start, min(start + 100, first + count))
            link.sendall("".join(f"GET {callback(n)} HTTP/1.1\r\nHost: x\r\n\r\n" for n in some).encode())
            for _ in some:
                while answers.readline() != b"\r\n":
                    pass


def times(port, target, pause, until, found):
    """How long answers take; over one connection."""
    link, number = http.client.HTTPConnection("127.0.0.1", port, timeout=30), 0
    while time.monotonic() < until:
        began = time.monotonic()
        link.request("GET", target(number))
        link.getresponse().read()
        found.append((time.monotonic() - began) * 1000)
        number += 1
        time.sleep(max(pause - (time.monotonic() - began), 0))
    link.close()


def memory(process):
    with open(f"/proc/{process.pid}/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) // 1024


def measured(name, process, port, offset):
    found = {"callbacks": [], "/healthz": [], "/metrics": []}
    until = time.monotonic() + SECONDS
    work = [threading.Thread(target=times, args=arguments) for arguments in (
        (port, lambda n: callback(offset + n % CALLS, "Ringing"), 0.005, until, found["callbacks"]),
        (port, lambda n: "/healthz", 0.1, until, found["/healthz"]),
        (port, lambda n: "/metrics", 0.1, until, found["/metrics"]))]
    for thread in work:
        thread.start()
    peak = 0
    while time.monotonic() < until:
        peak = max(peak, memory(process))
        time.sleep(0.05)
    for thread in work:
        thread.join()
    text = f"{name:34}"
    for what, values in found.items():
        values.sort()
        text += (f"  {what} p50 {values[len(values) // 2]:5.2f} p99 {values[int(len(values) * 0.99)]:6.2f}"
                 f" max {values[-1]:6.2f} ms")
    print(f"{text}  RSS {peak} MB", flush=True)


def ask(port, target):
    link = connect(port)
    link.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
    link.sendall(f"GET {target} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
    return link


def main():
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        process = subprocess.Popen(
            [BINARY, "serve", "--port", str(port), "--ephemeral"], stderr=subprocess.DEVNULL,
            env=dict(os.environ, XDG_STATE_HOME=folder, XDG_CONFIG_HOME=folder))
        try:
            for _ in range(200):
                try:
                    connect(port).close()
                    break
                except OSError:
                    time.sleep(0.05)
            part = CALLS // 4
            fillers = [threading.Thread(target=fill, args=(port, n * part, part)) for n in range(4)]
            for thread in fillers:
                thread.start()
            for thread in fillers:
                thread.join()
            print(f"{CALLS} calls, RSS {memory(process)} MB", flush=True)
            measured("nobody reads", process, port, 0)
            before = memory(process)
            terms = "%20or%20".join(f"zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz{n:02d}" for n in range(50))
            for _ in range(8):
                ask(port, f"/v1/calls?q={terms}").close()
            measured("8 longest filters, senders left", process, port, 1_000)
            links = [ask(port, "/v1/events") for _ in range(30)]
            links += [ask(port, "/v1/callbacks?window=24h") for _ in range(30)]
            links += [ask(port, "/v1/agents") for _ in range(50)]
            links += [ask(port, "/v1/calls?limit=1000") for _ in range(50)]
            measured("60 streams, 100 lists, none reads", process, port, 2_000)
            time.sleep(32)
            print(f"more memory at the end: {memory(process) - before} MB", flush=True)
            for link in links:
                link.close()
        finally:
            process.terminate()
            process.wait()


if __name__ == "__main__":
    main()
