"""Is supply within reach shared with the people across the state line, by tract and by county?"""

from itertools import product

import numpy as np
import pandas as pd
import pytest

from analysis.access import network as access_network
from analysis.access import places_of_care, queries
from analysis.access.supplies import METHODS, Catchment
from analysis.access.travel_times import Pairs
from tests.support.loops import access
from tests.support.placement.networks import per_person, ways
from tests.support.world import same_world, world

FLAT = Catchment(method="two_step", cutoff_min=30)
# A town of Minnesota and one across the river: 0.1 degree of longitude is 4.9 miles here.
HERE = {"tract_geoid": "27001000100", "household_population": 3000, "latitude": 45.0, "longitude": -92.8}
FAR = {"tract_geoid": "27003000100", "household_population": 500, "latitude": 48.0, "longitude": -96.0}
ACROSS = {"county_fips": "55001", "population": 1000, "center_latitude": 45.0, "center_longitude": -92.7}
COUNTIES = [{"county_fips": "27001"}, {"county_fips": "27003"}, ACROSS]
OURS = {"hospital_id": "a", "hospital": "a", "beds": 40, "latitude": 45.0, "longitude": -92.8}
THEIRS = OURS | {"hospital_id": "b", "hospital": "b", "state": "WI", "beds": 20, "longitude": -92.7}
UNSAID = {"latitude": None, "longitude": None}


def by_tract(con, **choice):
    rows = queries.by_tract(con, catchment=FLAT._replace(**choice))
    return dict(zip(rows["tract_geoid"], rows["supply_per_100k"], strict=True))


def test_beds_on_both_sides_are_shared_with_the_people_of_both_and_nobody_within_reach_has_none():
    con = world(county=COUNTIES, tract=[HERE, FAR], hospital=[OURS, THEIRS], health_center=[])
    # 60 beds for 3,000 people here and 1,000 there.
    assert by_tract(con) == pytest.approx({"27001000100": 1500, "27003000100": 0})
    rows = queries.by_tract(con, catchment=FLAT)
    assert rows["destinations"].tolist() == [2, 0]


def test_alone_the_state_has_its_own_beds_for_its_own_people():
    con = world(county=COUNTIES, tract=[HERE, FAR], hospital=[OURS, THEIRS])
    assert by_tract(con, is_open=False) == pytest.approx({"27001000100": 4000 / 3, "27003000100": 0})
    (row,) = queries.border(con, catchment=FLAT).itertuples()
    assert (row.county_fips, row.supply_per_100k) == ("27001", pytest.approx(1500))
    assert row.supply_per_100k_closed == pytest.approx(4000 / 3)
    assert row.supply_per_100k_change == pytest.approx(4000 / 3 - 1500)


def test_people_across_the_line_who_reach_nothing_that_minnesotans_reach_do_not_compete():
    away = ACROSS | {"center_longitude": -89.0}
    con = world(county=[*COUNTIES[:2], away], tract=[HERE], hospital=[OURS, THEIRS | {"longitude": -89.0}])
    assert by_tract(con) == pytest.approx({"27001000100": 4000 / 3})
    assert access_network.network(con, FLAT).origin_ids == ["27001000100"]


def test_people_across_the_line_share_themselves_among_all_that_they_reach():
    east = THEIRS | {"hospital_id": "c", "hospital": "c", "longitude": -92.35}
    found = []
    for hospitals in ([OURS, THEIRS], [OURS, THEIRS, east]):
        tables = {"county": COUNTIES, "tract": [HERE], "hospital": hospitals}
        expected = access.reach(
            {name: [{"state": "MN"} | row for row in rows] for name, rows in tables.items()}, "three_step", 30
        )
        assert by_tract(world(**tables), method="three_step") == pytest.approx(expected)
        found.append(expected["27001000100"])
    # What lies too far for those here takes some of the others off their hands.
    assert found[1] > found[0]


def test_hospitals_without_a_place_or_beds_are_left_out_and_counted():
    rest = [OURS | {"hospital_id": "c"} | UNSAID, OURS | {"hospital_id": "d", "beds": None}]
    con = world(county=COUNTIES[:1], tract=[HERE], hospital=[OURS, *rest])
    assert by_tract(con) == pytest.approx({"27001000100": 4000 / 3})
    assert places_of_care.left_out(con).values.tolist() == [["MN", 3, 2]]
    assert places_of_care.left_out(con, supply="hospital_sites").values.tolist() == [["MN", 3, 1]]
    assert by_tract(con, supply="hospital_sites") == pytest.approx({"27001000100": 200 / 3})
    assert places_of_care.left_out(con, state="WI").empty


