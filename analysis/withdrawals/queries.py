"""What hangs on HRSA's decision about areas proposed for withdrawal?"""

import duckdb
import pandas as pd

from analysis.query.run import fetch, public


@public("cliff.areas")
def areas(con: duckdb.DuckDBPyConnection, *, state: str | None = None) -> pd.DataFrame:
    """Primary-care areas proposed for withdrawal, the most physicians short first.

    The population implied is what HRSA's ratio makes of FTE there and FTE short: 3,500 people for each
    physician, 3,000 in areas of high need or for a group (42 CFR Part 5). Figures of 2022 are of the
    designation that the area continues, matched by name and county; a national update lies between.

    Returns one row per area: area_id, area, counties_reached, designation_type, hpsa_score, fte,
    fte_short (FTE), ratio_goal (people for each physician), implied_population (people), need_met_share
    (0-1, FTE there of those that the ratio asks for), designated_too_share (0-1, of the people there who also
    live in a designated area), has_figures_of_2022, hpsa_score_2022, fte_short_2022, match_confidence (all
    four missing where nothing matches). No rows for a state without any.
    """
    return fetch(con, "cliff.areas", state=state)


@public("cliff.counties")
def counties(con: duckdb.DuckDBPyConnection, *, state: str | None = None) -> pd.DataFrame:
    """Counties that they reach, the most people living in no other area first.

    Returns one row per county: county_fips, county, state, areas_proposed_withdrawal,
    fte_short_proposed_withdrawal (FTE, areas shared out by people), fte_short (of designated areas there),
    proposed_alone_population (people in such an area and in no designated one), population. No rows for a
    state without any.
    """
    return fetch(con, "cliff.counties", state=state)


@public("cliff.total")
def total(con: duckdb.DuckDBPyConnection, *, state: str | None = None) -> pd.DataFrame:
    """All of them together.

    Returns one row: areas_proposed_withdrawal, fte_short_proposed_withdrawal, areas_score_7 (with a score
    of 7 or more), counties (reached), proposed_alone_population (people living in such an area and in no
    designated one).
    """
    return fetch(con, "cliff.total", state=state)
