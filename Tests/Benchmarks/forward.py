#!/usr/bin/env python3
"""Does forwarding slow the answers? Acknowledgement times at a steady rate, side by side.

    Tests/Benchmarks/forward.py [BINARY [RATE [SECONDS]]]     .build/release/callboard 1000 20

A listener without --forward, then with: to a second listener, to a port where nobody listens, and to
one that accepts and never answers. Callbacks of new calls are sent at RATE a second over 32
connections that stay, each when it is due, whether or not those before it are answered.
"""
import asyncio, json, os, socket, subprocess, sys, tempfile, time, urllib.request

binary = sys.argv[1] if len(sys.argv) > 1 else ".build/release/callboard"
rate = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
seconds = int(sys.argv[3]) if len(sys.argv) > 3 else 20
connections = 32


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def serve(folder, *options):
    port = free_port()
    process = subprocess.Popen(
        [binary, "serve", "--port", str(port), "--data", os.path.join(folder, str(port)), *options],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(200):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz").read()
            return process, port
        except OSError:
            time.sleep(0.05)
    sys.exit("serve does not answer")


def request(number):
    return (f"GET /exotel?CallSid=c{number // 4}&CallFrom=%2B919812300001&CallTo=08044556678"
            f"&CurrentTime=2026-01-01+10%3A00%3A0{number % 4}&DialWhomNumber=%2B91988000{number % 10000:04d}"
            f"&Status=busy&EventType={('Dial', 'Ringing', 'Answered', 'Terminal')[number % 4]} HTTP/1.1\r\n"
            "Host: x\r\n\r\n").encode()


async def sender(port, place, start, latencies):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for number in range(place, rate * seconds, connections):
        due = start + number / rate
        await asyncio.sleep(max(due - time.perf_counter(), 0))
        began = time.perf_counter()
        writer.write(request(number))
        head = await reader.readuntil(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 200"), head
        latencies.append(time.perf_counter() - began)
    writer.close()


async def load(port):
    latencies = []
    start = time.perf_counter() + 0.5
    await asyncio.gather(*(sender(port, place, start, latencies) for place in range(connections)))
    return sorted(latencies), time.perf_counter() - start


def run(name, folder, target=None):
    process, port = serve(folder, *(["--forward", target] if target else []))
    try:
        latencies, elapsed = asyncio.run(load(port))
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/v1/summary") as answer:
            forward = json.load(answer).get("forward") or {}
        with open(f"/proc/{process.pid}/status") as status:
            rss = next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))
        points = [latencies[int(len(latencies) * share)] * 1000 for share in (0.5, 0.99, 0.999)]
        counts = " ".join(f"{key} {forward[key]}" for key in
                          ("delivered", "waiting", "retrying", "dropped") if key in forward)
        print(f"{name:24} {len(latencies) / elapsed:7.0f}/s  p50 {points[0]:6.2f}  p99 {points[1]:6.2f}  "
              f"p99.9 {points[2]:6.2f} ms  RSS {rss // 1024} MB  {counts}", flush=True)
    finally:
        process.kill()
        process.wait()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        run("without", folder)
        second, port = serve(folder)
        try:
            run("to a listener", folder, f"http://127.0.0.1:{port}/exotel")
        finally:
            second.kill()
            second.wait()
        run("nobody listens", folder, f"http://127.0.0.1:{free_port()}/exotel")
        with socket.socket() as silent:
            silent.bind(("127.0.0.1", 0))
            silent.listen(128)
            run("never answers", folder, f"http://127.0.0.1:{silent.getsockname()[1]}/exotel")
        run("without", folder)
