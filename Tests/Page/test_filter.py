"""What is chosen by issue, kind and approach is all that is shown."""

import unittest

import browser
import reports
from browser import find, find_all, run
from selenium.webdriver.support.ui import Select


def rows():
    return find_all("#rows tr")


class Filter(unittest.TestCase):
    def setUp(self):
        browser.open_page(reports.sample() / "index.html")
        self.data = browser.data()

    def kinds(self, key):
        one = next(one for one in self.data["opportunities"] if one["key"] == int(key))
        return {self.data["nodes"][one[end]]["kind"] for end in ("from", "to")}

    def issues(self, key):
        """The issues at the ends of a proposal, reckoned from the ties."""
        one = next(one for one in self.data["opportunities"] if one["key"] == int(key))
        ends = {one["from"], one["to"]}
        tied = [tie for tie in self.data["ties"] if ends & set(tie[:2])]
        return {self.data["nodes"][node]["name"] for tie in tied for node in tie[:2]
                if self.data["nodes"][node]["kind"] == "issue"}

    def choose(self, what, text):
        Select(find(f"#filter-{what}")).select_by_visible_text(text)

    def test_by_approach(self):
        names = {one["approach"] for one in self.data["opportunities"]}
        offered = [option.text for option in Select(find("#filter-approach")).options]
        self.assertEqual(set(offered[1:]), names)
        self.choose("approach", "ภาคี")
        self.assertEqual({row.find_elements("css selector", "small")[-1].text for row in rows()}, {"ภาคี"})
        count = sum(one["approach"] == "ภาคี" for one in self.data["opportunities"])
        self.assertEqual(len(rows()), count)
        self.assertEqual(find("#filter-count").text,
                         f"ตรงกับที่เลือก {count} จาก {len(self.data['opportunities'])} ข้อเสนอ")

    def test_by_kind(self):
        self.choose("kind", "กลไกสนับสนุน")
        self.assertGreater(len(rows()), 10)
        for row in rows():
            self.assertIn("mechanism", self.kinds(row.get_attribute("data-key")))

    def test_by_issue_and_only_by_that(self):
        self.choose("issue", "น้ำ")
        found = {row.get_attribute("data-key") for row in rows()}
        self.assertGreater(len(found), 5)
        for one in self.data["opportunities"]:
            issues = self.issues(one["key"])
            if issues:
                self.assertEqual(str(one["key"]) in found, "น้ำ" in issues, one["key"])

    def test_by_all_three_and_by_words_and_not_at_all_again(self):
        self.choose("issue", "น้ำ")
        self.choose("approach", "แกนนำ")
        self.choose("kind", "แกนนำ")
        some = len(rows())
        self.assertGreater(some, 0)
        find("#filter-text").send_keys("ฝาย")
        self.assertLess(len(rows()), some)
        find("#filter-clear").click()
        self.assertEqual(len(rows()), 100)
        self.assertEqual(find("#filter-count").text, "")
        self.assertFalse(find("#filter-clear").is_enabled())
        self.assertEqual(browser.focused(), "filter-issue")

    def test_fades_in_the_drawing_what_it_leaves_out(self):
        self.assertFalse(find_all("#stage .focused"))
        self.choose("kind", "กลไกสนับสนุน")
        near = find_all("#stage .focused .node.near")
        self.assertTrue(near)
        for node in near:
            self.assertTrue(node.get_attribute("aria-label").endswith("(กลไกสนับสนุน)"))
        faded = run("const one = document.querySelector('.focused .node:not(.near, .fixed) text');"
                    "return getComputedStyle(one).fillOpacity")
        self.assertLess(float(faded), 0.2)

    def test_is_found_again_by_its_address(self):
        self.choose("issue", "น้ำ")
        self.choose("approach", "ภาคี")
        some = len(rows())
        address = run("return location.hash")
        browser.open_page(reports.sample() / "index.html", address=address)
        self.assertEqual(len(rows()), some)
        self.assertEqual(Select(find("#filter-issue")).first_selected_option.text, "น้ำ")

    def test_stands_on_the_paper(self):
        self.choose("issue", "น้ำ")
        run("document.querySelector('#filter-count').focus()")
        printed = browser.printed_text().replace(" ", "")
        self.assertIn("ประเด็น", printed)
        self.assertNotIn("แนวทาง", printed.split("ข้อเสนอ")[0])
