"""Which tracts does an area cover, and which designation of 2022 does it continue?"""

import geopandas as gpd
import pandas as pd
import pytest
from shapely import Point, box

from data.adapters.us_atlas import MAP_CRS
from data.geography import coverage
from data.geography.pieces import EQUAL_AREA_CRS
from tests.support.world import world

KM = 1_000.0
NAMES = pd.DataFrame(
    {
        "county_fips": ["27001", "27003", "55001"],
        "county": ["Elm County", "Ash County", "Elm County"],
        "state_name": ["Minnesota", "Minnesota", "Wisconsin"],
    }
)


def outlined(*shapes):
    figures = {"area": [f"Area {n}" for n in range(len(shapes))], "state_name": "Minnesota"}
    figures |= {"discipline": "primary_care", "designation_type": "geographic", "status": "designated"}
    frame = gpd.GeoDataFrame({"geometry": shapes}, crs=EQUAL_AREA_CRS)
    return frame.assign(**figures, hpsa_score=10, fte=1.0, fte_short=2.0)


def test_tracts_have_their_people_a_place_and_the_areas_over_it():
    counties = gpd.GeoDataFrame({"county_fips": ["27001"]}, geometry=[box(0, 0, 90 * KM, 90 * KM)], crs=EQUAL_AREA_CRS)
    places = gpd.GeoSeries([Point(x * KM, 5 * KM) for x in (10, 50, 80)], crs=EQUAL_AREA_CRS).to_crs(MAP_CRS)
    codes = ["27001000100", "27001000200", "27001000300"]
    people = pd.DataFrame({"tract_geoid": codes, "county_fips": "27001", "household_population": [30, 50, 20]})
    short = coverage.identified(
        outlined(box(0, 0, 60 * KM, 90 * KM), box(40 * KM, 0, 60 * KM, 90 * KM)), {"Minnesota": "27"}
    )
    tables = coverage.tables(short, counties, people, gpd.GeoDataFrame({"tract_geoid": codes}, geometry=places))
    first, second = short["area_id"]
    assert tables["tract_shortage_area"].values.tolist() == [[codes[0], first], [codes[1], first], [codes[1], second]]
    assert tables["tract"]["household_population"].tolist() == [30, 50, 20]
    assert tables["tract"]["longitude"].tolist() == [round(place.x, 6) for place in places]
    assert tables["tract"]["latitude"].tolist() == [round(place.y, 6) for place in places]
    assert tables["shortage_area_county"]["county_population_share"].tolist() == [0.8, 0.5]


def test_equal_areas_have_ids_of_their_own_and_the_same_in_any_order():
    three = outlined(*[box(0, 0, KM, KM)] * 3).assign(area=["Elm", "Ash", "Elm"])
    ids = coverage.identified(three, {})["area_id"]
    assert ids.is_unique
    assert ids.tolist() == coverage.identified(three[::-1], {})["area_id"].tolist()


def continued(area, *earlier, kind="geographic", shares=None):
    """What an area of today, in Elm County unless said otherwise, is matched to: (hpsa_id, basis, confidence)."""
    today = pd.DataFrame({"area_id": ["a"], "area": [area], "designation_type": [kind], "state_name": ["Minnesota"]})
    links = pd.DataFrame((shares or {"27001": 1.0}).items(), columns=["county_fips", "area_population_share"])
    before = [{"designation_type_2022": "geographic", "counties_2022": "Elm County"} | told for told in earlier]
    before = pd.DataFrame(before).assign(state_name="Minnesota", hpsa_id=[str(n) for n in range(len(earlier))])
    found = coverage.changes(before, today, links.assign(area_id="a"), NAMES)
    return [tuple(row) for row in found.drop(columns="area_id").itertuples(index=False)]


def test_the_same_name_in_the_same_county_is_certain():
    assert continued("Birch", {"area_2022": "Birch"}) == [("0", "name", 1.0)]


@pytest.mark.parametrize(
    ("today", "earlier"),
    [("LI - Birch/Oak SA", "LI-Oak/Birch"), ("Birch County", "RSA 2 Birch County"), ("Birch PC", "birch")],
)
def test_the_same_words_are_nearly_certain(today, earlier):
    assert continued(today, {"area_2022": earlier}) == [("0", "same_words", 0.9)]


def test_words_in_common_count_but_not_those_that_only_name_the_county():
    assert continued("Birch/Oak/Yew", {"area_2022": "Birch/Oak/Yew/Fir"}) == [("0", "some_words", 0.6)]
    assert continued("Elm County", {"area_2022": "East Elm County"}) == []
    assert continued("North Elm", {"area_2022": "South Elm"}) == []


def test_only_people_in_counties_that_were_named_count():
    half = {"27001": 0.6, "27003": 0.4}
    assert continued("Birch", {"area_2022": "Birch"}, shares=half) == [("0", "name", 0.6)]
    both = {"area_2022": "Birch", "counties_2022": "Ash County, Elm County"}
    assert continued("Birch", both, shares=half) == [("0", "name", 1.0)]
    assert continued("Birch", {"area_2022": "Birch"}, shares={"27001": 0.4, "27003": 0.6}) == []


def test_a_county_of_the_same_name_in_another_state_is_not_shared():
    assert continued("Birch", {"area_2022": "Birch"}, shares={"55001": 1.0}) == []


def test_a_group_of_people_does_not_continue_a_place_but_high_needs_are_a_place():
    assert continued("Birch", {"area_2022": "Birch"}, kind="population") == []
    assert continued("Birch", {"area_2022": "Birch"}, kind="high_needs") == [("0", "name", 1.0)]


def test_the_likeliest_is_kept_and_of_equals_the_first():
    assert continued("Birch", {"area_2022": "Birch SA"}, {"area_2022": "Birch"}) == [("1", "name", 1.0)]
    assert continued("Birch", {"area_2022": "Birch"}, {"area_2022": "Birch"}) == [("0", "name", 1.0)]


def test_a_listing_carried_along_is_told_from_one_counted_anew():
    con = world(
        shortage_area=[{"area_id": "a", "fte_short": 2.5588}, {"area_id": "b", "fte_short": 2.7}],
        shortage_area_2022=[{"hpsa_id": "old", "fte_short_2022": 2.559}],
        shortage_area_change=[{"area_id": "a", "hpsa_id": "old"}, {"area_id": "b", "hpsa_id": "old"}],
    )
    listed = con.execute("SELECT area_id, hpsa_score_2022, has_figures_of_2022 FROM shortage_area_change").fetchall()
    assert listed == [("a", 10, True), ("b", 10, False)]
