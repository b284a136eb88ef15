"""The portal from outside: a consumer files, keeps his receipt, follows, acts with codes that a real little gateway
got; what hostile pages and programs send; what guessing costs; and that nothing personal is left in the log."""

import collections
import hashlib
import http.server
import json
import re
import statistics
import threading
import time
import unittest
import urllib.parse

from client import Client, run_cli
from story import Story, complaint, each_database

PHONE = "13900001111"
FILING = {"description": "年费重复扣收，致电多次无人处理。", "name": "沈万清", "phone": PHONE,
          "identity_number": "11010519491231002X", "unit_code": None}
TOKEN = "gateway-secret-7f3a"


class Gateway:
    """Takes messages as a provider's would, and keeps them."""

    def __init__(self, port=0):
        self.messages = collections.OrderedDict()  # by id, as the provider tells repeats
        self.deliveries = []
        self.status = 200
        self.came = threading.Condition()
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                with outer.came:
                    outer.deliveries.append((self.headers["Idempotency-Key"], self.headers["Authorization"], body))
                    if outer.status == 200:
                        outer.messages[body["id"]] = body
                    outer.came.notify_all()
                self.send_response(outer.status)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self.port = self.server.server_port
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    def wait_until(self, found, seconds=30):
        with self.came:
            return self.came.wait_for(found, seconds)

    def wait_for(self, wording):
        """The first message of this wording."""
        def found():
            return next((m for m in self.messages.values() if m["wording"] == wording), None)

        message = self.wait_until(found)
        if not message:
            raise AssertionError(f"no {wording} came: {[m['wording'] for m in self.messages.values()]}")
        return message


def set_gateway(bank, port):
    (bank.folder / "gateway-token").write_text(TOKEN + "\n")
    path = bank.folder / "xiaobao.toml"
    text = path.read_text()
    text = text.replace("show = true", "show = false").replace('sms_url = ""', f'sms_url = "http://127.0.0.1:{port}/send"')
    path.write_text(text.replace('sms_token = ""', 'sms_token = "gateway-token"')
                    .replace('telephone = "0571-00000000"', 'telephone = "95500"'))


def solve(puzzle):
    nonces = []
    for i in range(puzzle["count"]):
        n = 0
        while True:
            digest = hashlib.sha256(f"{puzzle['puzzle']}.{i}.{n}".encode()).digest()
            if int.from_bytes(digest[:4], "big") >> (32 - puzzle["bits"]) == 0:
                break
            n += 1
        nonces.append(str(n))
    return {"X-Puzzle": puzzle["puzzle"] + ":" + ",".join(nonces)}


class Consumer:
    def __init__(self, server, source="127.0.0.1"):
        self.client = Client(server.port, source=source)

    def post(self, path, body=None, headers=None):
        return self.client.request("POST", path, {} if body is None else body, headers)

    def draft(self):
        status, made, headers = self.post("/api/portal/drafts")
        assert status == 201, made
        assert "Set-Cookie" not in headers
        return f"/api/portal/drafts/{made['id']}", {"X-Draft-Token": made["token"]}

    def upload(self, path, token, raw, name, kind="voucher"):
        return self.client.request("POST", f"{path}?kind={kind}", raw=raw, headers={
            **token, "Content-Type": "application/octet-stream", "X-File-Name": urllib.parse.quote(name)})

    def file(self, **changes):
        path, token = self.draft()
        status, answer, _ = self.post(path, {**FILING, **changes}, token)
        assert status == 200, answer
        status, receipt, _ = self.post(path + "/submission", {}, token)
        assert status == 201, receipt
        return receipt

    def look(self, number, code, headers=None):
        return self.post("/api/portal/following", {"number": number, "code": code}, headers)

    def follow(self, receipt):
        status, followed, _ = self.look(receipt["number"], receipt["receipt_code"])
        assert status == 200, followed
        return {"X-Case-Token": followed["token"]}

    def case(self, token):
        status, view, _ = self.client.request("GET", "/api/portal/case", headers=token)
        assert status == 200, view
        return view


def figures(message):
    return re.search(r"验证码 (\d{6})", message["text"])[1]


