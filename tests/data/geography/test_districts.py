"""Are tracts cut along district lines, fitted to the districts' people, and is the error told honestly?"""

import os
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from shapely import box

from data.adapters import minnesota
from data.adapters.census import tables as census_tables
from data.adapters.us_atlas import MAP_CRS
from data.errors import SourceError
from data.geography import districts
from data.geography.pieces import EQUAL_AREA_CRS
from data.registry import REFERENCE

KM = 1_000.0
RAW = Path(os.environ.get("ATLAS_RAW", ""))
with_raw = pytest.mark.skipif("ATLAS_RAW" not in os.environ, reason="ATLAS_RAW does not name the published files")


def ground(names, boxes, **columns):
    shapes = [box(west * KM, 0, east * KM, 10 * KM) for west, east in boxes]
    return gpd.GeoDataFrame({"district": names, **columns}, geometry=shapes, crs=EQUAL_AREA_CRS)


def plan(*people):
    """Two House districts that meet at 15 km, in one Senate district and one of the U.S. House."""
    houses = ground(["01A", "01B"], [(0, 15), (15, 30)], district_people_2020=people)
    whole = {"boxes": [(0, 30)], "district_people_2020": [sum(people)]}
    return districts.Plan(houses, ground(["01"], **whole), ground(["1"], **whole))


TRACTS = ground(["t1", "t2", "t3"], [(0, 10), (10, 20), (20, 30)]).rename(columns={"district": "tract_geoid"})
PEOPLE = pd.Series({"t1": 100.0, "t2": 100.0, "t3": 100.0})


def shares(told):
    return {tuple(row[:2]): row[3] for row in told["tract_district"].itertuples(index=False)}


def test_a_tract_is_cut_by_land_where_districts_have_the_people_that_land_gives():
    told = districts.tables(plan(150, 150), TRACTS, PEOPLE)
    assert shares(told) == {("t1", "01A"): 1.0, ("t2", "01A"): 0.5, ("t2", "01B"): 0.5, ("t3", "01B"): 1.0}


def test_the_cut_is_drawn_toward_the_people_of_the_districts():
    told = districts.tables(plan(180, 120), TRACTS, PEOPLE)
    assert shares(told)["t2", "01A"] == pytest.approx(0.8, abs=0.001)
    house = told["district"].set_index("district")
    assert house.loc["01A", "district_people_2020_fitted"] == 180
    # Told of the Senate district alone, which has both, the method knows only the land.
    assert house.loc["01A", "district_people_2020_held_out"] == 150


def test_a_sliver_is_no_part():
    shifted = plan(150, 150)
    shifted = shifted._replace(house=ground(["01A", "01B"], [(0, 10.1), (10.1, 30)], district_people_2020=[1, 2]))
    assert set(shares(districts.tables(shifted, TRACTS, PEOPLE))) == {("t1", "01A"), ("t2", "01B"), ("t3", "01B")}


def test_a_tract_without_people_is_cut_by_land():
    told = districts.tables(plan(180, 120), TRACTS, PEOPLE * [1, 0, 1])
    assert shares(told)["t2", "01A"] == 0.5


@pytest.mark.parametrize("people", [(1, 299), (150, 150), (299, 1)])
def test_fitting_keeps_the_people_of_every_tract(people):
    told = plan(*people)
    parts = districts.land_parts(TRACTS, told)
    counted = parts["tract_geoid"].map(PEOPLE).to_numpy(float) * parts["land_share"].to_numpy(float)
    fitted = districts.fit(parts, counted, [(parts["house_district"], told.house)])
    assert pd.Series(fitted).groupby(parts["tract_geoid"]).sum().tolist() == pytest.approx([100, 100, 100])
    assert (np.asarray(fitted) >= 0).all()


def test_a_place_of_care_lies_in_the_district_around_it_and_one_outside_in_none():
    told = districts.Plan(*(part.to_crs(MAP_CRS) for part in plan(1, 1)))
    center = told.house.geometry.iloc[0].representative_point()
    sites = pd.DataFrame({"latitude": [center.y, center.y, 10.0, None], "longitude": [center.x, center.x, 10.0, None]})
    assert districts.at(sites, told)[["house_district", "congress_district"]].values.tolist() == [["01A", "1"]]


def test_districts_are_read_in_order_and_a_renamed_column_is_refused(tmp_path):
    rows = ground(["12B", "12A"], [(0, 1), (1, 2)]).to_crs(MAP_CRS).rename(columns={"district": "dist"})
    path = tmp_path / "leg_new.geojson"
    rows.assign(SUM_value=[2.0, 1.0]).to_file(path)
    assert minnesota.districts(path)[["district", "district_people_2020"]].values.tolist() == [["12A", 1], ["12B", 2]]
    rows.to_file(path)
    with pytest.raises(SourceError, match=r"^leg_new\.geojson has no column SUM_value"):
        minnesota.districts(path)


@with_raw
def test_the_2022_plan_nests_and_has_all_people_in_every_kind():
    files = {"house": "leg_new", "senate": "senate_new", "congress": "cg_new"}
    house, senate, congress = (minnesota.districts(RAW / f"mn_legislature/{file}.zip") for file in files.values())
    assert [len(part) for part in (house, senate, congress)] == [134, 67, 8]
    for part in (house, senate, congress):
        assert part["district_people_2020"].sum() == 5_706_494
    halves = house.groupby(house["district"].str[:-1])["district_people_2020"].sum()
    assert halves.to_dict() == dict(zip(senate["district"], senate["district_people_2020"], strict=True))
    around = dict(zip(senate["district"], senate.geometry, strict=True))
    for name, shape in zip(house["district"], house.geometry, strict=True):
        assert shape.difference(around[name[:-1]].buffer(1e-6)).area < 1e-9, name


@with_raw
@pytest.mark.parametrize("kind", ["house", "senate", "congress"])
def test_counties_are_shared_as_in_the_table_raked_to_both_margins(kind):
    cut = pd.read_csv(districts_file("tract_district"), dtype=str)
    people = pd.read_csv(districts_file("tract"), dtype={"tract_geoid": str}).set_index("tract_geoid")
    part = cut["tract_population_share"].astype(float) * cut["tract_geoid"].map(people["household_population"])
    here = part.groupby([cut["tract_geoid"].str[:5], districts.kind_of(cut, kind)]).sum()
    here = here / here.groupby(level=0).transform("sum")
    table = pd.read_csv(RAW / f"derived/county_x_{kind}_2022.csv", dtype=str)
    there = table.set_index(["county_fips", f"{kind}_district"])["share_of_county_pop"].astype(float)
    apart = here.rename_axis(there.index.names).sub(there, fill_value=0.0).abs()
    assert apart.median() < 0.003
    assert apart.max() < 0.083


def districts_file(table):
    return REFERENCE / f"{table}.csv"


@with_raw
def test_every_tract_is_cut():
    tracts = census_tables.tract_outlines(RAW / "census/mn_tracts_2020_simplified.zip")
    cut = pd.read_csv(districts_file("tract_district"), dtype=str)
    assert set(cut["tract_geoid"]) == set(tracts["tract_geoid"])
    sums = cut["tract_population_share"].astype(float).groupby(cut["tract_geoid"]).sum()
    assert sums.between(0.999, 1.001).all()
