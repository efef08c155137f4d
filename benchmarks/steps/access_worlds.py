"""A made-up network of any size: towns of many sizes, tracts and sites around them, minutes of the road model.

python -m benchmarks.steps.access_worlds FOLDER ORIGINS DESTINATIONS PAIRS SEED

Writes origin.parquet (people), destination.parquet (supply) and pair.parquet (minutes up to 60), with positions as
keys. The land is sized so that about PAIRS pairs are within reach, as on a map of that many tracts.
"""

import sys
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from analysis.access.travel_times import Pairs, Points, pairs_within

CUTOFF_MIN = 60
TRIES = 12
SOUTH, WEST, ASPECT = 30.0, -118.0, 2.2


def scattered(rng: np.random.Generator, count: int, towns: np.ndarray, side: float) -> Points:
    """So many points, two thirds of them around towns (the first the largest), the others anywhere."""
    # The size of a town falls with its rank, as on most maps.
    ranks = 1 / np.arange(1, len(towns) + 1) ** 0.5
    home = towns[rng.choice(len(towns), count, p=ranks / ranks.sum())] * side + rng.normal(0, 0.12, (count, 2))
    anywhere = rng.random((count, 2)) * side
    at = np.where((rng.random(count) < 2 / 3)[:, None], home, anywhere)
    return Points(SOUTH + np.clip(at[:, 0], -5, 40) * 0.8, WEST + at[:, 1] * ASPECT)


def network(origins: int, destinations: int, pairs: int, seed: int) -> tuple[np.ndarray, np.ndarray, Pairs]:
    """People, supply and pairs, with within a tenth of as many pairs as are wanted."""
    low, high = 0.2, 60.0
    for _ in range(TRIES):
        side = (low * high) ** 0.5
        rng = np.random.default_rng(seed)
        towns = rng.random((max(origins // 150, 3), 2))
        tracts, sites = (scattered(rng, count, towns, side) for count in (origins, destinations))
        # A sample of the tracts tells how many pairs there are, without finding them all.
        part = slice(None, None, max(origins // 2000, 1))
        sample = pairs_within(Points(*(axis[part] for axis in tracts)), sites, cutoff_min=CUTOFF_MIN)
        found = len(sample.minutes) * origins / len(tracts.latitudes[part])
        low, high = (side, high) if found > pairs else (low, side)
        if abs(found / pairs - 1) < 0.02:
            break
    people = rng.integers(0, 8000, origins)
    supply = rng.integers(1, 400, destinations).astype(float)
    return people, supply, pairs_within(tracts, sites, cutoff_min=CUTOFF_MIN)


def main(folder: Path, origins: int, destinations: int, pairs: int, seed: int) -> None:
    """Write the network, and print how many pairs it has."""
    people, supply, found = network(origins, destinations, pairs, seed)
    pq.write_table(pa.table({"origin": np.arange(origins), "people": people}), folder / "origin.parquet")
    pq.write_table(pa.table({"destination": np.arange(destinations), "supply": supply}), folder / "destination.parquet")
    columns = dict(zip(("origin", "destination", "minutes"), found, strict=True))
    pq.write_table(pa.table(columns), folder / "pair.parquet")
    print(len(found.minutes))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *(int(figure) for figure in sys.argv[2:]))
