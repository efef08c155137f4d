"""How many physicians are there, and of which specialties?

Every question is of one source (`supply`, a name in analysis/physicians/sources.py): counts of two are never added.
`own` is a table laid out as physician_supply that this session alone holds; with it nothing else is read. A figure is
not known (NULL) where the source has no count, and 0 where it counts nobody. The newest year of a source is taken.
"""

from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa

from analysis.query.physician_sources import required
from analysis.query.run import fetch, public, with_relations

OBGYN = "obstetrics_gynecology"
DEFAULT = "cms_obgyn"
SHARES = (
    "poverty_share", "uninsured_share", "limited_english_share", "minority_share", "age_65_plus_share", "svi",
    "rural_share",
)  # fmt: skip
RULES = ("is_rural_seven_county", "is_rural_metro", "is_rural_code", "is_rural_blocks")


@public("physicians.sources")
def sources(con: duckdb.DuckDBPyConnection, *, own: pa.Table | None = None) -> pd.DataFrame:
    """Which sources of physicians are loaded, and what each counts.

    Returns one row per source: supply_source, title, as_of_label, as_of_date (missing for a table of this session),
    first_supply_year, last_supply_year, supply_years, specialties, counties_counted. No rows where none is loaded.
    """
    return _asked(con, "physicians.sources", own)


@public("physicians.by_county")
def by_county(
    con: duckdb.DuckDBPyConnection,
    *,
    specialty: str = OBGYN,
    supply: str = DEFAULT,
    state: str | None = None,
    region: str | None = None,
    own: pa.Table | None = None,
) -> pd.DataFrame:
    """Physicians of a specialty in each county, and people for each of them.

    Returns one row per county, those without a physician first, then the most people per physician, not known last:
    county_fips, county, state, region, supply_status (counted, none, not_counted), practicing_physicians,
    people_per_practicing (people; missing where there is none or no count), practicing_per_100k, physician_fte (FTE),
    supply_year, people, population_year. No rows for a specialty that the source does not count.
    Raises ValueError for a source that is not known here.
    """
    chosen = {"supply": required(supply), "specialty": specialty, "state": state, "region": region}
    return _asked(con, "physicians.by_county", own, **chosen)


@public("physicians.by_specialty")
def by_specialty(
    con: duckdb.DuckDBPyConnection,
    *,
    supply: str = DEFAULT,
    state: str | None = None,
    region: str | None = None,
    own: pa.Table | None = None,
) -> pd.DataFrame:
    """Physicians of each specialty in a state or region, beside all states; what counties lack of the state's median.

    Rates are of the counties that the source counts, together. `physicians_missing` would bring each county below the
    median of the state's counties up to it: a distance between counties, not a need.

    Returns one row per specialty, the most physicians first: specialty, specialty_label, specialty_group,
    practicing_physicians, people_per_practicing, practicing_per_100k, practicing_per_100k_everywhere (missing for a
    source of one state), counties_counted, counties_none, median_per_100k, counties_below, physicians_missing,
    physician_fte (missing unless known of all), people, supply_year. No rows for a source that is not loaded.
    Raises ValueError for a source that is not known here.
    """
    return _asked(con, "physicians.by_specialty", own, supply=required(supply), state=state, region=region)


@public("physicians.by_region")
def by_region(
    con: duckdb.DuckDBPyConnection,
    *,
    specialty: str = OBGYN,
    supply: str = DEFAULT,
    state: str | None = None,
    own: pa.Table | None = None,
) -> pd.DataFrame:
    """Physicians of a specialty in each region of a state, over the counties that the source counts.

    Returns one row per region, the fewest per person first: region, practicing_physicians, people_per_practicing,
    practicing_per_100k, counties_counted, counties_none, people, supply_year. No rows for a state without regions.
    Raises ValueError for a source that is not known here.
    """
    return _asked(con, "physicians.by_region", own, supply=required(supply), specialty=specialty, state=state)


@public("physicians.gaps")
def gaps(
    con: duckdb.DuckDBPyConnection,
    *,
    specialty: str = OBGYN,
    supply: str = DEFAULT,
    state: str | None = None,
    region: str | None = None,
    benchmark: float | None = None,
    own: pa.Table | None = None,
) -> pd.DataFrame:
    """Physicians more that would bring each county to a rate: the median of the state's counties, or one assumed.

    Returns one row per county, the most first, not known last: county_fips, county, state, practicing_physicians,
    practicing_per_100k, benchmark_per_100k, physicians_missing (0 at or above the rate), people, supply_year. No rows
    for a specialty that the source does not count.
    Raises ValueError for a source that is not known here.
    """
    chosen = {"supply": required(supply), "specialty": specialty, "state": state, "region": region}
    return _asked(con, "physicians.gaps", own, **chosen, benchmark=benchmark)


