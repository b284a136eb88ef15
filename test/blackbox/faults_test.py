"""Faults of clock, memory and neighbours: what is expected stands in docs/operating/faults.md."""

import glob
import json
import os
import pathlib
import re
import resource
import signal
import socket
import sqlite3
import subprocess
import threading
import time
import unittest

import postgres
from client import Bank, Client, run_cli
from story import Story, complaint, each_database

FAKETIME = next(iter(glob.glob("/usr/lib/*/faketime/libfaketimeMT.so.1")), None)


class Neighbours(Story):
    @each_database()
    def test_a_second_server_on_the_directory_does_not_start(self, bank):
        with self.served(bank) as server:
            second = run_cli("serve", "--data", bank.folder, "--listen", "127.0.0.1:0", check=False)
            self.assertEqual(second.returncode, 2)
            self.assertIn(f"directory.held: pid {server.pid}", second.stderr)
            self.assertEqual(run_cli("migrate", "--data", bank.folder, check=False).returncode, 2)
            self.assertEqual(run_cli("check", "--data", bank.folder).returncode, 0)

    @each_database()
    def test_an_address_that_is_taken_ends_the_start(self, bank):
        with socket.create_server(("127.0.0.1", 0)) as taken:
            out = run_cli("serve", "--data", bank.folder, "--listen", f"127.0.0.1:{taken.getsockname()[1]}", check=False)
        self.assertEqual((out.returncode, "serve.address" in out.stderr), (2, True))

    @each_database()
    def test_wrong_or_missing_keys_end_the_start(self, bank):
        key = bank.folder / "secret" / "entry-1"
        text = key.read_text()
        key.unlink()
        out = run_cli("serve", "--data", bank.folder, check=False)
        self.assertEqual((out.returncode, "keys.missing" in out.stderr), (2, True))
        key.write_text(("A" if text[0] != "A" else "B") + text[1:])
        key.chmod(0o600)
        out = run_cli("serve", "--data", bank.folder, check=False)
        self.assertEqual((out.returncode, "keys.wrong: entry-1" in out.stderr), (2, True), out.stderr)
        key.write_text(text)
        key.chmod(0o644)
        out = run_cli("serve", "--data", bank.folder, check=False)
        self.assertEqual((out.returncode, "keys.readable_by_others" in out.stderr), (2, True))

    @each_database()
    def test_a_newer_schema_ends_a_node_and_stops_its_start(self, bank):
        with self.served(bank) as server:
            self.on_database(bank, "INSERT INTO schema_migrations VALUES ('29991231T0000', 'future', 'x')")
            self.assertEqual(server.process.wait(timeout=5), 2)
        out = run_cli("serve", "--data", bank.folder, check=False)
        self.assertEqual((out.returncode, "database.schema" in out.stderr), (2, True))
        self.assertEqual(run_cli("migrate", "--data", bank.folder, check=False).returncode, 2)

    @each_database()
    def test_a_forged_entry_is_set_aside_and_a_poisoned_one_skipped(self, bank):
        with self.served(bank) as server:
            teller = bank.sign_in(server, "teller")
            teller.post("/api/complaints", complaint())
            columns = "subject_id, n, kind, at, work, leaf, leaf_hash, mac, facts, sealed, key_id"
            self.on_database(bank, f"INSERT INTO evidence_entries ({columns}) SELECT 777, 1, kind, at, work, leaf, leaf_hash,"
                                   " 'forged', facts, sealed, key_id FROM evidence_entries WHERE kind = 'complaint.registered'")
            made = teller.post("/api/complaints", complaint())
            self.assertEqual(self.on_database(bank, "SELECT quarantined FROM evidence_entries WHERE subject_id = 777"), "1")
            self.assertIn("evidence.entry_quarantined", server.log_text())
            # An entry that no follower can digest: facts that are no JSON, under a good MAC.
            self.on_database(bank, f"UPDATE evidence_entries SET facts = 'poison' WHERE subject_id = {made['id']}")
            teller.post("/api/complaints", complaint())
            admin = ["curl", "-s", "--unix-socket", bank.folder / "run" / "admin.sock", "http://localhost/admin/readiness"]
            until = time.monotonic() + 20
            causes = []
            while not causes and time.monotonic() < until:
                causes = json.loads(subprocess.run(admin, check=True, capture_output=True).stdout)["causes"]
            if not causes:
                return  # it was counted before it was poisoned: nothing to skip
            place = int(re.match(r"follower complaint_counts at (\d+)", causes[0]).group(1))
            self.assertEqual(Client(server.port).request("GET", "/readyz")[0], 503)
            wrong = run_cli("follower", "skip", "complaint_counts", place + 1, "--reason", "x", "--data", bank.folder, check=False)
            self.assertEqual(wrong.returncode, 1)
            run_cli("follower", "skip", "complaint_counts", place, "--reason", "演练", "--data", bank.folder)
            server.wait_until_ready()

    def on_database(self, bank, sql):
        configuration = (bank.folder / "xiaobao.toml").read_text(encoding="utf-8")
        url = re.search(r'^database = "(.*)"', configuration, re.M).group(1)
        if url != "sqlite":
            return postgres.execute(sql, postgres.name_of(url)).strip()
        return subprocess.run(["sqlite3", "-cmd", ".timeout 5000", bank.folder / "xiaobao.db", sql], check=True,
                              capture_output=True, text=True).stdout.strip()


