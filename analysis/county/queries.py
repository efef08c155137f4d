"""What does one county look like beside its state?"""

import duckdb
import pandas as pd

from analysis.query.run import fetch, public


@public("county.ranks")
def ranks(con: duckdb.DuckDBPyConnection, *, county_fips: str) -> pd.DataFrame:
    """The county's figures and their rank in the state, designated primary-care areas.

    Rank 1 has the most; equal figures share a rank.

    Returns one row per measure that the county has: measure, measured, measure_rank,
    counties_ranked. No rows for an unknown county.
    """
    return fetch(con, "county.ranks", county_fips=county_fips)


@public("county.intervals")
def intervals(con: duckdb.DuckDBPyConnection, *, county_fips: str) -> pd.DataFrame:
    """The 90% intervals of the county's figures that rest on a sample (ACS) or a model (SAIPE).

    Returns one row per measure: measure, measured, measured_low, measured_high. No rows for an
    unknown county. Source: published margins and intervals; a share is not below 0.
    """
    return fetch(con, "county.intervals", county_fips=county_fips)


@public("county.population")
def population(con: duckdb.DuckDBPyConnection, *, county_fips: str) -> pd.DataFrame:
    """Residents on 1 July of each year since 2010.

    The step from 2019 to 2020 is between two vintages of estimates, not a change in people.

    Returns one row per year: population_year, vintage_year, people. Connecticut's planning regions
    begin in 2020. No rows for an unknown county.
    """
    return fetch(con, "county.population", county_fips=county_fips)


@public("county.languages")
def languages(con: duckdb.DuckDBPyConnection, *, county_fips: str) -> pd.DataFrame:
    """People aged 5 or more who speak English not well or not at all, by language group.

    Returns one row per group, most people first: language_group, limited_english_group and its
    _moe (people, 90% margin), limited_english_group_share (0-1). No rows for an unknown county.
    Source: ACS table B16005.
    """
    return fetch(con, "county.languages", county_fips=county_fips)


@public("county.care")
def care(con: duckdb.DuckDBPyConnection, *, state: str | None = None, county_fips: str | None = None) -> pd.DataFrame:
    """Hospitals and health-center sites of a state or county; all where neither is named.

    Returns one row per site: place_kind, place, city, beds (missing = not known), latitude,
    longitude (degrees; missing where the hospital could not be located).
    """
    return fetch(con, "county.care", state=state, county_fips=county_fips)


@public("county.flags")
def flags(con: duckdb.DuckDBPyConnection, *, county_fips: str) -> pd.DataFrame:
    """Mental-health and MUA flags of a Minnesota county; scores and FTE are not to be had.

    Returns one row: tract shares (0-1, of 2010 tracts) and component counts. No row elsewhere.
    """
    return fetch(con, "county.flags", county_fips=county_fips)
