"""Is each county counted as each definition says?"""

from random import Random

import pandas as pd
import pytest

from analysis.definitions import queries
from tests.support.loops import definitions
from tests.support.random_worlds import random_tables
from tests.support.world import world

HERE = {"county_fips": "27001", "population": 1000}
PROPOSED = {"status": "proposed_withdrawal"}
RULES = ("designated", "with_proposed", "geographic", "majority")


def asked(*areas, share=1.0, **tables):
    links = [{"area_id": area["area_id"], "county_fips": "27001", "county_population_share": share} for area in areas]
    con = world(county=[HERE], shortage_area=list(areas), shortage_area_county=links, **tables)
    return queries.by_county(con, state="MN").iloc[0]


def told(row, name):
    return [row[f"{name}_{rule}"] for rule in RULES]


def test_each_rural_definition_has_its_own_answer():
    county = {"county_fips": "27001", "is_seven_county_metro": False, "rucc_2023": 4, "rural_share": 0.5}
    row = queries.by_county(world(county=[county]), state="MN").iloc[0]
    rules = ("seven_county", "metro", "code", "blocks")
    assert [bool(row[f"is_rural_{rule}"]) for rule in rules] == [True, True, False, False]


def test_outside_minnesota_the_seven_counties_are_not_known_nor_is_a_missing_code():
    row = queries.by_county(world(county=[{"county_fips": "55001", "rucc_2023": None}]), state="WI").iloc[0]
    assert all(pd.isna(row[f"is_rural_{rule}"]) for rule in ("seven_county", "metro", "code"))


def test_areas_count_by_status_and_type():
    row = asked(
        {"area_id": "a", "fte_short": 2.0, "fte": 5.0},
        {"area_id": "b", "fte_short": 1.0, "fte": 0.0, "designation_type": "population"},
        {"area_id": "c", "fte_short": 4.0, "fte": 1.0, "status": "proposed_withdrawal"},
        {"area_id": "d", "fte_short": 0.5, "fte": 1.0, "designation_type": "high_needs"},
    )
    assert told(row, "fte_short") == [3.5, 7.5, 2.5, 3.5]
    assert told(row, "fte_counted") == [6.0, 7.0, 6.0, 6.0]


def test_a_place_that_is_listed_twice_counts_once():
    both = ({"area_id": "a", "fte_short": 2.0, "fte": 1.0}, {"area_id": "b", "fte_short": 8.0, "fte": 4.0} | PROPOSED)
    pieces = [
        {"county_fips": "27001", "piece": piece, "county_population_share": 0.25, "area_id": area}
        for piece, area in ((1, "a"), (1, "b"), (2, "b"))
    ]
    row = asked(*both, shortage_area_piece=pieces)
    assert told(row, "fte_short")[:2] == [2.0, 6.0]
    assert told(row, "fte_counted")[:2] == [1.0, 3.0]
    assert told(row, "implied_population")[:2] == [10_500.0, 31_500.0]
    assert told(row, "shortage_population")[:2] == [250, 500]


def test_half_of_the_people_is_not_over_half():
    half = asked({"area_id": "a", "fte_short": 2.0}, share=0.5)
    assert told(half, "fte_short") == [2.0, 2.0, 2.0, 0.0]
    assert told(half, "is_short") == [True, True, True, False]
    assert told(half, "shortage_population") == [500, 500, 500, 0]
    assert told(asked({"area_id": "a", "fte_short": 2.0}, share=0.51), "shortage_population") == [510, 510, 510, 510]


def test_people_under_both_geographic_types_count_once():
    pieces = [{"county_fips": "27001", "piece": 1, "county_population_share": 0.25, "area_id": area} for area in "ab"]
    areas = ({"area_id": "a"}, {"area_id": "b", "designation_type": "high_needs"})
    assert asked(*areas, shortage_area_piece=pieces).shortage_population_geographic == 250


def test_none_is_zero_and_not_loaded_is_not_known():
    elsewhere = [{"area_id": "a", "county_fips": "55001"}]
    con = world(county=[HERE, {"county_fips": "55001"}], shortage_area=[{}], shortage_area_county=elsewhere)
    row = queries.by_county(con, state="MN").iloc[0]
    assert (told(row, "fte_short"), told(row, "is_short")) == ([0.0] * 4, [False] * 4)
    row = queries.by_county(world(county=[HERE]), state="MN").iloc[0]
    assert all(pd.isna(value) for name in ("fte_short", "is_short", "shortage_population") for value in told(row, name))


@pytest.mark.parametrize(("beds", "expected"), [([], 0), ([20, None], 20), ([20, 30], 50)])
def test_beds_are_those_that_are_known(beds, expected):
    hospitals = [{"hospital_id": str(n), "county_fips": "27001", "beds": count} for n, count in enumerate(beds)]
    assert queries.by_county(world(county=[HERE], hospital=hospitals)).hospital_beds.tolist() == [expected]


def test_a_county_whose_hospitals_have_no_figure_has_no_known_beds():
    con = world(county=[HERE], hospital=[{"county_fips": "27001", "beds": None}])
    assert queries.by_county(con).hospital_beds.isna().all()


def test_a_state_that_is_not_known_has_no_rows():
    assert queries.by_county(world(), state="XX").empty
    assert queries.by_county(world(county=[])).empty


@pytest.mark.parametrize("seed", range(20))
def test_random_worlds_agree_with_loops(seed):
    tables = random_tables(seed)
    state = Random(seed).choice([None, "MN", "WI"])
    found = queries.by_county(world(**tables), state=state)
    expected = definitions.by_county(tables, state)
    assert found["county_fips"].tolist() == [row["county_fips"] for row in expected]
    for name in expected[0] if expected else ():
        for here, there in zip(found[name].tolist(), (row[name] for row in expected), strict=True):
            assert (pd.isna(here) and there is None) or here == pytest.approx(there), name
