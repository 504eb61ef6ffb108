"""Names are found as people type them."""

import unittest

import browser
import reports
from browser import find, find_all, run
from selenium.webdriver.common.keys import Keys

NAME = "กลุ่มออมทรัพย์เพื่อการผลิตบ้านหนองแวง"


class Search(unittest.TestCase):
    def setUp(self):
        browser.open_page(reports.sample() / "index.html")
        self.box = find("#search")

    def results(self, typed):
        self.box.clear()
        self.box.send_keys(typed)
        return [item.text.splitlines()[0] for item in find_all("#results [role=option]")]

    def test_finds_a_name_however_its_marks_and_blanks_were_typed(self):
        for typed in (
            "กลุ่มออมทรัพย์เพื่อการผลิตบ้านหนองแวง",
            "กล\u0e48\u0e38มออมทรัพย์",                   # the tone before the vowel below
            "กลุ่ม ออมทรัพย์ เพื่อ การผลิต บ้าน หนองแวง",
            "หนองแวง  กลุ่มออม",                        # the words the other way round
            "กลุ่ม\u200bออม\u200bทรัพย์เพื่อ",
            "กลุ่มออมทรัพย\u0e4c\u0e4c",                   # a mark struck twice
            "กลุ่มออมทรัพย์เพ\u0e48\u0e37อการ",            # the tone before the vowel above
        ):
            with self.subTest(typed):
                self.assertIn(NAME, self.results(typed))

    def test_takes_a_circle_and_an_aa_for_an_am(self):
        found = self.results("น\u0e49\u0e33")
        self.assertTrue(found)
        for typed in ("น\u0e49\u0e4d\u0e32", "น\u0e4d\u0e49\u0e32", "น\u0e33\u0e49"):
            with self.subTest(typed):
                self.assertEqual(self.results(typed), found)

    def test_takes_two_e_for_an_ae(self):
        found = self.results("แปลง")
        self.assertTrue(found)
        self.assertEqual(self.results("เเปลง"), found)

    def test_says_that_nothing_is_found(self):
        self.assertEqual(self.results("ฮฮฮฮ"), [])
        self.assertIn("ไม่พบชื่อ", find("#results").text)
        self.assertIn("ไม่พบชื่อ", find("#search-remark").get_attribute("textContent"))

    def test_keeps_to_the_filter_and_says_what_is_outside_of_it(self):
        run("const one = document.getElementById('filter-kind'); one.value = 'leader';"
            "one.dispatchEvent(new Event('change'))")
        self.assertEqual(self.results("กลุ่มออมทรัพย์เพื่อการผลิตบ้านหนองแวง"), [])
        self.assertIn("นอกตัวกรองมี 1 ชื่อ", find("#results").text)

    def test_is_worked_with_the_keys_alone(self):
        self.results("บ้าน")
        self.assertEqual(self.box.get_attribute("aria-expanded"), "true")
        self.box.send_keys(Keys.ARROW_DOWN, Keys.ARROW_DOWN)
        active = self.box.get_attribute("aria-activedescendant")
        chosen = find(f"#{active}")
        self.assertEqual(chosen.get_attribute("aria-selected"), "true")
        name = chosen.text.splitlines()[0]
        self.box.send_keys(Keys.ENTER)
        self.assertEqual(find("#panel h2").text, name)
        self.assertEqual(browser.focused(), name)
        browser.driver().switch_to.active_element.send_keys(Keys.ESCAPE)
        self.assertEqual(browser.focused(), "search")
        self.assertFalse(find_all("#panel h2"))

    def test_shows_the_name_in_a_drawing_that_holds_it(self):
        self.results(NAME)
        self.box.send_keys(Keys.ENTER)
        chosen = find_all("#stage .chosen")
        self.assertEqual(len(chosen), 1)
        self.assertIn(NAME, chosen[0].get_attribute("aria-label"))
        stage, box = find("#stage").rect, chosen[0].rect
        self.assertGreaterEqual(box["x"], stage["x"])
        self.assertLessEqual(box["x"] + box["width"], stage["x"] + stage["width"])
