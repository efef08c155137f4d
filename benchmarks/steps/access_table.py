"""How is what benchmarks.access measured put in a table, and what missed its target?"""

import statistics
from typing import NamedTuple

from benchmarks.roster import Samples, spread, summed

HEADS = (
    "tracts x sites",
    "pairs",
    "method",
    "s",
    "MB",
    "PySAL s",
    "PySAL MB",
    "PySAL/ours",
    "largest difference",
    "met",
)


class Case(NamedTuple):
    """A size of network, and how often each method is measured."""

    origins: int
    destinations: int
    pairs: int
    runs: int

    @property
    def name(self) -> str:
        """85,000 x 25,000"""
        return f"{self.origins:,} x {self.destinations:,}"

    @property
    def is_nation(self) -> bool:
        """Whether targets hold for this size."""
        return self.origins >= 85_000


class Target(NamedTuple):
    """The most seconds and MB at the size of the nation, how much faster than PySAL, and how near to it."""

    most_s: float
    most_mb: float
    faster: float
    difference: float


TARGETS = {"e2sfca": Target(1.5, 1_000, 20, 1e-12), "raam": Target(120, 4_000, 0, 1e-6)}


def line(case: Case, method: str, ours: Samples, pysal: Samples) -> list[str]:
    """A line of the table; its last cell names the targets that were missed, of the size of the nation alone."""
    mine, theirs = summed(ours), summed({name: pysal[name] for name in ("seconds", "peak") if name in pysal})
    told = [spread(mine["seconds"]), spread(mine["peak"]), *(pysal.get("problem", [""])), "", "", ""]
    if theirs:
        ratio = theirs["seconds"]["median"] / mine["seconds"]["median"]
        told[2:] = [
            spread(theirs["seconds"]),
            spread(theirs["peak"]),
            f"{ratio:.0f}",
            f"{max(pysal['difference']):.0e}",
        ]
    missed = ", ".join(misses(TARGETS[method], ours, pysal)) if case.is_nation else ""
    met = missed or ("yes" if case.is_nation else "")
    return [case.name, f"{mine['pairs']['median']:,.0f}", method, *told, met]


def misses(target: Target, ours: Samples, pysal: Samples) -> list[str]:
    """What was missed in any run, by name; how much faster is of the medians."""
    medians = [statistics.median(way["seconds"]) for way in (ours, pysal) if "seconds" in way]
    held = {
        "**time**": max(ours["seconds"]) < target.most_s,
        "**memory**": max(ours["peak"]) < target.most_mb,
        "**ratio**": len(medians) < 2 or medians[1] >= target.faster * medians[0],
        "**agreement**": max(pysal.get("difference", [0])) <= target.difference,
    }
    return [name for name, is_held in held.items() if not is_held]
