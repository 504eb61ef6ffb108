"""The drawing is moved by mouse, keys and fingers, and told from the table and back."""

import unittest

import browser
import reports
from browser import find, find_all, run
from selenium.webdriver import ActionChains
from selenium.webdriver.common.actions.wheel_input import ScrollOrigin
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select


def camera():
    """Place and scale of the drawing on the stage."""
    return run("const m = document.querySelector('.camera').getCTM(); return [m.e, m.f, m.a]")


class Stage(unittest.TestCase):
    def setUp(self):
        browser.open_page(reports.sample() / "index.html")
        self.stage = find("#stage")
        self.hands = ActionChains(browser.driver())

    def test_is_zoomed_by_the_wheel_where_the_mouse_is_and_by_buttons(self):
        start = camera()[2]
        self.hands.scroll_from_origin(ScrollOrigin.from_element(self.stage), 0, -300).perform()
        wheeled = camera()[2]
        self.assertGreater(wheeled, start * 1.2)
        find("#zoom-in").click()
        self.assertGreater(camera()[2], wheeled)
        find("#zoom-fit").click()
        self.assertAlmostEqual(camera()[2], start, places=3)

    def test_is_moved_by_the_mouse_without_choosing_anything(self):
        find("#zoom-in").click()
        before = camera()
        node = find("#stage .node[role=button]")
        self.hands.click_and_hold(node).move_by_offset(60, 30).release().perform()
        after = camera()
        self.assertAlmostEqual(after[0] - before[0], 60, delta=2)
        self.assertAlmostEqual(after[1] - before[1], 30, delta=2)
        self.assertFalse(find_all("#panel h2"))

    def test_lets_the_page_scroll_on_where_there_is_nothing_to_zoom_out_of(self):
        self.hands.scroll_from_origin(ScrollOrigin.from_element(self.stage), 0, 400).perform()
        run("return new Promise((done) => setTimeout(done, 300))")
        self.assertGreater(run("return window.scrollY"), 0)

    def test_is_moved_and_zoomed_by_keys(self):
        self.stage.send_keys("+", "+")
        before = camera()
        self.stage.send_keys(Keys.ARROW_RIGHT, Keys.ARROW_DOWN)
        after = camera()
        self.assertAlmostEqual(before[0] - after[0], 80, delta=2)
        self.assertAlmostEqual(before[1] - after[1], 80, delta=2)
        self.stage.send_keys("0")
        self.assertLess(camera()[2], after[2])

    def test_is_zoomed_by_two_fingers_and_moved_by_one(self):
        browser.open_page(reports.sample() / "index.html", browser.PHONE)
        run("document.querySelector('#stage').scrollIntoView()")
        start = camera()
        self.touch([(170, 200), (190, 200)], [(110, 200), (250, 200)])
        zoomed = camera()
        self.assertGreater(zoomed[2], start[2] * 1.5)
        self.touch([(180, 300)], [(180, 220)])
        self.assertLess(camera()[1], zoomed[1] - 40)

    def touch(self, start, end, steps=8):
        def points(part):
            return [{"x": a[0] + (b[0] - a[0]) * part, "y": a[1] + (b[1] - a[1]) * part, "id": index}
                    for index, (a, b) in enumerate(zip(start, end))]
        browser.command("Input.dispatchTouchEvent", type="touchStart", touchPoints=points(0))
        for step in range(1, steps + 1):
            browser.command("Input.dispatchTouchEvent", type="touchMove", touchPoints=points(step / steps))
        browser.command("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    def test_is_leafed_through(self):
        names = [one["key"] for one in browser.data()["diagrams"]]
        self.assertFalse(find("#leaf-back").is_enabled())
        seen = [run("return document.querySelector('#leaf-choice').value")]
        while find("#leaf-on").is_enabled():
            find("#leaf-on").click()
            self.assertTrue(find_all("#stage svg text"))
            seen.append(run("return document.querySelector('#leaf-choice').value"))
        self.assertEqual(seen, names)
        self.assertEqual(browser.complaints(), [])

    def test_bears_names_that_open_their_details(self):
        for key in ("overview", "leaders", "forum", "exchange"):
            with self.subTest(key):
                Select(find("#leaf-choice")).select_by_value(key)
                nodes = find_all("#stage .node[role=button]")
                self.assertGreater(len(nodes), 4)
                name = nodes[0].get_attribute("aria-label")
                nodes[0].click()
                self.assertTrue(name.startswith(find("#panel h2").text), name)
                run("document.querySelector('#panel .panel-top button:last-child').click()")


class ClickingThrough(unittest.TestCase):
    def setUp(self):
        browser.open_page(reports.sample() / "index.html")
        self.data = browser.data()

    def test_from_the_table_to_the_drawing_by_reasons_to_names_and_back(self):
        first = self.data["opportunities"][0]
        button = find("#rows button")
        button.click()
        self.assertEqual(find("#panel h2").text, "ข้อเสนอที่ ก1")
        self.assertEqual(browser.focused(), "ข้อเสนอที่ ก1")
        # The sheet with both ends and the line between them, marked.
        labels = [one.get_attribute("aria-label") for one in find_all("#stage .node.chosen")]
        for end in (first["from"], first["to"]):
            self.assertTrue(any(label.startswith(self.data["nodes"][end]["name"]) for label in labels))
        self.assertEqual(find("tr[aria-current=true] button").text, "ก1")

        reason = find("#panel .reason")
        self.assertEqual(reason.text, first["reasons"][0]["text"])
        reason.click()
        self.assertEqual(reason.get_attribute("aria-pressed"), "true")
        steps = [one.text.splitlines()[0] for one in find_all("#panel .path .name")]
        paths = first["reasons"][0]["paths"]
        self.assertEqual(steps, [self.data["nodes"][node]["name"] for path in paths for node in path])

        find_all("#panel .path .name")[1].click()
        self.assertEqual(find("#panel h2").text, steps[1])
        find("#panel .panel-top button").click()                      # back
        self.assertEqual(find("#panel h2").text, "ข้อเสนอที่ ก1")
        find("#panel > button").click()                               # to its row
        self.assertEqual(browser.focused(), "ข้อเสนอที่ ก1 · ออมหนุนงาน")

    def test_marks_the_row_of_the_approach_and_not_of_another_of_the_same_rank(self):
        one = next(one for one in self.data["opportunities"] if one["approach"] == "แกนนำ")
        run("const one = document.getElementById('filter-approach'); one.value = 'แกนนำ';"
            "one.dispatchEvent(new Event('change'))")
        find("#rows button").click()
        self.assertEqual(find("tr[aria-current=true]").get_attribute("data-key"), str(one["key"]))
        self.assertIn(f"o={one['key']}", run("return location.hash"))
        browser.open_page(reports.sample() / "index.html", address=run("return location.hash"))
        self.assertIn("แกนนำ", find("#panel .panel-top").text)

    def test_goes_to_a_row_that_is_not_on_the_screen_yet(self):
        last = self.data["opportunities"][-1]
        self.assertFalse(find_all(f"#rows [data-key='{last['key']}']"))
        browser.open_page(reports.sample() / "index.html", address=f"#o={last['key']}")
        find("#panel > button").click()
        row = find(f"#rows [data-key='{last['key']}']")
        self.assertEqual(row.get_attribute("aria-current"), "true")
        self.assertTrue(0 < run("return arguments[0].getBoundingClientRect().top", row) < 1000)

    def test_from_a_chapter_to_its_drawing_and_to_a_name(self):
        find("#chapter-leaders p button").click()
        self.assertEqual(run("return document.querySelector('#leaf-choice').value"), "leaders")
        self.assertEqual(browser.focused(), "stage")
        name = find("#chapter-leaders td .link")
        text = name.text
        name.click()
        self.assertEqual(find("#panel h2").text, text)
