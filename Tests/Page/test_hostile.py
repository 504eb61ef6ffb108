"""Names that mean harm come out as text; plans of any size leave the page usable."""

import json
import unittest

import browser
import reports
from browser import find, find_all, run


def shown(name):
    """A name as it is drawn: without what has no shape or only turns the letters about."""
    return "".join(letter for letter in name if letter >= " " and not "\u202a" <= letter <= "\u202e").strip()


class Hostile(unittest.TestCase):
    def setUp(self):
        browser.open_page(reports.hostile() / "index.html")

    def test_makes_no_element_and_runs_nothing(self):
        self.assertEqual(browser.complaints(), [])
        self.assertEqual(browser.requests(), [])
        self.assertEqual(len(find_all("script")), 2)
        for kind in ("img", "b b", "iframe", "a[href^=javascript]", "[onerror]", "[onclick]", "object"):
            self.assertEqual(find_all(kind), [], kind)
        self.assertIn("<img src=x onerror=alert(1)>", find("h1").text)
        self.assertIn("<img src=x onerror=alert(1)>", browser.driver().title)

    def test_shows_each_name_as_text_in_search_panel_and_table(self):
        page = browser.data()
        names = {node["name"] for node in page["nodes"] if node["kind"] == "fund"}
        for name in reports.HOSTILE:
            with self.subTest(name[:30]):
                kept = next((one for one in names if shown(one) == shown(name)), None)
                self.assertIsNotNone(kept, sorted(names)[:5])
                node = next(one for one in page["nodes"] if one["name"] == kept)
                run("location.hash = `#n=${encodeURIComponent(arguments[0])}`", node["id"])
                run("return new Promise((done) => setTimeout(done, 50))")
                heading = run("return document.querySelector('#panel h2').textContent")
                self.assertEqual(shown(heading), shown(kept))
                self.assertNotIn("\u202e", run("return document.body.innerText"))
        self.assertEqual(browser.complaints(), [])

    def test_draws_them_as_text_on_every_sheet(self):
        while True:
            self.assertEqual(find_all("#stage :is(script, image, foreignObject, style, use)"), [])
            self.assertEqual(run("return [...document.querySelectorAll('#stage *')].filter((one) =>"
                                 "[...one.attributes].some((a) => /^on|href|javascript/i.test(a.name)"
                                 "|| (/^\\s*javascript/i.test(a.value) && a.name !== 'aria-label'))).length"), 0)
            if not find("#leaf-on").is_enabled():
                break
            find("#leaf-on").click()
        self.assertEqual(browser.complaints(), [])

    def test_shortens_what_is_too_long_and_gives_the_whole_in_the_panel(self):
        find("#search").send_keys("ก" * 40)
        item = find("#results [role=option]")
        self.assertTrue(item.text.splitlines()[0].endswith("…"))
        self.assertLess(len(item.text.splitlines()[0]), 200)
        item.click()
        self.assertIn("ก" * 4000, find("#panel h2").text)

    def test_stays_within_a_phone(self):
        browser.open_page(reports.hostile() / "index.html", browser.PHONE)
        self.assertEqual(run("return document.documentElement.scrollWidth"), 360)

    def test_cleans_a_drawing_that_means_harm(self):
        svg = ('<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
               'viewBox="0 0 100 50" onload="alert(1)"><script>alert(1)</script>'
               '<defs><pattern id="hatch"><line x1="0" y1="0" x2="4" y2="4"/></pattern></defs>'
               '<a xlink:href="javascript:alert(1)"><rect width="20" height="9" fill="url(#hatch)"/></a>'
               '<rect class="far" width="9" height="9" fill="url(http://example.invalid/x.svg#a)"/>'
               '<image href="http://example.invalid/x.png"/><foreignObject/><text>ก</text></svg>')
        page = browser.data()
        page["diagrams"][0]["svg"] = svg
        open_with(page)
        # The policy has stopped the handler before the page took it away.
        self.assertEqual([said for said in browser.complaints() if "inline event handler" not in said], [])
        self.assertEqual(browser.requests(), [])
        self.assertEqual(find_all("#stage :is(script, image, foreignObject)"), [])
        self.assertEqual(len(find_all("#stage :is(pattern, line, rect, text)")), 5)
        self.assertEqual(find("#stage rect").get_attribute("fill"), "url(#hatch)")
        self.assertIsNone(find("#stage rect.far").get_attribute("fill"))
        self.assertIsNone(find("#stage svg").get_attribute("onload"))


class Large(unittest.TestCase):
    def test_stays_usable_with_thousands_of_activities(self):
        page = browser_data(reports.sample())
        start = len(page["nodes"])
        count = 5000
        page["nodes"] += [{"id": f"big/A{n}", "kind": "activity", "name": f"กิจกรรมที่ {n}", "facts": []}
                          for n in range(count)]
        issue = next(i for i, node in enumerate(page["nodes"]) if node["kind"] == "issue")
        page["ties"] += [[start + n, issue, "about"] for n in range(count)]
        model = page["opportunities"][0]
        page["opportunities"] += [dict(model, key=100_000 + n, section=20, rank=n + 1, to=start + n)
                                  for n in range(count)]
        open_with(page)
        self.assertEqual(browser.complaints(), [])
        self.assertEqual(len(find_all("#rows tr")), 100)
        self.assertLess(run("return document.querySelectorAll('*').length"), 12_000)
        find("#more-rows button").click()
        self.assertEqual(len(find_all("#rows tr")), 200)
        find("#search").send_keys("กิจกรรมที่ 49")
        self.assertEqual(len(find_all("#results [role=option]")), 30)
        self.assertIn("ชื่อ", find("#search-remark").get_attribute("textContent"))
        # The hub of them all: its list is cut, too.
        run("location.hash = `#n=${encodeURIComponent(arguments[0])}`", page["nodes"][issue]["id"])
        run("return new Promise((done) => setTimeout(done, 50))")
        self.assertEqual(find("#panel h2").text, page["nodes"][issue]["name"])
        self.assertLess(len(find_all("#panel li")), 200)


def browser_data(folder):
    browser.open_page(folder / "index.html")
    return browser.data()


def open_with(page):
    """Opens the sample's page with other data in it."""
    text = (reports.sample() / "index.html").read_text()
    start = text.index('id="data">') + len('id="data">')
    path = reports.SCRATCH / "other.html"
    path.write_text(text[:start] + json.dumps(page).replace("<", "\\u003c")
                    + text[text.index("</script>", start):])
    browser.open_page(path)
