"""Pictures of every page at every size, light and dark: for the README, and to look at.

    python -m tests.browser.screenshots [FOLDER]

Without a folder it renews the pictures of docs/.
"""

import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser import chromium
from tests.browser.painted import settle, wait_for_map
from tests.browser.served import ROOT, serving

PAGES = {
    "overview": "/",
    "shortage": "/shortage?picked=Watonwan+County",
    "county": "/county?county=Nobles+County",
    "pathways": "/pathways",
    "methods": "/methods",
}
SIZES = {"laptop": (1366, 768), "wide": (1920, 1080), "phone": (390, 844)}
README = (
    ("overview", "laptop", "light"),
    ("pathways", "laptop", "light"),
    ("shortage", "laptop", "light"),
    ("overview", "phone", "dark"),
)


def picture(browser: Browser, address: str, name: str, size: str, scheme: str, into: Path) -> None:
    """One page at one size, painted."""
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    page = context.new_page()
    page.goto(address + PAGES[name])
    settle(page)
    if name in ("overview", "shortage"):
        wait_for_map(page)
    page.wait_for_timeout(800)
    page.screenshot(path=into / f"{name}-{size}-{scheme}.png")
    context.close()


def main(arguments: list[str]) -> int:
    """Take the pictures. Returns 0."""
    into = Path(arguments[0]) if arguments else ROOT / "docs"
    every = [(name, size, scheme) for name in PAGES for size in SIZES for scheme in ("light", "dark")]
    into.mkdir(parents=True, exist_ok=True)
    with serving() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.FLAGS)
        for name, size, scheme in every if arguments else README:
            picture(browser, address, name, size, scheme, into)
        browser.close()
    print(f"Pictures are in {into}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
