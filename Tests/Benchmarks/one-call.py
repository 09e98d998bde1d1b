#!/usr/bin/env python3
"""What one call with 1,000 agents costs all others, and the start that follows.

    Tests/Benchmarks/one-call.py [.build/release/callboard]

100 connections tell of 1,000 agents on one sid (4 events each) while another connection sends
callbacks of calls of their own, whose latencies are printed; then the listener is started again on
that journal, and on one with as many callbacks of calls with one agent each.
"""
import http.client, os, shutil, signal, socket, statistics, subprocess, sys, tempfile, threading, time
from pathlib import Path

BINARY = sys.argv[1] if len(sys.argv) > 1 else ".build/release/callboard"
AGENTS, CONNECTIONS = 1_000, 100
EVENTS = [("Dial", "busy"), ("Ringing", "busy"), ("Answered", "busy"), ("Terminal", "free")]


def target(sid, agent, event, status):
    return (f"/exotel?CallSid={sid}&CallFrom=09812300001&CallTo=08044556678&Direction=incoming"
            f"&CurrentTime=2026-11-24+10%3A00%3A00&DialWhomNumber=%2B9199{agent:08d}"
            f"&Status={status}&EventType={event}")


class Listener:
    def __init__(self, folder):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        environment = dict(os.environ, HOME=folder, XDG_STATE_HOME=folder, XDG_CONFIG_HOME=folder)
        began = time.monotonic()
        self.log = open(os.path.join(folder, "log"), "a")
        self.process = subprocess.Popen(
            [BINARY, "serve", "--port", str(self.port), "--window", "3000d"],
            stdout=self.log, stderr=self.log, env=environment)
        while time.monotonic() - began < 120:
            try:
                self.ask("/healthz")
                break
            except OSError:
                time.sleep(0.005)
        self.start = time.monotonic() - began

    def connection(self):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)

    def ask(self, path):
        connection = self.connection()
        connection.request("GET", path)
        answer = connection.getresponse().read()
        connection.close()
        return answer

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(20)
        self.log.close()


def send(listener, targets):
    connection = listener.connection()
    for path in targets:
        connection.request("GET", path)
        connection.getresponse().read()
    connection.close()


def flood(listener, sid):
    def share(number):
        agents = range(number, AGENTS, CONNECTIONS)
        send(listener, [target(sid(agent), agent, *event) for event in EVENTS for agent in agents])

    threads = [threading.Thread(target=share, args=(number,)) for number in range(CONNECTIONS)]
    began = time.monotonic()
    for thread in threads:
        thread.start()
    return threads, began


def others(listener, threads):
    connection, latencies, number = listener.connection(), [], 0
    while any(thread.is_alive() for thread in threads):
        began = time.monotonic()
        connection.request("GET", target(f"other{number}", number % 50, "Dial", "busy"))
        connection.getresponse().read()
        latencies.append((time.monotonic() - began) * 1000)
        number += 1
        time.sleep(0.002)
    return sorted(latencies)


def run(name, sid):
    folder = tempfile.mkdtemp(prefix="callboard-")
    try:
        listener = Listener(folder)
        threads, began = flood(listener, sid)
        latencies = others(listener, threads)
        took = time.monotonic() - began
        listener.stop()
        again = Listener(folder)
        again.stop()
        p99 = latencies[int(len(latencies) * 0.99)]
        print(f"{name:26} {4 * AGENTS} callbacks in {took:5.2f} s; others: {len(latencies)}, "
              f"p50 {statistics.median(latencies):5.2f}  p99 {p99:6.2f}  max {latencies[-1]:6.2f} ms; "
              f"next start {again.start:5.2f} s", flush=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


for _ in range(2):
    run("one call, 1,000 agents", lambda agent: "one")
    run("1,000 calls of one agent", lambda agent: f"call{agent}")
