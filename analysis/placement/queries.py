"""Where would the next physicians help most? The places, with their need."""

import duckdb
import pandas as pd

from analysis.query.run import fetch, public


@public("placement.places")
def places(
    con: duckdb.DuckDBPyConnection, *, state: str | None = None, people_per_physician: float | str | None = None
) -> pd.DataFrame:
    """Designated primary-care areas with what they are short of, the most first.

    Need is FTE short of a target: people (implied by HRSA's ratio from FTE there and short) over
    `people_per_physician`, less FTE there; without a target, what removes the designation. People with limited
    English are the county's, shared out by people, so areas that overlap hold the same people.

    Returns one row per area: area_id, area, county_fips, county (where most of its people live), region,
    is_seven_county_metro, rucc_2023, latitude, longitude (the center of that county), designation_type, hpsa_score,
    fte, fte_short, fte_to_target (FTE), implied_population, area_population (everyone there), limited_english_spanish,
    limited_english_indo_european, limited_english_asian_pacific, limited_english_other (people), care_sites (hospitals
    and health centers of the county). No rows for a state without any.
    Raises ValueError for a target that is not above 0.
    """
    target = None if people_per_physician is None else float(people_per_physician)
    if target is not None and not target > 0:
        raise ValueError(f"people_per_physician is {people_per_physician}; it is people for each physician, above 0.")
    return fetch(con, "placement.places", state=state, people_per_physician=target)


@public("placement.targets")
def targets(con: duckdb.DuckDBPyConnection, *, state: str | None = None) -> pd.DataFrame:
    """What need can be measured against: the designation, HRSA's ratios, a closer one, and the state's own median.

    The median is of people for each physician over designated areas that have any.

    Returns one row per target: target_ratio, people_per_physician (missing for the designation's own ratio, and for the
    median of a state without such areas).
    """
    return fetch(con, "placement.targets", state=state)


@public("placement.sharing")
def sharing(con: duckdb.DuckDBPyConnection, *, state: str | None = None) -> pd.DataFrame:
    """How each designated primary-care area is shared out to counties, by people where they are known.

    Returns one row per county and area that reaches into it: county_fips, county, state, region, population (people),
    area_id, area_population_share (0-1); one row without area and share for a county without any.
    """
    return fetch(con, "placement.sharing", state=state)
