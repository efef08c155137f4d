"""The pathways page as the tests open it, and what the database says to hold it against."""

from analysis.participants import staff_queries
from analysis.participants.exhibits import FILTERS
from data import store
from tests.support.pages import opened

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
        return staff_queries.reached(con, choice=staff_queries.Choice(**choice)).set_index("step")
