"""The contract that others call: names, shapes, statuses, exit codes."""

import json
import re
import unittest

from client import Client, Server, run_cli
from story import Story, complaint, each_database


class Contract(Story):
    @each_database()
    def test_a_complaint_from_registration_to_closure(self, bank):
        with self.served(bank) as server:
            teller, officer = bank.sign_in(server, "teller"), bank.sign_in(server, "officer")
            status, made, headers = teller.request("POST", "/api/complaints", complaint())
            self.assertEqual(status, 201)
            self.assertEqual(set(made), {"id", "number", "state", "version", "clocks", "approvals", "kind", "is_repeat",
                                         "repeats_number", "earlier", "care", "supplement_grounds", "receipt_code"})
            self.assertEqual((made["state"], made["version"]), ("registered", 1))
            self.assertRegex(made["number"], r"^\d{16}$")
            self.assertEqual(made["clocks"][0]["span"], "decide")
            path = f"/api/complaints/{made['id']}"

            status, read, headers = teller.request("GET", path)
            self.assertEqual((status, headers["ETag"]), (200, '"1"'))
            self.assertEqual(read["description"], complaint()["description"])
            self.assertEqual(read["complainant"]["phone"], "139****1111")
            self.assertEqual(teller.request("GET", path, headers={"If-None-Match": '"1"'})[0], 304)

            page = officer.get("/api/complaints?limit=10")
            self.assertEqual(set(page), {"items", "next_cursor"})
            self.assertEqual([item["id"] for item in page["items"]], [made["id"]])
            self.assertEqual([e["kind"] for e in officer.get(path + "/timeline")["items"]],
                             ["complaint.registered"])

            stale = officer.request("POST", path + "/closure", {}, {"If-Match": '"9"'})
            self.assert_problem(stale, 412, "version.changed")
            closed = officer.post(path + "/closure", {"result": "已退费"})
            self.assertEqual((closed["state"], closed["version"]), ("closed", 2))
            self.assertIsNotNone(closed["clocks"][0]["stopped_at"])
            self.assert_problem(officer.request("POST", path + "/withdrawal", {"proof": "recorded_call"}), 409,
                                "complaint.wrong_state")
            kinds = [e["kind"] for e in officer.get(path + "/timeline")["items"]]
            self.assertEqual(kinds, ["complaint.registered", "complaint.closed"])

            other = teller.post("/api/complaints", complaint(summary="排队太久"))
            without_proof = teller.request("POST", f"/api/complaints/{other['id']}/withdrawal", {"reason": "来电撤回"})
            self.assert_problem(without_proof, 422, "field.required", "proof")
            withdrawn = teller.post(f"/api/complaints/{other['id']}/withdrawal", {"proof": "signed_paper"})
            self.assertEqual(withdrawn["state"], "withdrawn")

    @each_database()
    def test_only_what_the_contract_names_is_needed(self, bank):
        with self.served(bank) as server:
            teller = bank.sign_in(server, "teller")
            made = teller.post("/api/complaints", {"intake_channel": "网点", "summary": "打电话给我",
                                                   "complainant": {"phone": "13900001111"}})
            self.assertEqual(made["state"], "registered")

    @each_database()
    def test_the_same_key_gives_the_same_complaint(self, bank):
        with self.served(bank) as server:
            teller = bank.sign_in(server, "teller")
            key = {"Idempotency-Key": "counter-7-0001"}
            first = teller.post("/api/complaints", complaint(), headers=key)
            self.assertEqual(teller.post("/api/complaints", complaint(), headers=key), first)
            other = teller.request("POST", "/api/complaints", complaint(summary="别的事"), key)
            self.assert_problem(other, 422, "idempotency.reused", "Idempotency-Key")
            self.assertEqual(len(teller.get("/api/complaints")["items"]), 1)

    @each_database()
    def test_who_is_not_signed_in_or_not_permitted_gets_nothing(self, bank):
        with self.served(bank) as server:
            nobody, admin = Client(server.port), bank.sign_in(server, "administrator")
            self.assert_problem(nobody.request("GET", "/api/complaints"), 401, "session.missing")
            self.assert_problem(nobody.request("POST", "/api/complaints", complaint()), 401, "session.missing")
            self.assert_problem(admin.request("GET", "/api/complaints"), 403, "permission.missing")
            wrong = nobody.request("POST", "/api/session", {"login": "teller", "password": "wrong"})
            self.assert_problem(wrong, 401, "session.wrong_credentials")
            teller = bank.sign_in(server, "teller")
            without = teller.request("POST", "/api/complaints", complaint(), {"X-CSRF-Token": "0" * 64})
            self.assert_problem(without, 403, "session.csrf")
            self.assertEqual(teller.request("DELETE", "/api/session")[0], 204)
            self.assert_problem(teller.request("GET", "/api/complaints"), 401, "session.missing")

    @each_database()
    def test_openings_and_searches_are_recorded(self, bank):
        with self.served(bank) as server:
            teller, officer = bank.sign_in(server, "teller"), bank.sign_in(server, "officer")
            made = teller.post("/api/complaints", complaint())
            path = f"/api/complaints/{made['id']}"
            opened = officer.post(path + "/openings", {"fields": ["phone", "name"], "reason": "首次联系"})
            self.assertEqual((opened["phone"], opened["name"], opened["email"]), ("13900001111", "沈万清", None))
            self.assert_problem(teller.request("POST", path + "/openings", {"fields": ["phone"], "reason": "看"}),
                                403, "permission.missing")
            entry = officer.get(path + "/timeline")["items"][-1]
            self.assertEqual((entry["kind"], entry["facts"]["fields"]), ("complaint.opened", ["phone", "name"]))
            self.assertNotIn("首次联系", str(entry), "a reason may name people")
            found = teller.post("/api/complaints/search", {"phone": "+86 139-0000-1111"})
            self.assertEqual([item["id"] for item in found["items"]], [made["id"]])
            found = teller.post("/api/complaints/search", {"number": made["number"]})
            self.assertEqual([item["id"] for item in found["items"]], [made["id"]])
            refused = teller.request("GET", "/api/complaints?phone=13900001111")
            self.assert_problem(refused, 422, "use_search", "phone")

    @each_database(complaints=190)
    def test_lists_page_through_everything_once(self, bank):
        with self.served(bank) as server:
            officer = bank.sign_in(server, "officer")
            for query in ["?limit=50", "?limit=7&sort=-received_at", "?limit=20&sort=due_at", "?limit=9&state=closed",
                          "?limit=30&intake_channel=%E7%BD%91%E7%82%B9&origin=imported"]:
                seen, cursor = [], ""
                while True:
                    page = officer.get("/api/complaints" + query + cursor)
                    seen += [item["id"] for item in page["items"]]
                    if not page["next_cursor"]:
                        break
                    cursor = "&cursor=" + page["next_cursor"].replace("=", "%3D").replace("+", "%2B")
                self.assertEqual(len(seen), len(set(seen)), query)
                if query == "?limit=50":
                    self.assertEqual(len(seen), 190)

    @each_database(complaints=40)
    def test_an_export_is_masked_and_whole(self, bank):
        with self.served(bank) as server:
            officer = bank.sign_in(server, "officer")
            status, table, headers = officer.request("POST", "/api/complaints/export?format=csv")
            self.assertEqual(status, 200)
            self.assertIn("attachment", headers["Content-Disposition"])
            self.assertEqual(table.decode("utf-8-sig").count("\r\n"), 41)
            self.assertIsNone(re.search(rb"1[3-9]\d{9}", table), "a whole telephone number")
            status, book, _ = officer.request("POST", "/api/complaints/export?format=xlsx")
            self.assertEqual((status, book[:2]), (200, b"PK"))
        table = run_cli("export", "complaints", "--data", bank.folder).stdout
        self.assertEqual(len(table.strip().splitlines()), 41)

    @each_database()
    def test_the_document_of_the_api(self, bank):
        with self.served(bank) as server:
            served = Client(server.port).get("/api/openapi.json")
            self.assertEqual(served, json.loads(run_cli("openapi").stdout))
            self.assertEqual(served["openapi"], "3.1.0")
            for path in ["/api/session", "/api/complaints", "/api/complaints/{id}", "/api/complaints/{id}/timeline",
                         "/api/complaints/{id}/withdrawal", "/api/complaints/{id}/closure"]:
                self.assertIn(path, served["paths"])
            self.assertEqual(Client(server.port).request("GET", "/api/docs")[0], 200)
            self.assertEqual(Client(server.port).request("GET", "/api/docs/swagger-ui-bundle.js")[0], 200)
            self.assertEqual(Client(server.port).request("GET", "/healthz")[:2], (200, b"alive\n"))
            self.assertEqual(Client(server.port).request("GET", "/readyz")[:2], (200, b"ready\n"))
            # What only the host may see is not there for others.
            self.assert_problem(Client(server.port).request("GET", "/metrics"), 404, "http.not_found")

    def test_the_document_in_the_project_is_the_programs(self):
        committed = (self.root() / "docs" / "openapi.json").read_text(encoding="utf-8")
        self.assertEqual(run_cli("openapi").stdout, committed, "run ./dev docs")

    def test_the_lifecycle_in_the_project_is_the_programs(self):
        committed = (self.root() / "docs" / "lifecycles" / "complaint.md").read_text(encoding="utf-8")
        self.assertEqual(run_cli("lifecycle", "complaint").stdout, committed, "run ./dev docs")

    def test_exit_codes(self):
        self.assertEqual(run_cli("version").returncode, 0)
        self.assertEqual(json.loads(run_cli("version", "--json").stdout)["version"], "0.1.0")
        self.assertEqual(run_cli("--help").returncode, 0)
        for wrong in [["nonsense"], [], ["serve"], ["init"], ["import", "complaints", "--data", "x"]]:
            self.assertEqual(run_cli(*wrong, check=False).returncode, 2, wrong)
        missing = run_cli("serve", "--data", self.folder / "none", check=False)
        self.assertEqual((missing.returncode, "directory.missing" in missing.stderr), (2, True))
        (self.folder / "full").mkdir()
        (self.folder / "full" / "file").write_text("x")
        self.assertEqual(run_cli("init", "--data", self.folder / "full", check=False).returncode, 2)

    def test_an_installation_without_a_demo(self):
        out = json.loads(run_cli("init", "--data", self.folder / "plain", "--json").stdout)
        self.assertEqual([l["post"] for l in out["logins"]], ["administrator"])
        checked = run_cli("check", "--data", self.folder / "plain", "--json")
        verdicts = {f["name"]: f["verdict"] for f in json.loads(checked.stdout)["findings"]}
        self.assertNotIn("bad", verdicts.values())
        self.assertEqual(run_cli("migrate", "--data", self.folder / "plain").returncode, 0)

    @staticmethod
    def root():
        from client import ROOT
        return ROOT


if __name__ == "__main__":
    unittest.main()
