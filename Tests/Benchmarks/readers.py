#!/usr/bin/env python3
"""Do those who follow the board slow the answers? Acknowledgement times at a steady rate, side by side.

    Tests/Benchmarks/readers.py [BINARY [RATE [SECONDS]]]     .build/release/callboard 1000 20

A listener with no, 1, 10 and 50 readers of /v1/callbacks, then with 50 that take gzip, 50 of
/v1/events, and none again. Callbacks are sent as forward.py sends them. The lag is from the arrival
that a callback's line tells to the moment at which a reader has it; that of the slowest reader counts.
"""
import asyncio, datetime, multiprocessing, os, selectors, socket, sys, tempfile, time, zlib

sys.argv = sys.argv[:1] + (sys.argv[1:] or [".build/release/callboard"])
from forward import load, serve


def follow(port, count, path, packed, ready, stop, results):
    """Reads all streams on one thread; of each piece the first callback, which waited longest, counts."""
    os.nice(19)  # Readers are elsewhere: what their work costs here must not be the listener's.
    selector = selectors.DefaultSelector()
    streams = []
    for _ in range(count):
        stream = socket.create_connection(("127.0.0.1", port))
        accept = "Accept-Encoding: gzip\r\n" if packed else ""
        stream.sendall(f"GET {path} HTTP/1.1\r\nHost: x\r\n{accept}\r\n".encode())
        stream.setblocking(False)
        state = {"unpack": zlib.decompressobj(31) if packed else None, "head": b"", "lag": [], "bytes": 0,
                 "events": 0}
        selector.register(stream, selectors.EVENT_READ, state)
        streams.append(state)
    ready.set()
    while not stop.is_set():
        for key, _ in selector.select(0.2):
            state, data = key.data, key.fileobj.recv(262_144)
            if not data:
                sys.exit("a reader was cut")
            state["bytes"] += len(data)
            if state["head"] is not None:
                state["head"] += data
                if b"\r\n\r\n" not in state["head"]:
                    continue
                data = state["head"].split(b"\r\n\r\n", 1)[1]
                state["head"] = None
            if state["unpack"]:
                data = state["unpack"].decompress(data)
            state["events"] += data.count(b"\ndata: ")
            place = data.find(b'"at":"')
            if place >= 0 and len(data) > place + 30:
                at = data[place + 6:data.index(b'"', place + 6)].decode().replace("Z", "+00:00")
                state["lag"].append(time.time() - datetime.datetime.fromisoformat(at).timestamp())
    results.put([(sorted(state["lag"]), state["bytes"], state["events"]) for state in streams])


def memory(process):
    with open(f"/proc/{process.pid}/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) // 1024


def run(name, folder, count, path="/v1/callbacks", packed=False):
    process, port = serve(folder)
    ready, stop, results = multiprocessing.Event(), multiprocessing.Event(), multiprocessing.Queue()
    readers = multiprocessing.Process(
        target=follow, args=(port, count, path, packed, ready, stop, results))
    try:
        readers.start()
        ready.wait()
        latencies, elapsed = asyncio.run(load(port))
        rss = memory(process)
        time.sleep(1)
        stop.set()
        streams = results.get()
        points = [latencies[int(len(latencies) * share)] * 1000 for share in (0.5, 0.99, 0.999)]
        text = (f"{name:18} {len(latencies) / elapsed:6.0f}/s  p50 {points[0]:5.2f}  p99 {points[1]:5.2f}  "
                f"p99.9 {points[2]:5.2f} ms  RSS {rss:4} MB")
        if streams:
            least = min(events for _, _, events in streams)
            text += f"  events {least}  {sum(b for _, b, _ in streams) / elapsed / 1e6:5.1f} MB/s"
        lags = [lag for lag, _, _ in streams if lag]
        if lags:
            text += (f"  lag of the slowest: p50 {max(lag[len(lag) // 2] for lag in lags) * 1000:.0f}"
                     f"  p99 {max(lag[int(len(lag) * 0.99)] for lag in lags) * 1000:.0f}"
                     f"  max {max(lag[-1] for lag in lags) * 1000:.0f} ms")
        print(text, flush=True)
    finally:
        readers.terminate()
        process.kill()
        process.wait()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        for count in (0, 1, 10, 50):
            run(f"{count} readers", folder, count)
        run("50 readers, gzip", folder, 50, packed=True)
        run("50 of /v1/events", folder, 50, "/v1/events")
        run("0 readers", folder, 0)
