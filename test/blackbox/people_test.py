"""The organisation and its people from outside: who gets in, what he sees, what another has to do."""

import json
import time
import unittest

from client import Client, run_cli
from story import Story, complaint, each_database, wait_until

WORD = "Fresh-Start-2026"


def unit_of(tree, code):
    return next(item for item in tree["items"] if item["code"] == code)


class People(Story):
    @each_database()
    def test_a_reset_takes_an_administrator_another_person_and_the_link(self, bank):
        with self.served(bank) as server:
            admin, security = bank.sign_in(server, "administrator"), bank.sign_in(server, "security_officer")
            staff = admin.post("/api/people/search", {"staff_no": "100100"})["items"][0]
            asked = admin.post(f"/api/people/{staff['id']}/resets", {"reason": "新入职"})
            self.assert_problem(admin.request("POST", f"/api/resets/{asked['id']}/approval", {}), 403,
                                "permission.missing")
            link = security.post(f"/api/resets/{asked['id']}/approval")
            nobody = Client(server.port)
            halves = {"token": link["token"], "code": asked["code"]}
            weak = nobody.request("POST", "/api/session/reset", {**halves, "password": "weak"})
            self.assert_problem(weak, 422, "password.too_short", "password")
            alone = nobody.request("POST", "/api/session/reset", {**halves, "code": "AAAAAAAAAA", "password": WORD})
            self.assert_problem(alone, 404, "reset.link", "token")
            wanted = {**halves, "password": WORD}
            self.assertEqual(nobody.request("POST", "/api/session/reset", wanted)[0], 204)
            self.assert_problem(nobody.request("POST", "/api/session/reset", wanted), 404, "reset.link", "token")
            new = Client(server.port, staff["login"], WORD)
            self.assertEqual(new.person["name"], staff["name"])
            self.assertIn("approved_by", new.get("/api/session")["reset"], "he is told")
            # Who is suspended is out with the next request.
            admin.post(f"/api/people/{staff['id']}/suspension", {"reason": "调查"})
            self.assert_problem(new.request("GET", "/api/session"), 401, "session.missing")

    @each_database()
    def test_a_substitute_acts_as_the_absent(self, bank):
        with self.served(bank) as server:
            head, teller = bank.sign_in(server, "outlet_head"), bank.sign_in(server, "teller")
            today = time.strftime("%Y-%m-%d", time.gmtime(time.time() + 8 * 3600))
            named = head.post("/api/substitutes", {"substitute_id": teller.person["id"], "since_on": today,
                                                   "until_on": today})
            made = teller.post("/api/complaints", complaint())
            closing = f"/api/complaints/{made['id']}/closure"
            self.assert_problem(teller.request("POST", closing, {"result": "已退费"}), 403, "permission.missing")
            session = teller.get("/api/session")
            other = next(a for a in session["appointments"] if a["on_behalf_of"])
            teller.post("/api/session/appointment", {"appointment_id": other["id"]})
            teller.post(closing, {"result": "已退费"})
            facts = teller.get(f"/api/complaints/{made['id']}/timeline")["items"][-1]["facts"]
            self.assertEqual(facts["actor_id"], teller.person["id"])
            self.assertEqual(facts["on_behalf_of_id"], head.person["id"])
            self.assertEqual(facts["appointment_id"], other["id"])
            head.post(f"/api/substitutes/{named['id']}/end")
            self.assert_problem(teller.request("GET", "/api/session"), 401, "session.missing")

    @each_database()
    def test_what_is_granted_and_broken_open_is_told_in_entries_that_can_be_proved(self, bank):
        with self.served(bank) as server:
            admin, teller = bank.sign_in(server, "administrator"), bank.sign_in(server, "teller")
            bank.sign_in(server, "branch_officer").post("/api/break_glass", {"reason": "系统故障，客户急需"})
            today = time.strftime("%Y-%m-%d", time.gmtime(time.time() + 8 * 3600))
            given = admin.post(f"/api/appointments/{teller.get('/api/session')['appointment_id']}/grants",
                               {"permission": "complaint.close", "reach": "unit", "sensitivity": "masked",
                                "until_on": today, "reason": "代班"})
            admin.post(f"/api/grants/{given['id']}/end")
        self.assertEqual(run_cli("check", "--deep", "--data", bank.folder, check=False).returncode, 0)

    @each_database()
    def test_cases_follow_their_outlet(self, bank):
        with self.served(bank) as server:
            admin, teller = bank.sign_in(server, "administrator"), bank.sign_in(server, "teller")
            branch, handler = bank.sign_in(server, "branch_officer"), bank.sign_in(server, "handler")
            made = teller.post("/api/complaints", complaint())
            path = f"/api/complaints/{made['id']}"
            self.assertEqual(branch.request("GET", path)[0], 200)
            self.assertEqual(handler.request("GET", path)[0], 404, "nothing was dispatched to him")
            tree = admin.get("/api/organisation")
            self.assertEqual(sum(item["kind"] == "outlet" for item in tree["items"]), 128)
            outlet, target = unit_of(tree, "210001"), unit_of(tree, "310000")
            before = unit_of(tree, "210000")
            moved = admin.post(f"/api/organisation/units/{outlet['id']}/move",
                               {"parent_id": target["id"], "reason": "区划调整"})
            self.assertEqual([p["parent_id"] for p in moved["periods"]], [before["id"], target["id"]])
            self.assert_problem(
                admin.request("POST", f"/api/organisation/units/{target['id']}/move",
                              {"parent_id": outlet["id"], "reason": "x"}), 422, "unit.cycle", "parent_id")
            wait_until(lambda: branch.request("GET", path)[0] == 404, "the case follows")
            self.assertEqual(teller.request("GET", path)[0], 200)
            kinds = [entry["kind"] for entry in teller.get(path + "/timeline")["items"]]
            self.assertEqual(kinds, ["complaint.registered", "complaint.followed_unit"])

    @each_database()
    def test_the_daily_file_comes_in_beside_the_server(self, bank):
        people = self.folder / "people.csv"
        people.write_text("工号,姓名,机构号,岗位,证件号码\n"
                          "200001,林一帆,210001,柜员,11010519491231002X\n"
                          "200002,林二帆,210001,柜员,11010519491231002X\n"
                          "200003,林三帆,999999,柜员,\n", encoding="utf-8")
        with self.served(bank) as server:
            for dry in (True, False):
                told = run_cli("import", "people", people, "--json", "--data", bank.folder,
                               *(["--dry-run"] if dry else []), check=False)
                self.assertEqual(told.returncode, 1)
                outcome = json.loads(told.stdout)
                self.assertEqual((outcome["created"], outcome["failed"]), (1, 2))
                self.assertEqual([(e["line"], e["code"]) for e in outcome["errors"]],
                                 [(3, "person.second_account"), (4, "unit.missing")])
            admin = bank.sign_in(server, "administrator")
            found = admin.post("/api/people/search", {"staff_no": "200001"})["items"]
            self.assertEqual(found[0]["appointments"][0]["unit"], "东湖支行营业部")
        units = self.folder / "units.csv"
        units.write_text("机构号,机构名称,机构类型,上级机构号\n210077,东湖新村支行,网点,210000\n", encoding="utf-8")
        told = json.loads(run_cli("import", "units", units, "--json", "--data", bank.folder).stdout)
        self.assertEqual((told["created"], told["failed"]), (1, 0))

    @each_database()
    def test_the_host_asks_and_somebody_else_approves(self, bank):
        again = run_cli("user", "administrator", "keeper", "--staff-no", "900001", "--name", "备用", "--data",
                        bank.folder, check=False)
        self.assertEqual(again.returncode, 1)
        self.assertIn("user.exists", again.stderr)
        with self.served(bank) as server:
            code = run_cli("user", "recover", "administrator", "--reason", "忘记密码", "--data",
                           bank.folder).stdout.split()[0]
            security = bank.sign_in(server, "security_officer")
            waiting = security.get("/api/resets")["items"]
            self.assertEqual([(r["state"], r["asked_by_id"]) for r in waiting], [("asked", None)])
            link = security.post(f"/api/resets/{waiting[0]['id']}/approval")
            status = Client(server.port).request("POST", "/api/session/reset",
                                                 {"token": link["token"], "code": code, "password": WORD})[0]
            self.assertEqual(status, 204)
            Client(server.port, "administrator", WORD)


if __name__ == "__main__":
    unittest.main()
