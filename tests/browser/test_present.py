"""Is a briefing presented a slide at a time, legible from afar, by keyboard, with its source?"""

import pytest

from analysis.briefing import files as briefing_files
from analysis.briefing import model as briefing_model

SLIDES = len(briefing_model.SLIDES)


@pytest.fixture(scope="module")
def presented(browser, address):
    """The ready briefing on a projector's screen, with what the page complained of."""
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    page, complaints = context.new_page(), []
    page.on("pageerror", lambda problem: complaints.append(str(problem)))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.goto(f"{address}/present.html?brief={briefing_files.packed(briefing_model.ready())}#present", timeout=60_000)
    page.wait_for_selector("body.present")
    yield page, complaints
    context.close()


def seen(page):
    """Headings within the screen."""
    return page.evaluate(
        "[...document.querySelectorAll('h1, h2')].filter(one => { const box = one.getBoundingClientRect();"
        "return box.top >= 0 && box.bottom <= innerHeight; }).map(one => one.id || one.tagName)"
    )


def test_arrows_go_a_slide_at_a_time_and_the_ends_are_a_key_away(presented):
    page, complaints = presented
    page.keyboard.press("Home")
    assert seen(page) == ["H1"]
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert seen(page) == ["title-2"]
    assert page.locator("#count").inner_text().startswith("2 / ")
    page.keyboard.press("ArrowLeft")
    assert seen(page) == ["title-1"]
    assert complaints == []


@pytest.mark.parametrize("n", [1, SLIDES // 2, SLIDES])
def test_a_slide_fits_the_screen_with_large_type_and_its_source(presented, n):
    page, _ = presented
    page.keyboard.press("Home")
    for _step in range(n):
        page.keyboard.press("ArrowRight")
    slide = page.locator(f"#slide-{n}")
    slide.locator("svg.main-svg").first.wait_for()
    box = slide.bounding_box()
    assert (round(box["y"]), round(box["height"])) == (0, 720)
    assert float(page.locator(f"#title-{n}").evaluate("one => parseFloat(getComputedStyle(one).fontSize)")) >= 28
    source = slide.locator(".foot").first
    assert source.is_visible()
    assert source.bounding_box()["y"] + source.bounding_box()["height"] <= 720
    figure = slide.locator("[data-figure]").bounding_box()
    assert figure["y"] + figure["height"] <= 720


def test_b_blanks_and_escape_ends(presented):
    page, _ = presented
    page.keyboard.press("b")
    assert page.locator("body.blank").count() == 1
    page.keyboard.press("ArrowRight")
    assert page.locator("body.blank").count() == 0
    page.keyboard.press("Escape")
    assert page.locator("body.present").count() == 0
    page.keyboard.press("p")
    assert page.locator("body.present").count() == 1


def test_an_address_that_is_no_briefing_is_a_page_all_the_same(browser, address):
    page = browser.new_page()
    assert page.goto(f"{address}/present.html?brief=nonsense").status == 200
    page.close()
