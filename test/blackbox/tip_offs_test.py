"""A tip-off from outside: whoever is in the line of the reported finds nothing; discipline decides."""

import unittest

from story import Story, each_database


class TipOffs(Story):
    @each_database()
    def test_it_is_kept_from_the_line_and_decided_outside(self, bank):
        with self.served(bank) as server:
            officer = bank.sign_in(server, "officer")
            reported = bank.sign_in(server, "teller").person["id"]
            made = officer.post("/api/tip-offs", {
                "summary": "信贷员收好处费", "reported_ids": [reported],
                "reporter_name": "欧阳明月", "reporter_reach": "13812345678"})
            path = f"/api/tip-offs/{made['id']}"
            for post in ("teller", "outlet_head", "branch_officer", "officer", "administrator"):
                client = bank.sign_in(server, post)
                for asked in (("GET", path), ("GET", "/api/tip-offs"), ("GET", "/api/tip-offs/counts")):
                    self.assert_problem(client.request(*asked), 403, "permission.missing")
            discipline = bank.sign_in(server, "discipline")
            view = discipline.get(path)
            self.assertEqual((view["reporter_name"], view["reporter_reach"]), ("***", "***"))
            self.assertEqual(view["reported_ids"], [reported])
            me = discipline.person
            discipline.post(path + "/assignment", {"unit_id": me["unit_id"], "handler_id": me["id"]})
            discipline.post(path + "/decision", {"finding": "unsubstantiated", "decision": "查无实据"})
            self.assert_problem(discipline.request("POST", path + "/closure", {}), 409, "tip_off.result_untold", "told")


if __name__ == "__main__":
    unittest.main()
