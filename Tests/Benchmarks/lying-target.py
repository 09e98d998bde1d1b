#!/usr/bin/env python3
"""Can a forward target whose answers have no end slow the listener?

    Tests/Benchmarks/lying-target.py [BINARY [RATE [SECONDS]]]     .build/release/callboard 50 10

Acknowledgement times at a steady rate and what of a core the listener takes: without forwarding, then
to targets that answer as they should, 100 Continue without end, and with a body without end.
"""
import asyncio, os, subprocess, sys, tempfile, threading, socket, time

sys.argv = sys.argv[:1] + (sys.argv[1:] or [".build/release/callboard"])
sys.argv += [".build/release/callboard", "50", "10"][len(sys.argv) - 1:]
from forward import load, serve

INTERIM = b"HTTP/1.1 100 Continue\r\n\r\n" * 600
BODY = b"4000\r\n" + b"x" * 16384 + b"\r\n"
TARGETS = {
    "answers 200": (b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", b""),
    "100 Continue without end": (INTERIM, INTERIM),
    "a body without end": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", BODY),
}


def answer(client, first, rest):
    try:
        with client:
            while client.recv(65536):
                client.sendall(first)
                while rest:
                    client.sendall(rest)
    except OSError:
        pass


def target(first, rest):
    listener = socket.create_server(("127.0.0.1", 0), backlog=512)

    def accept():
        os.nice(0)
        while True:
            try:
                client, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=answer, args=(client, first, rest), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    return listener


def core(process):
    with open(f"/proc/{process.pid}/stat") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def run(name, folder, lies=None):
    listener = target(*lies) if lies else None
    url = f"http://127.0.0.1:{listener.getsockname()[1]}/" if listener else None
    process, port = serve(folder, *(["--forward", url] if url else []))
    try:
        used, began = core(process), time.perf_counter()
        latencies, _ = asyncio.run(load(port))
        share = (core(process) - used) / (time.perf_counter() - began)
        p50, p99 = (latencies[int(len(latencies) * part)] * 1000 for part in (0.5, 0.99))
        print(f"{name:26} p50 {p50:6.2f}  p99 {p99:6.2f} ms  {share:.2f} cores", flush=True)
    finally:
        process.kill()
        process.wait()
        if listener:
            listener.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        run("without", folder)
        for name, lies in TARGETS.items():
            run(name, folder, lies)