class Clocks(Story):
    def served_at(self, bank, offset_file):
        return self.served(bank, environment={"LD_PRELOAD": FAKETIME, "FAKETIME_TIMESTAMP_FILE": str(offset_file),
                                              "FAKETIME_NO_CACHE": "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1"})

    def test_a_clock_that_steps_is_noticed(self):
        self.assertIsNotNone(FAKETIME, "faketime is not installed")
        bank = Bank(self.folder / "bank")
        offset = self.folder / "offset"
        offset.write_text("+0\n")
        with self.served_at(bank, offset) as server:
            teller = bank.sign_in(server, "teller")
            first = teller.post("/api/complaints", complaint())
            offset.write_text("-120\n")  # two minutes back: time stands still
            second = teller.post("/api/complaints", complaint())
            times = [teller.get(f"/api/complaints/{m['id']}")["registered_at"] for m in (first, second)]
            self.assertLessEqual(times[0], times[1])
            self.assertIn("clock.held", server.log_text())
            offset.write_text("-1200\n")  # twenty minutes back: writing stops
            self.assert_problem(teller.request("POST", "/api/complaints", complaint()), 503, "clock")
            self.assertEqual(Client(server.port).request("GET", "/readyz")[0], 503)
            self.assertEqual(len(teller.get("/api/complaints")["items"]), 2)
            offset.write_text("+0\n")
            self.assertEqual(teller.post("/api/complaints", complaint())["state"], "registered")
            offset.write_text("+600\n")  # ten minutes ahead: until somebody says that it is right
            self.assert_problem(teller.request("POST", "/api/complaints", complaint()), 503, "clock")
            run_cli("clock", "confirm", "--data", bank.folder)
            self.assertEqual(teller.post("/api/complaints", complaint())["state"], "registered")
        # The last stamp lies ahead of the true time now.
        refused = run_cli("serve", "--data", bank.folder, check=False)
        self.assertEqual((refused.returncode, "clock.behind_log" in refused.stderr), (2, True))

    def test_another_zone_of_the_machine_changes_nothing(self):
        answers = []
        for zone in ["Asia/Shanghai", "America/New_York", "Pacific/Kiritimati"]:
            bank = Bank(self.folder / zone.replace("/", "-"))
            with self.served(bank, environment={"TZ": zone}) as server:
                made = bank.sign_in(server, "teller").post(
                    "/api/complaints", complaint(received_at="2026-02-05T23:59:59.999+08:00"))
                clock = made["clocks"][0]
                answers.append((clock["started_at"], clock["due_on"], clock["due_at"]))
        self.assertEqual(set(answers), {("2026-02-05T15:59:59.999Z", "2026-02-20", "2026-02-20T16:00:00.000Z")})


