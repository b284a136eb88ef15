"""Wrong, huge and hostile input: each its own 4xx with field and code, nothing stored, nothing personal
in any log or answer."""

import json
import socket
import threading
import unittest

from client import Client
from story import Story, complaint, each_database

JSON = {"Content-Type": "application/json"}

# (what is sent, status, code, field). Text is sent as it stands.
BAD_JSON = [
    ("", 422, "field.required", "intake_channel"),
    ("{", 400, "json.malformed", None),
    ("[]", 422, "field.type", None),
    ("null", 422, "field.type", None),
    ('{"a":1} {"b":2}', 400, "json.malformed", None),
    ("{'a':1}", 400, "json.malformed", None),
    ('{"summary":"x",}', 400, "json.malformed", None),
    ('{"summary":"x","summary":"y"}', 400, "json.duplicate_key", "summary"),
    ('{"complainant":{"name":"a","name":"b"}}', 400, "json.duplicate_key", "complainant.name"),
    ('{"summary":"a\\u0000b"}', 422, "field.control_character", "summary"),
    ('{"sum\\u0000mary":"ab"}', 422, "field.control_character", None),
    ('{"summary":"\\ud800"}', 400, "json.malformed", None),
    ('{"summary":"\\udc00\\ud800"}', 400, "json.malformed", None),
    ('{"x":1e400}', 400, "json.number", "x"),
    ('{"x":18446744073709551615}', 400, "json.number", "x"),
    ('{"x":01}', 400, "json.malformed", None),
    ('{"x":NaN}', 400, "json.malformed", None),
    ("[" * 100 + "]" * 100, 400, "json.too_deep", None),
    ('{"x":[' + "0," * 20000 + "0]}", 400, "json.too_large", None),
    (b'{"summary":"\xff\xfe"}', 400, "json.malformed", None),
    (b'{"summary":"\xc0\xaf"}', 400, "json.malformed", None),
]


def changed(path, value):
    """A good registration with one member changed; the path is dotted."""
    body = complaint()
    at = body
    *parents, last = path.split(".")
    for name in parents:
        at = at[name]
    at[last] = value
    return body


BAD_FIELDS = [
    ("summary", "", "field.empty"),
    ("summary", " \u3000\n", "field.empty"),
    ("summary", None, "field.type"),
    ("summary", 7, "field.type"),
    ("summary", ["x"], "field.type"),
    ("summary", "长" * 301, "field.too_long"),
    ("summary", "a\u0001b", "field.control_character"),
    ("summary", "a\u007fb", "field.control_character"),
    ("description", "长" * 50001, "field.too_long"),
    ("claim", "x" * 5001, "field.too_long"),
    ("intake_channel", "", "field.empty"),
    ("intake_channel", "x" * 201, "field.too_long"),
    ("source", {"a": 1}, "field.type"),
    ("received_at", "2026-02-30T09:00:00+08:00", "field.instant"),
    ("received_at", "2026-11-20T24:00:00+08:00", "field.instant"),
    ("received_at", "2026-06-30T23:59:60Z", "field.instant"),
    ("received_at", "2026-11-20T09:00:00", "field.instant"),
    ("received_at", "2026-11-20", "field.instant"),
    ("received_at", 1795123456, "field.type"),
    ("received_at", "2999-01-01T00:00:00Z", "field.in_future"),
    ("received_at", "1999-12-31T00:00:00Z", "field.too_early"),
    ("received_at", "0000-01-01T00:00:00Z", "field.instant"),
    ("complainant", {}, "complaint.complainant_unknown"),
    ("complainant", None, "field.type"),
    ("complainant", [], "field.type"),
    ("complainant.name", "", "field.empty"),
    ("complainant.name", "名" * 101, "field.too_long"),
    ("complainant.phone", "12", "field.phone"),
    ("complainant.phone", "call me", "field.phone"),
    ("complainant.phone", 13900001111, "field.type"),
    ("complainant.identity_number", "110105194912310021", "field.identity_check_digit"),
    ("complainant.identity_number", "110101199002301234", "field.identity_check_digit"),
    ("complainant.identity_number", "<b>", "field.identity_number"),
    ("complainant.card_number", "abc", "field.card_number"),
    ("complainant.email", "nobody", "field.email"),
    ("complainant.email", "a b@c.d", "field.email"),
    ("number", "2026112300000011", "field.unknown"),
    ("state", "closed", "field.unknown"),
    ("complainant.id", 7, "field.unknown"),
    ("__proto__", {}, "field.unknown"),
]

