"""What black-box tests and benchmarks share: the program as a process, and a small HTTP client."""

import http.client
import json
import os
import pathlib
import re
import resource
import select
import signal
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PROGRAM = pathlib.Path(os.environ.get("XB_PROGRAM", ROOT / "build" / "release" / "xiaobao"))


def run_cli(*arguments, check=True, environment=None, **options):
    """Runs the program to its end and returns what it printed."""
    full = dict(os.environ, LANG="en_US.UTF-8", **(environment or {}))
    full.pop("LC_ALL", None)
    result = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, env=full, **options)
    if check and result.returncode != 0:
        raise AssertionError(f"{arguments}: exit {result.returncode}\n{result.stdout}\n{result.stderr}")
    return result


class Server:
    """`serve` as a process; ready when entered, ended when left."""

    def __init__(self, folder, environment=None, ready=True, arguments=(), descriptors=None):
        self.folder = pathlib.Path(folder)
        self.environment = dict(os.environ, **(environment or {}))
        self.ready = ready
        self.arguments = arguments
        self.descriptors = descriptors  # that it may have at most, or as many as we
        self.log = tempfile.TemporaryFile(mode="w+", encoding="utf-8", errors="replace")

    def __enter__(self):
        self.process = subprocess.Popen(
            [PROGRAM, "serve", "--data", self.folder, "--listen", "127.0.0.1:0", *self.arguments],
            stdout=subprocess.PIPE, stderr=self.log, text=True, env=self.environment,
            preexec_fn=self.limit_descriptors if self.descriptors else None)
        has_begun = False
        try:
            self.begin()
            has_begun = True
        finally:
            if not has_begun:
                self.end()
        return self

    def limit_descriptors(self):
        resource.setrlimit(resource.RLIMIT_NOFILE, (self.descriptors, self.descriptors))

    def begin(self):
        readable, _, _ = select.select([self.process.stdout], [], [], 60)
        line = self.process.stdout.readline() if readable else ""
        match = re.match(r"listening on port (\d+)", line)
        if not match:
            self.end()
            raise AssertionError(f"serve did not start: {line!r} {self.log_text()}")
        self.port = int(match.group(1))
        self.pid = self.process.pid
        if self.ready:
            self.wait_until_ready()

    def end(self):
        """Whatever state it is in: no process is left."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.process.stdout.close()

    def __exit__(self, *_):
        self.stop()

    def wait_until_ready(self, seconds=20):
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            try:
                if Client(self.port).request("GET", "/readyz")[0] == 200:
                    return
            except OSError:
                pass
        raise AssertionError("not ready: " + self.log_text()[-2000:])

    def stop(self, number=signal.SIGTERM):
        """Ends the process and returns its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        try:
            return self.process.wait(timeout=60)
        finally:
            self.end()

    def log_text(self):
        self.log.flush()
        self.log.seek(0)
        return self.log.read()


class Client:
    """One keep-alive connection, signed in or not."""

    def __init__(self, port, login=None, password=None, timeout=30, source="127.0.0.1"):
        self.port = port
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout, source_address=(source, 0))
        self.cookie = self.csrf = self.person = None
        if login:
            status, body, headers = self.request("POST", "/api/session", {"login": login, "password": password})
            assert status == 200, (status, body)
            self.cookie = headers["Set-Cookie"].split(";")[0]
            self.csrf = body["csrf_token"]
            self.person = body["person"]

    def at(self, port):
        """The same session on a server started again."""
        client = Client(port)
        client.cookie, client.csrf, client.person = self.cookie, self.csrf, self.person
        return client

    def request(self, method, path, body=None, headers=None, raw=None):
        """Returns (status, parsed JSON or bytes, headers)."""
        fields = {}
        if self.cookie:
            fields.update({"Cookie": self.cookie, "X-CSRF-Token": self.csrf})
        data = raw
        if body is not None:
            data = json.dumps(body, ensure_ascii=False).encode("utf-8", "surrogatepass")
        if data is not None:
            fields["Content-Type"] = "application/json"
        fields.update(headers or {})
        self.connection.request(method, path, data, fields)
        response = self.connection.getresponse()
        content = response.read()
        if "json" in (response.headers.get("Content-Type") or "") and content:
            content = json.loads(content)
        return response.status, content, response.headers

    def get(self, path):
        status, body, _ = self.request("GET", path)
        assert status == 200, (path, status, body)
        return body

    def post(self, path, body=None, expect=(200, 201), headers=None):
        status, answer, _ = self.request("POST", path, {} if body is None else body, headers)
        assert status in expect, (path, status, answer)
        return answer


class Bank:
    """A demo bank in a folder of its own."""

    def __init__(self, folder, complaints=0, database=None):
        self.folder = pathlib.Path(folder)
        arguments = ["init", "--data", self.folder, "--demo", "--complaints", complaints, "--json"]
        if database:
            arguments += ["--database", database]
        self.logins = {l["post"]: l for l in json.loads(run_cli(*arguments).stdout)["logins"]}

    def sign_in(self, server, post):
        login = self.logins[post]
        return Client(server.port, login["login"], login["password"])
