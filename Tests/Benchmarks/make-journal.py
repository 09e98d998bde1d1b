#!/usr/bin/env python3
"""Writes a journal of simulated calls, as callboard would have.

    Tests/Benchmarks/make-journal.py FOLDER CALLBACKS [HOURS]

Calls of 4 callbacks each (Dial, Ringing, Answered, Terminal; every fifth is missed), spread evenly
over the last HOURS (20), a file a day in the account's zone (UTC+5:30).
"""
import datetime, json, os, random, sys, time, zlib

folder, count = sys.argv[1], int(sys.argv[2])
hours = float(sys.argv[3]) if len(sys.argv) > 3 else 20
zone = datetime.timezone(datetime.timedelta(hours=5, minutes=30))
utc = datetime.timezone.utc
rng = random.Random(1)
now = time.time()
calls = count // 4
events = []
for number in range(calls):
    start = now - hours * 3600 + number * (hours * 3600 - 900) / max(calls, 1)
    missed = number % 5 == 4
    ring, talk = rng.uniform(3, 25), rng.uniform(20, 600)
    steps = [("Dial", 0), ("Ringing", 2)]
    steps += [("Terminal", 2 + ring)] if missed else [
        ("Answered", 2 + ring), ("Terminal", 2 + ring + talk)]
    events += [(start + after, number, event) for event, after in steps]
events.sort()
os.makedirs(folder, 0o700, exist_ok=True)
files = {}
for sequence, (at, number, event) in enumerate(events, 1):
    local = datetime.datetime.fromtimestamp(at, zone)
    stamp = datetime.datetime.fromtimestamp(at, utc).strftime("%Y-%m-%dT%H:%M:%S.%f")[:23] + "Z"
    status = "free" if event == "Terminal" else "busy"
    target = (f"/exotel?CallSid={number:032x}&CallFrom=%2B9198{10000000 + number % 90000}"
              f"&CallTo=0804455660{number % 4}&Direction=incoming&Created="
              f"{local:%Y-%m-%d+%H%%3A%M%%3A%S}&From=%2B9198{10000000 + number % 90000}"
              f"&To=0804455660{number % 4}&CurrentTime={local:%Y-%m-%d+%H%%3A%M%%3A%S}"
              f"&DialWhomNumber=%2B9198800{number % 40:05}&Status={status}&EventType={event}")
    body = json.dumps({"v": 1, "seq": sequence, "at": stamp, "peer": "203.0.113.7:4711",
                       "method": "GET", "target": target}, separators=(",", ":"))[:-1]
    day = f"{local:%Y-%m-%d}"
    if day not in files:
        files[day] = open(os.path.join(folder, day + ".jsonl"), "w")
    files[day].write(f'{body},"crc":"{zlib.crc32(body.encode()):08x}"}}\n')