HOSTILE = [
    "'; DROP TABLE complaints; --",
    "\" OR 1=1 --",
    "?1 ? :p1 $1 %s {}",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "=cmd|' /C calc'!A0",
    "../../../../etc/passwd",
    "${jndi:ldap://x}",
    "\u202eright-to-left\u202c \ufeff zero",
    "😀𠮷" * 20,
    "line one\r\nSet-Cookie: x=1",
]

HEAD = b"Host: 127.0.0.1\r\n"
# Heads and bodies that servers read differently, or that are no HTTP at all.
SMUGGLING = {
    "two lengths": b"POST /api/complaints HTTP/1.1\r\n" + HEAD + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcde",
    "a list of lengths": b"POST /api/complaints HTTP/1.1\r\n" + HEAD + b"Content-Length: 5, 5\r\n\r\nabcde",
    "a signed length": b"POST /api/complaints HTTP/1.1\r\n" + HEAD + b"Content-Length: +5\r\n\r\nabcde",
    "a negative length": b"POST /api/complaints HTTP/1.1\r\n" + HEAD + b"Content-Length: -1\r\n\r\n",
    "a huge length": b"POST /api/complaints HTTP/1.1\r\n" + HEAD + b"Content-Length: 99999999999999999999\r\n\r\n",
    "length and chunks": b"POST /api/complaints HTTP/1.1\r\n" + HEAD + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "xchunked": b"POST /api/complaints HTTP/1.1\r\n" + HEAD + b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
    "chunked twice": b"POST /api/complaints HTTP/1.1\r\n" + HEAD + b"Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n",
    "two encodings": b"POST /api/complaints HTTP/1.1\r\n" + HEAD + b"Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "gzip and chunked": b"POST /api/complaints HTTP/1.1\r\n" + HEAD + b"Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
    "chunks on 1.0": b"POST /api/complaints HTTP/1.0\r\n" + HEAD + b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "no host": b"GET /readyz HTTP/1.1\r\n\r\n",
    "two hosts": b"GET /readyz HTTP/1.1\r\n" + HEAD + b"Host: evil\r\n\r\n",
    "a foreign host": b"GET /readyz HTTP/1.1\r\nHost: evil.example\r\n\r\n",
    "absolute form": b"GET http://127.0.0.1/readyz HTTP/1.1\r\n" + HEAD + b"\r\n",
    "asterisk form": b"OPTIONS * HTTP/1.1\r\n" + HEAD + b"\r\n",
    "connect": b"CONNECT 127.0.0.1:22 HTTP/1.1\r\n" + HEAD + b"\r\n",
    "trace": b"TRACE / HTTP/1.1\r\n" + HEAD + b"\r\n",
    "a lower-case method": b"get /readyz HTTP/1.1\r\n" + HEAD + b"\r\n",
    "a folded line": b"GET /readyz HTTP/1.1\r\n" + HEAD + b"X: a\r\n b\r\n\r\n",
    "a folded first line": b"GET /readyz HTTP/1.1\r\n Host: a\r\n" + HEAD + b"\r\n",
    "space before colon": b"GET /readyz HTTP/1.1\r\nHost : 127.0.0.1\r\n\r\n",
    "no colon": b"GET /readyz HTTP/1.1\r\n" + HEAD + b"nonsense\r\n\r\n",
    "bare LF": b"GET /readyz HTTP/1.1\n" + HEAD + b"\r\n\r\n",
    "bare CR": b"GET /readyz HTTP/1.1\r\n" + HEAD + b"X: a\rb\r\n\r\n",
    "NUL in a field": b"GET /readyz HTTP/1.1\r\n" + HEAD + b"X: a\x00b\r\n\r\n",
    "NUL in the target": b"GET /ready\x00z HTTP/1.1\r\n" + HEAD + b"\r\n",
    "escaped NUL": b"GET /ready%00z HTTP/1.1\r\n" + HEAD + b"\r\n",
    "half an escape": b"GET /ready%4 HTTP/1.1\r\n" + HEAD + b"\r\n",
    "a fragment": b"GET /readyz#x HTTP/1.1\r\n" + HEAD + b"\r\n",
    "two slashes": b"GET //readyz HTTP/1.1\r\n" + HEAD + b"\r\n",
    "a backslash": b"GET /\\readyz HTTP/1.1\r\n" + HEAD + b"\r\n",
    "a blank in the target": b"GET /ready z HTTP/1.1\r\n" + HEAD + b"\r\n",
    "HTTP/2.0": b"GET /readyz HTTP/2.0\r\n" + HEAD + b"\r\n",
    "HTTP/0.9": b"GET /readyz\r\n\r\n",
    "an encoded body": b"POST /api/session HTTP/1.1\r\n" + HEAD + b"Content-Encoding: gzip\r\nContent-Length: 0\r\n\r\n",
    "an upgrade": b"GET /readyz HTTP/1.1\r\n" + HEAD + b"Connection: Upgrade\r\nUpgrade: h2c\r\n\r\n",
    "a strange expectation": b"POST /api/session HTTP/1.1\r\n" + HEAD + b"Expect: 200-ok\r\nContent-Length: 0\r\n\r\n",
    "a query that is no UTF-8": b"GET /readyz?a=%ff HTTP/1.1\r\n" + HEAD + b"\r\n",
    "a bad chunk size": b"POST /api/session HTTP/1.1\r\n" + HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
    "a TLS hello": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\r\n\r\n",
}