class Shortage(Story):
    def test_descriptors_used_up_make_no_spin_and_recover(self):
        bank = Bank(self.folder / "bank")
        with self.served(bank) as server:
            open_now = len(os.listdir(f"/proc/{server.pid}/fd"))
            resource.prlimit(server.pid, resource.RLIMIT_NOFILE, (open_now + 20, open_now + 20))
            peers = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(60)]
            before = self.processor_seconds(server.pid)
            waiting = peers[-1]
            waiting.settimeout(1)
            with self.assertRaises(TimeoutError):
                waiting.recv(1)
            self.assertLess(self.processor_seconds(server.pid) - before, 0.5, "it spins")
            for peer in peers:
                peer.close()
            self.assertEqual(Client(server.port, timeout=30).request("GET", "/readyz")[0], 200)
            self.assertIn("http.accept_failed", server.log_text())

    @staticmethod
    def processor_seconds(pid):
        fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def test_memory_that_runs_out_costs_one_request(self):
        bank = Bank(self.folder / "bank")
        with self.served(bank) as server:
            officer = bank.sign_in(server, "officer")
            used = int(pathlib.Path(f"/proc/{server.pid}/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")
            resource.prlimit(server.pid, resource.RLIMIT_AS, (used + (24 << 20), resource.RLIM_INFINITY))
            try:
                status, body, _ = officer.request("POST", "/api/imports?mapping=cfpb", raw=b"x" * (60 << 20),
                                                  headers={"Content-Type": "text/csv"})
                self.assertEqual((status, body["code"]), (503, "storage.memory"))
            except OSError:
                pass  # the connection was closed while the body came: one request, too
            resource.prlimit(server.pid, resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
            teller = bank.sign_in(server, "teller")
            self.assertEqual(teller.post("/api/complaints", complaint())["state"], "registered")

    def test_a_flood_of_sign_ins_leaves_intake_alone(self):
        bank = Bank(self.folder / "bank")
        with self.served(bank) as server:
            teller = bank.sign_in(server, "teller")
            done = threading.Event()
            statuses = []

            def flood():
                client = Client(server.port)
                while not done.is_set():
                    statuses.append(client.request("POST", "/api/session", {"login": "teller", "password": "wrong"})[0])

            floods = [threading.Thread(target=flood) for _ in range(16)]
            for thread in floods:
                thread.start()
            took = []
            for _ in range(200):
                started = time.monotonic()
                teller.post("/api/complaints", complaint())
                took.append(time.monotonic() - started)
            done.set()
            for thread in floods:
                thread.join()
            self.assertLessEqual(set(statuses), {401, 503})
            self.assertGreater(len(statuses), 10)
            # Not a speed: behind the flood each would wait for its sixteen hashes, a quarter of a second.
            self.assertLess(sorted(took)[197], 0.25)

    @each_database()
    def test_a_graceful_end_answers_what_has_begun(self, bank):
        with self.served(bank) as server:
            tellers = [bank.sign_in(server, "teller") for _ in range(8)]
            answers = []

            def register(teller):
                try:
                    while True:
                        answers.append(teller.post("/api/complaints", complaint())["id"])
                except (OSError, AssertionError, Exception):
                    pass

            threads = [threading.Thread(target=register, args=(t,)) for t in tellers]
            for thread in threads:
                thread.start()
            while len(answers) < 50:
                pass
            self.assertEqual(server.stop(signal.SIGTERM), 0)
            for thread in threads:
                thread.join()
        with self.served(bank) as server:
            officer = bank.sign_in(server, "officer")
            for identity in answers:
                self.assertEqual(officer.request("GET", f"/api/complaints/{identity}")[0], 200)


if __name__ == "__main__":
    unittest.main()
