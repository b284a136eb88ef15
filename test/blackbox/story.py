"""The frame of black-box tests: a folder that goes, a demo bank on each database."""

import contextlib
import functools
import pathlib
import shutil
import tempfile
import time
import unittest

import postgres
from client import Bank, Server


def complaint(**changes):
    """A registration that is accepted."""
    out = {
        "source": "自收",
        "intake_channel": "网点",
        "business_channel": "前台业务渠道-营业现场",
        "business": "银行卡-借记卡",
        "cause": "定价收费",
        "summary": "年费重复扣收",
        "description": "客户称同一张卡的年费在三月和四月各扣了一次。",
        "claim": "退还一次年费",
        "complainant": {"name": "沈万清", "phone": "13900001111"},
    }
    out.update(changes)
    return out


def register(rows, text="内容"):
    """A table that the shipped mapping `ledger` reads."""
    head = "投诉编号,投诉日期,投诉来源,投诉渠道,业务办理渠道,业务类别,投诉原因,投诉事项,投诉内容,投诉请求,客户姓名,联系电话,办理状态\n"
    return head + "".join(f"A-{i},2026-02-01,自收,电话,网点,贷款,收费,事项{i},{text},请求,沈万清,13812345678,\n"
                          for i in range(rows))


def each_database(complaints=0):
    """Runs a story with a demo bank on each database, as sub-tests."""

    def decorate(story):
        @functools.wraps(story)
        def run(self):
            for kind in postgres.databases():
                with self.subTest(database=kind):
                    story(self, Bank(self.folder / kind, complaints, postgres.url_for(kind)))

        return run

    return decorate


def wait_until(holds, what, seconds=60):
    """What `holds` returns once that is true; asks again and again."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if answer := holds():
            return answer
    raise AssertionError(f"not within {seconds} s: {what}")


class Story(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="xiaobao-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    @contextlib.contextmanager
    def served(self, bank, **options):
        with Server(bank.folder, **options) as server:
            yield server

    def assert_problem(self, answer, status, code, field=None):
        self.assertEqual((answer[0], answer[1].get("code"), answer[1].get("field")), (status, code, field))
        self.assertNotEqual(answer[1]["text"]["zh-CN"], code, "no Chinese sentence")
        self.assertNotEqual(answer[1]["text"]["en"], code, "no English sentence")
