#!/usr/bin/env python3
"""What keeping callbacks costs.

    Tests/Benchmarks/journal.py .build/release/callboard [FOLDER]

Prints acknowledged callbacks a second over 64 connections (wrk, every callback a different one) and
the latency of the answer at 2,000 a second, without a journal and with each durability; and, beside
them, what SQLite (WAL, synchronous=FULL) writes of the same lines in transactions of 64 and of 1.
FOLDER (a new one in /tmp) is on the disk that is measured. Needs wrk.
"""
import asyncio, os, re, shutil, signal, socket, sqlite3, statistics, subprocess, sys, tempfile, time

binary = sys.argv[1]
parent = sys.argv[2] if len(sys.argv) > 2 else "/tmp"
here = os.path.dirname(os.path.abspath(__file__))
ways = {"no journal": ["--ephemeral"], "sync": ["--durability", "sync"],
        "os": ["--durability", "os"], "none": ["--durability", "none"]}
rounds = int(os.environ.get("ROUNDS", "3"))


class Server:
    def __init__(self, arguments):
        with socket.socket() as s:
            s.bind(("127.0.0.1", 0))
            self.port = s.getsockname()[1]
        self.folder = tempfile.mkdtemp(dir=parent)
        place = [] if "--ephemeral" in arguments else ["--data", self.folder]
        self.process = subprocess.Popen(
            [binary, "serve", "--port", str(self.port), *arguments, *place],
            stderr=subprocess.DEVNULL)
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port)).close()
                return
            except OSError:
                time.sleep(0.02)

    def __enter__(self): return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()
        shutil.rmtree(self.folder)


def rate(arguments):
    with Server(arguments) as server:
        out = subprocess.run(
            ["wrk", "-t1", "-c64", "-d5s", "-s", f"{here}/callbacks.lua",
             f"http://127.0.0.1:{server.port}", "--", "get", "400000"],
            capture_output=True, text=True).stdout
        assert "Non-2xx" not in out, out
        return float(re.search(r"Requests/sec: *([\d.]+)", out)[1])


async def paced(port, seconds=5, rate=2000, connections=64):
    times, start, turn = [], time.perf_counter() + 0.2, iter(range(rate * seconds))

    async def lane():
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for number in turn:
            await asyncio.sleep(max(start + number / rate - time.perf_counter(), 0))
            began = time.perf_counter()
            writer.write(f"GET /exotel?CallSid=p{number}&CallFrom=09812300001&DialWhomNumber=0988000"
                         f"{number % 900:04}&EventType=Dial HTTP/1.1\r\nHost: x\r\n\r\n".encode())
            await reader.readuntil(b"\r\n\r\n")
            times.append(time.perf_counter() - began)
        writer.close()

    await asyncio.gather(*(lane() for _ in range(connections)))
    times.sort()
    return [1000 * times[int(len(times) * share)] for share in (0.5, 0.99, 0.999)]


def sqlite(lines, batch):
    folder = tempfile.mkdtemp(dir=parent)
    base = sqlite3.connect(folder + "/j.db", isolation_level=None)
    base.execute("pragma journal_mode=wal")
    base.execute("pragma synchronous=full")
    base.execute("create table callbacks(seq integer primary key, at text, line text)")
    start, done = time.perf_counter(), 0
    while time.perf_counter() - start < 4:
        base.execute("begin")
        base.executemany("insert into callbacks(at, line) values(?, ?)",
                         [("2026-11-23T00:00:00Z", lines)] * batch)
        base.execute("commit")
        done += batch
    took = time.perf_counter() - start
    shutil.rmtree(folder)
    return done / took


rates = {way: [] for way in ways}
for _ in range(rounds):
    for way, arguments in ways.items():
        rates[way].append(rate(arguments))
base = statistics.median(rates["no journal"])
print(f"acknowledged over 64 connections, median of {rounds} rounds of 5 s, {os.cpu_count()} cores")
for way in ways:
    median = statistics.median(rates[way])
    print(f"  {way:12} {median:8.0f}/s  {100 * median / base:4.0f} %")
print("answer at 2,000/s over 64 connections (with what the client itself costs)")
for way, arguments in ways.items():
    with Server(arguments) as server:
        median, p99, p999 = asyncio.run(paced(server.port))
        print(f"  {way:12} median {median:.2f} ms  p99 {p99:.2f} ms  p99.9 {p999:.2f} ms")
line = "x" * 420
print("SQLite, WAL, synchronous=FULL, lines of 420 bytes, writing alone")
for batch in (64, 1):
    print(f"  transactions of {batch:2} {sqlite(line, batch):8.0f}/s")
