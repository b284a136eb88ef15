"""Real complaints from a real file: none lost, none changed, none twice; broken rows are named."""

import csv
import io
import json
import signal
import subprocess
import time
import unittest

import postgres
from client import PROGRAM, ROOT, Bank, run_cli
from story import Story, complaint, each_database, wait_until

SAMPLE = ROOT / "test" / "data" / "cfpb_sample.csv"
ROWS = 6623


def sample_rows():
    with open(SAMPLE, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def dump(bank, kind, url):
    """Everything in the database, to compare before and after."""
    if kind == "postgres":
        return subprocess.run(["pg_dump", "--data-only", "--inserts", "-h", postgres.folder(), "-U", "postgres",
                               postgres.name_of(url)], check=True, capture_output=True).stdout
    return subprocess.run(["sqlite3", bank.folder / "xiaobao.db", ".dump"], check=True, capture_output=True).stdout


def pages(client, query):
    cursor = ""
    while True:
        page = client.get(f"/api/complaints?limit=200{query}{cursor}")
        yield from page["items"]
        if not page["next_cursor"]:
            return
        cursor = "&cursor=" + page["next_cursor"].replace("=", "%3D").replace("+", "%2B")


def imported(*arguments, exit_code=0):
    result = run_cli("import", *arguments, "--json", check=False)
    assert result.returncode == exit_code, (result.returncode, result.stdout[-500:], result.stderr)
    return json.loads(result.stdout)


class RealFile(Story):
    def each_bank(self):
        for kind in postgres.databases():
            url = postgres.url_for(kind)
            yield kind, url, Bank(self.folder / kind, 0, url)

    def test_it_comes_in_whole_once_and_goes_again(self):
        for kind, url, bank in self.each_bank():
            with self.subTest(database=kind):
                before = dump(bank, kind, url)
                dry = imported("complaints", SAMPLE, "--mapping", "cfpb", "--dry-run", "--data", bank.folder)
                self.assertEqual((dry["rows"], dry["created"], dry["failed"], dry["batch_id"]), (ROWS, ROWS, 0, None))
                self.assertEqual(self.without_ids(dump(bank, kind, url)), self.without_ids(before), "a dry run wrote")

                # Without --mapping the shipped one that fits is found.
                real = imported("complaints", SAMPLE, "--data", bank.folder)
                self.assertEqual((real["rows"], real["created"], real["known"], real["failed"]), (ROWS, ROWS, 0, 0))
                again = imported("complaints", SAMPLE, "--mapping", "cfpb", "--data", bank.folder)
                self.assertEqual((again["created"], again["known"]), (0, ROWS))
                self.check_every_row(bank)

                undone = imported("undo", real["batch_id"], "--data", bank.folder)
                self.assertEqual(undone["created"], ROWS)
                with self.served(bank) as server:
                    officer = bank.sign_in(server, "officer")
                    self.assertEqual(officer.get("/api/complaints")["items"], [])
                if kind == "sqlite":
                    back = imported("complaints", SAMPLE, "--mapping", "cfpb", "--data", bank.folder)
                    self.assertEqual((back["created"], back["known"]), (ROWS, 0))

    @staticmethod
    def without_ids(text):
        """Opening a database takes a block of ids, which is no change of anything in it."""
        return [line for line in text.splitlines() if b"id_blocks" not in line and b"SELECT pg_catalog" not in line
                and not line.startswith((b"\\restrict", b"\\unrestrict"))]

    def check_every_row(self, bank):
        """Each narrative byte for byte through the API, masked and opened, and the rest of its row."""
        rows = {r["Complaint ID"]: r for r in sample_rows()}
        by_text = {}
        for row in rows.values():
            by_text.setdefault((row["Consumer complaint narrative"], row["Date received"], row["Issue"]), []).append(row)
        with self.served(bank) as server:
            officer = bank.sign_in(server, "officer")
            found = 0
            for item in pages(officer, ""):
                found += 1
                if found % 5 != 0:  # lists carry no narrative; every fifth case is read whole
                    continue
                read = officer.get(f"/api/complaints/{item['id']}")
                # What no field takes is shown in an opening only.
                opened = officer.post(f"/api/complaints/{item['id']}/openings",
                                      {"fields": ["description", "source_record"], "reason": "test"})
                self.assertEqual(opened["description"], read["description"])
                record = json.loads(opened["source_record"])
                self.assertEqual(json.loads(read["source_record"]), {column: "***" for column in record})
                self.check_row(read, record, by_text)
            self.assertEqual(found, ROWS)
            narratives = sorted(r["Consumer complaint narrative"] for r in rows.values() if r["Consumer complaint narrative"])
            self.assertEqual(len(narratives), 1532)
            self.assertEqual(self.all_narratives(officer), narratives)

    def check_row(self, read, record, by_text):
        day = read["received_at"]
        candidates = by_text.get((read["description"] or "", self.bank_day(day), read["cause"]), [])
        self.assertTrue(candidates, read["id"])
        def same(row):
            taken = {"Complaint ID", "Date received", "Consumer complaint narrative", "Issue", "Submitted via", "Company"}
            return {k: v for k, v in row.items() if v and k not in taken} == record and row["Company"] == read["business_channel"]
        self.assertTrue(any(same(row) for row in candidates), record)

    @staticmethod
    def bank_day(instant):
        """16:00Z is midnight of the next day in the bank's zone."""
        import datetime
        at = datetime.datetime.fromisoformat(instant.replace("Z", "+00:00"))
        return (at + datetime.timedelta(hours=8)).date().isoformat()

    def all_narratives(self, officer):
        out = []
        for item in pages(officer, ""):
            text = officer.get(f"/api/complaints/{item['id']}")["description"]
            if text:
                out.append(text)
        return sorted(out)


def broken_copy():
    """The sample with ten rows broken on purpose: (bytes, {line: (column or field, code)})."""
    rows = sample_rows()
    header = list(rows[0])

    def line_of(row):
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerow([row[c] for c in header])
        return out.getvalue().encode()

    def changed(row, **values):
        return line_of({**row, **{k.replace("_", " "): v for k, v in values.items()}})

    good = [line_of(row) for row in rows[:400]]
    narrative = "Consumer complaint narrative"
    gb18030 = line_of({**rows[1], narrative: "MARK"}).replace(b"MARK", "客户称扣费".encode("gb18030"))
    broken = {
        20: (changed(rows[20], Date_received="2020-02-30"), "Date received", "field.date"),
        40: (changed(rows[40], Date_received="18/03/2020"), "Date received", "field.date"),
        60: (changed(rows[60], Date_received="2031-01-01"), "Date received", "field.in_future"),
        80: (good[80].rstrip(b"\n") + b'"\n', "", "row.quoting"),
        100: (good[100].replace(b",", b',"', 1), "", "row.quoting"),
        120: (good[120].rsplit(b",", 1)[0] + b"\n", "", "row.too_few_cells"),
        140: (changed(rows[140], **{narrative: "x" * (1 << 20)}), narrative, "row.cell_too_large"),
        160: (gb18030, narrative, "field.encoding"),
        180: (changed(rows[180], Submitted_via="We\0b"), "Submitted via", "field.control_character"),
        200: (changed(rows[200], Complaint_ID=""), "Complaint ID", "import.source_id_missing"),
    }
    good[300] = changed(rows[300], Company_response_to_consumer="In progress")
    for at, (line, _, _) in broken.items():
        good[at] = line
    head = (",".join(header) + "\n").encode()
    lines, expected, number = [head], {}, 2
    for at, line in enumerate(good):
        if at in broken:
            expected[number] = broken[at][1:]
        lines.append(line)
        number += line.count(b"\n")
    return b"".join(lines), expected


class BrokenRows(Story):
    @each_database()
    def test_ten_broken_rows_are_named_and_the_rest_comes_in(self, bank):
        content, expected = broken_copy()
        file = self.folder / "broken.csv"
        file.write_bytes(content)
        self.assertEqual(len(expected), 10)
        for arguments in (["--dry-run"], []):
            report = imported("complaints", file, "--mapping", "cfpb", "--data", bank.folder, *arguments, exit_code=1)
            self.assertEqual((report["rows"], report["created"], report["failed"]), (400, 390, 10))
            named = {e["line"]: (e["column"], e["code"]) for e in report["errors"]}
            self.assertEqual(named, expected)
        # The repaired rows come in alone.
        file.write_bytes(SAMPLE.read_bytes())
        report = imported("complaints", file, "--mapping", "cfpb", "--data", bank.folder)
        self.assertEqual((report["created"], report["known"]), (ROWS - 390, 390))

    @each_database()
    def test_a_workbook_comes_in_like_a_table(self, bank):
        with self.served(bank) as server:
            officer = bank.sign_in(server, "officer")
            for i in range(30):
                officer.post("/api/complaints", complaint(summary=f"第{i}件", description="=1+1 的公式样文字\n第二行"))
            status, book, _ = officer.request("POST", "/api/complaints/export?format=xlsx")
            self.assertEqual(status, 200)
        file, mapping = self.folder / "book.xlsx", self.folder / "own.toml"
        file.write_bytes(book)
        mapping.write_text('name = "own"\ntarget = "complaints"\nsource_id = "number"\nrest = "source_record"\n'
                           '[fields.summary]\ncolumn = "summary"\n[fields.intake_channel]\ncolumn = "intake_channel"\n'
                           '[fields.received_at]\ncolumn = "received_at"\n', encoding="utf-8")
        report = imported("complaints", file, "--mapping", mapping, "--data", bank.folder)
        self.assertEqual((report["rows"], report["created"], report["failed"]), (30, 30, 0))
        with self.served(bank) as server:
            officer = bank.sign_in(server, "officer")
            summaries = sorted(i["summary"] for i in pages(officer, "&origin=imported"))
            self.assertEqual(summaries, sorted(f"第{i}件" for i in range(30)))

    @each_database()
    def test_a_server_that_holds_the_directory_does_the_work(self, bank):
        content, _ = broken_copy()
        file = self.folder / "broken.csv"
        file.write_bytes(content)
        with self.served(bank) as server:
            officer = bank.sign_in(server, "officer")
            dry = imported("complaints", file, "--mapping", "cfpb", "--dry-run", "--data", bank.folder, exit_code=1)
            self.assertEqual((dry["created"], dry["failed"], dry["batch_id"]), (390, 10, None))
            real = imported("complaints", file, "--mapping", "cfpb", "--data", bank.folder, exit_code=1)
            self.assertEqual((real["created"], real["failed"], len(real["errors"])), (390, 10, 10))
            batch = officer.get(f"/api/imports/{real['batch_id']}")
            self.assertEqual((batch["state"], batch["created"]), ("done", 390))
            self.assertEqual(len(officer.get(f"/api/imports/{real['batch_id']}/errors")["items"]), 10)
            # The same over HTTP finds everything known.
            status, begun, headers = officer.request("POST", "/api/imports?mapping=cfpb", raw=content,
                                                     headers={"Content-Type": "text/csv"})
            self.assertEqual(status, 202)
            wait_until(lambda: officer.get(headers["Location"])["state"] != "running", "the import ends")
            again = officer.get(headers["Location"])
            self.assertEqual((again["created"], again["known"], again["failed"]), (0, 390, 10))
            self.assertEqual(len(run_cli("export", "complaints", "--data", bank.folder).stdout.splitlines()), 391)
            # Once somebody has worked on one, nothing is undone.
            one = officer.get("/api/complaints?limit=1&state=registered")["items"][0]
            officer.post(f"/api/complaints/{one['id']}/closure", {"result": "已解释"})
            refused = run_cli("import", "undo", real["batch_id"], "--data", bank.folder, check=False)
            self.assertEqual((refused.returncode, "import.worked_on" in refused.stderr), (1, True))
            self.assertEqual(len(list(pages(officer, ""))), 390)

    @each_database()
    def test_a_server_that_ends_breaks_the_import_off_and_the_next_brings_the_rest(self, bank):
        for number in (signal.SIGTERM, signal.SIGKILL):
            with self.served(bank) as server:
                officer = bank.sign_in(server, "officer")
                status, _, headers = officer.request("POST", "/api/imports?mapping=cfpb", raw=SAMPLE.read_bytes(),
                                                     headers={"Content-Type": "text/csv"})
                self.assertEqual(status, 202)
                batch = headers["Location"]
                rows = officer.get(batch)["rows"]
                wait_until(lambda: officer.get(batch)["rows"] != rows, "rows come in")
                begun = time.monotonic()
                server.stop(number)
                self.assertLess(time.monotonic() - begun, 10)
            with self.served(bank) as server:
                officer = bank.sign_in(server, "officer")
                read = officer.get(batch)
                expected = "stop" if number == signal.SIGTERM else "restart"
                self.assertEqual((read["state"], read["broken_by"]), ("broken", expected))
                self.assertTrue(0 < read["created"] < ROWS, read)
                officer.post(batch + "/undo")
                self.assertEqual(officer.get(batch)["state"], "undone")

    @each_database()
    def test_the_command_line_says_why_an_import_at_a_server_ended(self, bank):
        with self.served(bank) as server:
            officer = bank.sign_in(server, "officer")
            program = subprocess.Popen([PROGRAM, "import", "complaints", SAMPLE, "--mapping", "cfpb", "--data",
                                        bank.folder, "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            wait_until(lambda: officer.get("/api/imports")["items"], "the import begins")
            server.stop()
            _, errors = program.communicate(timeout=30)
            self.assertNotEqual(program.returncode, 0, "it does not wait for ever")
            self.assertTrue("import.broken_by_stop" in errors or "admin.unreachable" in errors, errors)

    @each_database()
    def test_a_mapping_beyond_any_header_goes_to_a_server_as_well(self, bank):
        file, mapping = self.folder / "own.csv", self.folder / "own.toml"
        file.write_text("No,What,When,Code\n1,事项,2026-02-01,1999\n", encoding="utf-8")
        mapping.write_text('name = "own"\ntarget = "complaints"\nsource_id = "No"\n[fields.summary]\ncolumn = "What"\n'
                           '[fields.intake_channel]\nconstant = "电话"\n[fields.received_at]\ncolumn = "When"\n'
                           'format = "date"\n[fields.business]\ncolumn = "Code"\n[fields.business.values]\n'
                           + "".join(f'"{i}" = "业务{i}"\n' for i in range(2000)), encoding="utf-8")
        with self.served(bank):
            report = imported("complaints", file, "--mapping", mapping, "--data", bank.folder)
            self.assertEqual((report["created"], report["failed"]), (1, 0))

    @each_database()
    def test_files_that_are_no_tables_are_refused_whole(self, bank):
        for name, content, code in [
            ("empty.csv", b"", "table.empty"),
            ("header.csv", b"a,a\n1,2\n", "table.header"),
            ("columns.csv", b"Complaint ID,Issue\n1,2\n", "import.column_missing"),
            ("zip.xlsx", b"PK\x03\x04 nonsense", "table.malformed"),
        ]:
            file = self.folder / name
            file.write_bytes(content)
            result = run_cli("import", "complaints", file, "--mapping", "cfpb", "--data", bank.folder, check=False)
            self.assertEqual((result.returncode, code in result.stderr), (1, True), (name, result.stderr))
        result = run_cli("import", "complaints", self.folder / "none.csv", "--data", bank.folder, check=False)
        self.assertEqual((result.returncode, "import.file_missing" in result.stderr), (2, True))


if __name__ == "__main__":
    unittest.main()