def exchange(port, content, timeout=20):
    """Sends bytes and returns all that comes until the server closes."""
    with socket.create_connection(("127.0.0.1", port), timeout=timeout) as peer:
        peer.sendall(content)
        out = b""
        while True:
            try:
                part = peer.recv(65536)
            except ConnectionResetError:
                return out
            if not part:
                return out
            out += part


class BadInput(Story):
    @each_database()
    def test_each_wrong_registration_is_refused_with_its_field(self, bank):
        with self.served(bank) as server:
            teller, officer = bank.sign_in(server, "teller"), bank.sign_in(server, "officer")
            for text, status, code, field in BAD_JSON:
                raw = text if isinstance(text, bytes) else text.encode()
                answer = teller.request("POST", "/api/complaints", raw=raw, headers=JSON)
                with self.subTest(sent=raw[:60]):
                    self.assert_problem(answer, status, code, field)
            for path, value, code in BAD_FIELDS:
                with self.subTest(path=path, value=str(value)[:30]):
                    answer = teller.request("POST", "/api/complaints", changed(path, value))
                    self.assert_problem(answer, 422, code, path)
            for missing in ["intake_channel", "summary", "complainant"]:
                body = complaint()
                del body[missing]
                self.assert_problem(teller.request("POST", "/api/complaints", body), 422, "field.required", missing)
            nothing = officer.request("POST", "/api/complaints/export", {"state": "closed"})
            self.assert_problem(nothing, 422, "field.unknown", "state")
            text = teller.request("POST", "/api/complaints", raw=b"{}", headers={"Content-Type": "text/plain"})
            self.assert_problem(text, 415, "http.media_type")
            huge = teller.request("POST", "/api/complaints", raw=b"x" * (2 << 20), headers=JSON)
            self.assert_problem(huge, 413, "http.body_too_large")
            teller = bank.sign_in(server, "teller")
            self.assertEqual(officer.get("/api/complaints")["items"], [], "something was stored")
            self.assertEqual(officer.get("/api/complaints/counts")["items"], [])
            # And a good one still goes.
            self.assertEqual(teller.post("/api/complaints", complaint())["state"], "registered")

    @each_database()
    def test_hostile_text_is_text_in_every_field(self, bank):
        with self.served(bank) as server:
            teller, officer = bank.sign_in(server, "teller"), bank.sign_in(server, "officer")
            for text in HOSTILE:
                body = complaint(summary=text, description=text, claim=text, complainant={"name": text, "address": text})
                for field in ["source", "intake_channel", "business_channel", "business", "cause", "product", "region"]:
                    self.assert_problem(teller.request("POST", "/api/complaints", {**body, field: text}), 422,
                                        "taxonomy.unknown", field)
                made = teller.post("/api/complaints", body)
                opened = officer.post(f"/api/complaints/{made['id']}/openings",
                                      {"fields": ["name", "address", "summary", "description", "claim"], "reason": text})
                for field in ["name", "address", "summary", "description", "claim"]:
                    self.assertEqual(opened[field], text)
            for text in HOSTILE[:6]:
                import urllib.parse
                quoted = urllib.parse.quote(text)
                self.assertEqual(officer.get(f"/api/complaints?source={quoted}")["items"], [])
            table = officer.request("POST", "/api/complaints/export?format=csv")[1].decode("utf-8-sig")
            self.assertIn("'=cmd", table)

    @each_database()
    def test_paths_queries_and_headers_out_of_shape(self, bank):
        with self.served(bank) as server:
            officer = bank.sign_in(server, "officer")
            for path in ["/api/complaints/0", "/api/complaints/-1", "/api/complaints/01", "/api/complaints/1e3",
                         "/api/complaints/9007199254740992", "/api/complaints/99999999999999999999", "/api/complaints/abc",
                         "/api/complaints/1%2f2", "/api/complaints/..%2f..%2fetc%2fpasswd", "/api/../readyz",
                         "/api/complaints/", "/api/complaints/1/nothing", "/.git/config", "/api/docs/../../dev"]:
                with self.subTest(path=path):
                    self.assertEqual(officer.request("GET", path)[0], 404)
            self.assert_problem(officer.request("GET", "/api/complaints/999999999"), 404, "complaint.missing")
            for query, code, field in [
                ("limit=0", "list.limit", "limit"), ("limit=201", "list.limit", "limit"), ("limit=x", "list.limit", "limit"),
                ("limit=5&limit=6", "list.too_many_values", "limit"), ("sort=nothing", "list.unknown_sort", "sort"),
                ("cursor=x", "list.cursor", "cursor"), ("cursor=cmVjZWl2ZWRfYXQvMS8xLzE%3D", "list.cursor", "cursor"),
                ("nothing=1", "list.unknown_filter", "nothing"), ("state=open", "field.choice", "state"),
                ("received_from=yesterday", "field.instant", "received_from"), ("outlet_id=x", "field.type", "outlet_id"),
                ("is_repeat=maybe", "field.type", "is_repeat"),
                ("name=x", "use_search", "name"),
            ]:
                with self.subTest(query=query):
                    self.assert_problem(officer.request("GET", "/api/complaints?" + query), 422, code, field)
            put = officer.request("PUT", "/api/complaints", {})
            self.assert_problem(put, 405, "http.method_not_allowed")
            self.assertEqual(put[2]["Allow"], "POST, GET")
            made = bank.sign_in(server, "teller").post("/api/complaints", complaint())
            path = f"/api/complaints/{made['id']}/closure"
            self.assert_problem(officer.request("POST", path, {}, {"If-Match": "7"}), 400, "http.if_match", "If-Match")
            long_key = officer.request("POST", path, {}, {"Idempotency-Key": "k" * 201})
            self.assert_problem(long_key, 422, "idempotency.key", "Idempotency-Key")

    def test_what_is_no_http_or_read_two_ways_is_refused_and_closed(self):
        from client import Bank
        bank = Bank(self.folder / "sqlite")
        with self.served(bank) as server:
            for name, content in SMUGGLING.items():
                with self.subTest(name=name):
                    answer = exchange(server.port, content.replace(b"127.0.0.1\r", b"127.0.0.1:%d\r" % server.port))
                    self.assertTrue(answer.startswith(b"HTTP/1.1 400 "), answer[:80])
                    self.assertIn(b"Connection: close", answer)
                    self.assertEqual(answer.count(b"HTTP/1.1"), 1)
            host = b"Host: 127.0.0.1:%d\r\n" % server.port
            large = exchange(server.port, b"GET /readyz HTTP/1.1\r\n" + host + b"X: " + b"x" * 20000 + b"\r\n\r\n")
            self.assertTrue(large.startswith(b"HTTP/1.1 431 "), large[:80])
            many = exchange(server.port, b"GET /readyz HTTP/1.1\r\n" + host + b"X: y\r\n" * 100 + b"\r\n")
            self.assertTrue(many.startswith(b"HTTP/1.1 400 "), many[:80])
            # Trailers do not become fields: this one would close the connection if it did.
            chunked = (b"POST /api/session HTTP/1.1\r\n" + host + b"Content-Type: application/json\r\n"
                       b"Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\nContent-Type: text/plain\r\n\r\n"
                       b"GET /readyz HTTP/1.1\r\n" + host + b"Connection: close\r\n\r\n")
            answer = exchange(server.port, chunked)
            self.assertEqual(answer.count(b"HTTP/1.1 "), 2)
            self.assertIn(b"422", answer[:20])
            self.assertIn(b"ready\n", answer)
            self.assertEqual(Client(server.port).request("GET", "/readyz")[0], 200)

    def test_slow_senders_are_let_go_and_others_are_served(self):
        from client import Bank
        bank = Bank(self.folder / "sqlite")
        with self.served(bank) as server:
            peers = [socket.create_connection(("127.0.0.1", server.port), timeout=30) for _ in range(200)]
            for peer in peers:
                peer.sendall(b"GET /readyz HTTP/1.1\r\nHost: 127")
            for _ in range(50):
                self.assertEqual(Client(server.port).request("GET", "/readyz")[0], 200)
            # Each is closed when its ten seconds for a head are over; no more is sent meanwhile.
            closed = []
            threads = [threading.Thread(target=lambda p=peer: closed.append(p.recv(1))) for peer in peers]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            self.assertEqual(closed, [b""] * 200)
            for peer in peers:
                peer.close()

    @each_database()
    def test_nothing_personal_reaches_a_log_an_error_or_the_files(self, bank):
        planted = ["沈万清甲", "13912345678", "11010519491231002X", "6222021234567890128", "planted@example.com",
                   "江澜市植入路7号", "植入的投诉内容", "植入的请求", "植入的摘要"]
        name, phone, identity, card, email, address, description, claim, summary = planted
        with self.served(bank) as server:
            teller, officer = bank.sign_in(server, "teller"), bank.sign_in(server, "officer")
            body = complaint(summary=summary, description=description, claim=claim, complainant={
                "name": name, "phone": phone, "identity_number": identity, "card_number": card, "email": email,
                "address": address})
            made = teller.post("/api/complaints", body, headers={"Idempotency-Key": "planted"})
            answers = [
                teller.request("POST", "/api/complaints", {**body, "unknown": name}),
                teller.request("POST", "/api/complaints", {**body, name: 1}),
                teller.request("POST", "/api/complaints", {**body, "received_at": phone}),
                teller.request("POST", "/api/complaints", raw=json.dumps(body).encode()[:-3], headers=JSON),
                teller.request("POST", "/api/complaints/search", {"phone": phone}),
                teller.request("POST", f"/api/complaints/{made['id']}/closure", {"result": name}),
                officer.request("GET", f"/api/complaints?phone={phone}"),
                officer.request("GET", f"/api/complaints/{made['id']}"),
                officer.request("GET", f"/api/complaints/{made['id']}/timeline"),
                officer.request("GET", "/api/complaints"),
                officer.request("POST", "/api/complaints/export?format=csv"),
            ]
            reason = f"客户{name} {phone} 来电, 证件{identity}, {description}"
            officer.post(f"/api/complaints/{made['id']}/openings", {"fields": ["phone"], "reason": reason})
            answers += [
                officer.request("GET", f"/api/complaints/{made['id']}/timeline"),
                teller.request("POST", "/api/complaints", {**body, "cause": f"{name} {phone}"}),
                teller.request("POST", "/api/complaints", {**body, "business": f"身份证 {identity}"}),
            ]
            self.assert_problem(answers[-2], 422, "field.personal", "cause")
            self.assert_problem(answers[-1], 422, "field.personal", "business")
            shown = "\n".join(str(a[1] if not isinstance(a[1], bytes) else a[1].decode()) for a in answers)
            for value in [phone, identity, card, email]:
                self.assertNotIn(value, shown, "unmasked")
            officer.post(f"/api/complaints/{made['id']}/closure", {"result": description})
            log = server.log_text()
        log += server.log_text() if not server.log.closed else ""
        content = b"".join(p.read_bytes() for p in bank.folder.rglob("*") if p.is_file() and p.name != "reserve")
        for value in planted:
            self.assertNotIn(value, log)
            self.assertNotIn(value.encode(), content, "in a file of the data directory")


if __name__ == "__main__":
    unittest.main()
