"""Do the shares of areas add up, by people where tracts are known and by land elsewhere?"""

import geopandas as gpd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import Point, box

from data.geography.coverage import Tracts, shares
from data.geography.pieces import EQUAL_AREA_CRS

KM = 1_000.0
FIPS = ("27001", "27003", "19001")
# Three counties of 100 km side by side; the third has no tracts.
COUNTIES = [box(n * 100 * KM, 0, (n + 1) * 100 * KM, 100 * KM) for n in range(3)]
TRACTS = [("27001", 300, 25), ("27001", 100, 75), ("27003", 600, 125), ("27003", 200, 175)]
quietly = settings(max_examples=25, deadline=None, derandomize=True)


def covered(*areas, tracts=TRACTS):
    outlines = gpd.GeoDataFrame({"area_id": list("abcdefg"[: len(areas)])}, geometry=list(areas), crs=EQUAL_AREA_CRS)
    counties = gpd.GeoDataFrame({"county_fips": list(FIPS)}, geometry=COUNTIES, crs=EQUAL_AREA_CRS)
    points = gpd.GeoSeries([Point(x * KM, 50 * KM) for _, _, x in tracts], crs=EQUAL_AREA_CRS)
    return shares(outlines, counties, Tracts([fips for fips, _, _ in tracts], [float(n) for _, n, _ in tracts], points))


def wide(west, east, north=100):
    return box(west * KM, 0, east * KM, north * KM)


def test_people_in_tracts_decide_where_tracts_are_known():
    links, pieces = covered(wide(10, 140))
    assert links.values.tolist() == [
        ["a", "27001", 0.4, 1.0, "tract_population"],
        ["a", "27003", 0.6, 0.75, "tract_population"],
    ]
    assert pieces.values.tolist() == [["27001", 1, 1.0, "a"], ["27003", 1, 0.75, "a"]]


def test_land_decides_where_no_tracts_are_known():
    links, pieces = covered(wide(220, 270))
    assert links.values.tolist() == [["a", "19001", 1.0, 0.5, "land_area"]]
    assert pieces.values.tolist() == [["19001", 1, 0.5, "a"]]


def test_an_area_too_small_for_a_tract_point_is_counted_by_land():
    links, pieces = covered(wide(30, 50))
    assert links.values.tolist() == [["a", "27001", 1.0, 0.2, "land_area"]]
    assert pieces.values.tolist() == [["27001", 1, 0.2, "a"]]


def test_a_small_area_has_no_more_than_what_is_left_of_its_county():
    _, pieces = covered(wide(0, 100), wide(30, 50))
    assert pieces.groupby("county_fips")["county_population_share"].sum().to_dict() == {"27001": 1.0}


def test_two_listings_of_one_place_are_one_piece():
    links, pieces = covered(wide(0, 50), wide(0, 50))
    assert links["area_population_share"].tolist() == [1.0, 1.0]
    assert pieces["piece"].tolist() == [1, 1]
    assert pieces["county_population_share"].tolist() == [0.75, 0.75]


def test_overlapping_areas_cut_the_county_by_who_lives_under_which():
    _, pieces = covered(wide(0, 100), wide(50, 200))
    mine = pieces[pieces["county_fips"] == "27001"]
    assert mine[["piece", "county_population_share", "area_id"]].values.tolist() == [
        [1, 0.75, "a"],
        [2, 0.25, "a"],
        [2, 0.25, "b"],
    ]


def test_an_area_outside_every_county_has_no_share():
    links, pieces = covered(wide(900, 950))
    assert links.empty
    assert pieces.empty


def test_no_areas_have_no_shares():
    assert [len(frame) for frame in covered()] == [0, 0]


EDGES = st.integers(0, 60).map(lambda n: n * 5)
AREAS = st.lists(
    st.builds(
        lambda west, width, north: wide(west, west + width, north),
        EDGES,
        st.integers(10, 150),
        st.sampled_from([40, 100]),
    ),
    min_size=1,
    max_size=5,
)


@quietly
@given(areas=AREAS)
def test_the_shares_of_an_area_sum_to_one_and_of_a_county_to_no_more(areas):
    links, pieces = covered(*areas)
    for total in links.groupby("area_id")["area_population_share"].sum():
        assert total == pytest.approx(1, abs=1e-6)
    assert links["county_population_share"].between(0, 1).all()
    assert not links.duplicated(["area_id", "county_fips"]).any()
    each = pieces.drop_duplicates(["county_fips", "piece"])
    assert (each.groupby("county_fips")["county_population_share"].sum() <= 1 + 1e-4).all()
    assert pieces["county_population_share"].between(0, 1).all()
    linked = set(links[["area_id", "county_fips"]].itertuples(index=False, name=None))
    assert set(pieces[["area_id", "county_fips"]].itertuples(index=False, name=None)) == linked


@quietly
@given(areas=AREAS)
def test_areas_in_another_order_have_the_same_shares(areas):
    columns = ["county_fips", "area_population_share", "county_population_share"]
    links, again = covered(*areas)[0], covered(*reversed(areas))[0]
    ids = dict(zip("abcdefg", reversed("abcdefg"[: len(areas)]), strict=False))
    again["area_id"] = again["area_id"].map(ids)
    here, there = (frame.sort_values(["area_id", "county_fips"])[columns].values.tolist() for frame in (links, again))
    assert here == there