class Portal(Story):
    @each_database()
    def test_a_consumer_files_follows_and_withdraws_with_a_code(self, bank):
        gateway = Gateway()
        self.addCleanup(gateway.close)
        set_gateway(bank, gateway.port)
        with self.served(bank) as server:
            consumer = Consumer(server)
            choices = consumer.client.get("/api/portal/choices")
            self.assertEqual((choices["telephone"], choices["has_sms"], choices["is_demo"]), ("95500", True, False))
            outlet = next(u["code"] for u in choices["units"] if u["kind"] == "outlet")
            path, draft = consumer.draft()
            self.assertEqual(consumer.post(path, {**FILING, "unit_code": outlet}, draft)[0], 200)
            self.assertEqual(consumer.upload(path + "/attachments", draft, b"%PDF-1.7\n" + b"x" * 4000, "沈万清的流水.pdf")[0], 201)
            status, receipt, headers = consumer.post(path + "/submission", {}, draft)
            self.assertEqual(status, 201)
            self.assertNotIn("Set-Cookie", headers)
            told = gateway.wait_for("registered")
            self.assertEqual(told["to"], PHONE)
            self.assertIn(receipt["number"], told["text"])
            self.assertIn(receipt["receipt_code"], told["text"])
            key, authorization, body = gateway.deliveries[0]
            self.assertEqual((key, authorization), (body["id"], "Bearer " + TOKEN))

            token = consumer.follow(receipt)
            view = consumer.case(token)
            self.assertEqual((view["state"], view["files"], view["telephone"]), ("registered", 1, "95500"))
            self.assertEqual(consumer.post("/api/portal/case/supplement", {"note": "补充：流水一份"}, token)[0], 200)
            self.assertEqual(consumer.upload("/api/portal/case/attachments", token, b"more", "说明.txt")[0], 201)
            self.assert_problem(consumer.post("/api/portal/case/withdrawal", {"code": "123456"}, token), 422, "portal.code_void", "code")
            status, sent, _ = consumer.post("/api/portal/case/codes", {"act": "withdraw"}, token)
            self.assertEqual((status, sent["sent_to"]), (200, "139****1111"))
            code = figures(gateway.wait_for("code_withdraw"))
            done = consumer.post("/api/portal/case/withdrawal", {"code": code, "reason": "已协商"}, token)
            self.assertEqual((done[0], done[1]["state"]), (200, "withdrawn"))
            gateway.wait_for("withdrawn")
            teller = bank.sign_in(server, "officer")
            found = [c for c in teller.get("/api/complaints")["items"] if c["number"] == receipt["number"]]
            self.assertEqual(found[0]["state"], "withdrawn")
            story = teller.get(f"/api/complaints/{found[0]['id']}/timeline")["items"]
            proof = next(e for e in story if e["kind"] == "complaint.withdrawn")["facts"]["proof"]
            self.assertEqual(proof, "sms_code")
            secrets = [PHONE, "沈万清", FILING["description"], receipt["receipt_code"], draft["X-Draft-Token"],
                       token["X-Case-Token"], code, TOKEN, "流水"]
        log = server.log_text()
        self.assertIn("/api/portal/case", log)
        for secret in secrets:
            self.assertNotIn(secret, log)
        self.assertEqual(run_cli("check", "--data", bank.folder, "--deep", check=False).returncode, 0)

    @each_database()
    def test_whom_staff_register_is_told_and_follows(self, bank):
        gateway = Gateway()
        self.addCleanup(gateway.close)
        set_gateway(bank, gateway.port)
        with self.served(bank) as server:
            teller = bank.sign_in(server, "teller")
            teller.post("/api/complaints", complaint())
            told = gateway.wait_for("registered")
            number, code = re.search(r"编号 (\d{16})，查询码 (\d{16})", told["text"]).groups()
            consumer = Consumer(server)
            view = consumer.case(consumer.follow({"number": number, "receipt_code": code}))
            self.assertEqual(view["number"], number)
            self.assertNotIn(teller.person["name"], json.dumps(view, ensure_ascii=False), "no name of anybody")
            officer = bank.sign_in(server, "officer")
            shown = json.dumps(officer.get("/api/complaints"), ensure_ascii=False)
            self.assertNotIn(code, shown, "the code is on no screen of staff")

    @each_database()
    def test_a_gateway_that_fails_gets_each_message_once_it_is_back(self, bank):
        gateway = Gateway()
        self.addCleanup(gateway.close)
        gateway.status = 503
        set_gateway(bank, gateway.port)
        with self.served(bank) as server:
            receipt = Consumer(server).file()
            self.assertTrue(gateway.wait_until(lambda: gateway.deliveries))
        with self.served(bank) as server:  # what waits outlives the program
            gateway.status = 200
            told = gateway.wait_for("registered")
            self.assertIn(receipt["number"], told["text"])
            self.assertEqual(len({key for key, _, _ in gateway.deliveries}), 1)

    @each_database()
    def test_hostile_input_is_refused_and_changes_nothing(self, bank):
        with self.served(bank) as server:
            consumer = Consumer(server)
            path, token = consumer.draft()
            for body in ({"name": 5}, {"name": "x" * 10_000}, {"__proto__": {}}, {"agent": []}, {"claim_kinds": "x"},
                         {"amount_fen": 1e30}, {"description": "\u0000"}, {"name": "\ud800"}, {"accused_id": 1}):
                self.assertIn(consumer.post(path, body, token)[0], (400, 422), body)
            raw = consumer.client.request("POST", path, raw=b"{" * 5000, headers=token)
            self.assertEqual(raw[0], 400)
            self.assertEqual(consumer.client.request("POST", path, raw=b"{}", headers={**token, "Content-Type": "text/plain"})[0], 415)
            script = "<script>alert(1)</script>\"'&;DROP TABLE complaints;--"
            self.assertEqual(consumer.post(path, {**FILING, "description": script}, token)[0], 200)
            self.assertEqual(consumer.client.request("GET", path, headers=token)[1]["content"]["description"], script)
            for name in ("../../etc/passwd", "a\r\nX: y.txt", "\u202egnp.exe", "CON.txt", "x" * 500):
                status, taken, _ = consumer.upload(path + "/attachments", token, name.encode(), name)
                self.assertIn(status, (201, 422), name)
                if status == 201:
                    self.assertNotIn("/", taken["name"])
                    self.assertNotIn("\r", taken["name"])
                    self.assertLessEqual(len(taken["name"]), 204)
            self.assertEqual(consumer.upload(path + "/attachments", token, b"MZ\x90\0" + bytes(600), "bild.jpg")[0], 422)
            self.assert_problem(consumer.post("/api/portal/drafts", {}, {"Sec-Fetch-Site": "cross-site"}), 403, "http.other_site")
            self.assert_problem(consumer.post("/api/portal/following", {"number": "' OR 1=1", "code": "x"}), 422, "portal.number", "number")
            for odd in ("", "x", "." * 3000, "1.2.3", "\xff"):
                status = consumer.client.request("GET", "/api/portal/case", headers={"X-Case-Token": odd})[0]
                self.assertEqual(status, 401, odd)
            self.assertEqual(consumer.client.request("GET", path, headers={"X-Draft-Token": "0" * 64})[0], 404)
            # A staff session counts for nothing here, and its cookie is not asked for.
            teller = bank.sign_in(server, "teller")
            self.assertEqual(teller.request("GET", "/api/portal/case")[0], 401)
            self.assertEqual(teller.request("GET", path)[0], 404)
            status, receipt, _ = consumer.post(path + "/submission", {}, token)
            self.assertEqual(status, 201)

    @each_database()
    def test_a_flood_meets_puzzles_and_others_do_not(self, bank):
        with self.served(bank) as server:
            flooding = Consumer(server)
            for _ in range(20):
                flooding.draft()
            self.assert_problem(flooding.post("/api/portal/drafts"), 429, "portal.puzzle")
            Consumer(server, source="127.0.0.2").draft()
            answer = solve(flooding.client.get("/api/portal/puzzle"))
            self.assertEqual(flooding.post("/api/portal/drafts", {}, answer)[0], 201)
            self.assert_problem(flooding.post("/api/portal/drafts", {}, answer), 429, "portal.puzzle")

    @each_database()
    def test_guessing_tells_nothing_and_locks_nobody_out(self, bank):
        with self.served(bank) as server:
            receipt = Consumer(server).file()
            number = receipt["number"]
            wrong = Consumer(server, source="127.0.0.3")
            for _ in range(10):
                refused = wrong.look(number, "1234567890123456")
                self.assert_problem(refused, 404, "portal.unknown")
            self.assert_problem(wrong.look(number, receipt["receipt_code"]), 429, "portal.puzzle")
            Consumer(server).follow(receipt)
            answer = solve(wrong.client.get("/api/portal/puzzle"))
            self.assertEqual(wrong.look(number, "1234567890123456", answer)[0], 404)
            status, told, headers = wrong.look(number, receipt["receipt_code"], solve(wrong.client.get("/api/portal/puzzle")))
            self.assertEqual((status, told["code"]), (429, "portal.wait"))
            self.assertLessEqual(int(headers["Retry-After"]), 60)

    @each_database()
    def test_an_unknown_number_and_a_wrong_code_take_as_long(self, bank):
        with self.served(bank) as server:
            numbers = [Consumer(server, source=f"127.0.1.{i}").file()["number"] for i in range(4)]
            # Of the same form, of no case: the next with a right check digit.
            nobody = [self.another(Consumer(server), n, numbers) for n in numbers]
            spent = {"wrong": [], "unknown": []}
            bodies = set()
            for round_of in range(80):
                asker = Consumer(server, source=f"127.0.{2 + round_of // 4}.{1 + round_of % 4}")
                for kind, number in (("wrong", numbers[round_of % 4]), ("unknown", nobody[round_of % 4])):
                    started = time.perf_counter()
                    status, body, _ = asker.look(number, "1234567890123456")
                    spent[kind].append(time.perf_counter() - started)
                    self.assertEqual(status, 404)
                    bodies.add(json.dumps(body, sort_keys=True))
            self.assertEqual(len(bodies), 1)
            wrong, unknown = (statistics.median(spent[kind][8:]) for kind in ("wrong", "unknown"))
            self.assertLess(max(wrong, unknown) / min(wrong, unknown), 2, (wrong, unknown))

    def another(self, asker, number, known):
        for serial in range(10, 100):
            for check in range(10):
                made = f"{number[:13]}{serial:02d}{check}"
                if made in known:
                    continue
                if asker.look(made, "1234567890123456")[1]["code"] != "portal.number":
                    return made
        raise AssertionError("no number of this form")


if __name__ == "__main__":
    unittest.main()
