"""The page as a whole: it loads, stands alone, is told to all, and prints."""

import pathlib
import unittest

import browser
import reports
from browser import find, find_all, run


class Page(unittest.TestCase):
    language = "th"

    def setUp(self):
        browser.open_page(reports.sample(self.language) / "index.html")

    def test_loads_without_a_complaint_and_asks_for_nothing(self):
        self.assertEqual(browser.complaints(), [])
        self.assertEqual(browser.requests(), [])
        resources = run("return performance.getEntriesByType('resource').map((r) => r.name)")
        self.assertEqual([name for name in resources if not name.startswith("data:")], [])

    def test_runs_no_script_and_fetches_nothing_that_is_not_its_own(self):
        run("const script = document.createElement('script');"
            "script.textContent = 'window.broken = true'; document.body.append(script);"
            "const image = new Image(); image.src = 'http://example.invalid/x.png';"
            "document.body.append(image);"
            "const one = document.createElement('div'); document.body.append(one);"
            "one.innerHTML = '<b onclick=\"window.broken = true\">x</b>'; one.firstChild.click();")
        self.assertIsNone(run("return window.broken ?? null"))
        self.assertTrue(any("Content Security Policy" in said for said in browser.complaints()))
        self.assertFalse(browser.requests())

    def test_is_set_in_the_type_that_it_carries(self):
        state = run("return document.fonts.ready.then(() => [...document.fonts]"
                    ".map((face) => `${face.family} ${face.weight} ${face.status}`))")
        self.assertEqual(sorted(state), ['Laksaman 400 loaded', 'Laksaman 700 loaded'])
        self.assertTrue(run("return document.fonts.check('16px Laksaman', 'ก')"))
        # What is really painted, not what was asked for.
        browser.command("DOM.enable")
        browser.command("CSS.enable")
        root = browser.command("DOM.getDocument")["root"]["nodeId"]
        for selector in ("h1", "#rows td", "#stage text"):
            node = browser.command("DOM.querySelector", nodeId=root, selector=selector)["nodeId"]
            fonts = browser.command("CSS.getPlatformFontsForNode", nodeId=node)["fonts"]
            self.assertEqual({(font["familyName"], font["isCustomFont"]) for font in fonts},
                             {("Laksaman", True)}, selector)

    def test_tells_every_control_by_name(self):
        controls = {"button", "link", "textbox", "searchbox", "combobox", "listbox", "option",
                    "checkbox", "DisclosureTriangle"}
        run("document.querySelector('#rows button').click()")
        tree = browser.command("Accessibility.getFullAXTree")["nodes"]
        shown = [node for node in tree if not node["ignored"]]
        found = [node for node in shown if node["role"]["value"] in controls]
        self.assertGreater(len(found), 100)
        nameless = [node for node in found if not node.get("name", {}).get("value", "").strip()]
        self.assertEqual(nameless, [])

    def test_has_landmarks_and_headings_in_order(self):
        for landmark in ("header", "nav", "main", "aside", "[role=search]"):
            self.assertTrue(find_all(landmark), landmark)
        levels = run("return [...document.querySelectorAll('h1, h2, h3, h4')]"
                     ".map((one) => Number(one.tagName[1]))")
        self.assertEqual(levels.count(1), 1)
        for before, after in zip(levels, levels[1:]):
            self.assertLessEqual(after, before + 1)

    def test_says_which_language_a_name_is_in(self):
        self.assertEqual(find("html").get_attribute("lang"), self.language)
        self.assertEqual(find("#rows td span").get_attribute("lang"), "th" if self.language == "en" else "")

    def test_has_text_that_stands_out_from_its_ground(self):
        script = (pathlib.Path(__file__).parent / "contrast.js").read_text()
        run("document.querySelector('#rows button').click()")
        self.assertEqual(run(script, 4.5), [])

    def test_holds_every_chapter_with_all_its_tables(self):
        chapters = browser.data()["chapters"]
        self.assertGreater(len(chapters), 5)
        for chapter in chapters:
            section = find(f"#chapter-{chapter['key']}")
            self.assertIn(chapter["title"], section.text)
            headings = [head.text for head in section.find_elements("css selector", "h3")]
            self.assertEqual(headings, [grid["title"] for grid in chapter["grids"]])

    def test_prints_the_tables_and_the_drawing(self):
        page = browser.data()
        printed = bare(browser.printed_text())
        for one in page["opportunities"][:30]:
            for end in (one["from"], one["to"]):
                self.assertIn(bare(page["nodes"][end]["name"])[:12], printed)
        for chapter in page["chapters"]:
            self.assertIn(bare(chapter["title"]), printed)
        self.assertIn(bare({"th": "แสดง 100 จาก", "en": "100 of"}[self.language]), printed)
        self.assertNotIn(bare({"th": "พอดีจอ", "en": "Find a name"}[self.language]), printed)

    def test_prints_the_reasons_of_what_was_chosen(self):
        first = browser.data()["opportunities"][0]
        run("document.querySelector('#rows button').click()")
        printed = bare(browser.printed_text())
        for reason in first["reasons"]:
            self.assertIn(bare(reason["text"])[:14], printed)

    def test_says_so_where_its_data_were_cut_short(self):
        text = (reports.sample(self.language) / "index.html").read_text()
        start = text.index('id="data">') + len('id="data">')
        path = reports.SCRATCH / "cut.html"
        path.write_text(text[:start + 5000] + text[text.index("</script>", start):])
        browser.open_page(path)
        said = {"th": "อ่านข้อมูลในหน้านี้ไม่ได้", "en": "The data in this page cannot be read."}
        self.assertIn(said[self.language], find("h1").text)
        self.assertFalse(find("main").is_displayed())


class EnglishPage(Page):
    language = "en"


def bare(text):
    """A text by its letters: on paper marks are set glyph by glyph, and lines break anywhere."""
    return "".join(letter for letter in text if not letter.isspace() and not 0xE31 <= ord(letter) <= 0xE3A
                   and not 0xE47 <= ord(letter) <= 0xE4E and letter not in "\u200b\u00adาำ")
