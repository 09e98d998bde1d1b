#!/usr/bin/env python3
"""How does the listener end under load?

    Tests/Benchmarks/stop.py [BINARY [RATE [TIMES]]]     .build/release/callboard 2000 10

32 clients that keep their connections send callbacks at RATE a second, four more hold half a request;
then SIGTERM. Each client goes on until it is told that an answer is the last, or its connection ends.
Told: how long the end takes, the status, and what became of the requests that were sent whole. An answer
must come for each that the listener has read: the board's journal tells which those were, as each request
has its own sid. What it had not read when the connection was closed is counted too.
"""
import asyncio, os, signal, subprocess, sys, tempfile, time

sys.argv = sys.argv[:1] + (sys.argv[1:] or [".build/release/callboard"])
sys.argv += [".build/release/callboard", "2000", "10"][len(sys.argv) - 1:]
from forward import binary, rate, serve

times = int(sys.argv[3])
clients = 32


async def client(port, place, start, told):
    number = place
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return
    while True:
        await asyncio.sleep(max(start + number / rate - time.perf_counter(), 0))
        sid = f"stop{number}"
        try:
            writer.write(f"GET /exotel?CallSid={sid}&EventType=Dial&DialWhomNumber=09880000001 HTTP/1.1\r\n"
                         "Host: x\r\n\r\n".encode())
            head = await reader.readuntil(b"\r\n\r\n")
        except (OSError, asyncio.IncompleteReadError):
            told["unanswered"].append(sid)
            return
        told["answered"] += 1
        if not head.startswith(b"HTTP/1.1 200"):
            told["refused"] += 1
        if b"connection: close" in head.lower():
            told["last"] += 1
            return
        number += clients


async def half(port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"GET /exotel?CallSid=half HTTP/1.1\r\nHost")
    await reader.read()


async def load(process, port):
    told = {"answered": 0, "unanswered": [], "refused": 0, "last": 0}
    start = time.perf_counter() + 0.2
    halves = [asyncio.create_task(half(port)) for _ in range(4)]
    tasks = [asyncio.create_task(client(port, place, start, told)) for place in range(clients)]
    await asyncio.sleep(1.5)
    began = time.perf_counter()
    process.send_signal(signal.SIGTERM)
    status = await asyncio.to_thread(process.wait)
    told["end"], told["status"] = time.perf_counter() - began, status
    await asyncio.gather(*tasks, *halves, return_exceptions=True)
    return told


def kept(folder, port):
    sids = set()
    base = os.path.join(folder, str(port))
    for name in os.listdir(base):
        if name.endswith(".jsonl"):
            with open(os.path.join(base, name), errors="replace") as lines:
                for line in lines:
                    place = line.find("CallSid=")
                    sids.add(line[place + 8:].split("&", 1)[0])
    return sids


if __name__ == "__main__":
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        for turn in range(times):
            process, port = serve(folder)
            told = asyncio.run(load(process, port))
            sids = kept(folder, port)
            broken = [sid for sid in told["unanswered"] if sid in sids]
            bad += len(broken) > 0 or told["end"] > 1 or told["status"] != 0
            print(f"{turn + 1:3}  {told['end']:.2f} s  status {told['status']}  {told['answered']} answered, "
                  f"{told['last']} as the last, {told['refused']} refused; read and not answered "
                  f"{len(broken)}, not read {len(told['unanswered']) - len(broken)}", flush=True)
    print(f"{bad} of {times} were not as they should be")
    sys.exit(bad > 0)
