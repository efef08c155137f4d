"""Which areas hang on the decision, and how many people live in no other one?"""

from random import Random

import pandas as pd
import pytest

from analysis.query.selection import Selection
from analysis.shortage import queries as shortage_queries
from analysis.withdrawals import queries, sentences
from tests.support.loops.common import short_in
from tests.support.random_worlds import random_tables
from tests.support.world import same_world, world

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
    (area,) = queries.areas(con, state="MN").itertuples()
    assert (area.fte_short, area.implied_population, area.counties_reached) == (3.0, 14_000, "27001 County")
    assert (area.ratio_goal, area.need_met_share) == (3500, 0.25)
    assert area.designated_too_share == pytest.approx(0.75)


def test_areas_of_high_need_or_for_a_group_have_the_lower_ratio():
    for kind in ("high_needs", "population"):
        con = world(county=[HERE], shortage_area=[PROPOSED | {"designation_type": kind}])
        assert queries.areas(con)[["ratio_goal", "implied_population"]].values.tolist() == [[3000, 12_000]]


def test_people_in_proposed_areas_alone_are_those_whom_no_designated_one_covers():
    con = world(county=[HERE], shortage_area=[PROPOSED, DESIGNATED], shortage_area_piece=cut((0.3, "pd"), (0.1, "p")))
    (total,) = queries.total(con, state="MN").itertuples()
    assert (total.areas_proposed_withdrawal, total.areas_score_7, total.counties) == (1, 1, 1)
    assert (total.fte_short_proposed_withdrawal, total.proposed_alone_population) == (3.0, 100)


def test_designated_areas_and_other_states_are_not_told():
    con = world(county=[HERE], shortage_area=[DESIGNATED])
    assert queries.areas(con).empty
    assert queries.total(con).iloc[0].areas_proposed_withdrawal == 0
    con = world(county=[HERE, {"county_fips": "55001"}], shortage_area=[PROPOSED])
    assert queries.areas(con, state="WI").empty


def test_a_county_is_told_with_what_stays_and_what_goes():
    there = {"county_fips": "27001", "area_population_share": 1.0}
    con = world(
        county=[HERE, {"county_fips": "27003"}],
        shortage_area=[PROPOSED, DESIGNATED | {"fte_short": 2.0}],
        shortage_area_county=[there | {"area_id": "p"}, there | {"area_id": "d"}],
        shortage_area_piece=cut((0.3, "pd"), (0.1, "p"), (0.2, "d")),
    )
    (row,) = queries.counties(con, state="MN").itertuples()
    assert (row.county_fips, row.areas_proposed_withdrawal, row.proposed_alone_population) == ("27001", 1, 100)
    assert (row.fte_short_proposed_withdrawal, row.fte_short) == (3.0, 2.0)
    assert queries.counties(con, state="WI").empty


def test_a_place_without_any_says_so():
    total = queries.total(world(county=[HERE]), state="MN").iloc[0]
    said = sentences.decision(total, 0, "Minnesota")
    assert said == "Minnesota has no primary care area that is proposed for withdrawal."


@pytest.mark.parametrize("seed", range(20))
def test_totals_of_random_worlds_agree_with_the_shortage_page(seed):
    con = same_world(**random_tables(seed))
    state = Random(seed).choice(["MN", "WI"])
    told = {
        status: shortage_queries.by_county(con, selection=Selection(state=state, status=status))[
            "shortage_population"
        ].sum()
        for status in ("both", "designated")
    }
    total, rows = queries.total(con, state=state).iloc[0], queries.areas(con, state=state)
    # The page rounds each county to whole people.
    assert total.proposed_alone_population == pytest.approx(told["both"] - told["designated"], abs=8)
    assert total.areas_proposed_withdrawal == len(rows)
    assert total.fte_short_proposed_withdrawal == pytest.approx(rows["fte_short"].sum())


@pytest.mark.parametrize("seed", range(20))
def test_counties_of_random_worlds_agree_with_plain_loops(seed):
    tables = random_tables(seed)
    rows = queries.counties(same_world(**tables)).set_index("county_fips")
    expected = {}
    for county in tables["county"]:
        proposed, designated, both = (
            short_in(tables, county, Selection(), status) for status in ("proposed_withdrawal", "designated", "both")
        )
        if proposed.areas:
            alone = (both.share - designated.share) * county["population_2024"]
            expected[county["county_fips"]] = (proposed.areas, proposed.fte_short, designated.fte_short, alone)
    assert set(rows.index) == set(expected)
    for fips, (areas, proposed, designated, alone) in expected.items():
        row = rows.loc[fips]
        assert row.areas_proposed_withdrawal == areas
        assert [row.fte_short_proposed_withdrawal, row.fte_short] == pytest.approx([proposed, designated])
        assert row.proposed_alone_population == pytest.approx(alone, abs=0.5 + 1e-6)


@pytest.mark.parametrize(
    ("inside", "people", "part", "said"),
    [
        (0, 0, None, "none of them lie mostly inside designated areas. Everyone who lives in them also lives in a"),
        (1, 1, 0.0, "1 of them lies mostly inside designated areas. 1 person lives in such an area and in no"),
        (
            2,
            353,
            0.0,
            "353 people live in such an area and in no designated one, none of them in rural counties (so",
        ),
        (2, 353, None, "353 people live in such an area and in no designated one."),
    ],
)
def test_small_numbers_read_well(inside, people, part, said):
    row = pd.Series(
        {
            "areas_proposed_withdrawal": 3,
            "fte_short_proposed_withdrawal": 6370.25,
            "counties": 2,
            "proposed_alone_population": people,
        }
    )
    told = sentences.decision(row, inside, "The United States", part, "so meant")
    assert said in told
    assert told.startswith(
        "HRSA proposed to withdraw 3 of the United States’ primary care shortage areas, short 6,370.2 full-time"
    )
