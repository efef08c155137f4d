"""Where is the shortage, and how deep?"""

import duckdb
import pandas as pd

from analysis.query.run import fetch, public
from analysis.query.selection import Selection

CHOSEN = ("state", "region", "rural_definition", "rural_class")


@public("shortage.by_county")
def by_county(con: duckdb.DuckDBPyConnection, *, selection: Selection) -> pd.DataFrame:
    """Physicians short of HRSA's target in each county, in full-time equivalents, and who lives there.

    A shortage area that crosses county lines is shared out by people (Minnesota) or land, so the
    columns sum to HRSA's totals. `fte_short` is of designated areas and
    `fte_short_proposed_withdrawal` of those proposed for withdrawal, whatever status is chosen;
    the other shortage columns follow the choice. None of it is known (NULL) for a discipline whose
    areas are not loaded; 0 means that no area reaches the county.

    Returns one row per county, worst first: county_fips, county, population (people), fte_short,
    fte_short_proposed_withdrawal (FTE), shortage_population_share (0-1), hpsa_score_max, and the
    measures of analysis/wording/measures.py. No rows for an unknown state or region.
    Raises ValueError if the selection has a choice that does not exist.
    Source: HRSA designations, 42 CFR Part 5; Census Bureau, CDC, USDA, CMS for the measures.
    """
    return fetch(con, "shortage.by_county", **selection.checked())


@public("shortage.state")
def state(con: duckdb.DuckDBPyConnection, *, selection: Selection) -> pd.DataFrame:
    """Totals of a selection of counties: a state, a region of it, a rural class, or the nation.

    People live in an area once, however many areas lie over them. An area counts in every
    selection it reaches into, so areas of two regions can add up to more than the state's.
    Shares and medians are means of counties weighted by people.

    Returns one row with the columns of by_county that can be totalled, and areas_designated,
    areas_proposed_withdrawal, areas_doubled, counties, counties_short. No rows for an unknown place.
    Raises ValueError if the selection has a choice that does not exist.
    """
    return fetch(con, "shortage.state", **selection.checked())


@public("shortage.areas")
def areas(con: duckdb.DuckDBPyConnection, *, selection: Selection, county_fips: str | None = None) -> pd.DataFrame:
    """The shortage areas that reach into a selection, each with HRSA's figures for the whole area.

    Returns one row per area, most physicians short first: area_id, area, state, status,
    designation_type, hpsa_score, fte, fte_short (FTE), area_population_share (0-1, of the area's
    people in the county if one is named), as_of_date. No rows where there is no area.
    Raises ValueError if the selection has a choice that does not exist.
    """
    return fetch(con, "shortage.areas", county_fips=county_fips, **selection.checked())


@public("shortage.parts")
def parts(con: duckdb.DuckDBPyConnection, *, area_id: str) -> pd.DataFrame:
    """The counties that one shortage area reaches into, most of the area's people first.

    Returns one row per county: county_fips, county, state, area_population_share (0-1, of the area's people),
    county_population_share (0-1, of the county's). No rows for an unknown area, and in the territories.
    """
    return fetch(con, "shortage.parts", area_id=area_id)


@public("flags.by_county")
def flags_by_county(con: duckdb.DuckDBPyConnection, *, selection: Selection) -> pd.DataFrame:
    """Shortage flags of Minnesota's counties: no scores, no FTE, and no status of the areas behind them.

    Returns one row per county: county_fips, county, population (people), tracts_2010 (tracts), tract shares (0-1, of
    2010 tracts, October 2022) and component counts (rows of HRSA's files, March 2026). No rows for other states.
    Raises ValueError if the selection has a choice that does not exist.
    """
    checked = selection.checked()
    return fetch(con, "flags.by_county", **{name: checked[name] for name in CHOSEN})
