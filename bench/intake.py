#!/usr/bin/env python3
"""The intake benchmark: HTTP to durable commit, beside the same rows by the databases' own C API.

Prints each figure with its peer or limit and ends with 1 if one misses. Ratios travel between
machines, absolute figures do not: the rate of fdatasync stands beside every commit rate.
"""

import argparse
import json
import os
import pathlib
import random
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "test" / "blackbox"))
from client import Client, Server, run_cli  # noqa: E402

ROOT = pathlib.Path(__file__).parent.parent
BUILD = ROOT / "build" / "release"
WORK = ROOT / "build" / "bench-work"
CONNECTIONS = 64
MILLION = 1_000_000

figures = []


def figure(name, value, unit, limit=None, higher=True, note=""):
    """Prints one figure; `limit` is what it must reach (or stay under, if not `higher`)."""
    good = limit is None or (value >= limit if higher else value <= limit)
    figures.append(good)
    wanted = "" if limit is None else f"{'>=' if higher else '<='} {limit:g}"
    print(f"{'ok  ' if good else 'MISS'} {name:<58} {value:>12,.2f} {unit:<6} {wanted:<12} {note}", flush=True)


def write_requests(path, lines):
    path.write_text("".join("\t".join(line) + "\n" for line in lines), encoding="utf-8")
    return path


def bodies(count, seed=20261120):
    """Registrations by varied people with varied texts of 40 to 400 characters; other people with another seed."""
    source = (ROOT / "data" / "demo" / "originals.toml").read_text(encoding="utf-8")
    sentences = [s for s in source.replace("\n", "").split("。") if 10 < len(s) < 120 and '"' not in s and "'" not in s]
    names = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
    chance = random.Random(seed)
    for _ in range(count):
        text = "。".join(chance.sample(sentences, chance.randint(1, 5)))
        yield json.dumps({
            "source": chance.choice(["own", "regulator_referral", "petition"]),
            "intake_channel": chance.choice(["hotline", "counter", "mobile_app"]),
            "business_channel": "counter",
            "business": chance.choice(["loan", "debit_card", "credit_card", "payment"]),
            "cause": chance.choice(["pricing", "service", "process"]),
            "summary": text[:40],
            "description": text,
            "claim": "说明依据并退还费用",
            "complainant": {
                "name": chance.choice(names) + chance.choice("伟芳娜敏静丽强磊军洋") + chance.choice("明华玉红霞", ),
                "phone": "1" + chance.choice("3578") + "".join(chance.choices("0123456789", k=9)),
            },
        }, ensure_ascii=False)


def load(server, client, requests, seconds, rate=0, connections=CONNECTIONS):
    """Runs the load program; all answers must be of the wanted kind."""
    command = [BUILD / "bench" / "bench_load", "--port", str(server.port), "--connections", str(connections),
               "--seconds", str(seconds), "--rate", str(rate), "--file", str(requests),
               "--header", f"Cookie: {client.cookie}", "--header", f"X-CSRF-Token: {client.csrf}"]
    result = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    wrong = {k: v for k, v in result["status"].items() if k not in ("200", "201")}
    if wrong or result["unanswered"]:
        sys.exit(f"answers that should not be: {wrong}, unanswered {result['unanswered']}")
    return result


def sync_rate(folder):
    out = subprocess.run([BUILD / "bench" / "bench_bare", "fdatasync", folder / "sync.tmp"], check=True,
                         capture_output=True, text=True).stdout
    return json.loads(out)["fdatasync_rate"]


