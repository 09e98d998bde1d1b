#!/usr/bin/env python3
"""How quickly a callback stands on the screen, and what the screen costs.

    Tests/Benchmarks/screen.py .build/release/callboard

Runs `callboard --port N` in a pseudo-terminal of 120x36, sends callbacks over loopback, and reads
what the program writes to its terminal. Prints milliseconds from before the request is sent to
the first bytes on the terminal that show it, and CPU shares idle and at 500 callbacks a second.
"""
import fcntl, http.client, os, pty, select, signal, socket, struct, sys, termios, time

binary = sys.argv[1]
with socket.socket() as s:
    s.bind(("127.0.0.1", 0))
    port = s.getsockname()[1]
pid, tty = pty.fork()
if pid == 0:
    os.environ.update(TERM="xterm-256color", LC_ALL="C.UTF-8")
    os.execv(binary, [binary, "--port", str(port), "--ephemeral"])
fcntl.ioctl(tty, termios.TIOCSWINSZ, struct.pack("HHHH", 36, 120, 0, 0))


def drain(until):
    while (left := until - time.perf_counter()) > 0:
        if select.select([tty], [], [], left)[0]:
            os.read(tty, 65536)


def cpu():
    fields = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def share(seconds, work):
    before, start = cpu(), time.perf_counter()
    work(start + seconds)
    return 100 * (cpu() - before) / (time.perf_counter() - start)


try:
    drain(time.perf_counter() + 2)
    client = http.client.HTTPConnection("127.0.0.1", port, timeout=5)

    def send(number, event):
        client.request("GET", f"/exotel?CallSid=c{number}&CallFrom=+9198{10000000 + number}"
                       f"&DialWhomNumber=+9199{10000000 + number % 50}&EventType={event}")
        client.getresponse().read()

    idle = share(10, drain)
    times = []
    for number in range(200):
        start = time.perf_counter()
        send(number, "Ringing")
        while time.perf_counter() - start < 2:
            if select.select([tty], [], [], 0.2)[0]:
                os.read(tty, 65536)
                times.append(1000 * (time.perf_counter() - start))
                break
        drain(time.perf_counter() + 0.045 + (number % 7) * 0.01)
    times.sort()

    def busy(until):
        number, start = 1000, time.perf_counter()
        while time.perf_counter() < until:
            for event in ("Dial", "Ringing", "Answered", "Terminal"):
                send(number, event)
            number += 1
            drain(start + (number - 1000) * 4 / 500)

    loaded = share(10, busy)
    print(f"screen after a callback: median {times[100]:.1f} ms, p99 {times[198]:.1f} ms, "
          f"worst {times[-1]:.1f} ms, of {len(times)}")
    print(f"CPU of one core: idle {idle:.1f} %, at 500 callbacks/s {loaded:.1f} %")
finally:
    os.kill(pid, signal.SIGTERM)
    os.waitpid(pid, 0)
