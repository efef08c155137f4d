"""The pathways page as the tests open it, and what the database says to hold it against."""

from analysis import cohort
from data import store
from pages.parts.people_filters import FILTERS
from tests.test_pages import opened

ADDRESS = {one.dimension: one.key for one in FILTERS}


def shown(**query):
    """The page with this address, which must open without an error."""
    page = opened("pathways", **query)
    assert not page.exception
    assert not page.error
    return page


def members(question, con):
    """The first group of each dimension, by the filter's key: its member and its name."""
    rows = question(con).drop_duplicates("dimension").set_index("dimension")
    return {ADDRESS[row.Index]: (row.member, row.member_label) for row in rows.itertuples() if row.Index in ADDRESS}


def exact(**choice):
    """Staff's counts of a choice, by stage."""
    with store.open_staff() as con:
        return cohort.reached(con, choice=cohort.Choice(**choice)).set_index("step")
