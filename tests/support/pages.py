"""Every page through dashboard.py: full, empty, and without a database."""

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.app_test import calc_hash

from tests.support.contracts import ROOT

VIEWS = (
    "overview",
    "shortage",
    "cliff",
    "county",
    "district",
    "disparity",
    "access",
    "language",
    "pathways",
    "placement",
)
VIEWS += ("levers", "query", "methods", "physicians")


def app():
    """The dashboard, not run yet."""
    return AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)


def on(page, view):
    """The same on the page of that address; AppTest would look for it by its file's name before the first run."""
    page._page_hash = calc_hash(view)
    return page


def opened(view, **query):
    page = app() if view == "overview" else on(app(), view)
    for name, value in query.items():
        page.query_params[name] = value
    return page.run()


def said(page):
    return " ".join(block.value for kind in (page.subheader, page.caption, page.markdown) for block in kind)
