"""The same catchment and the same rational agents by PySAL `access`, as its documentation calls them.

python benchmarks/rivals/pysal_access.py e2sfca|raam FOLDER OUT    prints one JSON object: seconds, peak in MB

The call begins with frames in memory. The process may have MOST_GB: enough for the largest of ours twice over, so
that a matrix that does not fit ends in a MemoryError and not in an exhausted machine.
"""

import json
import resource
import sys
import time
import warnings
from pathlib import Path

import numpy as np
import pandas as pd
from access import Access

MOST_GB = 8


def opened(folder: Path) -> Access:
    """The network that benchmarks.steps.access_worlds wrote, as PySAL takes it."""
    pair = pd.read_parquet(folder / "pair.parquet")
    return Access(
        demand_df=pd.read_parquet(folder / "origin.parquet").set_index("origin"),
        demand_value="people",
        supply_df=pd.read_parquet(folder / "destination.parquet").set_index("destination"),
        supply_value="supply",
        cost_df=pair,
        cost_origin="origin",
        cost_dest="destination",
        cost_name="minutes",
    )


def main(method: str, folder: Path, out: Path) -> None:
    """Run the method once, clocked. Exits with a word about it where memory is not enough."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_GB * 2**30, MOST_GB * 2**30))
    warnings.simplefilter("ignore")
    world = opened(folder)
    origins = len(world.demand_df)
    start = time.perf_counter()
    try:
        found = world.raam() if method == "raam" else world.enhanced_two_stage_fca()
    except MemoryError:
        sys.exit(f"out of memory at {MOST_GB} GB")
    seconds = time.perf_counter() - start
    np.save(out, found.iloc[:, 0].reindex(range(origins)).to_numpy())
    print(json.dumps({"seconds": seconds, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 10**6}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
