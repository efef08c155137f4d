"""How many physicians do groups of counties have, and the counties that a place lies in?

Every question is of one source (`supply`, a name in analysis/physician_sources.py), its newest year. A county that the
source leaves out is not known: it is counted as such, and neither its people nor any physician of it are in a rate.
"""

import duckdb
import pandas as pd

from analysis.physician_sources import required
from analysis.physicians import DEFAULT, OBGYN
from analysis.questions import fetch

SHARES = (
    "poverty_share", "uninsured_share", "limited_english_share", "minority_share", "age_65_plus_share", "svi",
    "rural_share",
)  # fmt: skip
RULES = ("is_rural_seven_county", "is_rural_metro", "is_rural_code", "is_rural_blocks")


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
