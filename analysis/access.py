"""How much supply is within reach of the people of each place, when others reach for it too?

Floating catchments: a destination's supply is shared out over everyone within its reach, and a place adds up the
shares of the destinations within its own. Each answers with 0 where nothing is within reach. A destination without
supply is none; one that nobody reaches counts for nobody; for all others, people times access adds up to the supply.
Without a network each asks the default one: Minnesota's tracts, those across the state line who compete with them, and
hospital beds within 60 minutes.
"""

from collections.abc import Sequence

import duckdb
import numpy as np
import pandas as pd
import pyarrow as pa

from analysis import networks, raam
from analysis.catchments import ENHANCED, THREE_STEP, Band, Network, registered
from analysis.questions import fetch


def two_step(
    con: duckdb.DuckDBPyConnection, *, network: Network | None = None, cutoff_min: float | str = 30
) -> pd.DataFrame:
    """Supply within `cutoff_min` minutes per 100,000 people who compete for it; all within the catchment count alike.

    Returns one row per origin, in the order given: origin_id, supply_per_100k, destinations (within reach). No rows
    for no origins. Raises ValueError for a network that cannot be, or a cut-off that is no number.
    Source: two-step floating catchment area (2SFCA), Luo & Wang 2003.
    """
    if not float(cutoff_min) >= 0:
        raise ValueError(f"cutoff_min is {cutoff_min}; it is minutes, from 0 on.")
    with registered(con, _given(con, network)) as cursor:
        return fetch(cursor, "access.two_step", cutoff_min=float(cutoff_min))


def enhanced(
    con: duckdb.DuckDBPyConnection, *, network: Network | None = None, bands: Sequence[Band] = ENHANCED[30]
) -> pd.DataFrame:
    """The same, where a place weighs less the farther away it is; beyond the last band it weighs nothing.

    Returns one row per origin, as two_step. Raises ValueError for a network or bands that cannot be.
    Source: enhanced two-step floating catchment area (E2SFCA), Luo & Qi 2009.
    """
    with registered(con, _given(con, network), bands) as cursor:
        return fetch(cursor, "access.enhanced")


def three_step(
    con: duckdb.DuckDBPyConnection, *, network: Network | None = None, bands: Sequence[Band] = THREE_STEP[60]
) -> pd.DataFrame:
    """The same, where people also divide themselves among the destinations within reach.

    So the demand of a place with many destinations is not counted in full at each of them.

    Returns one row per origin, as two_step. Raises ValueError for a network or bands that cannot be.
    Source: three-step floating catchment area (3SFCA), Wan, Zou & Sternberg 2012.
    """
    with registered(con, _given(con, network), bands) as cursor:
        return fetch(cursor, "access.three_step")


def rational_agents(con: duckdb.DuckDBPyConnection, *, network: Network | None = None) -> pd.DataFrame:
    """What care costs the people of each origin, in travel and in crowding, when all choose what is best for them.

    A cost: lower is better. 1 is an hour of travel to a place without a queue, or no travel to a place as crowded as
    the average.

    Returns one row per origin, in the order given: origin_id, raam_cost (missing where nothing is within reach, or
    nobody lives), destinations (within reach). Raises ValueError for a network that cannot be.
    Source: rational agent access model (RAAM), Saxon & Snow 2019; analysis/raam.py.
    """
    network = _given(con, network)
    with registered(con, network) as cursor:
        found = raam.costs(np.asarray(network.people), np.asarray(network.supply), network.pairs)
        numbers = pa.array(np.arange(len(found)), pa.int32())
        cost = {"origin_number": numbers, "raam_cost": pa.array(found, pa.float64(), from_pandas=True)}
        cursor.register("cost", pa.table(cost))
        return fetch(cursor, "access.rational_agents")


def _given(con: duckdb.DuckDBPyConnection, network: Network | None) -> Network:
    return networks.network(con) if network is None else network
