"""How long does a catchment, or the settling of rational agents, take here, and how much memory?

python -m benchmarks.steps.access_ways e2sfca|raam FOLDER OUT    prints one JSON object: seconds of the call, peak in MB

The call begins with arrays in memory and ends with a figure for every origin, which is written to OUT (NumPy):
supply per person, or cost.
"""

import json
import sys
import time
from pathlib import Path

import duckdb
import numpy as np
import pyarrow.parquet as pq

from analysis.access import queries as access_queries
from analysis.access import raam
from analysis.access.catchments import Network
from analysis.access.travel_times import Pairs
from benchmarks.steps.roster_steps import peak_mb


def network(folder: Path) -> Network:
    """The network that benchmarks.steps.access_worlds wrote."""
    pair = pq.read_table(folder / "pair.parquet")
    people = pq.read_table(folder / "origin.parquet")["people"].to_numpy()
    supply = pq.read_table(folder / "destination.parquet")["supply"].to_numpy()
    pairs = Pairs(*(pair[column].to_numpy() for column in ("origin", "destination", "minutes")))
    return Network([f"{number:011d}" for number in range(len(people))], people, supply, pairs)


def e2sfca(world: Network) -> np.ndarray:
    """Supply per person, by SQL."""
    with duckdb.connect() as con:
        return access_queries.enhanced(con, network=world)["supply_per_100k"].to_numpy() / 100_000


def settled(world: Network) -> np.ndarray:
    """Cost of care, by rational agents."""
    return raam.costs(world.people, world.supply, world.pairs)


def main(method: str, folder: Path, out: Path) -> None:
    """Run the method once, clocked."""
    world = network(folder)
    start = time.perf_counter()
    found = {"e2sfca": e2sfca, "raam": settled}[method](world)
    seconds = time.perf_counter() - start
    np.save(out, found)
    print(json.dumps({"seconds": seconds, "peak": peak_mb()}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
