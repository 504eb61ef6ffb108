"""opportunities.xlsx as another program reads it, fills it in, and as it is read back."""

import json
import shutil
import unittest

import openpyxl
import reports

KHOK = reports.ROOT / "plans/khok-charoen"
STATUSES = ["เสนอ", "เลื่อน", "เห็นชอบ", "บรรจุในแผน", "ได้งบ", "กำลังทำ", "เสร็จ", "ไม่เห็นชอบ"]


def links(*plans):
    done = reports.run("links", *plans, "--approach", "all", "--limit", "0", "--format", "json")
    return [(one["approach"], one["from"]["id"], one["to"]["id"]) for one in json.loads(done.stdout)]


def column(sheet, heading):
    return next(cell.column for cell in sheet[1] if cell.value == heading)


def fill(path, target):
    """Decides on the first three proposals, and saves the workbook as another program does."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    typed = [("เห็นชอบ", "L02", "มี.ค. 2569", None), ("ไม่เห็นชอบ", None, None, "ไกลเกินไป"),
             ("ได้งบ", "อบต.", None, "=1+1")]
    pairs = []
    for row, (status, owner, due, reason) in enumerate(typed, start=2):
        for heading, text in (("สถานะ", status), ("ผู้รับผิดชอบ", owner), ("กำหนด", due), ("เหตุผล", reason)):
            cell = sheet.cell(row, column(sheet, heading))
            cell.value = text
            if text and text.startswith("="):
                cell.data_type = "s"
        pairs.append((sheet.cell(row, column(sheet, "จาก")).value,
                      sheet.cell(row, column(sheet, "ถึง")).value))
    book.save(target)
    return pairs


class Workbook(unittest.TestCase):
    def setUp(self):
        self.path = reports.sample() / "opportunities.xlsx"
        self.book = openpyxl.load_workbook(self.path)
        self.sheet = self.book.worksheets[0]

    def test_can_be_filtered_and_keeps_its_headings_in_sight(self):
        for sheet in self.book.worksheets:
            with self.subTest(sheet.title):
                self.assertEqual(sheet.freeze_panes, "A2")
                self.assertEqual(sheet.auto_filter.ref.split(":")[0], "A1")
                self.assertEqual(sheet.print_title_rows, "$1:$1")
                self.assertTrue(all(cell.value for cell in sheet[1]))

    def test_has_sheets_whose_names_every_program_takes(self):
        names = self.book.sheetnames
        self.assertEqual(len({name.lower() for name in names}), len(names))
        for name in names:
            self.assertTrue(0 < len(name.encode("utf-16-le")) // 2 <= 31)
            self.assertFalse(set("[]:*?/\\'") & set(name))

    def test_offers_the_words_of_a_decision_beside_each_proposal(self):
        letter = self.sheet.cell(1, column(self.sheet, "สถานะ")).column_letter
        (rule,) = self.sheet.data_validations.dataValidation
        self.assertEqual(rule.formula1, '"' + ",".join(STATUSES) + '"')
        first, last = str(rule.sqref).split(":")
        self.assertEqual(first, f"{letter}2")
        self.assertGreaterEqual(int(last[len(letter):]), self.sheet.max_row)
        self.assertGreater(self.sheet.max_row, 300)

    def test_holds_every_proposal_that_is_found(self):
        data = json.loads((reports.sample() / "findings.json").read_text())
        found = [(one["number"], one["from"]["name"], one["to"]["name"]) for one in data["opportunities"]]
        letter, rank, start, end = (
            column(self.sheet, heading) for heading in ("อักษร", "ที่", "ชื่อต้นทาง", "ชื่อปลายทาง"))
        rows = [tuple(self.sheet.cell(row, at).value for at in (letter, rank, start, end))
                for row in range(2, self.sheet.max_row + 1)]
        self.assertEqual([(f"{row[0]}{row[1]}", *row[2:]) for row in rows], found)
        self.assertTrue(all(isinstance(row[1], int) for row in rows))


class Decisions(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.filled = reports.SCRATCH / "filled.xlsx"
        cls.pairs = fill(reports.sample() / "opportunities.xlsx", cls.filled)
        cls.before = links(KHOK)
        cls.beside = links(KHOK, cls.filled)

    def test_count_where_the_workbook_is_given_beside_the_plan(self):
        gone = [one for one in self.before if one not in self.beside]
        for pair in self.pairs:
            self.assertIn(("savings", *pair), gone)
        checked = json.loads(reports.run("check", KHOK, self.filled, "--format", "json").stdout)
        self.assertEqual([problem for problem in checked["problems"] if problem["severity"] == "error"], [])
        self.assertEqual(checked["tables"]["decisions"], 6 + len(self.pairs))

    def test_count_alike_where_the_sheet_is_copied_into_the_plans_own_workbook(self):
        for name in ("มติ (2)", "ข้อเสนอและมติ"):
            with self.subTest(name):
                plan = reports.SCRATCH / f"{name}/khok-charoen.xlsx"
                plan.parent.mkdir(exist_ok=True)
                plan.unlink(missing_ok=True)
                reports.run("convert", KHOK, plan)
                book = openpyxl.load_workbook(plan)
                copy = book.create_sheet(name)
                for row in openpyxl.load_workbook(self.filled).worksheets[0].iter_rows():
                    for cell in row:
                        copy.cell(cell.row, cell.column).value = cell.value
                        copy.cell(cell.row, cell.column).data_type = cell.data_type
                book.save(plan)
                self.assertEqual(links(plan), self.beside)

    def test_alone_are_told_to_come_with_a_plan(self):
        done = reports.program("check", self.filled, "--lang", "th")
        self.assertEqual(done.returncode, 2)
        self.assertIn("ไม่มีแผน", done.stderr)

    def test_are_never_written_over(self):
        folder = reports.SCRATCH / "again"
        shutil.copytree(reports.sample(), folder)
        again = ["report", KHOK, "--output", folder, "--lang", "th"]
        self.assertNotIn("opportunities-1.xlsx", reports.run(*again).stderr)
        self.assertFalse((folder / "opportunities-1.xlsx").exists())
        shutil.copy(self.filled, folder / "opportunities.xlsx")
        self.assertIn("opportunities-1.xlsx", reports.run(*again).stderr)
        self.assertEqual((folder / "opportunities-1.xlsx").read_bytes(), self.filled.read_bytes())
        self.assertNotEqual((folder / "opportunities.xlsx").read_bytes(), self.filled.read_bytes())


class HostileWorkbook(unittest.TestCase):
    def test_keeps_every_name_a_text(self):
        book = openpyxl.load_workbook(reports.hostile() / "opportunities.xlsx")
        formulas = [cell.coordinate for sheet in book.worksheets for row in sheet.iter_rows()
                    for cell in row if cell.data_type == "f"]
        self.assertEqual(formulas, [])
        self.assertFalse(any(sheet._hyperlinks for sheet in book.worksheets))
        texts = {cell.value for sheet in book.worksheets for row in sheet.iter_rows() for cell in row}
        for name in ("=1+1", "+66 ทางสาย", "@SUM(A1)", "-2+3", "ก" * 4000, "<img src=x onerror=alert(1)>"):
            self.assertTrue(name in texts, name[:40])

    def test_keeps_names_text_in_a_folder_of_csv(self):
        plan = reports.SCRATCH / "ร้าย"
        reports.hostile()
        shutil.rmtree(reports.SCRATCH / "csv", ignore_errors=True)
        reports.run("convert", plan, reports.SCRATCH / "csv")
        text = (reports.SCRATCH / "csv/องค์กรการเงิน.csv").read_text(encoding="utf-8-sig")
        for name in ("=1+1", "+66 ทางสาย", "@SUM(A1)", "-2+3"):
            self.assertIn(f",'{name},", text)
        self.assertEqual(links(reports.SCRATCH / "csv"), links(plan))
