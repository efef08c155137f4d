"""Does every page say in how many definitions its headline holds, and show which?"""

import pytest
from streamlit.testing.v1 import AppTest

from analysis.definitions import queries, robustness
from analysis.shortage import claims as shortage_claims
from data import store
from data.build import build as build_build
from tests.support.pages import opened, said


@pytest.fixture(scope="module")
def minnesota():
    build_build.ensure()
    with store.open_database() as con:
        return queries.by_county(con, state="MN")


SEVEN = {"rural_rule": "Outside the seven-county metro"}


def badges(page: AppTest) -> list[str]:
    return [block.value for block in page.markdown if " of 4 definition" in block.value or " of 16 " in block.value]


@pytest.mark.parametrize(
    ("view", "query", "count"),
    [
        ("overview", {}, 1),
        ("overview", {"state": "United States"}, 1),
        ("shortage", {}, 1),
        ("cliff", {}, 1),
        ("county", {"county": "Nobles County"}, 2),
        ("disparity", {}, 1),
        ("access", {}, 1),
        ("language", {}, 1),
        ("language", {"state": "Texas"}, 0),
    ],
)
def test_a_page_has_its_badge(view, query, count):
    page = opened(view, **query)
    assert not page.exception
    assert len(badges(page)) == count


def test_the_overview_names_its_region_and_counts_the_definitions(minnesota):
    page = opened("overview")
    most = shortage_claims.leader(robustness.under(minnesota, robustness.Definition()), "region")
    assert f"most of all in the {most.place} region, in 81 designated areas" in page.subheader[0].value
    over = robustness.definitions(robustness.Definition(), shortage=True)
    found = robustness.check(minnesota, robustness.Headline(shortage_claims.Leads(most.place, "region"), over))
    assert robustness.told(found) in badges(page)[0]
    assert (
        "definitions of a shortage:** The Metro region is short of the most physicians. 19 counties" in badges(page)[0]
    )


@pytest.mark.parametrize(("view", "block"), [("cliff", "subheader"), ("access", "subheader"), ("language", "markdown")])
def test_the_rural_switch_changes_what_a_page_says(view, block):
    told = [" ".join(one.value for one in getattr(opened(view, **query), block)) for query in ({}, SEVEN)]
    assert "rural counties (not metropolitan)" in told[0]
    assert "rural counties (outside the seven-county metro)" in told[1]


def test_a_place_without_a_shortage_claims_nothing():
    assert not badges(opened("cliff", state="District of Columbia"))


def test_filters_that_fix_the_areas_leave_no_other_definition():
    page = opened("shortage", status="Proposed for withdrawal")
    assert not badges(page)
    assert "no other definition" in said(page)


def test_a_selection_is_compared_within_itself(minnesota):
    page = opened("shortage", region="Northeast")
    inside = minnesota[minnesota["region"] == "Northeast"]
    over = robustness.definitions(robustness.Definition(), shortage=True)
    found = robustness.check(inside, robustness.Headline(shortage_claims.Leads("St. Louis County", "county"), over))
    assert robustness.told(found) in badges(page)[0]


def test_the_popover_shows_each_definition_and_the_counties(minnesota):
    page = opened("disparity", rank="Rural or not", what="Physicians short (FTE)")
    assert "Holds in" in badges(page)[0]
    page.session_state["gaps_which"] = True
    page.run()
    assert not page.exception
    assert "The claim: Shortage falls more on rural counties." in said(page)
    shown = [table.value for table in page.dataframe]
    assert [len(rows) for rows in shown if "claim_holds" in rows] == [16]
    listed = next(rows for rows in shown if "is_rural_metro" in rows)
    assert set(listed["is_rural_metro"]) == {"rural", "not rural"}
    assert len(listed) == len(robustness.changing(minnesota, rural=True, shortage=True))


def test_the_switches_change_the_figures():
    page = opened("disparity", rank="Rural or not")
    before = page.subheader[0].value
    page.selectbox(key="rural_rule").set_value("seven_county").run()
    after = page.subheader[0].value
    assert after != before
    page.selectbox(key="shortage_rule").set_value("with_proposed").run()
    assert page.subheader[0].value not in (before, after)
    assert not page.exception


def test_the_address_sets_the_switches():
    page = opened("disparity", rural_rule="Small towns only (USDA)", shortage_rule="Designated for everyone")
    assert page.selectbox(key="rural_rule").value == "code"
    assert page.selectbox(key="shortage_rule").value == "geographic"


def test_outside_minnesota_the_seven_counties_are_no_choice_and_not_known():
    page = opened("disparity", state="Wisconsin", rank="Rural or not")
    assert "seven_county" not in page.selectbox(key="rural_rule").options
    assert "Outside the seven-county metro" not in page.selectbox(key="rural_rule").options
    assert "of 16 definitions of rural and of a shortage, not known in 4" in badges(page)[0]
