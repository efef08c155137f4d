"""What is the shortage in my district, county or region, beside the state?

Districts are of the 2022 plan and add up parts of census tracts: those that a district line crosses are shared out by
land and fitted to the districts' people of 2020 (data/geography/districts.py). Counties and regions hold whole tracts.
"""

import duckdb
import pandas as pd

from analysis.query.run import fetch, public


@public("district.places")
def places(con: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Every place that can be chosen: Minnesota's counties, MDH regions and legislative districts.

    Returns one row per place: place_level (county, region, house, senate or congress), place_id (house-12A),
    place_name.
    """
    return fetch(con, "district.places")


@public("district.all")
def all(con: duckdb.DuckDBPyConnection, *, place_level: str) -> pd.DataFrame:
    """The figures of every place of a kind, primary care.

    The places of a kind sum to the state: people (of 2024), physicians short, those proposed for withdrawal, people
    with limited English. Areas may reach into several places. A hospital without a location is in no district.

    Returns one row per place: place_level, place_id, place_name, people_estimate, shortage_people_estimate and
    shortage_population_share (0-1) in designated areas, whole_tracts_share (the same, by whole tracts), fte_short and
    fte_short_proposed_withdrawal (FTE), proposed_alone_people_estimate, areas_designated, areas_proposed_withdrawal,
    hospitals, hospitals_not_placed, health_centers, limited_english_estimate, limited_english_share (0-1). Figures
    are missing where no tract is known. No rows for an unknown kind.
    """
    return fetch(con, "district.all", place_level=place_level)


@public("district.one")
def one(con: duckdb.DuckDBPyConnection, *, place_id: str) -> pd.DataFrame:
    """The figures of one place, or of the state (state-MN), as district.all has them.

    Returns one row, or none for an unknown place.
    """
    return fetch(con, "district.one", place_id=place_id)


@public("district.areas")
def areas(con: duckdb.DuckDBPyConnection, *, place_id: str) -> pd.DataFrame:
    """Shortage areas that reach into a place, designated or proposed for withdrawal, the most short there first.

    Returns one row per area: area_id, area, status, designation_type, hpsa_score, fte_short (of the whole area),
    place_area_share (0-1, of its people) and place_area_fte_short (FTE, the place's part). No rows where none does.
    """
    return fetch(con, "district.areas", place_id=place_id)


@public("district.errors")
def errors(con: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """How sure the estimates of districts are.

    Two estimates of a district's share of people in designated areas stand side by side: parts of tracts, and whole
    tracts. And people of 2020, estimated without the counts of that kind of district, stand beside the census.

    Returns one row per kind of district: place_level, districts, districts_in_part (covered in part by designated
    areas), ways_differ_median (of those) and ways_differ_most (0-1, points of share), ways_differ_place,
    people_error_median and people_error_most (0-1), people_error_place.
    """
    return fetch(con, "district.errors")
