"""Who can reach what in Minnesota, and who across the state line reaches for it too?

Supply across the line counts, and so do the people there: every county from which a place is within reach that
Minnesotans reach too competes with all its people, from its population center. Its other choices count as well, or
it would be thought to have none.
"""

import duckdb
import numpy as np
import pandas as pd

from analysis.access import places_of_care
from analysis.access.catchments import Network
from analysis.access.supplies import Catchment
from analysis.access.travel_times import Pairs, Points, nearest_minutes, nearest_position, pairs_within

TRACT = "census tract"
DEFAULT = Catchment()
# How far a reader's own travel times are read: beyond, a tract has no known way.
MOST_MIN = 600


def network(con: duckdb.DuckDBPyConnection, catchment: Catchment = DEFAULT, times: Pairs | None = None) -> Network:
    """Minnesota's tracts first, those who compete after them, and every destination that any of them reaches.

    `times` are the reader's own minutes from tract to tract, by position; a place is reached as the tract whose point
    is nearest, and with them nothing and nobody across the line is counted. No origins where no tract is loaded.
    Raises ValueError for a choice that does not exist.
    """
    catchment = catchment.checked()
    origins, sites = places_of_care.origins(con), places_of_care.destinations(con, supply=catchment.supply)
    tracts = tracts_of(origins)
    if times is not None or not catchment.is_open:
        origins, sites = origins.head(tracts), sites.head(int((~sites["is_across_line"]).sum()))
    if times is not None:
        pairs = to_sites(times, nearest_position(points(sites), points(origins)), catchment.cutoff_min)
    else:
        pairs = _in_play(pairs_within(points(origins), points(sites), cutoff_min=catchment.cutoff_min), tracts)
    return _numbered(origins, sites, pairs, tracts)


def _in_play(pairs: Pairs, tracts: int) -> Pairs:
    """The pairs of tracts, and all pairs of whoever else reaches a place that a tract reaches."""
    is_tract = pairs.origins < tracts
    is_shared = np.isin(pairs.destinations, pairs.destinations[is_tract])
    competing = np.isin(pairs.origins, pairs.origins[is_shared])
    return _only(pairs, is_tract | competing)


def _numbered(origins: pd.DataFrame, sites: pd.DataFrame, pairs: Pairs, tracts: int) -> Network:
    """A network of all tracts, and of other origins and destinations that have a pair, in their order."""
    starts = np.union1d(np.arange(tracts), pairs.origins)
    ends = np.unique(pairs.destinations)
    numbered = Pairs(
        np.searchsorted(starts, pairs.origins).astype(np.int32),
        np.searchsorted(ends, pairs.destinations).astype(np.int32),
        pairs.minutes,
    )
    people = origins["origin_people"].to_numpy(float)[starts]
    supply = sites["supply"].to_numpy(float)[ends]
    return Network(origins["origin_id"].to_numpy()[starts].tolist(), people, supply, numbered)


def minutes(con: duckdb.DuckDBPyConnection, supply: str, times: Pairs | None = None) -> np.ndarray:
    """Minutes from each tract to the nearest place of a supply, on either side of the state line; nan if none is known.

    With the reader's own times, to the nearest in the state.
    """
    origins, sites = places_of_care.origins(con), places_of_care.destinations(con, supply=supply)
    tracts = points(origins.head(tracts_of(origins)))
    if times is None:
        return nearest_minutes(tracts, points(sites))
    inside = points(sites.head(int((~sites["is_across_line"]).sum())))
    pairs = to_sites(times, nearest_position(inside, tracts), MOST_MIN)
    least = np.full(len(tracts.latitudes), np.inf)
    np.minimum.at(least, pairs.origins, pairs.minutes)
    return np.where(np.isinf(least), np.nan, least)


def to_sites(times: Pairs, tract_of: np.ndarray, cutoff_min: float) -> Pairs:
    """Minutes from tract to tract as minutes from tract to site, each site as far as its tract, up to the cut-off."""
    times = _only(times, (times.minutes <= cutoff_min) & np.isin(times.destinations, tract_of))
    sites = np.argsort(tract_of, kind="stable")
    first = np.searchsorted(tract_of[sites], times.destinations, side="left")
    counts = np.searchsorted(tract_of[sites], times.destinations, side="right") - first
    within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    ends = sites[np.repeat(first, counts) + within].astype(np.int32)
    return Pairs(np.repeat(times.origins, counts), ends, np.repeat(times.minutes, counts))


def tracts_of(origins: pd.DataFrame) -> int:
    """How many of the origins are tracts: they stand first."""
    return int((origins["origin_kind"] == TRACT).sum())


def tract_ids(origins: pd.DataFrame) -> list[str]:
    """The codes of the tracts among the origins, in their order."""
    return origins["origin_id"].head(tracts_of(origins)).tolist()


def points(places: pd.DataFrame) -> Points:
    """Places of a frame with latitude and longitude, in its order."""
    return Points(places["latitude"].to_numpy(float), places["longitude"].to_numpy(float))


def _only(pairs: Pairs, kept: np.ndarray) -> Pairs:
    return Pairs(*(part[kept] for part in pairs))