@public("physicians.over_time")
def over_time(
    con: duckdb.DuckDBPyConnection,
    *,
    specialty: str = OBGYN,
    supply: str = "cms_obgyn_years",
    state: str | None = None,
    region: str | None = None,
    county_fips: str | None = None,
    own: pa.Table | None = None,
) -> pd.DataFrame:
    """Physicians of a specialty by year, in a county, a region, a state or everywhere.

    Returns one row per year from the first to the last: supply_year, practicing_physicians, practicing_per_100k (both
    missing for a year between that the source lacks), counties_counted, people, population_year. No rows where the
    source counts nothing there.
    Raises ValueError for a source that is not known here.
    """
    chosen = {"supply": required(supply), "specialty": specialty, "state": state, "region": region}
    return _asked(con, "physicians.over_time", own, **chosen, county_fips=county_fips)


@public("physicians.in_county")
def in_county(con: duckdb.DuckDBPyConnection, *, county_fips: str, supply: str = DEFAULT) -> pd.DataFrame:
    """Physicians of each specialty in a county beside its state's.

    Returns one row per specialty, those with the most physicians in the state first: specialty, specialty_label,
    supply_status (counted, none, not_counted), practicing_physicians, people_per_practicing,
    people_per_practicing_state, practicing_per_100k, practicing_per_100k_state, supply_year. No rows for an unknown
    county or a source that is not loaded.
    Raises ValueError for a source that is not known here.
    """
    return _asked(con, "physicians.in_county", None, supply=required(supply), county_fips=county_fips)


def _asked(con: duckdb.DuckDBPyConnection, name: str, own: pa.Table | None, **params: Any) -> pd.DataFrame:
    if own is None:
        return fetch(con, name, **params)
    # On this cursor alone the table of the session stands before the one of the database.
    with with_relations(con, physician_supply=own) as cursor:
        return fetch(cursor, name, **params)


@public("physician_groups.by_group")
def by_group(
    con: duckdb.DuckDBPyConnection,
    *,
    specialty: str = OBGYN,
    supply: str = DEFAULT,
    state: str | None = None,
    ranking: str = "poverty_share",
) -> pd.DataFrame:
    """Physicians of a specialty in groups of counties: fifths by a ranking, or rural and not by a rule.

    Fifths are of whole counties, as analysis.ranks.quantiles has them, by the people of 2024. Counties whose ranking is
    not known, or where nobody lives, are in no group.

    Returns one row per group that has a county, the lowest ranked first: county_group, practicing_physicians,
    people_per_practicing, practicing_per_100k, people_counted, counties_counted, counties_none, counties_not_counted,
    supply_year. Figures are missing where no county of the group is counted. No rows for a specialty that the source
    does not count.
    Raises ValueError for a source or a ranking that is not known here.
    """
    if ranking not in (*SHARES, *RULES):
        raise ValueError(f"ranking is {ranking!r}; it can be {', '.join((*SHARES, *RULES))}.")
    chosen = {"supply": required(supply), "specialty": specialty, "state": state, "ranking": ranking}
    return fetch(con, "physician_groups.by_group", **chosen)


@public("physician_groups.in_place")
def in_place(
    con: duckdb.DuckDBPyConnection, *, place_id: str, specialty: str = OBGYN, supply: str = DEFAULT
) -> pd.DataFrame:
    """Physicians of a specialty in each county that a place lies in: of the whole county, never shared out.

    Returns one row per county that holds at least 0.1% of the place's people, the most of them first: county_fips,
    county, place_county_share (0-1, of the place's people, an estimate in a district), supply_status (counted, none,
    not_counted), practicing_physicians, people_per_practicing, practicing_per_100k, people, supply_year. No rows for an
    unknown place or a specialty that the source does not count.
    Raises ValueError for a source that is not known here.
    """
    chosen = {"place_id": place_id, "supply": required(supply), "specialty": specialty}
    return fetch(con, "physician_groups.in_place", **chosen)