def test_each_supply_has_its_own_places():
    critical = OURS | {"hospital_id": "c", "hospital_type": "Critical Access Hospitals", "beds": 10}
    center = {"health_center": "elm", "latitude": 45.0, "longitude": -92.8}
    con = world(county=COUNTIES[:1], tract=[HERE], hospital=[OURS, critical], health_center=[center])
    supplies = {
        name: places_of_care.destinations(con, supply=name)["supply"].tolist()
        for name in ("hospital_beds", "critical_access_beds", "hospital_sites", "critical_access_sites")
    }
    assert supplies["critical_access_beds"] == [10]
    assert sorted(supplies["hospital_beds"]) == [10, 40]
    assert (supplies["hospital_sites"], supplies["critical_access_sites"]) == ([1, 1], [1])
    assert places_of_care.destinations(con, supply="health_center_sites")["place"].tolist() == ["elm"]


@pytest.mark.parametrize(
    ("method", "cutoff_min"), list(product(("two_step", "enhanced", "three_step", "steep"), (30, 60)))
)
@pytest.mark.parametrize("seed", range(8))
def test_tracts_and_counties_of_random_worlds_are_those_of_plain_loops(seed, method, cutoff_min):
    tables = access.random_access(seed)
    con = same_world(**tables)
    for is_open in (True, False):
        choice = Catchment(method=method, cutoff_min=cutoff_min, is_open=is_open)
        choice = choice._replace(method="enhanced", weights="steep") if method == "steep" else choice
        expected = access.reach(tables, method, cutoff_min, is_open=is_open)
        assert by_tract(con, **choice._asdict()) == pytest.approx(expected, abs=1e-9)
        rows = queries.by_county(con, catchment=choice)
        found = {
            row.county_fips: None if pd.isna(row.supply_per_100k) else row.supply_per_100k for row in rows.itertuples()
        }
        assert found == pytest.approx(access.by_county(tables, expected), abs=1e-9)


@pytest.mark.parametrize("seed", range(20))
def test_people_times_access_over_all_origins_is_the_supply_that_they_reach(seed):
    con = same_world(**access.random_access(seed))
    network = access_network.network(con, Catchment())
    reached = np.unique(network.pairs.destinations[network.people[network.pairs.origins] > 0])
    assert len(network.supply) == len(np.unique(network.pairs.destinations))
    for rows, _, _ in ways(con, network, wide=True):
        shared = (per_person(rows) * network.people).sum()
        assert shared == pytest.approx(network.supply[reached].sum())


def test_a_cost_is_missing_where_nothing_is_within_reach_and_its_people_are_counted():
    con = world(county=COUNTIES, tract=[HERE, FAR], hospital=[OURS, THEIRS])
    choice = FLAT._replace(method="rational")
    rows = queries.by_tract(con, catchment=choice)
    assert rows["raam_cost"].isna().tolist() == [False, True]
    assert rows["supply_per_100k"].isna().all()
    counties = queries.by_county(con, catchment=choice)
    assert counties[["county_fips", "unreached_people"]].values.tolist() == [["27001", 0], ["27003", 500]]
    with pytest.raises(ValueError, match="have different units"):
        queries.border(con, catchment=choice)


def test_own_times_reach_a_place_through_its_nearest_tract_and_nothing_across_the_line():
    con = world(county=COUNTIES, tract=[HERE, FAR], hospital=[OURS, THEIRS])
    times = Pairs(np.array([1, 0], np.int32), np.array([0, 1], np.int32), np.array([25.0, 5]))
    rows = queries.by_tract(con, catchment=FLAT, times=times)
    assert rows["supply_per_100k"].tolist() == pytest.approx([0, 8000])


def test_without_tracts_there_are_no_rows():
    con = world(county=[ACROSS], hospital=[OURS])
    for method in METHODS:
        assert queries.by_tract(con, catchment=Catchment(method=method)).empty
        assert queries.by_county(con, catchment=Catchment(method=method)).empty
    assert queries.border(con).empty
