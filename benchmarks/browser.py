"""Chromium as the reader's eye: open a page, click a filter, read the in-page timers."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.servers import Server
from tests.browser import chromium as browser_chromium

STATUSES = ("Designated", "Proposed for withdrawal", "Both")
COUNTIES = {"state": 87, "nation": 3144}
TIMERS = (Path(__file__).parent / "timers.js").read_text()
VIEWPORT = {"width": 1366, "height": 768}
PATIENCE_MS = 60_000
# 20 Mbit/s each way and 40 ms before each answer: a fair office line.
SLOW_LINE = {"offline": False, "latency": 40, "downloadThroughput": 2.5e6, "uploadThroughput": 2.5e6}


@contextmanager
def chromium() -> Iterator[Browser]:
    """One Chromium for the whole run. Raises FileNotFoundError if none is installed."""
    found = browser_chromium.find()
    if found is None:
        raise FileNotFoundError("No Chromium found; install it (Debian: apt-get install chromium).")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--headless=new", *browser_chromium.FLAGS])
        try:
            yield browser
        finally:
            browser.close()


def blank(browser: Browser, *, slow: bool = False) -> Page:
    """An empty page with a cache of its own, the timers in place, on a slow line if `slow`."""
    context = browser.new_context(viewport=VIEWPORT)
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.add_init_script(TIMERS)
    if slow:
        context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW_LINE)
    return page


def open_map(browser: Browser, server: Server, place: str) -> Page:
    """The dashboard's page with all counties of `place` (state or nation) painted."""
    page = blank(browser)
    path = server.app.nation_path if place == "nation" else server.app.state_path
    page.goto(server.url(path))
    if place == "nation" and server.app.nation_path == server.app.state_path:
        page.wait_for_function("timers.painted(87)")
        option(page, "All states").click()
    page.wait_for_function(f"timers.painted({COUNTIES[place]})")
    page.wait_for_timeout(1000)
    return page


def option(page: Page, label: str):  # noqa: ANN201
    """The radio button with exactly this label."""
    buttons = page.locator("label:has(input[type=radio])")
    return buttons.filter(has_text=re.compile(rf"^\s*{re.escape(label)}\s*$"))


def repaint_ms(page: Page, status: str, place: str, *, settle_ms: int) -> float:
    """Milliseconds from a click on `status` to a repainted map; returns once the page has settled."""
    page.evaluate(f"timers.arm({COUNTIES[place]})")
    option(page, status).click()
    page.wait_for_function("timers.repaint !== null")
    page.wait_for_timeout(settle_ms)
    return page.evaluate("timers.repaint")


def first_paint_ms(browser: Browser, server: Server, *, slow: bool) -> dict[str, float]:
    """Milliseconds from navigation in a fresh context to `map` and, where one stands, `sentence`."""
    page = blank(browser, slow=slow)
    page.add_init_script(f"timers.watch({COUNTIES['state']})")
    page.goto(server.url(server.app.state_path), wait_until="commit")
    page.wait_for_function("timers.map !== null")
    seen = page.evaluate("({map: timers.map, sentence: timers.sentence})")
    page.context.close()
    return {name: ms for name, ms in seen.items() if ms is not None}
