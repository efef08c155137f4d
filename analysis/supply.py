"""How much care is within reach of the people of each tract and county of Minnesota?

Each question asks one method of floating catchments over the default network, and tells of Minnesota's places alone:
people across the line compete, but are not shown.
"""

import duckdb
import pandas as pd
import pyarrow as pa

from analysis import access, care, networks
from analysis.catchments import THREE_STEP, WEIGHTS, Network, with_relations
from analysis.questions import fetch
from analysis.supplies import Catchment, named
from analysis.travel import Pairs

TYPES = pa.schema(
    [
        ("origin_id", pa.string()),
        ("supply_per_100k", pa.float64()),
        ("raam_cost", pa.float64()),
        ("destinations", pa.int64()),
    ]
)


def by_tract(
    con: duckdb.DuckDBPyConnection, *, catchment: Catchment = networks.DEFAULT, times: Pairs | None = None
) -> pd.DataFrame:
    """Supply within reach of each census tract, per 100,000 people who compete for it; or, by RAAM, what care costs.

    Returns one row per tract: tract_geoid, county, household_population (people), supply_per_100k (0 where nothing is
    within reach; missing for RAAM), raam_cost (lower is better; missing where nothing is within reach or nobody
    lives, and for the other methods), destinations (within reach), latitude, longitude. No rows without tracts.
    Raises ValueError for a choice that does not exist or a count that is not loaded. Source: as analysis/access.py.
    """
    with with_relations(con, found=_found(con, catchment, times)) as cursor:
        return fetch(cursor, "supply.by_tract")


def by_county(
    con: duckdb.DuckDBPyConnection, *, catchment: Catchment = networks.DEFAULT, times: Pairs | None = None
) -> pd.DataFrame:
    """The same by county: means of its tracts by people in households, and people with nothing within reach.

    Returns one row per county, the least first (for RAAM the dearest, and those who reach none last): county_fips,
    county, household_population, supply_per_100k, raam_cost (mean of those who reach any), unreached_people. No rows
    without tracts.
    Raises ValueError for a choice that does not exist or a count that is not loaded.
    """
    with with_relations(con, found=_found(con, catchment, times)) as cursor:
        return fetch(cursor, "supply.by_county")


def border(con: duckdb.DuckDBPyConnection, *, catchment: Catchment = networks.DEFAULT) -> pd.DataFrame:
    """How each county's answer changes if neither care nor people across the state line are counted.

    Returns one row per county that changes by 0.05 per 100,000 or more, the most first: county_fips, county,
    household_population, supply_per_100k, supply_per_100k_closed, supply_per_100k_change. No rows without tracts.
    Raises ValueError for a choice that does not exist or a count that is not loaded, and for RAAM: its unit, average
    crowding, changes as well.
    """
    if catchment.method == "rational":
        raise ValueError("method is 'rational', whose costs with and without neighbors have different units.")
    found, closed = (_found(con, catchment._replace(is_open=is_open), None) for is_open in (True, False))
    with with_relations(con, found=found, closed=closed) as cursor:
        return fetch(cursor, "supply.border")


def _found(con: duckdb.DuckDBPyConnection, catchment: Catchment, times: Pairs | None) -> pa.Table:
    catchment = catchment.checked()
    _require_loaded(con, catchment.supply)
    rows = _asked(con, networks.network(con, catchment, times), catchment)
    named = {name: rows[name] if name in rows else [None] * len(rows) for name in TYPES.names}
    return pa.table({name: pa.array(cells, TYPES.field(name).type, from_pandas=True) for name, cells in named.items()})


def _require_loaded(con: duckdb.DuckDBPyConnection, supply: str) -> None:
    counted = named(supply)
    if counted.source and care.left_out(con, supply=supply, state=None).empty:
        raise ValueError(
            f"supply is {supply!r}, of which nothing is loaded here: how many {counted.noun} there are is not known."
        )


def _asked(con: duckdb.DuckDBPyConnection, network: Network, catchment: Catchment) -> pd.DataFrame:
    if catchment.method == "rational":
        return access.rational_agents(con, network=network)
    if catchment.method == "enhanced":
        return access.enhanced(con, network=network, bands=WEIGHTS[catchment.weights][catchment.cutoff_min])
    if catchment.method == "three_step":
        return access.three_step(con, network=network, bands=THREE_STEP[catchment.cutoff_min])
    return access.two_step(con, network=network, cutoff_min=catchment.cutoff_min)
