#!/usr/bin/env python3
"""The search benchmark: words of the demo bank's own texts, all hits beside a plain scan of every text, and how soon
the newest twenty are there.

Prints each figure with its limit and ends with 1 if one misses.
"""

import argparse
import json
import random
import subprocess
import sys
import time

from intake import (MILLION, ROOT, WORK, ask, figure, figures, fresh, ids_of, load, resident_mb, sign_in,
                    wait_for_index, write_requests)

sys.path.insert(0, str(ROOT / "test" / "blackbox"))
from client import Server  # noqa: E402

WORDS = 300
LENGTHS = range(2, 7)
TEXTS = ("summary", "description", "claim")


def texts_of(client, path, count):
    """The texts of each complaint by its id, newest first, as its page shows them; kept in a file."""
    if not path.exists():
        with path.open("w", encoding="utf-8") as file:
            for number in ids_of(client, 2 * count):  # other intakes beside the complaints
                one = client.get(f"/api/complaints/{number}")
                file.write(json.dumps([number, [one[name] for name in TEXTS if one[name]]], ensure_ascii=False) + "\n")
    with path.open(encoding="utf-8") as file:
        return dict(map(json.loads, file))


def words_of(texts):
    """As many of each length, cut from texts: Chinese characters only, which stand in texts as they are written."""
    chance = random.Random(20261122)
    whole = [text for fields in texts.values() for text in fields]
    words = set()
    for length in LENGTHS:
        wanted = len(words) + WORDS // len(LENGTHS)
        while len(words) < wanted:
            text = chance.choice(whole)
            if len(text) >= length:
                at = chance.randrange(len(text) - length + 1)
                word = text[at:at + length]
                if all("\u4e00" <= c <= "\u9fff" for c in word):
                    words.add(word)
    return sorted(words)


def all_hits(client, word):
    ids, cursor = [], None
    while True:
        page = ask(client, word, cursor=cursor)
        ids += [hit["id"] for hit in page["items"]]
        cursor = page["next_cursor"]
        if not cursor:
            return ids


def compare(client, texts, words, name):
    missing = beyond = hits = 0
    for word in words:
        found = all_hits(client, word)
        scanned = {number for number, fields in texts.items() if any(word in text for text in fields)}
        hits += len(scanned)
        missing += len(scanned - set(found))
        beyond += len(set(found) - scanned) + len(found) - len(set(found))
        if scanned != set(found):
            print(f"     {word}: {len(scanned):,} in the texts, {len(found):,} found")
    figure(f"{name}: hits of {len(words)} words that a plain scan has and the search not", missing, "hits", 0, higher=False,
           note=f"of {hits:,}")
    figure(f"{name}: hits that a plain scan has not", beyond, "hits", 0, higher=False)


def newest(server, clients, words, seconds, name):
    for who, client in clients.items():
        for length in (None, *LENGTHS):
            chosen = [word for word in words if length in (None, len(word))]
            body = [json.dumps({"text": word, "limit": 20}, ensure_ascii=False) for word in chosen]
            asked = write_requests(WORK / "search.txt", [("POST", "/api/search", one) for one in body])
            result = load(server, client, asked, seconds, connections=1)
            what = "all words" if length is None else f"words of {length}"
            figure(f"{name}: newest 20, {who}, {what}", result["p99_ms"], "ms", 10, higher=False,
                   note=f"p50 {result['p50_ms']:.2f} ms, {result['answers']:,} asked")


def measure(name, folder, count, seconds):
    with Server(folder) as server:
        clients = {"whole bank": sign_in(server, folder, "officer"), "one outlet": sign_in(server, folder, "teller")}
        officer = clients["whole bank"]
        took = wait_for_index(officer)
        print(f"     the index had read all after {took:.0f} s")
        texts = texts_of(officer, WORK / f"{folder.name}.texts", count)
        words = words_of(texts)
        newest(server, clients, words, seconds, name)
        compare(officer, texts, words, name)
        print(f"     resident memory {resident_mb(server.pid):.0f} MB")


def bank(name, count, database=None):
    folder = WORK / name
    if database or not (folder / "logins.json").exists():
        print(f"     making {count:,} complaints", flush=True)
        started = time.monotonic()
        fresh(folder.name, database, complaints=count)
        (WORK / f"{name}.texts").unlink(missing_ok=True)
        print(f"     made in {time.monotonic() - started:.0f} s")
    return folder


def on_postgres(count, seconds):
    home = WORK / "postgres"
    script = ROOT / "test" / "support" / "postgres.sh"
    subprocess.run([script, "up", home], check=True)
    try:
        subprocess.run(["psql", "-q", "-h", home, "-U", "postgres", "-c", "CREATE DATABASE search"], check=True)
        folder = bank(f"search-postgres-{count}", count, f"postgresql://postgres@/search?host={home}")
        measure("PostgreSQL", folder, count, seconds)
    finally:
        subprocess.run([script, "down", home], check=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=4)
    parser.add_argument("--complaints", type=int, default=MILLION)
    parser.add_argument("--only", choices=["sqlite", "postgres"])
    options = parser.parse_args()
    WORK.mkdir(parents=True, exist_ok=True)
    if options.only in (None, "sqlite"):
        measure("SQLite", bank(f"search-{options.complaints}", options.complaints), options.complaints, options.seconds)
    if options.only in (None, "postgres"):
        on_postgres(options.complaints, options.seconds)
    sys.exit(0 if all(figures) else 1)


if __name__ == "__main__":
    main()
