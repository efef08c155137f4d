"""How much supply is within reach of the people of each place, when others reach for it too?

Floating catchments: a destination's supply is shared out over everyone within its reach, and a place adds up the
shares of the destinations within its own. Each answers with 0 where nothing is within reach. A destination without
supply is none; one that nobody reaches counts for nobody; for all others, people times access adds up to the supply.
Without a network each asks the default one: Minnesota's tracts, those across the state line who compete with them, and
hospital beds within 60 minutes.
"""

from collections.abc import Sequence
from functools import partial

import duckdb
import numpy as np
import pandas as pd
import pyarrow as pa

from analysis.access import network as access_network
from analysis.access import places_of_care, raam
from analysis.access.catchments import ENHANCED, THREE_STEP, WEIGHTS, Band, Network, registered
from analysis.access.supplies import KINDS, Catchment, named
from analysis.access.travel_times import Pairs
from analysis.query.run import fetch, public, with_relations

TYPES = pa.schema(
    [
        ("origin_id", pa.string()),
        ("supply_per_100k", pa.float64()),
        ("raam_cost", pa.float64()),
        ("destinations", pa.int64()),
    ]
)
GROUPINGS = ("state", "region", "county", "seven_county", "rucc_metro", "rucc_code")


@public("access.two_step")
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


@public("access.enhanced")
def enhanced(
    con: duckdb.DuckDBPyConnection, *, network: Network | None = None, bands: Sequence[Band] = ENHANCED[30]
) -> pd.DataFrame:
    """The same, where a place weighs less the farther away it is; beyond the last band it weighs nothing.

    Returns one row per origin, as two_step. Raises ValueError for a network or bands that cannot be.
    Source: enhanced two-step floating catchment area (E2SFCA), Luo & Qi 2009.
    """
    with registered(con, _given(con, network), bands) as cursor:
        return fetch(cursor, "access.enhanced")


@public("access.three_step")
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


@public("access.rational_agents")
def rational_agents(con: duckdb.DuckDBPyConnection, *, network: Network | None = None) -> pd.DataFrame:
    """What care costs the people of each origin, in travel and in crowding, when all choose what is best for them.

    A cost: lower is better. 1 is an hour of travel to a place without a queue, or no travel to a place as crowded as
    the average.

    Returns one row per origin, in the order given: origin_id, raam_cost (missing where nothing is within reach, or
    nobody lives), destinations (within reach). Raises ValueError for a network that cannot be.
    Source: rational agent access model (RAAM), Saxon & Snow 2019; analysis/access/raam.py.
    """
    network = _given(con, network)
    with registered(con, network) as cursor:
        found = raam.costs(np.asarray(network.people), np.asarray(network.supply), network.pairs)
        numbers = pa.array(np.arange(len(found)), pa.int32())
        cost = {"origin_number": numbers, "raam_cost": pa.array(found, pa.float64(), from_pandas=True)}
        cursor.register("cost", pa.table(cost))
        return fetch(cursor, "access.rational_agents")


def _given(con: duckdb.DuckDBPyConnection, network: Network | None) -> Network:
    return access_network.network(con) if network is None else network


@public("supply.by_tract")
def by_tract(
    con: duckdb.DuckDBPyConnection, *, catchment: Catchment = access_network.DEFAULT, times: Pairs | None = None
) -> pd.DataFrame:
    """Supply within reach of each census tract, per 100,000 people who compete for it; or, by RAAM, what care costs.

    Returns one row per tract: tract_geoid, county, household_population (people), supply_per_100k (0 where nothing is
    within reach; missing for RAAM), raam_cost (lower is better; missing where nothing is within reach or nobody
    lives, and for the other methods), destinations (within reach), latitude, longitude. No rows without tracts.
    Raises ValueError for a choice that does not exist or a count that is not loaded. Source: as above.
    """
    with with_relations(con, found=_found(con, catchment, times)) as cursor:
        return fetch(cursor, "supply.by_tract")


@public("supply.by_county")
def by_county(
    con: duckdb.DuckDBPyConnection, *, catchment: Catchment = access_network.DEFAULT, times: Pairs | None = None
) -> pd.DataFrame:
    """The same by county: means of its tracts by people in households, and people with nothing within reach.

    Returns one row per county, the least first (for RAAM the dearest, and those who reach none last): county_fips,
    county, household_population, supply_per_100k, raam_cost (mean of those who reach any), unreached_people. No rows
    without tracts.
    Raises ValueError for a choice that does not exist or a count that is not loaded.
    """
    with with_relations(con, found=_found(con, catchment, times)) as cursor:
        return fetch(cursor, "supply.by_county")


@public("supply.border")
def border(con: duckdb.DuckDBPyConnection, *, catchment: Catchment = access_network.DEFAULT) -> pd.DataFrame:
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
    rows = _asked(con, access_network.network(con, catchment, times), catchment)
    named = {name: rows[name] if name in rows else [None] * len(rows) for name in TYPES.names}
    return pa.table({name: pa.array(cells, TYPES.field(name).type, from_pandas=True) for name, cells in named.items()})


def _require_loaded(con: duckdb.DuckDBPyConnection, supply: str) -> None:
    counted = named(supply)
    if counted.source and places_of_care.left_out(con, supply=supply, state=None).empty:
        raise ValueError(
            f"supply is {supply!r}, of which nothing is loaded here: how many {counted.noun} there are is not known."
        )


def _asked(con: duckdb.DuckDBPyConnection, network: Network, catchment: Catchment) -> pd.DataFrame:
    if catchment.method == "rational":
        return rational_agents(con, network=network)
    if catchment.method == "enhanced":
        return enhanced(con, network=network, bands=WEIGHTS[catchment.weights][catchment.cutoff_min])
    if catchment.method == "three_step":
        return three_step(con, network=network, bands=THREE_STEP[catchment.cutoff_min])
    return two_step(con, network=network, cutoff_min=catchment.cutoff_min)


@public("reach.nearest")
def nearest(con: duckdb.DuckDBPyConnection, *, times: Pairs | None = None) -> pd.DataFrame:
    """Road minutes from each census tract of Minnesota to the nearest place of each kind, across the line too.

    By the road model, right to 4.8 minutes on average, or by the reader's own times from tract to tract. Hospitals
    without a location are left out.

    Returns one row per tract: tract_geoid, county, household_population (people), hospital_min, critical_access_min,
    health_center_min (minutes; missing where no way is known), latitude, longitude. No rows where no tract is loaded.
    """
    with _nearest(con, times) as cursor:
        return fetch(cursor, "reach.nearest")


@public("reach.within")
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
    tracts = access_network.tract_ids(places_of_care.origins(con))
    minutes = partial(access_network.minutes, con, times=times)
    relation = {"tract_geoid": pa.array(tracts, pa.string())}
    relation |= {
        column: pa.array(minutes(kind.supply), pa.float64(), from_pandas=True) for column, kind in KINDS.items()
    }
    return with_relations(con, nearest=pa.table(relation))
