"""The pathways page through dashboard.py as everyone sees it: whole, and by each filter."""

import pytest

from analysis.participants import queries
from analysis.participants.exhibits import BY, FILTERS
from data import store
from data.build import build as build_build
from tests.support.pages import said
from tests.support.rosters.pages import ADDRESS, members, shown


@pytest.fixture(autouse=True)
def _public(monkeypatch):
    build_build.ensure()
    monkeypatch.delenv("ATLAS_ACCESS", raising=False)


def protected(**params):
    with store.open_database() as con:
        return queries.reached(con, **params)


def test_the_public_sees_every_exhibit_of_everyone():
    page = shown()
    total = protected(step_kind="stage").iloc[0].participants
    assert page.subheader[0].value.startswith(f"Of {total} made-up participants, ")
    assert "Counts of 1 to 10" in said(page)
    assert "withheld" in said(page)
    assert page.header[0].value == "Published about the program"
    assert len(page.selectbox) == len(FILTERS) + 1
    assert not page.warning


@pytest.mark.parametrize("one", FILTERS, ids=lambda one: one.key)
def test_the_public_can_choose_by_one_filter(one):
    with store.open_database() as con:
        member, name = members(queries.groups, con)[one.key]
        total = queries.reached(con, dimension=one.dimension, member=member).iloc[0]
    page = shown(**{one.key: name})
    assert page.selectbox(key=one.key).value == member
    assert f"{one.label}: {name}".lower() in said(page).lower()
    if f"Of {total.participants} made-up participants" not in page.subheader[0].value:
        assert page.subheader[0].value.startswith("How many")
        assert "withheld" in page.subheader[0].value


def test_a_new_filter_of_the_public_lets_go_of_the_one_before():
    page = shown(home="Metro")
    with store.open_database() as con:
        member, name = members(queries.groups, con)["graduated"]
    page.selectbox(key="graduated").set_value(member).run()
    assert page.selectbox(key="home").value is None
    assert f"Years since graduation: {name}" in page.caption[0].value


def test_every_group_of_the_public_opens_its_total_withheld_or_not():
    with store.open_database() as con:
        groups = queries.groups(con)
        totals = {
            row.member: queries.reached(con, dimension=row.dimension, member=row.member).iloc[0]
            for row in groups.itertuples()
        }
    hidden = groups[[totals[member].participants_status == "withheld" for member in groups["member"]]]
    for row in [*hidden.itertuples(), *groups[~groups.index.isin(hidden.index)].tail(3).itertuples()]:
        told = shown(**{ADDRESS[row.dimension]: row.member_label}).subheader[0].value
        assert "withheld" in told or f"Of {totals[row.member].participants} made-up participants" in told


def test_of_two_filters_in_the_address_only_the_first_counts_and_it_says_so():
    both = shown(home="Metro", origin="Eastern Africa")
    assert "The address names several; only region of residence counts here." in said(both)
    assert both.subheader[0].value == shown(home="Metro").subheader[0].value


@pytest.mark.parametrize("query", [{"home": "Atlantis"}, {"cohort": "1066"}, {"by": "<script>"}, {"to": "x", "y": "z"}])
def test_what_the_address_does_not_know_changes_nothing(query):
    page = shown(**query)
    assert page.subheader[0].value == shown().subheader[0].value
    assert not any(value in said(page) for value in query.values() if len(value) > 1)


@pytest.mark.parametrize("access", ["public", "", "Staff", "1", "staff "])
def test_any_level_but_staff_is_the_public(monkeypatch, access):
    monkeypatch.setenv("ATLAS_ACCESS", access)
    monkeypatch.setattr(store, "open_staff", lambda *_: pytest.fail("the public opened the participants"))
    page = shown(home="Metro")
    assert "Counts of 1 to 10" in said(page)
    assert not page.warning


@pytest.mark.parametrize("dimension", BY)
def test_groups_are_compared_by_each_dimension(dimension):
    page = shown(by=BY[dimension])
    assert page.selectbox(key="by").value == dimension
    assert f"Who has come how far, by {BY[dimension].lower()}" in said(page)
