#!/usr/bin/env python3
"""Does a crowd that says nothing shut callbacks out?

    Tests/Benchmarks/crowd.py [BINARY [CONNECTIONS [SECONDS]]]     .build/release/callboard 6000 10

Silent connections, renewed whenever they are closed, first from one address, then from 127.0.0.2 to
127.0.0.9; meanwhile 100 callbacks, each on a connection of its own. Then 200 connections to a listener
that may have no more than 64 files open: how much of a core it takes, and whether callbacks come through
once some have left. Everything is on this machine, and bounded in number and time.
"""
import os, resource, selectors, socket, subprocess, sys, tempfile, threading, time

sys.argv = sys.argv[:1] + (sys.argv[1:] or [".build/release/callboard"])
from forward import binary, free_port, request

connections = int(sys.argv[2]) if len(sys.argv) > 2 else 6000
seconds = int(sys.argv[3]) if len(sys.argv) > 3 else 10
hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
resource.setrlimit(resource.RLIMIT_NOFILE, (min(connections + 200, hard), hard))


def serve(folder, files=None):
    port = free_port()
    limit = (lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (files, files))) if files else None
    log = open(os.path.join(folder, f"{port}.log"), "w")
    process = subprocess.Popen(
        [binary, "serve", "--port", str(port), "--data", os.path.join(folder, str(port))],
        stdout=subprocess.DEVNULL, stderr=log, preexec_fn=limit)
    for _ in range(200):
        if callback(port, 1):
            return process, port, log.name
        time.sleep(0.05)
    sys.exit("serve does not answer")


def callback(port, number, patience=5):
    """The seconds until a callback is answered, on a connection of its own; none where it is not."""
    began = time.perf_counter()
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=patience) as client:
            client.sendall(request(number))
            return time.perf_counter() - began if client.recv(64).startswith(b"HTTP/1.1 200") else None
    except OSError:
        return None


class Crowd(threading.Thread):
    """Keeps a number of silent connections, and makes a new one for each that is closed."""

    def __init__(self, port, addresses, count):
        super().__init__(daemon=True)
        self.port, self.addresses, self.count = port, addresses, count
        self.ends = threading.Event()
        self.made = 0

    def join_crowd(self, selector):
        peer = socket.socket()
        peer.setblocking(False)
        peer.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            peer.bind((self.addresses[self.made % len(self.addresses)], 0))
            peer.connect_ex(("127.0.0.1", self.port))
        except OSError:
            return peer.close()
        self.made += 1
        selector.register(peer, selectors.EVENT_READ)

    def run(self):
        selector = selectors.DefaultSelector()
        while not self.ends.is_set():
            for _ in range(min(200, self.count - len(selector.get_map()))):
                self.join_crowd(selector)
            for key, _ in selector.select(0.005):
                try:
                    gone = not key.fileobj.recv(64)
                except BlockingIOError:
                    gone = False
                except OSError:
                    gone = True
                if gone:
                    selector.unregister(key.fileobj)
                    key.fileobj.close()
        for key in list(selector.get_map().values()):
            key.fileobj.close()


def core(process):
    with open(f"/proc/{process.pid}/stat") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def run(name, folder, addresses):
    process, port, _ = serve(folder)
    crowd = Crowd(port, addresses, connections)
    try:
        crowd.start()
        time.sleep(2)
        used, began, latencies = core(process), time.perf_counter(), []
        for number in range(100):
            latencies.append(callback(port, number))
            time.sleep(max(began + (number + 1) * seconds / 100 - time.perf_counter(), 0))
        good = sorted(latency * 1000 for latency in latencies if latency)
        share = (core(process) - used) / (time.perf_counter() - began)
        p50, p99 = (good[int(len(good) * part)] if good else 0 for part in (0.5, 0.985))
        print(f"{name:26} {len(good)} of 100 answered  p50 {p50:6.2f}  p99 {p99:6.2f} ms  "
              f"{crowd.made} connections made  {share:.2f} cores", flush=True)
    finally:
        crowd.ends.set()
        crowd.join()
        process.kill()
        process.wait()


def few_files(folder):
    process, port, log = serve(folder, files=64)
    try:
        crowd = [socket.create_connection(("127.0.0.1", port)) for _ in range(200)]
        time.sleep(1)
        used = core(process)
        time.sleep(5)
        share = (core(process) - used) / 5
        files = len(os.listdir(f"/proc/{process.pid}/fd"))
        during = sum(callback(port, number) is not None for number in range(20))
        for peer in crowd[:100]:
            peer.close()
        after = sum(callback(port, number) is not None for number in range(20))
        print(f"{'64 files, 200 connections':26} {during} of 20 answered, {after} of 20 after 100 left  "
              f"{share:.2f} cores  {files} files open", flush=True)
        with open(log) as lines:
            print("".join("    " + line for line in lines if "connections" in line), end="")
    finally:
        process.kill()
        process.wait()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        run("from one address", folder, ["127.0.0.2"])
        run("from eight addresses", folder, [f"127.0.0.{place}" for place in range(2, 10)])
        run("also from the sender's", folder, [f"127.0.0.{place}" for place in range(1, 10)])
        few_files(folder)
