"""When has a page painted? Waits that a test can trust, and what it then shows."""

from playwright.sync_api import Page

COUNTIES = ".choroplethlayer > .trace:first-child path"
FILLED = f"""least => {{
    const paths = [...document.querySelectorAll('{COUNTIES}')];
    return paths
        .filter(path => path.getAttribute('d') && path.getAttribute('fill')?.startsWith('rgb(')).length >= least;
}}"""


def settle(page: Page) -> None:
    """Wait until the script has run and no placeholder is left."""
    page.wait_for_selector("[data-testid='stApp'] h1", timeout=60_000)
    page.wait_for_function("() => !document.querySelector('[data-testid=stSkeleton]')", timeout=60_000)
    page.wait_for_function("() => !document.querySelector('[data-testid=stStatusWidget]')", timeout=60_000)
    page.wait_for_timeout(400)


def wait_for_map(page: Page, counties: int = 87) -> None:
    """Wait until that many counties have an outline and a colour."""
    page.wait_for_function(FILLED, arg=counties, timeout=60_000)


def county_fills(page: Page) -> list[str]:
    """The colour of each county of the first layer of the map."""
    return page.eval_on_selector_all(
        COUNTIES,
        "paths => paths.map(path => path.getAttribute('fill'))",
    )
