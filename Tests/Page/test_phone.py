"""A phone of 360 by 740 shows all without scrolling sideways, and controls that a thumb finds."""

import unittest

import browser
import reports
from browser import find, find_all, run


class Phone(unittest.TestCase):
    language = "th"

    def setUp(self):
        browser.open_page(reports.sample(self.language) / "index.html", browser.PHONE)

    def assert_fits(self):
        self.assertEqual(run("return document.documentElement.scrollWidth"), 360)
        wide = run("""
          return [...document.querySelectorAll('body *:not(svg *)')].filter((one) => {
            const box = one.getBoundingClientRect();
            return box.width > 2 && box.right > innerWidth + 1 && one.checkVisibility()
              && !one.closest('.wide, .stage, .skip');
          }).map((one) => `${one.tagName} ${one.id} ${one.textContent.slice(0, 40)}`)""")
        self.assertEqual(wide, [])

    def test_never_scrolls_sideways(self):
        self.assert_fits()
        run("document.querySelector('#figures-box').open = true;"
            "document.querySelector('#rows button').click();"
            "document.querySelector('.reason').click()")
        self.assert_fits()

    def test_has_controls_for_a_thumb(self):
        small = run("""
          return [...document.querySelectorAll('button:not(.link), input, select')]
            .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44)
            .map((one) => one.outerHTML.slice(0, 80))""")
        self.assertEqual(small, [])

    def test_shows_node_and_words_together(self):
        run("document.querySelector('#rows button').click()")
        panel = find("#panel").rect
        for node in find_all("#stage .node.chosen"):
            box = run("const b = arguments[0].getBoundingClientRect(); return [b.top, b.bottom]", node)
            self.assertGreaterEqual(box[0], -1)
            self.assertLessEqual(box[1], panel["y"] - run("return scrollY") + 1)

    def test_puts_the_heading_of_each_column_into_the_cards(self):
        for cell in find_all("#rows tr:first-child td"):
            said = run("return getComputedStyle(arguments[0], '::before').content", cell)
            self.assertEqual(said.strip('"'), cell.get_attribute("data-label"))


class EnglishPhone(Phone):
    language = "en"
