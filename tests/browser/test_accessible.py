"""WCAG 2.1 AA on every page once it has painted, which asks nothing of another machine."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from analysis import briefing, briefing_files, briefing_ready
from tests.browser.painted import settle, wait_for_map

SLIDE = briefing.Briefing("One slide", briefing_ready.ready().entries[:1])
PAGES = (
    "/",
    "/shortage?picked=Watonwan+County",
    "/county?county=Nobles+County",
    "/county",
    "/disparity",
    "/access",
    "/language",
    "/cliff",
    "/pathways",
    "/placement",
    "/levers",
    "/district?district=house-12A",
    f"/briefing?brief={briefing_files.packed(SLIDE)}",
    "/methods",
)
# Streamlit's own, not ours to mend.
THEIRS = {
    "scrollable-region-focusable": "the page's own scroll container",
}


@pytest.fixture(scope="module", params=[(path, scheme) for path in PAGES for scheme in ("light", "dark")], ids=" ".join)
def painted(request, browser, address):
    """A page in light or dark, its path, and what it asked for."""
    path, scheme = request.param
    context = browser.new_context(viewport={"width": 1366, "height": 768}, color_scheme=scheme)
    page, asked = context.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + path)
    settle(page)
    if path == "/" or "shortage" in path:
        wait_for_map(page)
    yield page, path, asked
    context.close()


def test_axe_finds_no_violation_that_is_ours(painted):
    found = Axe().run(painted[0], options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]})
    ours = [
        (item["id"], [node["html"][:160] for node in item["nodes"][:3]])
        for item in found.response["violations"]
        if item["id"] not in THEIRS
    ]
    assert ours == []


def test_every_chart_has_alt_text_with_a_number(painted):
    page, path, _ = painted
    charts = page.locator("[data-testid='stPlotlyChart']")
    expected = 0 if path in ("/county", "/methods", "/district?district=house-12A") else 1
    if expected:
        charts.first.wait_for(timeout=60_000)
    for n in range(charts.count()):
        chart = charts.nth(n)
        label = chart.get_attribute("aria-label") or chart.locator("[aria-label]").first.get_attribute("aria-label")
        assert label, f"chart {n} of {path} has no alt text"
        assert any(letter.isdigit() for letter in label), label


def test_no_request_leaves_the_machine(painted, address):
    page, _, asked = painted
    page.wait_for_timeout(200)
    here = (address, "data:", "blob:", address.replace("http", "ws"))
    assert asked
    assert [url for url in asked if not url.startswith(here)] == []
