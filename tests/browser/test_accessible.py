"""WCAG 2.1 AA on every page once it has painted, which asks nothing of another machine."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from analysis.briefing import files as briefing_files
from analysis.briefing import model as briefing_model
from tests.browser.painted import settle, wait_for_map

SLIDE = briefing_model.Briefing("One slide", briefing_model.ready().entries[:1])
PAGES = (
    "/",
    "/shortage?picked=Watonwan+County",
    "/county?county=Nobles+County",
    "/county",
    "/disparity",
    "/physicians",
    "/access",
    "/language",
    "/cliff",
    "/pathways",
    "/placement",
    "/levers",
    "/district?district=house-12A",
    f"/briefing?brief={briefing_files.packed(SLIDE)}",
    "/explore",
    "/query",
    "/methods",
)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
# In the dark nothing differs but the colours.
ASKED = {"light": {"type": "tag", "values": RULES}, "dark": {"type": "rule", "values": ["color-contrast"]}}
PAPER = {"light": "rgb(255, 255, 255)", "dark": "rgb(18, 24, 27)"}
# Streamlit's own, not ours to mend.
THEIRS = {
    "scrollable-region-focusable": "the page's own scroll container",
}


@pytest.fixture(scope="module")
def visitor(browser):
    context = browser.new_context(viewport={"width": 1366, "height": 768}, color_scheme="light")
    yield context
    context.close()


@pytest.fixture(scope="module", params=PAGES, ids=lambda path: path.split("?brief")[0])
def painted(request, visitor, address):
    """A page, its path, and what it asked for."""
    page, asked = visitor.new_page(), []
    page.on("request", lambda asking: asked.append(asking.url))
    page.goto(address + request.param)
    settle(page)
    if request.param == "/" or "shortage" in request.param:
        wait_for_map(page)
    yield page, request.param, asked
    page.close()


@pytest.mark.parametrize(("scheme", "paper"), PAPER.items(), ids=PAPER)
def test_axe_finds_no_violation_that_is_ours(painted, scheme, paper):
    page = painted[0]
    # The page follows the reader's scheme as it changes, and is not loaded again.
    page.emulate_media(color_scheme=scheme)
    page.wait_for_function(
        "paper => getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor == paper", arg=paper
    )
    settle(page)
    found = Axe().run(page, options={"runOnly": ASKED[scheme]})
    ours = [
        (item["id"], [node["html"][:160] for node in item["nodes"][:3]])
        for item in found.response["violations"]
        if item["id"] not in THEIRS
    ]
    assert ours == []


def test_every_chart_has_alt_text_with_a_number(painted):
    page, path, _ = painted
    charts = page.locator("[data-testid='stPlotlyChart']")
    expected = 0 if path in ("/county", "/query", "/methods", "/district?district=house-12A") else 1
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
