"""Do Minnesota's tracts and its designations of 2022 come out as they are known?"""

import csv
import os
from math import hypot
from pathlib import Path

import duckdb
import pytest

from data import registry as data_registry
from data.adapters.census import tables as census_tables
from data.adapters.hrsa import areas as hrsa_areas

RAW = Path(os.environ.get("ATLAS_RAW", ""))
with_raw = pytest.mark.skipif("ATLAS_RAW" not in os.environ, reason="ATLAS_RAW does not name the published files")


def kept(table):
    with (data_registry.REFERENCE / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def minnesotan():
    return {row["area_id"]: row for row in kept("shortage_area") if row["state_name"] == "Minnesota"}


@with_raw
def test_tracts_agree_with_the_people_and_places_worked_out_before():
    """Those are points of outlines in more detail: the same place to 0.01 miles for half, to 2 miles for 99 in 100."""
    with (RAW / "derived/mn_tract_points_2020.csv").open(encoding="utf-8", newline="") as file:
        told = {row["tract_geoid"]: row for row in csv.DictReader(file)}
    tracts = {row["tract_geoid"]: row for row in kept("tract")}
    assert len(tracts) == 1502
    people = {code: row["hh_pop_acs_2019_2023"] for code, row in told.items()}
    assert people == {code: row["household_population"] for code, row in tracts.items()}
    apart = sorted(
        hypot(
            69 * (float(row["latitude"]) - float(told[code]["lat_reppoint"])),
            49 * (float(row["longitude"]) - float(told[code]["lon_reppoint"])),
        )
        for code, row in tracts.items()
    )
    assert apart[751] < 0.01
    assert apart[1486] < 2


@with_raw
def test_minnesotas_tracts_are_those_of_the_survey_but_three_of_water():
    people = census_tables.tract_population(RAW / "census/acs_data_2019-2023_tract.zip")
    here = people[people["county_fips"].str.startswith("27")].set_index("tract_geoid")["household_population"]
    tracts = {row["tract_geoid"] for row in kept("tract")}
    assert tracts < set(here.index)
    assert here.drop(list(tracts)).tolist() == [0, 0, 0]
    assert len({row["tract_geoid"][:5] for row in kept("tract")}) == 87


@with_raw
def test_minnesota_had_86_primary_care_areas_in_2022_in_counties_that_we_know():
    areas = hrsa_areas.areas_2022(RAW / "hrsa/hpsa_find_minnesota_2022-07.xlsx")
    assert areas["designation_type_2022"].value_counts().to_dict() == {"geographic": 49, "population": 37}
    known = {row["county"] for row in kept("county_population_2024") if row["state"] == "MN"}
    assert {county for told in areas["counties_2022"] for county in told.split(", ")} <= known


def test_areas_over_tracts_are_minnesotas_alone():
    assert {row["area_id"] for row in kept("tract_shortage_area")} <= set(minnesotan())


def test_every_designation_of_2022_is_continued_and_113_areas_of_136_continue_one():
    matched = kept("shortage_area_change")
    assert {row["hpsa_id"] for row in matched} == {row["hpsa_id"] for row in kept("shortage_area_2022")}
    assert len(minnesotan()) == 136
    by_basis = duckdb.sql(
        f"SELECT match_basis, count(*) FROM '{data_registry.REFERENCE}/shortage_area_change.csv' "
        "GROUP BY ALL ORDER BY ALL"
    ).fetchall()
    assert by_basis == [("name", 95), ("same_words", 17), ("some_words", 1)]


def test_a_listing_with_the_figures_of_an_area_of_2022_in_its_county_is_matched_to_that_one():
    before, today = kept("shortage_area_2022"), minnesotan()
    names = {row["county_fips"]: row["county"] for row in kept("county_population_2024")}
    places = {(row["area_id"], names[row["county_fips"]]) for row in kept("shortage_area_county")}
    told = {
        (area_id, old["hpsa_id"])
        for area_id, area in today.items()
        for old in before
        if old["hpsa_score_2022"] == area["hpsa_score"]
        and abs(float(old["fte_short_2022"]) - float(area["fte_short"])) < 0.0006
        and any((area_id, county) in places for county in old["counties_2022"].split(", "))
    }
    assert len(told) == 48
    assert {today[area_id]["status"] for area_id, _ in told} == {"proposed_withdrawal"}
    assert told <= {(row["area_id"], row["hpsa_id"]) for row in kept("shortage_area_change")}
