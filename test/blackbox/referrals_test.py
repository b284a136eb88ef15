"""The first hour of a department: lists of three bureaus come in, two of their rows are ours, all are signed in,
one goes its whole way, and the registers go out again."""

import json
import unittest

from client import Client, run_cli
from story import Story, complaint, each_database, wait_until

PERSONS = ["赵建国", "钱秀英", "孙丽", "周海燕", "吴志明", "郑芳", "冯磊", "陈强"]
MATTERS = ["信用卡年费达标后仍被扣收", "提前还款违约金未说明", "账户被限制非柜面交易", "催收人员致电单位同事"]
ACCOUNT = {"basic_facts": "年费重复扣收", "contacts": "首次联系已录音", "findings": "系统重复出账", "outcome": "已退还"}


def masked(name):
    return name[0] + "*" * (len(name) - 1)


def nfra():
    head = "转办编号\t转办时间\t办理期限\t消费者姓名\t联系电话\t业务类型\t投诉内容\t投诉诉求\n"
    rows = [(f"JL{i:04}", masked(PERSONS[i % 8]), f"139****{i:04}", MATTERS[i % 4]) for i in range(80)]
    rows[7] = ("JL0007", "沈**", "139****1111", "客户称同一张卡的年费在三月和四月各扣了一次")
    return head + "".join(f"{n}\t2026-03-01 08:00\t2026-03-16\t{p}\t{t}\t银行卡\t{m}\t退还\n" for n, p, t, m in rows)


def pboc():
    rows = [(f"RH{i:04}", PERSONS[i % 8], f"{i + 3000:04}", MATTERS[i % 4]) for i in range(60)]
    rows[30] = ("RH0030", "欧阳明月", "2222", "贷款利率与客户经理承诺的不一致")
    text = "投诉编号,转办日期,投诉人,电话尾号,投诉业务,投诉事项\n" + "".join(
        f"{n},2026/3/1,{p},{t},支付结算,{m}\n" for n, p, t, m in rows)
    return text.encode("gb18030")


def city():
    return "工单编号,派单时间,办结时限,来电人,来电号码,问题分类,工单内容,市民诉求\n" + "".join(
        f"GD{i:04},2026年3月1日 8:05,2026-03-09,{PERSONS[i % 8][0]}先生,1370000{i:04},金融,市民来电反映{MATTERS[i % 4]},回电\n"
        for i in range(60))


def paste(client, text, **query):
    more = "".join(f"&{k}={v}" for k, v in query.items())
    status, answer, _ = client.request("POST", f"/api/imports?target=referrals&pasted=true{more}", raw=text.encode(),
                                       headers={"Content-Type": "text/plain; charset=utf-8"})
    assert status in (200, 202), (status, answer)
    if status == 200:
        return answer
    wait_until(lambda: client.get(f"/api/imports/{answer['id']}")["state"] != "running", "the import ends")
    return client.get(f"/api/imports/{answer['id']}")


class Referrals(Story):
    @each_database()
    def test_two_hundred_from_three_bureaus(self, bank):
        (self.folder / "pboc.csv").write_bytes(pboc())
        (self.folder / "city.csv").write_text(city(), encoding="utf-8")
        for name, rows in (("pboc.csv", 60), ("city.csv", 60)):
            report = json.loads(run_cli("import", "referrals", self.folder / name, "--json", "--data", bank.folder).stdout)
            self.assertEqual((report["rows"], report["created"], report["failed"]), (rows, rows, 0))
        with self.served(bank) as server:
            officer = bank.sign_in(server, "officer")
            ours = [officer.post("/api/complaints", complaint()),
                    officer.post("/api/complaints", complaint(
                        summary="贷款利率与承诺的不一致", description="客户经理承诺的贷款利率与合同不一致",
                        complainant={"name": "欧阳明月", "phone": "13600002222"}))]
            self.assertEqual(paste(officer, nfra(), dry_run="true")["created"], 80)
            self.assertEqual(paste(officer, nfra())["created"], 80)
            self.assertEqual(paste(officer, nfra())["known"], 80)
            items = officer.get("/api/referrals?limit=200")["items"]
            self.assertEqual(len(items), 200)
            ids = [one["id"] for one in items]
            numbers = {one["id"]: one["number"] for one in items}
            lists = officer.post("/api/referrals/candidates", {"ids": ids})
            hits = {numbers[one["referral_id"]]: one["items"][0] for one in lists["items"] if one["items"]}
            self.assertEqual(sorted(hits), ["JL0007", "RH0030"])
            self.assertIn("name_fits", hits["JL0007"]["grounds"])
            for id_, number in numbers.items():
                if number in hits:
                    officer.post(f"/api/referrals/{id_}/match", {"complaint_id": hits[number]["complaint_id"]})
            self.assertEqual({one["id"] for one in ours}, {one["complaint_id"] for one in hits.values()})
            outcomes = officer.post("/api/referrals/sign-in", {"ids": ids})["items"]
            self.assertEqual({one["state"] for one in outcomes}, {"signed_in"})
            self.whole_way(bank, server, officer, next(i for i, n in numbers.items() if n == "JL0007"))
            status, table, _ = officer.request("POST", "/api/referrals/export?mapping=pboc_12363", {})
            self.assertEqual(status, 200)
            lines = table.decode("utf-8-sig").splitlines()
            self.assertEqual(len(lines), 61)
            self.assertTrue(lines[0].startswith("投诉编号,转办日期,反馈截止日期,投诉人,电话尾号"))
            asked = ("GET", f"/api/referrals/{ids[0]}")
            self.assert_problem(Client(server.port).request(*asked), 401, "session.missing")
            self.assert_problem(bank.sign_in(server, "teller").request(*asked), 403, "permission.missing")

    def whole_way(self, bank, server, officer, id_):
        path = f"/api/referrals/{id_}"
        self.assert_problem(officer.request("POST", path + "/fill-back", {"proof": "1"}), 409, "referral.wrong_state")
        officer.post(path + "/contacts", {"means": "phone", "is_reached": False})
        officer.post(path + "/contacts", {"means": "phone", "is_reached": True})
        officer.post(path + "/handling")
        for part in ACCOUNT:
            less = {k: v for k, v in ACCOUNT.items() if k != part}
            self.assert_problem(officer.request("POST", path + "/account", less), 422, "field.required", part)
        officer.post(path + "/account", ACCOUNT)
        self.assert_problem(officer.request("POST", path + "/approval", {}), 409, "referral.second_person")
        bank.sign_in(server, "protection_head").post(path + "/approval")
        officer.post(path + "/fill-back", {"proof": "截图编号17"})
        officer.post(path + "/rework", {"reason": "补充录音目录"})
        officer.post(path + "/handling")
        officer.post(path + "/account", ACCOUNT)
        bank.sign_in(server, "protection_head").post(path + "/approval")
        officer.post(path + "/fill-back", {"proof": "截图编号18"})
        officer.post(path + "/callback", {"result": "satisfied"})
        view = officer.get(path)
        self.assertEqual((view["state"], view["returns"], view["attempts"]), ("done", 1, 2))
        self.assertEqual(view["complainant_name"], "沈**")


if __name__ == "__main__":
    unittest.main()
