"""Clicking and typing: what a reader does."""

import re

from tests.browser.painted import county_fills, settle, wait_for_map


def test_another_status_repaints_the_map_and_is_in_the_address(page, address):
    page.goto(f"{address}/shortage")
    wait_for_map(page)
    before = county_fills(page)
    page.get_by_text("Proposed for withdrawal", exact=True).click()
    page.wait_for_function("() => location.search.includes('status=Proposed')")
    settle(page)
    wait_for_map(page)
    for _ in range(50):
        if county_fills(page) == before:
            page.wait_for_timeout(200)
    assert county_fills(page) != before
    assert "proposed for withdrawal" in page.inner_text("h3")


def test_a_click_on_a_county_opens_its_panel_and_is_in_the_address(page, address):
    page.goto(f"{address}/shortage")
    wait_for_map(page)
    settle(page)
    box = page.locator(".choroplethlayer").first.bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + box["height"] * 0.5)
    page.wait_for_timeout(300)
    page.mouse.click(box["x"] + box["width"] * 0.3, box["y"] + box["height"] * 0.5)
    page.wait_for_function("() => location.search.includes('picked=')", timeout=20_000)
    settle(page)
    assert page.get_by_text("Open the brief of").count() == 1


def test_the_keyboard_alone_reaches_a_county_changes_a_measure_and_downloads(page, address):
    page.goto(f"{address}/shortage")
    wait_for_map(page)
    settle(page)
    _tab_to(page, "Measure")
    page.keyboard.type("poverty")
    page.wait_for_timeout(400)
    page.keyboard.press("Enter")
    page.wait_for_function("() => location.search.includes('measure=')")
    settle(page)
    _tab_to(page, "County")
    page.keyboard.type("Watonwan")
    page.wait_for_timeout(400)
    page.keyboard.press("Enter")
    page.wait_for_function("() => location.search.includes('picked=Watonwan')")
    settle(page)
    for _ in range(80):
        page.keyboard.press("Shift+Tab")
        if page.evaluate("document.activeElement.innerText?.trim().endsWith('CSV')"):
            break
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    rows = download.value.path().read_text(encoding="utf-8").splitlines()
    assert len(rows) == 88
    assert "poverty_share" in rows[0]
    assert "HRSA, June 2026" in rows[1]


def _tab_to(page, label):
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('aria-label') || ''").find(label) >= 0:
            return
    raise AssertionError(f"the keyboard does not reach {label}")


def test_the_printed_brief_is_one_page(browser, page, address, tmp_path):
    page.goto(f"{address}/county?county=Hennepin+County")
    settle(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the one-page brief").click()
    brief = download.value.path().read_text(encoding="utf-8")
    assert "<script" not in brief
    assert "http" not in brief
    paper = browser.new_page()
    paper.set_content(brief)
    printed = paper.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1


def test_the_state_and_the_county_stay_chosen_from_page_to_page(page, address):
    page.goto(f"{address}/?state=Iowa")
    settle(page)
    page.get_by_role("link", name="Shortage map").first.click()
    page.wait_for_selector("text=Iowa is short")
    page.goto(f"{address}/shortage?picked=Watonwan+County")
    settle(page)
    page.get_by_text("Open the brief of").click()
    page.wait_for_selector("text=What does Watonwan County look like")
    assert "county=Watonwan" in page.url


def test_reset_puts_every_filter_back(page, address):
    page.goto(f"{address}/shortage?status=Both&region=Metro&classes=Equal+steps&care=true")
    settle(page)
    page.get_by_role("button", name="Reset filters").click()
    page.wait_for_function("() => location.search === ''", timeout=20_000)
    settle(page)
    assert page.inner_text("h3").startswith("Minnesota is short the equivalent of 199")


def test_a_place_of_care_does_not_fade_the_map_when_it_is_clicked(page, address):
    page.goto(f"{address}/shortage?care=true")
    wait_for_map(page)
    settle(page)
    page.locator(".scatterlayer .point, .scattergeolayer .point").first.click(force=True)
    page.wait_for_timeout(1500)
    faded = "paths => paths.filter(path => Number(path.style.opacity || 1) < 1).length"
    assert page.eval_on_selector_all(".choroplethlayer path", faded) == 0
