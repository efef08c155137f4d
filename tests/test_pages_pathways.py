"""The pathways page through dashboard.py: whole, filtered, empty, for the public and for staff."""

import pytest

from analysis import cohort, pathways
from data import build, store
from pages.parts.people_filters import BY, FILTERS, STAGES
from tests.test_pages import VIEWS, opened, said

ADDRESS = {one.dimension: one.key for one in FILTERS}


@pytest.fixture(autouse=True)
def level(monkeypatch):
    """The public's level at first; a call raises it to staff's."""
    build.ensure()
    monkeypatch.delenv("ATLAS_ACCESS", raising=False)
    return lambda: monkeypatch.setenv("ATLAS_ACCESS", "staff")


def shown(**query):
    page = opened("pathways", **query)
    assert not page.exception
    assert not page.error
    return page


def members(question, con):
    """The first group of each dimension, by the filter's key: its member and its name."""
    rows = question(con).drop_duplicates("dimension").set_index("dimension")
    return {ADDRESS[row.Index]: (row.member, row.member_label) for row in rows.itertuples() if row.Index in ADDRESS}


def protected(**params):
    with store.open_database() as con:
        return pathways.reached(con, **params)


def exact(**choice):
    with store.open_staff() as con:
        return cohort.reached(con, choice=cohort.Choice(**choice)).set_index("step")


def test_the_public_sees_every_exhibit_of_everyone():
    page = shown()
    total = protected(step_kind="stage").iloc[0].participants
    assert page.subheader[0].value.startswith(f"Of {total} participants, ")
    assert "Counts of 1 to 10" in said(page)
    assert "withheld" in said(page)
    assert page.header[0].value == "Published about the program"
    assert len(page.selectbox) == len(FILTERS) + 1
    assert not page.warning


@pytest.mark.parametrize("one", FILTERS, ids=lambda one: one.key)
def test_the_public_can_choose_by_one_filter(one):
    with store.open_database() as con:
        member, name = members(pathways.groups, con)[one.key]
        total = pathways.reached(con, dimension=one.dimension, member=member).iloc[0]
    page = shown(**{one.key: name})
    assert page.selectbox(key=one.key).value == member
    assert f"{one.label}: {name}".lower() in said(page).lower()
    if f"Of {total.participants} participants" not in page.subheader[0].value:
        assert page.subheader[0].value.startswith("How many")
        assert "withheld" in page.subheader[0].value


def test_a_new_filter_of_the_public_lets_go_of_the_one_before():
    page = shown(home="Metro")
    with store.open_database() as con:
        member, name = members(pathways.groups, con)["graduated"]
    page.selectbox(key="graduated").set_value(member).run()
    assert page.selectbox(key="home").value is None
    assert f"Years since graduation: {name}" in page.caption[0].value


def test_every_group_of_the_public_opens_its_total_withheld_or_not():
    with store.open_database() as con:
        groups = pathways.groups(con)
        totals = {
            row.member: pathways.reached(con, dimension=row.dimension, member=row.member).iloc[0]
            for row in groups.itertuples()
        }
    hidden = groups[[totals[member].participants_status == "withheld" for member in groups["member"]]]
    assert len(hidden)
    for row in hidden.itertuples():
        assert "withheld" in shown(**{ADDRESS[row.dimension]: row.member_label}).subheader[0].value


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


def test_staff_see_exact_counts_of_everyone_and_are_warned(level):
    level()
    page = shown()
    rows = exact()
    total = rows.participants["enrolled"]
    shares = [f"{rows.participants[step] / total:.0%}" for step in ("certified", "matched")]
    assert page.subheader[0].value.startswith(f"Of {total} participants, {shares[0]} have become")
    assert f"{shares[1]} have been accepted" in page.subheader[0].value
    assert "Staff level" in page.warning[0].value
    assert "withheld" not in said(page)


def test_staff_can_put_filters_together(level):
    level()
    with store.open_staff() as con:
        groups = cohort.groups(con)
    somali = groups[groups["dimension"] == "language"].set_index("member_label").member["Somali"]
    page = shown(home="Metro", language="Somali")
    total = exact(region="Metro", language=somali).participants["enrolled"]
    assert 0 < total < exact(language=somali).participants["enrolled"]
    assert page.subheader[0].value.startswith(f"Of {total} participant")
    assert "Region of residence: Metro" in page.caption[0].value
    assert "Language: Somali" in page.caption[0].value


def test_a_choice_that_nobody_matches_says_what_to_do(level):
    level()
    page = shown(home="Northwest", language="Somali", cohort="2016")
    assert exact(region="Northwest", language="som", cohort_year=2016).participants["enrolled"] == 0
    assert "No participant matches all of these filters" in page.info[0].value
    assert not page.subheader
    assert page.button(key="reset_people").click().run().subheader[0].value == shown().subheader[0].value


@pytest.mark.parametrize("stage", STAGES)
def test_staff_see_the_time_to_each_stage(level, stage):
    level()
    page = shown(to=STAGES[stage])
    assert page.selectbox(key="to").value == stage
    assert STAGES[stage].lower() in said(page).lower()


@pytest.mark.parametrize("dimension", BY)
@pytest.mark.parametrize("is_staff", [False, True])
def test_groups_are_compared_by_each_dimension(level, dimension, is_staff):
    if is_staff:
        level()
    page = shown(by=BY[dimension])
    assert page.selectbox(key="by").value == dimension
    assert f"Who has come how far, by {BY[dimension].lower()}" in said(page)


def test_every_view_has_a_test():
    assert "pathways" in VIEWS
