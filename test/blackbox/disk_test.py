"""Faults of the disk: what is expected stands in docs/operating/faults.md."""

import concurrent.futures
import contextlib
import json
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import time
import unittest

from client import PROGRAM, ROOT, Bank, Client, run_cli
from story import Story, complaint, register, wait_until

SHIM = ROOT / "build" / "release" / "xb_disk_shim.so"


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

    def test_a_full_disk_refuses_files_and_keeps_what_is_there(self):
        bank = Bank(self.folder / "bank")
        with self.served(bank, environment=self.environment(bank)) as server:
            teller, officer = bank.sign_in(server, "teller"), bank.sign_in(server, "officer")
            case = teller.post("/api/complaints", complaint())["id"]

            def upload(raw):
                return bank.sign_in(server, "teller").request(
                    "POST", f"/api/complaints/{case}/attachments?kind=other", raw=raw)

            clients = bank.sign_in(server, "teller")
            kept = upload(b"first" * 50_000)[1]
            (self.control / "full").write_text("")
            self.assert_problem(clients.request("POST", f"/api/complaints/{case}/attachments?kind=other",
                                                raw=b"second" * 50_000), 503, "storage.full")
            (self.control / "full").unlink()
            self.assertEqual(upload(b"third" * 50_000)[0], 201)
            content = officer.request("POST", f"/api/attachments/{kept['id']}/opening", {"reason": "核对"})[1]
            self.assertEqual(content, b"first" * 50_000)
        # What was refused after its bytes had come is a stray, which the next start sweeps.
        with self.served(bank):
            wait_until(lambda: len(self.files_of(bank)) == 2, "the stray goes")
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
            tracer = subprocess.Popen(["strace", "-f", "-s", "16", "-e", "trace=pwrite64,fdatasync,recvmsg,sendmsg", "-yy", "-o", trace,
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
        asked = acknowledged = 0
        is_written = is_synced = False
        syncing = set()
        for line in lines:
            thread = line.split()[0]
            if "POST /api/compla" in line:
                asked += 1
                is_written = is_synced = False
                syncing.clear()
            if "-wal>" in line and "pwrite64" in line:
                is_written = True
            # Followers write, too, and may have begun again before the answer is out.
            if "-wal>" in line and "fdatasync" in line and is_written:
                syncing.add(thread)
            if "fdatasync" in line and thread in syncing and "unfinished" not in line:
                is_synced = True
            if "HTTP/1.1 201" in line:
                acknowledged += 1
                self.assertTrue(is_synced, "answered before its log was on the disk")
        self.assertEqual(asked, 20)
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
        self.addCleanup(self.end, process)
        line = process.stdout.readline()
        self.assertRegex(line, r"listening on port \d+", process.stderr.read() if not line else "")
        port = int(line.split()[-1])
        self.assertEqual(Client(port).request("GET", "/readyz")[0], 503)
        again = reader.at(port)
        self.assertEqual(len(again.get("/api/complaints")["items"]), 5)
        self.assert_problem(again.request("POST", "/api/complaints", complaint()), 503, "storage.read_only")
        wanted = {"login": bank.logins["teller"]["login"], "password": bank.logins["teller"]["password"]}
        self.assert_problem(Client(port).request("POST", "/api/session", wanted), 503, "storage.read_only")
        process.terminate()
        self.assertEqual(process.wait(timeout=30), 0)

    @staticmethod
    def files_of(bank):
        return [path for path in (bank.folder / "files").rglob("*") if path.is_file()]

    def wait_until_larger(self, path, size, process):
        def is_larger():
            self.assertIsNone(process.poll(), "it ended before")
            with contextlib.suppress(FileNotFoundError):
                return path.stat().st_size > size
            return False
        wait_until(is_larger, f"{path} grows")

    @staticmethod
    def end(process):
        if process.poll() is None:
            process.kill()
        process.wait()
        process.stdout.close()
        process.stderr.close()

    def test_a_command_says_that_the_disk_is_full(self):
        table = self.folder / "table.csv"
        table.write_text(register(2000, "内容" * 300), encoding="utf-8")
        bank = Bank(self.folder / "bank")
        growing = bank.folder / "xiaobao.db-wal"
        process = subprocess.Popen([PROGRAM, "import", "complaints", table, "--mapping", "ledger", "--data", bank.folder],
                                   env=dict(os.environ, LC_ALL="C.UTF-8", **self.environment(bank)),
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.addCleanup(self.end, process)
        self.wait_until_larger(growing, 1 << 20, process)
        (self.control / "full").write_text("")
        out, errors = process.communicate(timeout=60)
        self.assertEqual((process.returncode, "[storage.full" in errors, out), (2, True, ""), errors)
        (self.control / "full").unlink()
        self.assert_sound(bank)
        run_cli("import", "complaints", table, "--mapping", "ledger", "--data", bank.folder)

    def test_a_founding_that_fills_the_disk_leaves_no_half_bank(self):
        folder, growing = self.folder / "demo", self.folder / "demo.new" / "xiaobao.db-wal"
        shim = {"LD_PRELOAD": str(SHIM), "XB_SHIM_DATA": str(folder), "XB_SHIM_CONTROL": str(self.control)}
        environment = dict(os.environ, LC_ALL="C.UTF-8", **shim)
        words = ["init", "--data", folder, "--demo", "--complaints", "50000"]
        process = subprocess.Popen([PROGRAM, *words], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.addCleanup(self.end, process)
        # The tables stand when so much was written.
        self.wait_until_larger(growing, 8 << 20, process)
        self.assertFalse(folder.exists(), "a name before it is whole")
        (self.control / "full").write_text("")
        out, errors = process.communicate(timeout=60)
        self.assertEqual((process.returncode, "[storage.full" in errors, out), (2, True, ""), errors)
        (self.control / "full").unlink()
        self.assertEqual(list(self.folder.glob("demo*")), [], "half a bank")
        process = subprocess.Popen([PROGRAM, *words], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.addCleanup(self.end, process)
        self.wait_until_larger(growing, 1 << 20, process)
        process.kill()
        process.communicate()
        self.assertEqual([p.name for p in self.folder.glob("demo*")], ["demo.new"])
        run_cli("init", "--data", folder, "--demo", environment=shim)
        self.assertEqual([p.name for p in self.folder.glob("demo*")], ["demo"])

    def test_a_corrupt_page_stops_writing_and_names_its_table(self):
        bank = Bank(self.folder / "bank", 400)
        database = bank.folder / "xiaobao.db"
        # Signed in before: a follower may meet the page first, and from then on nobody can.
        with self.served(bank) as server:
            officer = bank.sign_in(server, "officer")
        connection = sqlite3.connect(database)
        root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'complainants'").fetchone()[0]
        size = connection.execute("PRAGMA page_size").fetchone()[0]
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
        with open(database, "r+b") as file:
            file.seek((root - 1) * size)
            file.write(b"\xff" * 64)
        with self.served(bank, ready=False) as server:
            officer = officer.at(server.port)
            self.assert_problem(officer.request("GET", "/api/complaints"), 503, "storage.corrupt")
            self.assert_problem(officer.request("POST", "/api/complaints", complaint()), 503, "storage.corrupt")
            self.assertEqual(officer.request("GET", "/api/complaints/counts")[0], 200)
            self.assertEqual(Client(server.port).request("GET", "/readyz")[0], 503)
            self.assertIn("storage corrupt complainants", self.causes(bank))
        checked = run_cli("check", "--data", bank.folder, check=False)
        self.assertEqual((checked.returncode, "check.corrupt: complainants" in checked.stdout), (1, True), checked.stdout)

    def test_imports_and_files_leave_the_last_of_the_disk_alone(self):
        bank = Bank(self.folder / "bank")
        with self.served(bank, environment=self.environment(bank)) as server:
            (self.control / "low").write_text("")
            officer = bank.sign_in(server, "officer")
            answer = officer.request("POST", "/api/imports?mapping=cfpb", raw=b"x", headers={"Content-Type": "text/csv"})
            self.assert_problem(answer, 409, "import.space_low")
            case = officer.post("/api/complaints", complaint())
            self.assertEqual(case["state"], "registered")
            self.assert_problem(officer.request("POST", f"/api/complaints/{case['id']}/attachments?kind=other", raw=b"x"),
                                409, "file.space_low")

    def causes(self, bank):
        out = subprocess.run(["curl", "-s", "--unix-socket", bank.folder / "run" / "admin.sock",
                              "http://localhost/admin/readiness"], check=True, capture_output=True, text=True).stdout
        return json.loads(out)["causes"]

    def assert_sound(self, bank):
        out = subprocess.run(["sqlite3", bank.folder / "xiaobao.db", "PRAGMA integrity_check"], check=True,
                             capture_output=True, text=True).stdout.strip()
        self.assertEqual(out, "ok")


if __name__ == "__main__":
    unittest.main()
