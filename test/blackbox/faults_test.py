"""Faults of disk, clock, memory and neighbours: what is expected stands in docs/operating/faults.md."""

import concurrent.futures
import glob
import json
import os
import pathlib
import re
import resource
import shutil
import signal
import socket
import sqlite3
import subprocess
import threading
import time
import unittest

import postgres
from client import PROGRAM, ROOT, Bank, Client, Server, run_cli
from story import Story, complaint, each_database

SHIM = ROOT / "build" / "release" / "xb_disk_shim.so"
FAKETIME = next(iter(glob.glob("/usr/lib/*/faketime/libfaketimeMT.so.1")), None)


class Disk(Story):
    def setUp(self):
        super().setUp()
        self.control = self.folder / "control"
        self.control.mkdir()

    def environment(self, bank, **more):
        return {"LD_PRELOAD": str(SHIM), "XB_SHIM_DATA": str(bank.folder), "XB_SHIM_CONTROL": str(self.control),
                **{k: str(v) for k, v in more.items()}}

    def test_a_full_disk_stops_writing_only(self):
        bank = Bank(self.folder / "bank")
        with self.served(bank, environment=self.environment(bank)) as server:
            teller = bank.sign_in(server, "teller")
            made = teller.post("/api/complaints", complaint())
            (self.control / "full").write_text("")
            for _ in range(5):
                self.assert_problem(teller.request("POST", "/api/complaints", complaint()), 503, "storage.full")
                self.assertEqual(teller.get(f"/api/complaints/{made['id']}")["number"], made["number"])
            self.assertEqual(Client(server.port).request("GET", "/readyz")[0], 503)
            self.assertIn("storage full", self.causes(bank))
            (self.control / "full").unlink()
            self.assertEqual(teller.post("/api/complaints", complaint())["state"], "registered")
            self.assertEqual(Client(server.port).request("GET", "/readyz")[0], 200)
            self.assertEqual(len(teller.get("/api/complaints")["items"]), 2)
        self.assert_sound(bank)

    def test_a_slow_disk_bounds_the_waiting_and_drops_nothing_that_started(self):
        bank = Bank(self.folder / "bank")
        with self.served(bank, environment=self.environment(bank)) as server:
            tellers = [bank.sign_in(server, "teller") for _ in range(24)]
            (self.control / "slow").write_text("5000")
            def register(teller):
                started = time.monotonic()
                status, body, headers = teller.request("POST", "/api/complaints", complaint())
                return status, body, headers, time.monotonic() - started
            with concurrent.futures.ThreadPoolExecutor(len(tellers)) as pool:
                first = pool.submit(register, tellers[0])
                answers = [f.result() for f in [first] + [pool.submit(register, t) for t in tellers[1:]]]
            (self.control / "slow").unlink()
            made = [body["id"] for status, body, _, _ in answers if status == 201]
            for status, body, headers, took in answers:
                if status != 201:
                    self.assert_problem((status, body), 503, "storage.busy")
                    self.assertIn("Retry-After", headers)
                    self.assertLess(took, 12)
            self.assertTrue(made)
            listed = [i["id"] for i in bank.sign_in(server, "officer").get("/api/complaints")["items"]]
            self.assertEqual(sorted(listed), sorted(made))

    def test_a_power_cut_loses_nothing_acknowledged(self):
        lost = sum(self.cut(cut, "full") for cut in range(40, 1240, 60))
        self.assertEqual(lost, 0)

    def test_without_full_synchronous_the_same_cuts_do_lose(self):
        """The proof that the test above can fail."""
        lost = sum(self.cut(cut, "normal") for cut in range(340, 1240, 100))
        self.assertGreater(lost, 0)

    def cut(self, after, synchronous):
        """Cuts the power at a write; returns how many acknowledged complaints are gone."""
        shutil.rmtree(self.folder / "bank", ignore_errors=True)
        bank = Bank(self.folder / "bank")
        configuration = bank.folder / "xiaobao.toml"
        text = configuration.read_text(encoding="utf-8")
        configuration.write_text(text.replace('synchronous = "full"', f'synchronous = "{synchronous}"'), encoding="utf-8")
        acknowledged = {}
        with self.served(bank, environment=self.environment(bank, XB_SHIM_CUT_AFTER=after), ready=False) as server:
            try:
                teller = bank.sign_in(server, "teller")
                while True:
                    body = complaint(summary=f"第{len(acknowledged)}件")
                    made = teller.post("/api/complaints", body)
                    acknowledged[made["id"]] = body["summary"]
            except (OSError, Exception) as error:  # noqa: B014 - the server is gone
                self.assertNotIsInstance(error, AssertionError)
            self.assertEqual(server.process.wait(timeout=60), -signal.SIGKILL)
        self.assert_sound(bank)
        with self.served(bank) as server:
            teller = bank.sign_in(server, "teller")
            def is_there(identity):
                status, body, _ = teller.request("GET", f"/api/complaints/{identity}")
                return status == 200 and body["summary"] == acknowledged[identity]
            return sum(not is_there(identity) for identity in acknowledged)

    def test_each_acknowledgement_follows_a_sync_that_began_after_its_write(self):
        bank = Bank(self.folder / "bank")
        trace = self.folder / "trace"
        with self.served(bank) as server:
            teller = bank.sign_in(server, "teller")
            tracer = subprocess.Popen(["strace", "-f", "-s", "16", "-e", "trace=pwrite64,fdatasync,sendmsg", "-yy", "-o", trace,
                                       "-p", str(server.pid)], stderr=subprocess.PIPE)
            for line in tracer.stderr:
                if b"attached" in line:
                    break
            for _ in range(20):
                teller.post("/api/complaints", complaint())
            tracer.send_signal(signal.SIGINT)
            tracer.stderr.read()
            tracer.wait()
            tracer.stderr.close()
        lines = trace.read_text(errors="replace").splitlines()
        acknowledged = 0
        written = synced = -1
        for at, line in enumerate(lines):
            if "-wal>" in line and "pwrite64" in line:
                written = at
            if "-wal>" in line and "fdatasync" in line and at > written:
                synced = at
            if "HTTP/1.1 201" in line:
                acknowledged += 1
                self.assertGreater(written, -1)
                self.assertGreater(synced, written, "answered before its log was on the disk")
                written = synced = -1
        self.assertEqual(acknowledged, 20)

    def test_a_disk_that_cannot_be_written_is_read(self):
        bank = Bank(self.folder / "bank", 5)
        with self.served(bank) as server:
            reader = bank.sign_in(server, "officer")
        user = "nobody" if os.geteuid() == 0 else None
        for path in [bank.folder, *bank.folder.rglob("*")]:
            if user:
                shutil.chown(path, "nobody")
            path.chmod(0o500 if path.is_dir() else 0o400)
        self.folder.chmod(0o755)
        self.addCleanup(lambda: [p.chmod(0o700) for p in [bank.folder, *bank.folder.rglob("*")]])
        program = self.folder / "xiaobao"  # where that user can reach it
        shutil.copy(PROGRAM, program)
        program.chmod(0o755)
        process = subprocess.Popen([program, "serve", "--data", bank.folder, "--listen", "127.0.0.1:0"], user=user,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        line = process.stdout.readline()
        self.assertRegex(line, r"listening on port \d+", process.stderr.read() if not line else "")
        port = int(line.split()[-1])
        self.assertEqual(Client(port).request("GET", "/readyz")[0], 503)
        again = Client(port)
        again.cookie, again.csrf = reader.cookie, reader.csrf
        self.assertEqual(len(again.get("/api/complaints")["items"]), 5)
        self.assert_problem(again.request("POST", "/api/complaints", complaint()), 503, "storage.read_only")
        wanted = {"login": bank.logins["teller"]["login"], "password": bank.logins["teller"]["password"]}
        self.assert_problem(Client(port).request("POST", "/api/session", wanted), 503, "storage.read_only")
        process.terminate()
        self.assertEqual(process.wait(timeout=30), 0)
        process.stdout.close()
        process.stderr.close()

    def test_a_corrupt_page_stops_writing_and_names_its_table(self):
        bank = Bank(self.folder / "bank", 400)
        database = bank.folder / "xiaobao.db"
        connection = sqlite3.connect(database)
        root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'complainants'").fetchone()[0]
        size = connection.execute("PRAGMA page_size").fetchone()[0]
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
        with open(database, "r+b") as file:
            file.seek((root - 1) * size)
            file.write(b"\xff" * 64)
        with self.served(bank, ready=False) as server:
            officer = bank.sign_in(server, "officer")
            self.assert_problem(officer.request("GET", "/api/complaints"), 503, "storage.corrupt")
            self.assert_problem(officer.request("POST", "/api/complaints", complaint()), 503, "storage.corrupt")
            self.assertEqual(officer.request("GET", "/api/complaints/counts")[0], 200)
            self.assertEqual(Client(server.port).request("GET", "/readyz")[0], 503)
            self.assertIn("storage corrupt complainants", self.causes(bank))
        checked = run_cli("check", "--data", bank.folder, check=False)
        self.assertEqual((checked.returncode, "check.corrupt" in checked.stdout), (1, True), checked.stdout)

    def test_an_import_leaves_the_last_of_the_disk_alone(self):
        bank = Bank(self.folder / "bank")
        with self.served(bank, environment=self.environment(bank)) as server:
            (self.control / "low").write_text("")
            officer = bank.sign_in(server, "officer")
            answer = officer.request("POST", "/api/imports?mapping=cfpb", raw=b"x", headers={"Content-Type": "text/csv"})
            self.assert_problem(answer, 409, "import.space_low")
            self.assertEqual(officer.post("/api/complaints", complaint())["state"], "registered")

    def causes(self, bank):
        out = subprocess.run(["curl", "-s", "--unix-socket", bank.folder / "run" / "admin.sock",
                              "http://localhost/admin/readiness"], check=True, capture_output=True, text=True).stdout
        return json.loads(out)["causes"]

    def assert_sound(self, bank):
        out = subprocess.run(["sqlite3", bank.folder / "xiaobao.db", "PRAGMA integrity_check"], check=True,
                             capture_output=True, text=True).stdout.strip()
        self.assertEqual(out, "ok")


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
