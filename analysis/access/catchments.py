"""What is a network of people, supply and minutes, and how much does a minute weigh?"""

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import duckdb
import numpy as np
import pyarrow as pa

from analysis.access.travel_times import Pairs
from analysis.query.run import with_relations


class Network(NamedTuple):
    """Origins with their people, destinations with their supply, and the minutes between those within reach."""

    origin_ids: Sequence[str]
    people: np.ndarray
    supply: np.ndarray
    pairs: Pairs

    def checked(self) -> "Network":
        """The same network.

        Raises ValueError if people or supply are missing or below zero, or a pair joins what is not there.
        """
        for name, figures in (("people", self.people), ("supply", self.supply)):
            if not (np.isfinite(figures) & (np.asarray(figures) >= 0)).all():
                raise ValueError(f"{name} must be known and not below zero everywhere: leave out or fill the others.")
        if len(self.origin_ids) != len(self.people):
            raise ValueError(f"There are {len(self.origin_ids)} origins, but people for {len(self.people)}.")
        for ends, figures in ((self.pairs.origins, self.people), (self.pairs.destinations, self.supply)):
            if len(ends) and not 0 <= ends.min() <= ends.max() < len(figures):
                raise ValueError(f"A pair points outside a list of {len(figures)}: {ends.min()} to {ends.max()}.")
        return self


class Band(NamedTuple):
    """Up to so many minutes, and more than the band before, a place weighs so much."""

    upto_min: float
    weight: float


NOBODY = Network([], np.array([]), np.array([]), Pairs(np.array([], np.int32), np.array([], np.int32), np.array([])))

# By cut-off: Luo & Qi 2009, and the same steps twice as wide, as for rural places.
ENHANCED: Mapping[int, tuple[Band, ...]] = {
    30: (Band(10, 1), Band(20, 0.68), Band(30, 0.22)),
    60: (Band(20, 1), Band(40, 0.68), Band(60, 0.22)),
}
# The same with a steeper fall, an assumption that readers may want to try.
STEEP: Mapping[int, tuple[Band, ...]] = {
    30: (Band(10, 1), Band(20, 0.42), Band(30, 0.09)),
    60: (Band(20, 1), Band(40, 0.42), Band(60, 0.09)),
}
# By how distance is weighed.
WEIGHTS = {"gentle": ENHANCED, "steep": STEEP}
# Wan, Zou & Sternberg 2012, and as much of it as a catchment of 30 minutes has.
THREE_STEP: Mapping[int, tuple[Band, ...]] = {
    30: (Band(10, 0.962), Band(20, 0.704), Band(30, 0.377)),
    60: (Band(10, 0.962), Band(20, 0.704), Band(30, 0.377), Band(60, 0.042)),
}


def registered(
    con: duckdb.DuckDBPyConnection, network: Network, bands: Sequence[Band] = ()
) -> duckdb.DuckDBPyConnection:
    """A cursor on which a network is the relations origin, destination and pair, and its weights are band.

    Only this cursor sees them: callers side by side do not meet. Keys are positions, because whole numbers join
    several times faster than codes. Raises ValueError for a network or bands that cannot be.
    """
    network, bands = network.checked(), _checked(bands)
    return with_relations(con, **_relations(network), band=_band(bands))


def _relations(network: Network) -> dict[str, pa.Table]:
    origin = {
        "origin_number": pa.array(np.arange(len(network.people)), pa.int32()),
        "origin_id": pa.array(list(network.origin_ids), pa.string()),
        "people": pa.array(np.asarray(network.people, dtype=float)),
    }
    destination = {
        "destination_number": pa.array(np.arange(len(network.supply)), pa.int32()),
        "supply": pa.array(np.asarray(network.supply, dtype=float)),
    }
    pair = {
        "origin_number": pa.array(np.asarray(network.pairs.origins), pa.int32()),
        "destination_number": pa.array(np.asarray(network.pairs.destinations), pa.int32()),
        "minutes": pa.array(np.asarray(network.pairs.minutes, dtype=float)),
    }
    return {"origin": pa.table(origin), "destination": pa.table(destination), "pair": pa.table(pair)}


def _band(bands: Sequence[Band]) -> pa.Table:
    edges = [-math.inf, *(band.upto_min for band in bands)]
    return pa.table(
        {
            "over_min": pa.array(edges[:-1], pa.float64()),
            "upto_min": pa.array(edges[1:], pa.float64()),
            "weight": pa.array([band.weight for band in bands], pa.float64()),
        }
    )


def _checked(bands: Sequence[Band]) -> Sequence[Band]:
    edges = [band.upto_min for band in bands]
    is_known = not any(math.isnan(edge) for edge in edges) and all(0 <= band.weight < math.inf for band in bands)
    if edges != sorted(set(edges)) or not is_known:
        raise ValueError(f"bands are {[tuple(band) for band in bands]}; they go up in minutes, with weights from 0 on.")
    return bands
