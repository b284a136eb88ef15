"""Files of cases from outside: what is taken and what is not, whole or not at all, also when the program is
killed or the disk is full, and what `check` says of a file that is gone."""

import concurrent.futures
import http.client
import io
import json
import signal
import socket
import threading
import unittest
import urllib.parse
import zipfile

from client import run_cli
from story import Story, complaint, each_database

MEGABYTE = 1 << 20
PDF = b"%PDF-1.7\n" + bytes(range(256)) * 800


def docx(name="word/document.xml"):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr(name, "<document/>")
    return out.getvalue()


def bomb():
    """A few kilobytes that would unpack to a gigabyte. Nothing here unpacks it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", b"0" * (64 * MEGABYTE))
    return out.getvalue()


class Files(Story):
    def upload(self, client, case, raw, name="凭证.pdf", kind="voucher"):
        return client.request("POST", f"/api/complaints/{case}/attachments?kind={kind}", raw=raw, headers={
            "Content-Type": "application/octet-stream", "X-File-Name": urllib.parse.quote(name)})

    def download(self, client, attachment, reason="核对材料"):
        return client.request("POST", f"/api/attachments/{attachment}/opening", {"reason": reason})

    def stored(self, bank):
        return [p for p in (bank.folder / "files").rglob("*") if p.is_file()]

    def verdict(self, bank, *more):
        checked = run_cli("check", "--data", bank.folder, "--json", *more, check=False)
        return [f for f in json.loads(checked.stdout)["findings"] if f["name"] == "files"]

    @each_database()
    def test_files_come_in_and_go_out_as_they_were(self, bank):
        with self.served(bank) as server:
            teller, officer = bank.sign_in(server, "teller"), bank.sign_in(server, "officer")
            case = teller.post("/api/complaints", complaint())["id"]
            files = [("a.pdf", PDF), ("b.txt", b"x"), ("c.docx", docx()), ("d.docx", bomb()),
                     ("e.txt", "通话记录\r\n".encode("gb18030")), ("f.mp4", b"\0\0\0\x18ftypisom" + bytes(3 * MEGABYTE))]
            for name, raw in files:
                status, made, _ = self.upload(teller, case, raw, name)
                self.assertEqual((status, made["bytes"]), (201, len(raw)), made)
                status, content, headers = self.download(officer, made["id"])
                self.assertEqual((status, content), (200, raw))
                self.assertTrue(headers["Content-Disposition"].startswith("attachment; "))
                self.assertEqual(headers["X-Content-Type-Options"], "nosniff")
                self.assertIn("sandbox", headers["Content-Security-Policy"])
                self.assertEqual(headers["Cache-Control"], "no-store")
                self.assertEqual(self.download(teller, made["id"])[0], 403, "his post does not open")
            self.assertEqual(len(teller.get(f"/api/complaints/{case}/attachments")["items"]), len(files))
            self.assertEqual(len(self.stored(bank)), len(files))
            for path in self.stored(bank):
                self.assertNotIn(b"%PDF", path.read_bytes())
            self.assertEqual(self.verdict(bank, "--deep"), [dict(name="files", verdict="good", code="", field="")])
        self.assertEqual(self.verdict(bank)[0]["verdict"], "good")
        first = min(self.stored(bank), key=lambda p: p.stat().st_size)
        content = bytearray(first.read_bytes())
        content[20] ^= 1
        first.write_bytes(content)
        self.assertEqual(self.verdict(bank)[0]["verdict"], "good", "its size is right")
        self.assertEqual(self.verdict(bank, "--deep")[0]["code"], "check.file_altered")
        first.unlink()
        self.assertEqual(self.verdict(bank)[0]["code"], "check.file_missing")

    @each_database()
    def test_what_is_not_taken_leaves_nothing(self, bank):
        text = (bank.folder / "xiaobao.toml").read_text().replace("text_mb = 5", "text_mb = 1")
        (bank.folder / "xiaobao.toml").write_text(text)
        with self.served(bank) as server:
            teller, other = bank.sign_in(server, "teller"), bank.sign_in(server, "officer")
            case = teller.post("/api/complaints", complaint())["id"]
            self.assertEqual(self.upload(teller, case, b"x" * MEGABYTE)[0], 201, "the limit itself")
            refused = [(b"", 422, "file.empty"), (b"x" * (MEGABYTE + 1), 422, "file.too_large"),
                       (b"MZ" + bytes(MEGABYTE), 422, "file.type_refused"), (b"MZ\0", 422, "file.type_refused"),
                       (b"<svg onload='x'></svg>", 422, "file.type_refused"),
                       (docx("word/vbaProject.bin"), 422, "file.macros"),
                       (docx("evil.js"), 422, "file.type_refused"), (b"%PDF-" + bytes(52 * MEGABYTE), 422, "file.too_large")]
            for raw, status, code in refused:
                self.assert_problem(self.upload(bank.sign_in(server, "teller"), case, raw), status, code, "file")
            self.assert_problem(self.upload(teller, case, b"x", kind="secret"), 422, "field.choice", "kind")
            self.assert_problem(self.upload(teller, 999999999, b"x"), 404, "complaint.missing")
            answer = teller.request("POST", f"/api/complaints/{case}/attachments?kind=other", raw=b"x",
                                    headers={"X-File-Name": "%FF"})
            self.assert_problem(answer, 422, "file.name", "X-File-Name")
            evil = ["../../../etc/cron.d/x", "C:\\x\\y.exe", "a\r\nSet-Cookie: x=1", "\u202Efdp.exe", "x" * 2000, ""]
            for i, name in enumerate(evil):
                status, made, _ = self.upload(bank.sign_in(server, "teller"), case, f"text {i}".encode(), name)
                self.assertEqual(status, 201, made)
                self.assertTrue(made["name"].endswith(".txt") and "/" not in made["name"] and len(made["name"]) <= 200)
                self.assertEqual(self.download(other, made["id"])[2]["Set-Cookie"], None)
            self.assertEqual(len(self.stored(bank)), 1 + len(evil))
            self.cut_off(teller, server.port, case)
        self.assertEqual(len(self.stored(bank)), 1 + len(evil), "nothing of what was cut off")

    def cut_off(self, teller, port, case):
        """Announces more than it sends, and goes away."""
        with socket.create_connection(("127.0.0.1", port)) as line:
            head = (f"POST /api/complaints/{case}/attachments?kind=other HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n"
                    f"Cookie: {teller.cookie}\r\nX-CSRF-Token: {teller.csrf}\r\nContent-Length: {30 * MEGABYTE}\r\n\r\n")
            line.sendall(head.encode() + PDF * 20)

    @each_database()
    def test_the_same_file_comes_in_once_however_often_it_is_sent(self, bank):
        with self.served(bank) as server:
            teller = bank.sign_in(server, "teller")
            case = teller.post("/api/complaints", complaint())["id"]
            first = self.upload(teller, case, PDF)
            again = self.upload(teller, case, PDF, "另一份.pdf")
            self.assertEqual((first[0], again[0]), (201, 200))
            self.assertEqual(first[1]["id"], again[1]["id"])
            clients = [bank.sign_in(server, "teller") for _ in range(4)]
            with concurrent.futures.ThreadPoolExecutor(4) as pool:
                same = list(pool.map(lambda c: self.upload(c, case, b"%PDF-same" * 50_000), clients))
                each = list(pool.map(lambda i: self.upload(clients[i], case, b"%PDF-" + str(i).encode() * 300_000), range(4)))
            self.assertEqual(sorted(a[0] for a in same), [200, 200, 200, 201], same)
            self.assertEqual(len({a[1]["id"] for a in same}), 1)
            self.assertEqual([a[0] for a in each], [201] * 4, each)
            self.assertEqual(len(self.stored(bank)), 6, "and no file twice")

    @each_database()
    def test_a_kill_in_the_middle_leaves_no_half_file(self, bank):
        sent = {}
        for number in range(5):
            with self.served(bank) as server:
                teller = bank.sign_in(server, "teller")
                case = teller.post("/api/complaints", complaint())["id"]
                begun = threading.Semaphore(0)

                def upload(i, client, number=number, case=case):
                    try:
                        for j in range(1000):
                            raw = b"%PDF-" + f"{number} {i} {j}".encode() * 40_000
                            status, made, _ = self.upload(client, case, raw)
                            if status == 201:
                                sent[made["id"]] = raw
                                begun.release()
                    except (OSError, http.client.HTTPException):
                        pass

                threads = [threading.Thread(target=upload, args=(i, bank.sign_in(server, "teller"))) for i in range(3)]
                for thread in threads:
                    thread.start()
                for _ in range(4 + number):
                    self.assertTrue(begun.acquire(timeout=60), server.log_text()[-2000:])
                server.stop(signal.SIGKILL)
                for thread in threads:
                    thread.join()
        self.assertEqual(self.verdict(bank, "--deep")[0]["verdict"], "good")
        with self.served(bank) as server:
            officer = bank.sign_in(server, "officer")
            for attachment, raw in sent.items():
                self.assertEqual(self.download(officer, attachment)[1], raw)
            self.assertEqual(list((bank.folder / "files" / "incoming").iterdir()), [])


if __name__ == "__main__":
    unittest.main()
