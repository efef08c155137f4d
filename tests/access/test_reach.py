"""Are minutes to the nearest right, and are people counted within them by group?"""

import numpy as np
import pandas as pd
import pytest

from analysis.access import queries
from analysis.access.travel_times import Pairs
from analysis.query import run as query_run
from tests.support.loops import access
from tests.support.world import world

TRACT = {"tract_geoid": "27001000100", "household_population": 100, "latitude": 45.0, "longitude": -94.0}
COUNTIES = [{"county_fips": "27001", "region": "Metro", "is_seven_county_metro": True, "rucc_2023": 1}]
COUNTIES += [{"county_fips": "27003", "region": "Northwest", "is_seven_county_metro": False, "rucc_2023": 9}]


def tract(code, people, latitude):
    return TRACT | {"tract_geoid": code, "household_population": people, "latitude": latitude}


def hospital(latitude, **stated):
    return {"hospital_id": f"h{latitude}", "latitude": latitude, "longitude": -94.0} | stated


def in_bands():
    """Tracts 0, 0.2, 0.4, 0.6 and 1 degree north of a hospital: 9.7, 25, 41, 57 and 88 minutes."""
    tracts = [tract(f"2700{1 if n < 3 else 3}00{n}00", 100 * (n + 1), 45 + n / 5) for n in range(4)]
    return world(county=COUNTIES, tract=[*tracts, tract("27003000900", 1000, 46.0)], hospital=[hospital(45.0)])


def test_people_are_counted_within_minutes_and_between_them():
    (row,) = queries.within(in_bands()).itertuples()
    assert (row.group_name, row.household_population) == ("Minnesota", 2000)
    assert (row.within_15_share, row.within_30_share, row.within_60_share) == (0.05, 0.15, 0.5)
    assert (row.from_15_to_30_share, row.from_30_to_45_share, row.from_45_to_60_share) == (0.1, 0.15, 0.2)
    assert (row.beyond_60_share, row.within_30_people, row.beyond_60_people) == (0.5, 300, 1000)
    assert row.nearest_mean_min == pytest.approx(9.7 + 1.14 * 69.0935 * (40 + 120 + 240 + 1000) / 2000, abs=1e-2)


@pytest.mark.parametrize(
    ("grouping", "names"),
    [
        ("region", ["Northwest", "Metro"]),
        ("county", ["27003 County", "27001 County"]),
        ("seven_county", ["greater_minnesota", "seven_county_metro"]),
        ("rucc_metro", ["nonmetro", "metro"]),
        ("rucc_code", ["9", "1"]),
    ],
)
def test_people_are_grouped_with_the_farthest_first(grouping, names):
    rows = queries.within(in_bands(), grouping=grouping)
    assert rows["group_name"].tolist() == names
    assert rows["household_population"].tolist() == [1400, 600]
    assert rows["within_30_people"].tolist() == [0, 300]


def test_a_place_across_the_line_may_be_the_nearest_and_one_without_a_location_is_none():
    near = hospital(45.0, state="WI", hospital_type="Critical Access Hospitals")
    hidden = hospital(None, hospital_id="x", longitude=None)
    center = {"latitude": 45.2, "longitude": -94.0}
    con = world(county=COUNTIES, tract=[TRACT], hospital=[near, hidden, hospital(45.4)], health_center=[center])
    (row,) = queries.nearest(con).itertuples()
    assert (row.hospital_min, row.critical_access_min) == (pytest.approx(9.7), pytest.approx(9.7))
    assert row.health_center_min == pytest.approx(9.7 + 1.14 * 0.2 * 69.0935, abs=1e-2)


def test_a_way_that_is_not_known_is_missing_and_is_within_nothing():
    con = world(county=COUNTIES, tract=[TRACT], hospital=[hospital(45.0)], health_center=[])
    assert queries.nearest(con)["health_center_min"].isna().all()
    (row,) = queries.within(con, kind="health_center_min").itertuples()
    assert pd.isna(row.nearest_mean_min)
    assert (row.within_60_share, row.beyond_60_share, row.way_unknown_people) == (0, 0, 100)


def test_own_times_are_those_to_the_tract_of_the_nearest_hospital_in_the_state():
    con = world(
        county=COUNTIES,
        tract=[TRACT, tract("27003000100", 50, 46.0), tract("27003000200", 50, 47.0)],
        hospital=[hospital(46.1), hospital(45.0, state="WI")],
    )
    times = Pairs(np.array([0, 0, 1], np.int32), np.array([0, 1, 1], np.int32), np.array([1.0, 44, 3]))
    assert queries.nearest(con, times=times)["hospital_min"].fillna(-1).tolist() == [44, 3, -1]
    (row,) = queries.within(con, times=times).itertuples()
    assert (row.within_15_share, row.within_60_share, row.way_unknown_people) == (0.25, 0.75, 50)


@pytest.mark.parametrize("seed", range(20))
def test_minutes_of_random_worlds_are_those_of_plain_loops(seed):
    tables = access.random_access(seed)
    rows = queries.nearest(world(**tables)).set_index("tract_geoid")
    for column, only_critical in (("hospital_min", False), ("critical_access_min", True)):
        expected = access.nearest(tables, only_critical=only_critical)
        found = {code: None if pd.isna(value) else value for code, value in rows[column].items()}
        assert found == pytest.approx(expected)


def test_without_tracts_there_are_no_rows():
    con = world(county=COUNTIES, hospital=[hospital(45.0)])
    assert queries.nearest(con).empty
    assert queries.within(con).empty


def test_a_kind_or_a_grouping_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="kind is 'beds'; it can be hospital_min"):
        queries.within(world(), kind="beds")
    with pytest.raises(ValueError, match="grouping is 'x'; it can be state"):
        queries.within(world(), grouping="x")


def test_what_is_made_of_other_questions_names_their_sources():
    ids = [source.source_id for source in query_run.sources_of("reach.nearest", ["county", "hospital_min"])]
    assert ids == ["census_tracts", "cms_hospitals", "hifld_hospitals"]
    ids = [source.source_id for source in query_run.sources_of("reach.nearest", ["health_center_min"])]
    assert ids == ["census_tracts", "hrsa_health_centers"]
    ids = {source.source_id for source in query_run.sources_of("access.enhanced")}
    assert ids >= {"census_tracts", "census_center", "hifld_hospitals", "hrsa_health_centers"}