def fresh(name, database=None, complaints=0):
    folder = WORK / name
    subprocess.run(["rm", "-rf", folder], check=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    arguments = ["init", "--data", str(folder), "--demo", "--complaints", str(complaints), "--json"]
    if database:
        arguments += ["--database", database]
    logins = json.loads(run_cli(*arguments).stdout)
    (folder / "logins.json").write_text(json.dumps(logins))
    return folder


def sign_in(server, folder, post):
    login = next(l for l in json.loads((folder / "logins.json").read_text())["logins"] if l["post"] == post)
    return Client(server.port, login["login"], login["password"])


def measure_intake(name, folder, registrations, seconds, environment=None):
    with Server(folder, environment) as server:
        client = sign_in(server, folder, "teller")
        load(server, client, registrations, 1)
        return load(server, client, registrations, seconds), load_half(server, client, registrations, seconds)


def load_half(server, client, registrations, seconds):
    full = load(server, client, registrations, 2)
    return load(server, client, registrations, seconds, rate=full["rate"] / 2)


def bare(source, target, complaints):
    out = subprocess.run([BUILD / "bench" / "bench_bare", "rows", source, target, str(complaints)], check=True,
                         capture_output=True, text=True).stdout
    return json.loads(out)["rate"]


def intake_sqlite(registrations, seconds):
    folder = fresh("sqlite")
    print(f"     fdatasync of a 4 KiB append: {sync_rate(WORK):,.0f}/s")
    closed, half = measure_intake("sqlite", folder, registrations, seconds)
    figure("SQLite: register, 64 connections", closed["rate"], "/s", 3000,
           note=f"p50 {closed['p50_ms']:.1f} ms, p99 {closed['p99_ms']:.1f} ms")
    figure("SQLite: p99 at half load", half["p99_ms"], "ms", 100, higher=False)
    empty = fresh("bare")
    peer = bare(folder / "xiaobao.db", empty / "xiaobao.db", int(min(closed["answers"], 20000) // 100 * 100))
    figure("bare C API, the same rows, 100 a commit", peer, "/s")
    figure("SQLite: share of the bare rate", 100 * closed["rate"] / peer, "%", 15)

    slow = {"LD_PRELOAD": str(BUILD / "xb_disk_shim.so"), "XB_SHIM_SYNC_MS": "5"}
    folder = fresh("slow")
    with Server(folder, slow) as server:
        client = sign_in(server, folder, "teller")
        load(server, client, registrations, 1)
        result = load(server, client, registrations, seconds)
    figure("SQLite: register with 5 ms added to every fdatasync", result["rate"], "/s", 1500,
           note=f"p99 {result['p99_ms']:.1f} ms")
    return WORK / "sqlite" / "xiaobao.db", closed["answers"]


def intake_postgres(registrations, seconds, rows):
    home = WORK / "postgres"
    script = ROOT / "test" / "support" / "postgres.sh"
    subprocess.run([script, "up", home], check=True)
    try:
        psql = ["psql", "-q", "-h", home, "-U", "postgres", "-c"]
        subprocess.run(psql + ["CREATE DATABASE intake"], check=True)
        subprocess.run(psql + ["CREATE DATABASE bare"], check=True)
        url = f"postgresql://postgres@/intake?host={home}"
        folder = fresh("postgres-data", url)
        closed, half = measure_intake("postgres", folder, registrations, seconds)
        figure("PostgreSQL: register, 64 connections", closed["rate"], "/s", 1500,
               note=f"p50 {closed['p50_ms']:.1f} ms, p99 {closed['p99_ms']:.1f} ms")
        figure("PostgreSQL: p99 at half load", half["p99_ms"], "ms", 100, higher=False)
        peer_url = f"postgresql://postgres@/bare?host={home}"
        fresh("bare-postgres", peer_url)
        source, count = rows
        peer = bare(source, peer_url, int(min(count, 10000) // 100 * 100))
        figure("bare C API, the same rows, 100 a commit", peer, "/s", note=f"ours is {100 * closed['rate'] / peer:.0f} %")
    finally:
        subprocess.run([script, "down", home], check=True)


def ids_of(client, count):
    ids, cursor = [], ""
    while len(ids) < count:
        page = client.get("/api/complaints?limit=200" + (f"&cursor={cursor}" if cursor else ""))
        ids += [item["id"] for item in page["items"]]
        if not page["next_cursor"]:
            break
        cursor = page["next_cursor"].replace("=", "%3D").replace("+", "%2B").replace("/", "%2F")
    return ids


def ask(client, text, limit=50, cursor=None):
    question = {"text": text, "kinds": ["complaint"], "limit": limit}
    if cursor:
        question["cursor"] = cursor
    return client.post("/api/search", question)


def wait_for_index(client):
    """Seconds until the index has read all of the log."""
    started = time.monotonic()
    while True:
        unread = ask(client, "投诉")["unread"]
        if unread == 0:
            return time.monotonic() - started
        print(f"     {unread:,} entries to read", flush=True)
        time.sleep(min(30, max(1, unread / 20_000)))


def resident_mb(pid):
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0


def reading(seconds, count):
    folder = WORK / f"million-{count}"
    if not (folder / "logins.json").exists():
        print(f"     making {count:,} complaints, once", flush=True)
        started = time.monotonic()
        fresh(folder.name, complaints=count)
        print(f"     made in {time.monotonic() - started:.0f} s")
    started = time.monotonic()
    with Server(folder) as server:
        figure("start to ready", time.monotonic() - started, "s", 0.3, higher=False)
        officer = sign_in(server, folder, "officer")
        teller = sign_in(server, folder, "teller")
        wait_for_index(officer)  # of what the runs before have registered
        ids = ids_of(officer, 5000)
        random.Random(7).shuffle(ids)
        one = write_requests(WORK / "read.txt", [("GET", f"/api/complaints/{i}", "") for i in ids])
        result = load(server, officer, one, seconds)
        figure("read one, 64 connections", result["rate"], "/s", 12000, note=f"p99 {result['p99_ms']:.1f} ms")
        for name, client, query in [
            ("whole bank, newest", officer, "?limit=50"),
            ("whole bank, by state", officer, "?limit=50&state=closed"),
            ("whole bank, most urgent", officer, "?limit=50&sort=due_at"),
            ("whole bank, from a day on", officer, "?limit=50&received_from=2025-12-01T00:00:00Z"),
            ("one outlet, newest", teller, "?limit=50"),
            ("one outlet, most urgent", teller, "?limit=50&sort=due_at"),
        ]:
            page = write_requests(WORK / "page.txt", [("GET", "/api/complaints" + query, "")])
            result = load(server, client, page, seconds / 2, connections=1)
            figure(f"page of 50 of {count:,}: {name}", result["p99_ms"], "ms", 10, higher=False,
                   note=f"p50 {result['p50_ms']:.2f} ms")
        for name, client, query in [("unindexed: cause and channel", officer, "?cause=none&intake_channel=none")]:
            page = write_requests(WORK / "page.txt", [("GET", "/api/complaints" + query, "")])
            result = load(server, client, page, 2, connections=1)
            figure(f"page of 50 of {count:,}: {name}", result["p99_ms"], "ms", 150, higher=False,
                   note="stops after 50 ms of work")
        for name, client in [("whole bank", officer), ("one outlet", teller)]:
            desk = write_requests(WORK / "page.txt", [("GET", "/api/today", "")])
            result = load(server, client, desk, seconds / 2, connections=1)
            figure(f"work desk of {count:,}: {name}", result["p99_ms"], "ms", 50, higher=False,
                   note=f"p50 {result['p50_ms']:.2f} ms")
        # The bank keeps what each run registers: new people, or all of them have earlier matters.
        seed = int(time.time())
        print(f"     new people by seed {seed}")
        registrations = write_requests(WORK / "more.txt",
                                       [("POST", "/api/complaints", b) for b in bodies(20000, seed)])
        load(server, teller, registrations, 1)
        result = load(server, teller, registrations, seconds)
        figure(f"SQLite: register beside {count:,}", result["rate"], "/s", 3000, note=f"p99 {result['p99_ms']:.1f} ms")
        figure(f"resident memory with {count:,} complaints", resident_mb(server.pid), "MB", 200, higher=False)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=8)
    parser.add_argument("--complaints", type=int, default=MILLION)
    parser.add_argument("--only", choices=["sqlite", "postgres", "reading"])
    options = parser.parse_args()
    WORK.mkdir(parents=True, exist_ok=True)
    registrations = write_requests(WORK / "register.txt", [("POST", "/api/complaints", b) for b in bodies(20000)])
    rows = (WORK / "sqlite" / "xiaobao.db", 10000)
    print(f"     {os.cpu_count()} processors; load generator and databases share them")
    if options.only in (None, "sqlite"):
        rows = intake_sqlite(registrations, options.seconds)
    if options.only in (None, "postgres"):
        intake_postgres(registrations, options.seconds, rows)
    if options.only in (None, "reading"):
        reading(options.seconds, options.complaints)
    sys.exit(0 if all(figures) else 1)


if __name__ == "__main__":
    main()
