"""The dashboards and the browser that the tests share."""

from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import sync_playwright

from tests.browser import chromium
from tests.browser.painted import settle
from tests.browser.served import serving
from tests.browser.wire import Wire
from tests.support import canary


class Staff(NamedTuple):
    """A staff dashboard of the canary's roster: its address, its builds' folder, and what it prints."""

    address: str
    folder: Path
    log: Path


@pytest.fixture(scope="session")
def address():
    with serving() as found:
        yield found


@pytest.fixture(scope="session")
def browser():
    path = chromium.find()
    assert path, "no Chrome or Chromium: run `python -m tests.browser.chromium`"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=chromium.FLAGS)
        yield started
        started.close()


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """The folder of a build of the canary's roster."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        return canary.built(tmp_path_factory.mktemp("canary"), monkeypatch)


@pytest.fixture(scope="session")
def staff(built):
    folder, log = built.parent, built.parent / "staff.log"
    (folder / "temporary").mkdir()
    with serving(log, ATLAS_ACCESS="staff", ATLAS_BUILT=str(built), TMPDIR=str(folder / "temporary")) as found:
        yield Staff(found, folder, log)


@pytest.fixture(scope="session")
def broken(browser, staff):
    """A visit of staff who drop a roster with problems: what was sent, and the answer before."""
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    wire = Wire(context.new_page())
    wire.page.goto(staff.address + "/pathways?by=Language")
    settle(wire.page)
    wire.downloaded("CSV", -2)
    before = wire.page.inner_text("h3")
    wire.page.get_by_text("Use a roster of your own").click()
    wire.page.locator("input[type=file]").set_input_files(
        {"name": "broken.csv", "mimeType": "text/csv", "buffer": canary.broken()}
    )
    wire.page.get_by_text("broken.csv has 2 problems").wait_for()
    settle(wire.page)
    yield wire, before
    context.close()
