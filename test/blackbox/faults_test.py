"""Faults of clock, memory and neighbours: what is expected stands in docs/operating/faults.md."""

import contextlib
import glob
import itertools
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
from client import PROGRAM, ROOT, Bank, Client, run_cli
from story import Story, complaint, each_database, register

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

    def test_an_address_or_certificate_that_is_none_ends_the_start(self):
        bank = Bank(self.folder / "bank")
        for address in ["127.0.0.1", ":99999", "127.0.0.1:http", "127.0.0.1:99999"]:
            out = run_cli("serve", "--data", bank.folder, "--listen", address, check=False)
            self.assertEqual((out.returncode, f"serve.address: {address}" in out.stderr), (2, True), out.stderr)
        configuration = bank.folder / "xiaobao.toml"
        no_file = str(bank.folder / "none.pem")
        configuration.write_text(configuration.read_text().replace('certificate = ""', f'certificate = "{no_file}"')
                                 .replace('certificate_key = ""', f'certificate_key = "{no_file}"'))
        out = run_cli("serve", "--data", bank.folder, "--listen", "127.0.0.1:0", check=False)
        self.assertEqual((out.returncode, f"serve.tls: {no_file}" in out.stderr), (2, True), out.stderr)

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
    def test_an_entry_that_somebody_changed_is_named_by_check(self, bank):
        def evidence():
            report = json.loads(run_cli("check", "--data", bank.folder, "--json", check=False).stdout)
            finding = next(f for f in report["findings"] if f["name"] == "evidence")
            return finding["verdict"], finding["code"], finding["field"]

        self.assertEqual(evidence(), ("good", "", ""))
        self.on_database(bank, "UPDATE evidence_entries SET facts = '{}' WHERE place = 0")
        self.assertEqual(evidence(), ("bad", "check.evidence_altered", "0"))

    @each_database()
    def test_a_forged_entry_is_set_aside_and_a_poisoned_one_skipped(self, bank):
        with self.served(bank) as server:
            teller = bank.sign_in(server, "teller")
            teller.post("/api/complaints", complaint())
            columns = "subject_id, n, kind, at, work, leaf, leaf_hash, mac, facts, openings, sealed, key_id"
            self.on_database(bank, f"INSERT INTO evidence_entries ({columns}) SELECT 777, 1, kind, at, work, leaf, 'forged',"
                                   " 'forged', facts, openings, sealed, key_id FROM evidence_entries WHERE kind = 'complaint.registered'")
            teller.post("/api/complaints", complaint())
            self.wait_for("1", lambda: self.on_database(
                bank, "SELECT quarantined FROM evidence_entries WHERE subject_id = 777"))
            self.assertIn("evidence.entry_quarantined", server.log_text())
        # An entry that no follower can digest and none has seen yet: facts that are no JSON, under a good MAC.
        table = self.folder / "table.csv"
        table.write_text(register(1), encoding="utf-8")
        run_cli("import", "complaints", table, "--mapping", "ledger", "--data", bank.folder)
        last = "(SELECT max(place) FROM evidence_entries WHERE kind = 'complaint.imported')"
        place = int(self.on_database(bank, f"SELECT {last}"))
        self.on_database(bank, f"UPDATE evidence_entries SET facts = 'poison' WHERE place = {place}")
        with self.served(bank, ready=False) as server:
            admin = ["curl", "-s", "--unix-socket", bank.folder / "run" / "admin.sock", "http://localhost/admin/readiness"]
            self.wait_for([f"follower complaint_counts at {place}"], lambda: json.loads(
                subprocess.run(admin, check=True, capture_output=True).stdout)["causes"])
            self.assertEqual(Client(server.port).request("GET", "/readyz")[0], 503)
            skip = ["follower", "skip", "complaint_counts"]
            wrong = run_cli(*skip, place + 1, "--reason", "x", "--data", bank.folder, check=False)
            self.assertEqual((wrong.returncode, wrong.stdout, "[follower.elsewhere" in wrong.stderr), (1, "", True), wrong.stderr)
            run_cli(*skip, place, "--reason", "演练", "--data", bank.folder)
            server.wait_until_ready()

    @each_database(complaints=3)
    def test_an_export_without_a_server_leaves_no_entry_without_a_place(self, bank):
        run_cli("export", "complaints", "--data", bank.folder)
        kinds = self.on_database(bank, "SELECT count(*) FROM evidence_entries WHERE kind LIKE '%export%'")
        waiting = self.on_database(bank, "SELECT count(*) FROM evidence_entries WHERE place IS NULL")
        self.assertEqual((kinds, waiting), ("1", "0"))

    def wait_for(self, wanted, look, seconds=20):
        until = time.monotonic() + seconds
        seen = look()
        while seen != wanted and time.monotonic() < until:
            seen = look()
        self.assertEqual(seen, wanted)

    def on_database(self, bank, sql):
        configuration = (bank.folder / "xiaobao.toml").read_text(encoding="utf-8")
        url = re.search(r'^database = "(.*)"', configuration, re.M).group(1)
        if url != "sqlite":
            return postgres.execute(sql, postgres.name_of(url)).strip()
        return subprocess.run(["sqlite3", "-cmd", ".timeout 5000", bank.folder / "xiaobao.db", sql], check=True,
                              capture_output=True, text=True).stdout.strip()


