"""How rural and how short of physicians is a county, by each definition in use?"""

import duckdb
import pandas as pd

from analysis.query.run import fetch, public


@public("definitions.by_county")
def by_county(con: duckdb.DuckDBPyConnection, *, state: str | None = None) -> pd.DataFrame:
    """Each county by four rural and four shortage definitions, and what else counties are ranked by.

    Rural: outside the seven-county metro (Minnesota, else not known); not metropolitan, codes 4 to 9
    (USDA); codes 6 to 9, so under 20,000 people in towns; over half of the people in rural blocks.
    Shortage, of primary care: designated areas; these and those proposed for withdrawal; designated areas
    for everyone there, not for a group; designated, but only where over half of the county's people live
    in such areas (no other county counts as short). FTE counted is of those areas, never of a whole county.

    Returns one row per county: county_fips, county, state, state_name, region, population (people);
    is_rural_* and is_short_*; fte_short_*, fte_counted_* (FTE), implied_population_*, shortage_population_* (people),
    each by definition, a place listed twice once; hospital_beds; the rankings. NULL is not known, 0 is none. No rows
    for an unknown state.
    Source: HRSA designations, 42 CFR Part 5; USDA rural-urban continuum codes; Census Bureau.
    """
    return fetch(con, "definitions.by_county", state=state)
