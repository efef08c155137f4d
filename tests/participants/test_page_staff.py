"""The pathways page as staff see it: exact, by any choice, and with a warning."""

import pytest

from analysis.participants import staff_queries
from analysis.participants.exhibits import BY
from data import store
from data.build import build as build_build
from pages.participants.filters import STAGES
from tests.support.pages import said
from tests.support.rosters.pages import exact, shown


@pytest.fixture(autouse=True)
def _staff(monkeypatch):
    build_build.ensure()
    monkeypatch.setenv("ATLAS_ACCESS", "staff")


def test_staff_see_exact_counts_of_everyone_and_are_warned():
    page = shown()
    rows = exact()
    total = rows.participants["enrolled"]
    shares = [f"{rows.participants[step] / total:.0%}" for step in ("certified", "matched")]
    assert page.subheader[0].value.startswith(f"Of {total} made-up participants, {shares[0]} have become")
    assert f"{shares[1]} have been accepted" in page.subheader[0].value
    assert "Staff level" in page.warning[0].value
    assert "withheld" not in said(page)


def test_staff_can_put_filters_together():
    with store.open_staff() as con:
        groups = staff_queries.groups(con)
    somali = groups[groups["dimension"] == "language"].set_index("member_label").member["Somali"]
    page = shown(home="Metro", language="Somali")
    total = exact(region="Metro", language=somali).participants["enrolled"]
    assert 0 < total < exact(language=somali).participants["enrolled"]
    assert page.subheader[0].value.startswith(f"Of {total} made-up participant")
    assert "Region of residence: Metro" in page.caption[0].value
    assert "Language: Somali" in page.caption[0].value


def test_a_choice_that_nobody_matches_says_what_to_do():
    page = shown(home="Northwest", language="Somali", cohort="2016")
    assert exact(region="Northwest", language="som", cohort_year=2016).participants["enrolled"] == 0
    assert "No participant matches all of these filters" in page.info[0].value
    assert not page.subheader
    assert page.button(key="reset_people").click().run().subheader[0].value == shown().subheader[0].value


@pytest.mark.parametrize("stage", STAGES)
def test_staff_see_the_time_to_each_stage(stage):
    page = shown(to=STAGES[stage])
    assert page.selectbox(key="to").value == stage
    assert STAGES[stage].lower() in said(page).lower()


@pytest.mark.parametrize("dimension", BY)
def test_groups_are_compared_by_each_dimension(dimension):
    page = shown(by=BY[dimension])
    assert page.selectbox(key="by").value == dimension
    assert f"Who has come how far, by {BY[dimension].lower()}" in said(page)