class DevRun(Story):
    """`./dev run` with a program that is built already."""

    def setUp(self):
        super().setUp()
        script = (ROOT / "dev").read_text(encoding="utf-8")
        for step in ("setup", "build"):
            script = script.replace(f"\n{step}() {{\n", f"\n{step}() {{ return 0\n")
        (self.folder / "build" / "release").mkdir(parents=True)
        (self.folder / "build" / "release" / "xiaobao").symlink_to(PROGRAM)
        (self.folder / "dev").write_text(script, encoding="utf-8")

    def words(self, port):
        return {"args": ["bash", self.folder / "dev", "run"], "text": True, "stdout": subprocess.PIPE,
                "stderr": subprocess.PIPE, "env": dict(os.environ, XB_LISTEN=f"127.0.0.1:{port}", LC_ALL="C.UTF-8")}

    def test_a_start_that_fails_says_why_and_the_logins_stay(self):
        with socket.create_server(("127.0.0.1", 0)) as taken:
            port = taken.getsockname()[1]
            out = subprocess.run(**self.words(port), timeout=120)
        self.assertEqual((out.returncode, out.stdout, "[serve.address" in out.stderr), (2, "", True), out)
        process = subprocess.Popen(**self.words(port), start_new_session=True)
        try:
            lines = iter(process.stdout.readline, "")
            shown = "".join(itertools.takewhile(lambda line: "http://" not in line, lines))
            self.assertIn("administrator", shown)
            self.assertEqual(Client(port).request("GET", "/healthz")[0], 200)
            os.killpg(process.pid, signal.SIGINT)
            self.assertEqual(process.communicate(timeout=60)[1], "")
            self.assertEqual(process.returncode, 0)
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.communicate()

    def test_a_founding_that_was_cut_is_made_again(self):
        half = self.folder / "var" / "founding.new" / "run"
        half.mkdir(parents=True)
        (self.folder / "var" / "bank").mkdir()
        with socket.create_server(("127.0.0.1", 0)) as taken:
            subprocess.run(**self.words(taken.getsockname()[1]), timeout=120)
        self.assertIn("administrator", (self.folder / "var" / "logins.txt").read_text())
        self.assertTrue((self.folder / "var" / "bank" / "xiaobao.toml").exists())
        self.assertFalse(half.exists())


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
            self.assert_problem(teller.request("POST", "/api/session", {"login": "teller", "password": "x"}), 503, "clock")
            self.assertEqual(Client(server.port).request("GET", "/readyz")[0], 503)
            self.assertEqual(len(teller.get("/api/complaints")["items"]), 2)
            offset.write_text("+0\n")
            self.assertEqual(teller.post("/api/complaints", complaint())["state"], "registered")
            offset.write_text("+600\n")  # ten minutes ahead: until somebody says that it is right
            self.assert_problem(teller.request("POST", "/api/complaints", complaint()), 503, "clock")
            refused = run_cli("export", "complaints", "--data", bank.folder, check=False)
            self.assertEqual((refused.returncode, "[clock]" in refused.stderr), (2, True), refused.stderr)
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

    @each_database()
    def test_connections_leave_descriptors_to_the_database(self, bank):
        with self.served(bank, descriptors=200) as server:
            teller = bank.sign_in(server, "teller")
            peers = [socket.create_connection(("127.0.0.1", server.port), timeout=30) for _ in range(250)]
            # Those that are too many are closed at once; nobody waits for a descriptor.
            self.assertEqual(peers[-1].recv(1), b"")
            for _ in range(20):
                self.assertEqual(teller.post("/api/complaints", complaint())["state"], "registered")
            for peer in peers:
                peer.close()
            log = server.log_text()
            self.assertIn("http.few_descriptors", log)
            self.assertNotIn("http.accept_failed", log)

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

            # Another login each time and often another address: who guesses at one, or from one, has to
            # wait, and costs nothing.
            def flood(number):
                for i in itertools.count():
                    if done.is_set():
                        return
                    if i % 50 == 0:
                        client = Client(server.port, source=f"127.{number + 1}.{i // 50 % 250}.1")
                    guess = {"login": f"guess-{number}-{i}", "password": "wrong"}
                    statuses.append(client.request("POST", "/api/session", guess)[0])

            floods = [threading.Thread(target=flood, args=(n,)) for n in range(16)]
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
            answered = threading.Semaphore(0)

            def register(teller):
                try:
                    while True:
                        answers.append(teller.post("/api/complaints", complaint())["id"])
                        answered.release()
                except (OSError, AssertionError, Exception):
                    pass

            threads = [threading.Thread(target=register, args=(t,)) for t in tellers]
            for thread in threads:
                thread.start()
            for _ in range(50):
                self.assertTrue(answered.acquire(timeout=60), server.log_text()[-2000:])
            self.assertEqual(server.stop(signal.SIGTERM), 0)
            for thread in threads:
                thread.join()
        with self.served(bank) as server:
            officer = bank.sign_in(server, "officer")
            for identity in answers:
                self.assertEqual(officer.request("GET", f"/api/complaints/{identity}")[0], 200)


if __name__ == "__main__":
    unittest.main()
