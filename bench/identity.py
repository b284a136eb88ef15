#!/usr/bin/env python3
"""The identity benchmark: permissions and trees in a bank of 5,000 units and 50,000 people, and a
flood of wrong passwords beside intake.

Prints each figure with its limit and ends with 1 if one misses.
"""

import collections
import http.client
import json
import multiprocessing
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import threading
import time

import intake
from intake import Server, fresh, load, sign_in, write_requests

ROOT = pathlib.Path(__file__).parent.parent
WORK = ROOT / "build" / "bench-work" / "identity"

# At most, but for the first two, which are the size of the bank.
LIMITS = {
    "permission that is held": 5,
    "permission that is missing": 5,
    "subtree of a branch": 10,
}
AT_LEAST = {"units": 5000, "people": 50_000}

FLOOD_RATE = 50  # wrong passwords a second, each with a login and an address of its own
FLOOD_THREADS = 10
FLOOD_RATIO = 1.5
INTAKE_RATE = 100  # registrations a second
ROUNDS = 3
SECONDS = 8


def trees():
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    program = ROOT / "build" / "release" / "bench" / "bench_identity"
    output = subprocess.run([program, WORK], check=True, capture_output=True, text=True).stdout
    shutil.rmtree(WORK, ignore_errors=True)
    for line in output.splitlines():
        name, value, unit = line.split("\t")
        limit, floor = LIMITS.get(name), AT_LEAST.get(name)
        if limit is not None:
            intake.figure(name, float(value), unit, limit, higher=False)
        else:
            intake.figure(name, float(value), unit, floor)


class Flood:
    """Wrong passwords at a fixed rate, while it is entered, from a process that stands back: its sender is elsewhere."""

    def __init__(self, port):
        self.answers = {}
        self.over = multiprocessing.Event()
        self.sums = multiprocessing.Queue()
        self.process = multiprocessing.Process(target=self.run, args=(port,))

    def run(self, port):
        os.nice(10)
        each = [collections.Counter() for _ in range(FLOOD_THREADS)]
        threads = [threading.Thread(target=self.knock, args=(port, n, each[n])) for n in range(FLOOD_THREADS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.sums.put(dict(sum(each, collections.Counter())))

    def knock(self, port, number, counted):
        started = time.monotonic()
        count = 0
        while not self.over.is_set():
            time.sleep(max(0.0, started + count * FLOOD_THREADS / FLOOD_RATE - time.monotonic()))
            count += 1
            source = f"127.{1 + number}.{count // 250 % 250}.{1 + count % 250}"
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10, source_address=(source, 0))
            body = json.dumps({"login": f"nobody{number}_{count}", "password": "Wrong-Word-1"})
            try:
                connection.request("POST", "/api/session", body, {"Content-Type": "application/json"})
                counted[connection.getresponse().status] += 1
            except OSError as error:
                counted[type(error).__name__] += 1
            connection.close()

    def __enter__(self):
        self.process.start()
        return self

    def __exit__(self, *_):
        self.over.set()
        self.answers = self.sums.get(timeout=60)
        self.process.join()


def beside(port, intake_once):
    """The p99 of intake while a login flood of its own goes to that port, and how many it refused a second."""
    with Flood(port) as knocking:
        p99 = intake_once()
    print(f"     answers to the flood: {knocking.answers}", flush=True)
    return p99, knocking.answers.get(401, 0) / SECONDS


def flood():
    """The hashing and the flood's client want processors and memory wherever the flood goes to: what this program adds is
    the difference to the same flood at another one on this machine."""
    registrations = write_requests(WORK.parent / "flood.txt",
                                   [("POST", "/api/complaints", body) for body in intake.bodies(2000)])
    folder = fresh("flood")
    quiet, flooded, elsewhere = [], [], []
    with Server(folder) as server, Server(fresh("flood_elsewhere")) as other:
        client = sign_in(server, folder, "teller")

        def intake_once():
            return load(server, client, registrations, SECONDS, rate=INTAKE_RATE)["p99_ms"]

        load(server, client, registrations, 2, rate=INTAKE_RATE)
        for _ in range(ROUNDS):
            quiet.append(intake_once())
            flooded.append(beside(server.port, intake_once))
            elsewhere.append(beside(other.port, intake_once))
    p99, refused = map(statistics.median, zip(*flooded))
    peer = statistics.median(p99 for p99, _ in elsewhere)
    intake.figure("wrong passwords refused beside intake", refused, "/s", 0.9 * FLOOD_RATE)
    intake.figure(f"register at {INTAKE_RATE}/s: p99", statistics.median(quiet), "ms", 100, higher=False)
    intake.figure(f"register at {INTAKE_RATE}/s, the flood at another program: p99", peer, "ms")
    intake.figure(f"register at {INTAKE_RATE}/s beside the flood: p99", p99, "ms", 100, higher=False)
    intake.figure("p99 beside the flood by p99 with it elsewhere", p99 / peer, "times", FLOOD_RATIO, higher=False)


def main():
    trees()
    flood()
    return 0 if all(intake.figures) else 1


if __name__ == "__main__":
    sys.exit(main())
