"""Which areas hang on the decision, and how many people live in no other one?"""

from random import Random

import pytest
from streamlit.testing.v1 import AppTest

from analysis import cliff, sentences, shortage
from analysis.selection import Selection
from tests.browser.served import ROOT
from tests.random_worlds import random_tables
from tests.world import world

PROPOSED = {"area_id": "p", "status": "proposed_withdrawal", "fte": 1.0, "fte_short": 3.0, "hpsa_score": 9}
DESIGNATED = {"area_id": "d", "status": "designated"}
HERE = {"county_fips": "27001", "population": 1000}


def cut(*pieces):
    """Pieces of the county: its share of people, and the areas over it."""
    return [
        {"county_fips": "27001", "piece": n, "county_population_share": share, "area_id": area}
        for n, (share, areas) in enumerate(pieces)
        for area in areas
    ]


def test_an_area_is_told_with_what_its_ratio_implies_and_who_also_lives_in_a_designated_one():
    con = world(county=[HERE], shortage_area=[PROPOSED, DESIGNATED], shortage_area_piece=cut((0.3, "pd"), (0.1, "p")))
    (area,) = cliff.areas(con, state="MN").itertuples()
    assert (area.fte_short, area.implied_population, area.counties_reached) == (3.0, 14_000.0, "27001 County")
    assert area.designated_too_share == pytest.approx(0.75)


def test_areas_of_high_need_or_for_a_group_have_the_lower_ratio():
    for kind in ("high_needs", "population"):
        con = world(county=[HERE], shortage_area=[PROPOSED | {"designation_type": kind}])
        assert cliff.areas(con)["implied_population"].tolist() == [12_000.0]


def test_people_in_proposed_areas_alone_are_those_whom_no_designated_one_covers():
    con = world(county=[HERE], shortage_area=[PROPOSED, DESIGNATED], shortage_area_piece=cut((0.3, "pd"), (0.1, "p")))
    (total,) = cliff.total(con, state="MN").itertuples()
    assert (total.areas_proposed_withdrawal, total.areas_score_7, total.counties) == (1, 1, 1)
    assert (total.fte_short_proposed_withdrawal, total.proposed_alone_population) == (3.0, 100)


def test_designated_areas_and_other_states_are_not_told():
    con = world(county=[HERE], shortage_area=[DESIGNATED])
    assert cliff.areas(con).empty
    assert cliff.total(con).iloc[0].areas_proposed_withdrawal == 0
    con = world(county=[HERE, {"county_fips": "55001"}], shortage_area=[PROPOSED])
    assert cliff.areas(con, state="WI").empty


def test_a_place_without_any_says_so():
    total = cliff.total(world(county=[HERE]), state="MN").iloc[0]
    said = sentences.decision(total, 0, "Minnesota")
    assert said == "Minnesota has no primary care area that is proposed for withdrawal."


@pytest.mark.parametrize("seed", range(20))
def test_totals_of_random_worlds_agree_with_the_shortage_page(seed):
    con = world(**random_tables(seed))
    state = Random(seed).choice(["MN", "WI"])
    told = {
        status: shortage.by_county(con, selection=Selection(state=state, status=status))["shortage_population"].sum()
        for status in ("both", "designated")
    }
    total, rows = cliff.total(con, state=state).iloc[0], cliff.areas(con, state=state)
    # The page rounds each county to whole people.
    assert total.proposed_alone_population == pytest.approx(told["both"] - told["designated"], abs=8)
    assert total.areas_proposed_withdrawal == len(rows)
    assert total.fte_short_proposed_withdrawal == pytest.approx(rows["fte_short"].sum())


@pytest.mark.parametrize("state", ["Minnesota", "Wisconsin", "United States", "District of Columbia"])
def test_the_page_opens_for_every_place(state):
    page = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    page.switch_page("pages/views/cliff.py")
    page.query_params["state"] = state
    page.run()
    assert not page.exception
    assert not page.error
    assert page.title[0].value.endswith("?")


def test_minnesotas_numbers_are_said():
    page = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    page.switch_page("pages/views/cliff.py").run()
    assert page.subheader[0].value.startswith(
        "55 listings of Minnesota, short 97.8 full-time physicians in 34 counties"
    )
