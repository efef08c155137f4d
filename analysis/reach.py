"""How far is care from where people live?"""

from functools import partial

import duckdb
import pandas as pd
import pyarrow as pa

from analysis import care, networks
from analysis.catchments import with_relations
from analysis.questions import fetch
from analysis.supplies import KINDS
from analysis.travel import Pairs

GROUPINGS = ("state", "region", "county", "seven_county", "rucc_metro", "rucc_code")


def nearest(con: duckdb.DuckDBPyConnection, *, times: Pairs | None = None) -> pd.DataFrame:
    """Road minutes from each census tract of Minnesota to the nearest place of each kind, across the line too.

    By the road model, right to 4.8 minutes on average, or by the reader's own times from tract to tract. Hospitals
    without a location are left out.

    Returns one row per tract: tract_geoid, county, household_population (people), hospital_min, critical_access_min,
    health_center_min (minutes; missing where no way is known), latitude, longitude. No rows where no tract is loaded.
    """
    with _nearest(con, times) as cursor:
        return fetch(cursor, "reach.nearest")


def within(
    con: duckdb.DuckDBPyConnection, *, kind: str = "hospital_min", grouping: str = "state", times: Pairs | None = None
) -> pd.DataFrame:
    """How many people in households live within 15, 30 and 60 minutes of the nearest place of a kind, by group.

    All people of a tract are as far as its point. Shares are of everyone; who has no known way is within nothing.

    Returns one row per group, the longest mean way first: group_name, household_population, nearest_mean_min (mean of
    people, minutes), within_15_share, within_30_share, within_60_share and the bands between them (0-1),
    within_30_people, beyond_60_people, way_unknown_people. No rows where no tract is loaded.
    Raises ValueError for a kind or a grouping that does not exist.
    """
    for name, value, allowed in (("kind", kind, tuple(KINDS)), ("grouping", grouping, GROUPINGS)):
        if value not in allowed:
            raise ValueError(f"{name} is {value!r}; it can be {', '.join(allowed)}.")
    with _nearest(con, times) as cursor:
        return fetch(cursor, "reach.within", kind=kind, grouping=grouping)


def _nearest(con: duckdb.DuckDBPyConnection, times: Pairs | None) -> duckdb.DuckDBPyConnection:
    """A cursor that knows each tract's minutes to the nearest place of each kind."""
    tracts = networks.tract_ids(care.origins(con))
    minutes = partial(networks.minutes, con, times=times)
    relation = {"tract_geoid": pa.array(tracts, pa.string())}
    relation |= {
        column: pa.array(minutes(kind.supply), pa.float64(), from_pandas=True) for column, kind in KINDS.items()
    }
    return with_relations(con, nearest=pa.table(relation))
