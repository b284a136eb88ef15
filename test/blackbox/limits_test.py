"""Limits from outside: why something is due, a new year's calendar, and clocks reckoned again from the log."""

import json
import sqlite3
import unittest

from client import run_cli
from story import Story, complaint, each_database

OWN_RULES = """
[[rule]]
rule = "handling"
subject = "complaint"
span = "handling"
zh = "行内办理"
en = "handling"
length = 5
measure = "working_days"
from = "received"
kind = "internal"
source = "江澜银行投诉管理办法"
mark = "bank"
effective_from = 2020-01-01
ladder = "standard"
"""
CHINESE = {"LC_MESSAGES": "zh_CN.UTF-8"}


def year_2027():
    return json.dumps({"year": 2027, "papers": ["https://example.com/notice"],
                       "days": [{"name": "元旦", "date": "2027-01-01", "isOffDay": True}]})


class Limits(Story):
    def setUp(self):
        super().setUp()
        self.calendar = self.folder / "2027.json"
        self.calendar.write_text(year_2027(), encoding="utf-8")

    def register(self, teller, **changes):
        return teller.post("/api/complaints", complaint(received_at="2026-02-05T09:00:00+08:00", **changes))

    def verdict(self, bank, name, *more, code=None):
        checked = run_cli("check", "--data", bank.folder, "--json", *more, check=False)
        found = [f for f in json.loads(checked.stdout)["findings"] if f["name"] == name]
        self.assertTrue(found, checked.stdout)
        bad = next((f for f in found if f["verdict"] != "good"), found[0])
        if code:
            self.assertEqual(bad["code"], code)
        return bad

    @each_database()
    def test_a_due_date_is_explained_in_both_languages(self, bank):
        with self.served(bank) as server:
            teller, officer = bank.sign_in(server, "teller"), bank.sign_in(server, "officer")
            made = self.register(teller)
            clocks = officer.get(f"/api/complaints/{made['id']}/clocks")["items"]
            self.assertEqual(clocks[0]["due_on"], "2026-02-20")
            self.assertEqual(clocks[0]["explanation"]["due_day_name"], "春节")
            beside = run_cli("explain", "complaint", made["number"], "--data", bank.folder, "--json")
            self.assertEqual(json.loads(beside.stdout)["items"], clocks, "asked of the running server")
        english = run_cli("explain", "complaint", made["number"], "--data", bank.folder).stdout
        self.assertIn("银保监会令2020年第3号 第十八条 (read in the source)", english)
        self.assertIn("2026-02-06 to 2026-02-20: 15 days counted", english)
        self.assertIn("Due on 2026-02-20; overdue from 2026-02-20 24:00.", english)
        chinese = run_cli("explain", "complaint", made["number"], "--data", bank.folder,
                          environment=CHINESE).stdout
        self.assertIn("到期日为法定节假日（春节），不顺延", chinese)
        away = run_cli("explain", "complaint", "2026020500000000", "--data", bank.folder, check=False)
        self.assertEqual((away.returncode, "complaint.missing" in away.stderr), (1, True))
        self.assertEqual(run_cli("explain", "complaint", "x", "--data", bank.folder, check=False).returncode, 2)

    @each_database()
    def test_a_new_year_is_imported_once(self, bank):
        self.assertEqual(run_cli("calendar", "import", self.calendar, "--data", bank.folder).stdout,
                         "calendar imported\n")
        again = run_cli("calendar", "import", self.calendar, "--data", bank.folder, check=False)
        self.assertEqual((again.returncode, "calendar.unchanged: 2027" in again.stderr), (1, True))
        wrong = self.folder / "wrong.json"
        wrong.write_text(year_2027().replace("2027-01-01", "2027-02-30"), encoding="utf-8")
        refused = run_cli("calendar", "import", wrong, "--data", bank.folder, check=False)
        self.assertEqual((refused.returncode, "calendar.malformed: days.0.date" in refused.stderr), (1, True))
        none = run_cli("calendar", "import", self.folder / "none.json", "--data", bank.folder, check=False)
        self.assertEqual((none.returncode, "calendar.file" in none.stderr), (2, True))

    @each_database()
    def test_a_running_server_reckons_with_a_new_year(self, bank):
        (bank.folder / "clocks").mkdir()
        (bank.folder / "clocks" / "bank.toml").write_text(OWN_RULES, encoding="utf-8")
        with self.served(bank) as server:
            teller, officer = bank.sign_in(server, "teller"), bank.sign_in(server, "officer")
            made = self.register(teller)
            self.assertEqual([c["due_on"] for c in made["clocks"]], ["2026-02-12", "2026-02-20"])
            imported = run_cli("calendar", "import", self.calendar, "--data", bank.folder, "--json")
            self.assertEqual(json.loads(imported.stdout)["version"], 4)
            later = self.register(teller)
            clock = officer.get(f"/api/complaints/{later['id']}/clocks")["items"][0]
            self.assertEqual(clock["rule"], "handling")
            self.assertEqual(self.verdict(bank, "clocks", "--deep")["verdict"], "good")
        self.assertEqual(self.verdict(bank, "clocks", "--deep")["verdict"], "good")

    @each_database()
    def test_a_wrong_book_is_refused_with_its_place(self, bank):
        (bank.folder / "clocks").mkdir()
        book = bank.folder / "clocks" / "bank.toml"
        book.write_text(OWN_RULES + OWN_RULES.replace("effective_from = 2020", "version = 2\neffective_from = 2019"),
                        encoding="utf-8")
        finding = self.verdict(bank, "rules", code="rules.overlap")
        self.assertEqual(finding["field"], "bank.toml:17 handling/2")
        refused = run_cli("serve", "--data", bank.folder, "--listen", "127.0.0.1:0", check=False)
        self.assertEqual((refused.returncode, "rules.overlap" in refused.stderr), (2, True))
        book.write_text("[[rule]]\nrule = 3\n", encoding="utf-8")
        self.assertEqual(self.verdict(bank, "rules", code="rules.malformed")["field"], "bank.toml:1 rule")

    @each_database()
    def test_steps_are_taken_and_replayed(self, bank):
        with self.served(bank) as server:
            teller, officer = bank.sign_in(server, "teller"), bank.sign_in(server, "officer")
            made = teller.post("/api/complaints", complaint())
            path = f"/api/complaints/{made['id']}"
            extended = officer.post(path + "/extension", {"to_total": 30, "reason": "向第三方核实"})
            self.assertEqual(extended["version"], 2)
            day = made["clocks"][0]["started_at"]
            officer.post(path + "/restart", {"facts": "补充凭证"})
            self.assertLess(day, officer.get(path + "/clocks")["items"][0]["started_at"])
            over = officer.request("POST", path + "/extension", {"to_total": 61, "reason": "更久"})
            self.assertEqual((over[0], over[1]["code"]), (422, "extension.over_limit"))
            self.assertEqual(officer.get("/api/clock-notices")["items"], [])
        self.assertEqual(self.verdict(bank, "clocks", "--deep")["verdict"], "good")

    def test_a_changed_clock_is_named_by_its_case(self):
        from client import Bank
        bank = Bank(self.folder / "bank", 0, "sqlite")
        with self.served(bank) as server:
            made = self.register(bank.sign_in(server, "teller"))
        with sqlite3.connect(bank.folder / "xiaobao.db") as database:
            database.execute("UPDATE clocks SET due_on = '2026-03-31'")
        finding = self.verdict(bank, "clocks", "--deep", code="check.clock_due")
        self.assertTrue(finding["field"].startswith(f"complaint {made['id']} clock "))
        self.assertFalse([f for f in json.loads(run_cli("check", "--data", bank.folder, "--json",
                                                        check=False).stdout)["findings"]
                          if f["name"] == "clocks"], "only a deep check reckons")


if __name__ == "__main__":
    unittest.main()
