"""How long does each step from a roster's file to its protected counts take, and how much memory in all?

python -m benchmarks.steps.roster_steps FILE    prints one JSON object: seconds by step and of the processor, peak in MB

The steps are those of `python -m data.build --roster FILE`, by way of the same function; Python's own start and
the loading of modules are in the total that the caller clocks, not in a step.
"""

import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from types import ModuleType
from typing import Any

MB = 10**6


def peak_mb() -> float:
    """The most memory that this process ever held, in MB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most * (1 if sys.platform == "darwin" else 1024) / MB


def clocked(owner: ModuleType, name: str, spent: Callable[[float], None]) -> None:
    """Put a clock around a function of a module: `spent` is told the seconds of each call."""
    function = getattr(owner, name)

    @wraps(function)
    def _clocked(*given: Any, **named: Any) -> Any:
        start = time.perf_counter()
        try:
            return function(*given, **named)
        finally:
            spent(time.perf_counter() - start)

    setattr(owner, name, _clocked)


def main(file: Path) -> None:
    """Build both databases of the roster in a folder that is thrown away, and print what it took."""
    from data.build import build as build_build
    from data.build import schema as build_schema
    from data.disclosure import protect
    from data.roster import current as roster_current
    from data.roster import load as roster_load

    seconds: dict[str, float] = {}
    steps = {
        "read": (roster_load, "load"),
        "staff": (build_schema, "fill_staff"),
        "protect": (protect, "protect"),
        "public": (build_schema, "fill"),
        "check": (build_schema, "check"),
    }
    for step, place in steps.items():
        clocked(*place, lambda taken, step=step: seconds.__setitem__(step, taken))
    with tempfile.TemporaryDirectory() as folder:
        made, staff = Path(folder) / "made.duckdb", Path(folder) / "staff.duckdb"
        build_build.fill(made, staff, roster_current.own(file, roster_current.demonstration().as_of))
    print(json.dumps({"seconds": seconds, "cpu": time.process_time(), "peak": peak_mb()}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
