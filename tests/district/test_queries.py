"""What is short in a district whose line cuts a census tract?"""

import pandas as pd
import pytest

from analysis.district import queries
from tests.support.rows.district import DISTRICTS, ELM, LINK, TRACTS, elm, one
from tests.support.world import world


def test_a_tract_across_a_line_is_shared_out_with_its_people_and_physicians_short():
    con = elm()
    west, east = one(con, "house-01A"), one(con, "house-01B")
    assert (west.people_estimate, east.people_estimate) == pytest.approx((680, 120))
    assert (west.shortage_people_estimate, east.shortage_people_estimate) == pytest.approx((80, 120))
    assert (west.fte_short, east.fte_short) == pytest.approx((0.8, 1.2))
    assert (west.shortage_population_share, east.shortage_population_share) == pytest.approx((80 / 680, 1))
    assert (west.limited_english_estimate, west.limited_english_share) == pytest.approx((34, 0.1))


def test_by_whole_tracts_a_tract_counts_where_most_of_it_lies():
    con = elm()
    assert (one(con, "house-01A").whole_tracts_share, one(con, "house-01B").whole_tracts_share) == (0, 1)


def test_counties_regions_senate_and_state_hold_whole_tracts():
    con = elm()
    for place_id in ("county-27001", "region-metro", "senate-01", "congress-1", "state-MN"):
        row = one(con, place_id)
        assert (row.people_estimate, row.shortage_people_estimate, row.fte_short) == pytest.approx((800, 200, 2))


def test_an_area_without_a_tracts_point_is_spread_over_the_people_whom_no_other_covers():
    land = LINK | {"area_id": "b", "county_population_share": 0.15, "method": "land_area"}
    con = elm(shortage_area=[{"fte_short": 2.0}, {"area_id": "b", "fte_short": 4.0}], shortage_area_county=[LINK, land])
    west = one(con, "house-01A")
    # 200 people in a, and 120 of the other 600 in b: all of those live in the first tract.
    assert west.shortage_people_estimate == pytest.approx(120 + 80)
    assert west.fte_short == pytest.approx(0.8 + 4 * 0.85)


def test_people_in_proposed_areas_alone_are_those_whom_no_designated_one_covers():
    areas = [{"fte_short": 2.0}, {"area_id": "p", "status": "proposed_withdrawal", "fte_short": 3.0}]
    link = LINK | {"area_id": "p", "county_population_share": 1.0}
    over = [{"tract_geoid": "27001000200"}, *({"tract_geoid": row["tract_geoid"], "area_id": "p"} for row in TRACTS)]
    pieces = [LINK | {"piece": 0}, link | {"piece": 0, "county_population_share": 0.25}]
    pieces += [link | {"piece": 1, "county_population_share": 0.75}]
    names = ("area_id", "county_fips", "county_population_share", "piece")
    con = elm(
        shortage_area=areas,
        shortage_area_county=[LINK, link],
        shortage_area_piece=[{name: row[name] for name in names} for row in pieces],
        tract_shortage_area=over,
    )
    row = one(con, "house-01A")
    assert row.proposed_alone_people_estimate == pytest.approx(600)
    assert row.fte_short_proposed_withdrawal == pytest.approx(3 * 340 / 400)
    assert (row.areas_designated, row.areas_proposed_withdrawal) == (1, 1)


def test_care_counts_where_it_stands_and_a_hospital_without_a_place_in_no_district():
    spot = {"latitude": 45.0, "longitude": -94.0}
    con = elm(
        hospital=[{"hospital_id": "h"} | spot, {"hospital_id": "lost", "latitude": None, "longitude": None}],
        health_center=[spot, spot | {"county_fips": "55001"}],
        site_district=[spot],
    )
    west, east, county = (one(con, place_id) for place_id in ("house-01A", "house-01B", "county-27001"))
    assert (west.hospitals, west.hospitals_not_placed, west.health_centers) == (1, 1, 1)
    assert (east.hospitals, east.hospitals_not_placed, east.health_centers) == (0, 1, 0)
    assert (county.hospitals, county.hospitals_not_placed) == (2, 0)


def test_areas_are_told_with_the_places_part():
    con = elm()
    (area,) = queries.areas(con, place_id="house-01B").itertuples()
    assert (area.place_area_share, area.place_area_fte_short, area.fte_short) == pytest.approx((0.6, 1.2, 2.0))
    assert queries.areas(con, place_id="house-99Z").empty


def test_places_are_listed_without_the_state_and_only_minnesotas():
    places = queries.places(elm(county=[ELM, {"county_fips": "55001"}]))
    assert places["place_id"].tolist() == [
        "congress-1", "county-27001", "house-01A", "house-01B", "region-metro", "senate-01",
    ]  # fmt: skip
    assert "U.S. House District 1" in places["place_name"].tolist()


def test_what_is_not_loaded_is_missing_and_not_none():
    row = one(elm(shortage_area=[], shortage_area_county=[], tract_shortage_area=[]), "house-01A")
    assert pd.isna([row.fte_short, row.shortage_people_estimate, row.areas_designated]).all()
    bare = one(world(county=[ELM]), "county-27001")
    assert pd.isna([bare.people_estimate, bare.fte_short, bare.limited_english_share]).all()
    assert queries.one(elm(), place_id="house-99Z").empty
    assert queries.all(elm(), place_level="ward").empty


def test_the_error_of_a_kind_is_that_of_its_districts():
    told = [row | {"district_people_2020_held_out": 90} for row in DISTRICTS]
    (_, house, _) = queries.errors(elm(district=told)).itertuples()
    assert (house.districts, house.districts_in_part, house.people_error_median) == (2, 1, pytest.approx(0.1))
    assert (house.ways_differ_most, house.ways_differ_place) == (pytest.approx(80 / 680), "House District 01A")
