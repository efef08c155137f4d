"""Does the offline file draw its figures in a browser without a network, by keyboard and for everybody?"""

import pytest
from axe_playwright_python.sync_playwright import Axe

from analysis.documents.html import html_file
from tests.support.document_slides import document, drawn, of_everything, slide


@pytest.fixture(scope="module")
def opened(browser, tmp_path_factory):
    """The file in a browser that is cut off, with what it asked for and complained of."""
    path = tmp_path_factory.mktemp("stick") / "briefing.html"
    path.write_bytes(html_file(of_everything()))
    context = browser.new_context(viewport={"width": 1280, "height": 720}, offline=True)
    page, told = context.new_page(), []
    page.on("request", lambda request: told.append(request.url))
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda problem: told.append(str(problem)))
    page.goto(path.as_uri())
    yield page, told
    context.close()


def test_every_figure_is_drawn_and_nothing_is_asked_for(opened):
    page, told = opened
    for n in range(len(drawn())):
        place = page.locator(f'[data-figure="{n}"]')
        place.scroll_into_view_if_needed()
        place.locator("svg.main-svg").first.wait_for()
    assert page.locator('[data-figure="0"] .choroplethlayer path').count() > 87
    assert len(told) == 1, told


def test_a_map_of_the_nation_is_drawn_too(browser, tmp_path):
    figure = drawn()["map"]
    figure["data"][0] |= {"geojson": "/shapes/counties-us.json"}
    (tmp_path / "nation.html").write_bytes(html_file(document(slide(figure))))
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto((tmp_path / "nation.html").as_uri())
    page.locator(".choroplethlayer path").first.wait_for()
    assert page.locator(".choroplethlayer path").count() > 87
    context.close()


def test_arrows_home_and_end_move_the_focus_from_slide_to_slide(opened):
    page, _ = opened
    focused = "document.activeElement.id || document.activeElement.textContent"
    page.keyboard.press("Home")
    assert page.evaluate("document.activeElement.tagName") == "H1"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert page.evaluate(focused) == "title-2"
    page.keyboard.press("ArrowLeft")
    assert page.evaluate(focused) == "title-1"
    page.keyboard.press("End")
    assert page.evaluate(focused) == "Sources"


def test_axe_finds_no_violation(opened):
    page, _ = opened
    found = Axe().run(page).response["violations"]
    assert not [(one["id"], one["nodes"][0]["html"]) for one in found]


def test_a_phone_scrolls_down_only(opened):
    page, _ = opened
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
