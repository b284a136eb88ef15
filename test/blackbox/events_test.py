"""The event stream of the program itself: another session's doing is heard soon, over TCP and TLS, and a server that
ends lets go of those who listen."""

import pathlib
import socket
import ssl
import subprocess
import tempfile
import time
import unittest

import postgres
from client import Bank, Server

COMPLAINT = {"intake_channel": "counter", "summary": "排队", "complainant": {"name": "李四"}}


class Stream:
    """A browser's connection that listens."""

    def __init__(self, port, client, context=None, fields=""):
        plain = socket.create_connection(("127.0.0.1", port), timeout=20)
        self.socket = context.wrap_socket(plain, server_hostname="localhost") if context else plain
        self.text = b""
        self.socket.sendall(f"GET /api/events HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: {client.cookie}\r\n"
                            f"{fields}\r\n".encode())

    def until(self, mark):
        while mark.encode() not in self.text:
            piece = self.socket.recv(65536)
            if not piece:
                raise AssertionError(f"ended before {mark!r}: {self.text!r}")
            self.text += piece
        return self.text.decode()

    def rest(self):
        while piece := self.socket.recv(65536):
            self.text += piece
        self.socket.close()
        return self.text.decode()


class Events(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def end(self, server, stream):
        begun = time.monotonic()
        server.process.terminate()
        rest = stream.rest()
        server.process.wait(20)
        self.assertLess(time.monotonic() - begun, 5, "who listens does not hold it up")
        self.assertEqual(server.process.returncode, 0)
        self.assertTrue(rest.endswith("0\r\n\r\n"), rest)
        self.assertNotIn("event: ended", rest)

    def test_what_another_does_is_heard_soon_and_a_server_that_ends_lets_go(self):
        for kind in postgres.databases():
            with self.subTest(kind):
                bank = Bank(self.folder / kind, database=postgres.url_for(kind))
                with Server(bank.folder) as server:
                    stream = Stream(server.port, bank.sign_in(server, "officer"))
                    self.assertIn("Content-Type: text/event-stream", stream.until("event: hello\n"))
                    made = bank.sign_in(server, "teller").post("/api/complaints", COMPLAINT)
                    begun = time.monotonic()
                    stream.until(f'data: {{"what":"complaint","id":{made["id"]}}}')
                    self.assertLess(time.monotonic() - begun, 2)
                    self.end(server, stream)

    def test_the_same_over_tls(self):
        bank = Bank(self.folder / "bank")
        with Server(bank.folder) as server:
            officer = bank.sign_in(server, "officer")  # a session outlives its server
        pem, key = self.folder / "one.pem", self.folder / "one.key"
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
                        "-keyout", key, "-out", pem], check=True, capture_output=True)
        configuration = bank.folder / "xiaobao.toml"
        told = configuration.read_text(encoding="utf-8")
        told = told.replace('certificate = ""', f'certificate = "{pem}"')
        configuration.write_text(told.replace('certificate_key = ""', f'certificate_key = "{key}"'), encoding="utf-8")
        context = ssl.create_default_context(cafile=str(pem))
        context.check_hostname = False
        with Server(bank.folder, ready=False) as server:
            stream = Stream(server.port, officer, context)
            stream.until("event: hello\n")
            self.end(server, stream)


if __name__ == "__main__":
    unittest.main()
