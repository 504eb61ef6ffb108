"""One Chromium for all tests of the page, from Debian; Selenium's manager downloads nothing."""

import atexit
import base64
import functools
import json
import pathlib
import shutil
import subprocess
import tempfile

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By

DESKTOP = (1280, 1000)
PHONE = (360, 740)


def program(name):
    """The path of an installed program; without it the tests fail rather than pass in silence."""
    path = shutil.which(name)
    if not path:
        raise RuntimeError(f"{name} is missing: run script/bootstrap")
    return path


@functools.cache
def driver():
    """The browser, started once."""
    options = webdriver.ChromeOptions()
    options.binary_location = program("chromium")
    for switch in ("headless=new", "no-sandbox", "disable-dev-shm-usage", "force-device-scale-factor=1"):
        options.add_argument(f"--{switch}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    started = webdriver.Chrome(options=options, service=Service(program("chromedriver")))
    atexit.register(started.quit)
    started.set_page_load_timeout(60)
    started.set_script_timeout(30)
    return started


def open_page(path, size=DESKTOP, address=""):
    """Opens a file as a reader would, and forgets what was said of pages before."""
    browser = driver()
    browser.get("about:blank")
    width, height = size
    command("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1,
            mobile=size == PHONE)
    command("Emulation.setTouchEmulationEnabled", enabled=size == PHONE)
    for log in ("browser", "performance"):
        browser.get_log(log)
    browser.get(pathlib.Path(path).as_uri() + address)
    return browser


def command(name, **parameters):
    """A command of Chromium's own protocol."""
    return driver().execute_cdp_cmd(name, parameters)


def run(script, *arguments):
    """What a piece of JavaScript returns."""
    return driver().execute_script(script, *arguments)


def find(selector):
    return driver().find_element(By.CSS_SELECTOR, selector)


def find_all(selector):
    return driver().find_elements(By.CSS_SELECTOR, selector)


def data():
    """What the page was made of."""
    return json.loads(run("return document.getElementById('data').textContent"))


def complaints():
    """What the browser has said on its console since the page was opened."""
    return [entry["message"] for entry in driver().get_log("browser")
            if entry["level"] in ("SEVERE", "WARNING")]


def requests():
    """The addresses that were asked for since the page was opened, but for the page itself, and for
    those that its own policy kept back."""
    messages = [json.loads(entry["message"])["message"] for entry in driver().get_log("performance")]
    kept = {message["params"]["requestId"] for message in messages
            if message["method"] == "Network.loadingFailed"
            and message["params"].get("blockedReason") == "csp"}
    asked = [message["params"]["request"]["url"] for message in messages
             if message["method"] == "Network.requestWillBeSent"
             and message["params"]["requestId"] not in kept]
    own = run("return location.href.split('#')[0]")
    return [url for url in asked if url.split("#")[0] != own and not url.startswith("data:")]


def focused():
    """A word for the element that has the focus: its id, or its text."""
    return run("const one = document.activeElement;"
               "return one.id || one.getAttribute('aria-label') || one.textContent")


def printed_text():
    """The text of the page on paper, without blanks."""
    pdf = base64.b64decode(command("Page.printToPDF", printBackground=False, preferCSSPageSize=True,
                                   paperWidth=8.27, paperHeight=11.69)["data"])
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(pdf)
        file.flush()
        text = subprocess.run([program("pdftotext"), "-layout", file.name, "-"], check=True,
                              capture_output=True, timeout=60).stdout
    return text.decode()
