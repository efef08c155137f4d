"""The dashboard and the browser that the tests share."""

import pytest
from playwright.sync_api import sync_playwright

from tests.browser import chromium
from tests.browser.served import serving


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
