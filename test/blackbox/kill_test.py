"""kill -9 under load, twenty rounds on each database: what was acknowledged is there, whole, once, and
nothing needs repair."""

import http.client
import os
import random
import signal
import subprocess
import threading
import unittest

import postgres
from client import Bank, Client, Server
from story import Story, complaint

ROUNDS = int(os.environ.get("XB_KILL_ROUNDS", "20"))
CLIENTS = 8


class Writer(threading.Thread):
    """Registers until the server is gone; remembers what it asked and what was acknowledged."""

    def __init__(self, bank, server, name, acknowledged, wanted):
        super().__init__()
        self.client = bank.sign_in(server, "teller")
        self.name, self.acknowledged, self.wanted = name, acknowledged, wanted
        self.asked = {}
        self.answers = {}

    def run(self):
        number = 0
        try:
            while True:
                number += 1
                key = f"{self.name}-{number}"
                body = complaint(summary=f"案件 {key}", description=f"{key} " + "内容" * random.randint(1, 400))
                self.asked[key] = body
                status, made, _ = self.client.request("POST", "/api/complaints", body, {"Idempotency-Key": key})
                if status == 201:
                    self.answers[key] = made
                    self.acknowledged.release()
        except (OSError, http.client.HTTPException):
            pass


class Kills(Story):
    def test_twenty_kills_lose_nothing_and_double_nothing(self):
        for kind in postgres.databases():
            with self.subTest(database=kind):
                self.rounds(kind, postgres.url_for(kind))

    def rounds(self, kind, url):
        chance = random.Random(7)
        bank = Bank(self.folder / kind, 0, url)
        registered = {}  # number of all that must be there -> (id, body)
        for number in range(ROUNDS):
            with Server(bank.folder) as server:
                acknowledged = threading.Semaphore(0)
                writers = [Writer(bank, server, f"{number}-{i}", acknowledged, None) for i in range(CLIENTS)]
                for writer in writers:
                    writer.start()
                for _ in range(chance.randint(20, 200)):
                    self.assertTrue(acknowledged.acquire(timeout=60), server.log_text()[-2000:])
                server.stop(signal.SIGKILL)
                for writer in writers:
                    writer.join()
            with Server(bank.folder) as server:
                self.check(bank, server, writers, registered)
                self.assertEqual(server.stop(), 0)
            self.check_log(kind, bank, url)

    def check(self, bank, server, writers, registered):
        teller = bank.sign_in(server, "teller")
        for writer in writers:
            for key, made in writer.answers.items():
                read = teller.get(f"/api/complaints/{made['id']}")
                body = writer.asked[key]
                self.assertEqual((read["number"], read["summary"], read["description"], read["complainant"]["name"]),
                                 (made["number"], body["summary"], body["description"], "沈**"))
                kinds = [e["kind"] for e in teller.get(f"/api/complaints/{made['id']}/timeline")["items"]]
                self.assertEqual(kinds, ["complaint.registered"])
            # The answer of the last one was lost, perhaps after its commit: the same key settles it.
            for key, body in writer.asked.items():
                again = teller.post("/api/complaints", body, headers={"Idempotency-Key": key})
                if key in writer.answers:
                    self.assertEqual(again["id"], writer.answers[key]["id"])
                registered[again["number"]] = again["id"]
        seen, cursor = [], ""
        while True:
            page = teller.get("/api/complaints?limit=200" + cursor)
            seen += [item["number"] for item in page["items"]]
            if not page["next_cursor"]:
                break
            cursor = "&cursor=" + page["next_cursor"].replace("=", "%3D").replace("+", "%2B")
        self.assertEqual(sorted(seen), sorted(registered), "lost, doubled or half there")

    def check_log(self, kind, bank, url):
        """Places without gaps, one chain head for each subject, no complaint without its rows."""
        questions = [
            ("SELECT count(*) - 1 - max(place) FROM evidence_entries", "0"),
            ("SELECT count(*) FROM evidence_entries WHERE place IS NULL OR quarantined <> 0", "0"),
            ("SELECT size - (SELECT count(*) FROM evidence_entries) FROM evidence_log", "0"),
            ("SELECT count(*) FROM complaints WHERE complainant_id NOT IN (SELECT id FROM complainants)"
             " OR key_id NOT IN (SELECT id FROM data_keys) OR id NOT IN (SELECT subject_id FROM clocks)"
             " OR id NOT IN (SELECT subject_id FROM evidence_chains)", "0"),
            ("SELECT count(*) - (SELECT count(*) FROM complaints) FROM complainants", "0"),
        ]
        for question, expected in questions:
            if kind == "postgres":
                answer = postgres.execute(question, postgres.name_of(url)).strip()
            else:
                answer = subprocess.run(["sqlite3", bank.folder / "xiaobao.db", question], check=True,
                                        capture_output=True, text=True).stdout.strip()
            self.assertEqual(answer, expected, question)
        if kind == "sqlite":
            sound = subprocess.run(["sqlite3", bank.folder / "xiaobao.db", "PRAGMA integrity_check"], check=True,
                                   capture_output=True, text=True).stdout.strip()
            self.assertEqual(sound, "ok")


if __name__ == "__main__":
    unittest.main()
