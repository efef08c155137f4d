"""How often is each area chosen when the reader is not sure of the weights?"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

import numpy as np

from analysis.optimization.solve import Placed, counts, solve

DRAWS = 100


class Ranges(NamedTuple):
    """The least and the most that each weight may be."""

    lows: np.ndarray
    highs: np.ndarray


class Often(NamedTuple):
    """For each area: the share of draws in which it gets anybody, and how many physicians it gets on average."""

    shares: np.ndarray
    physicians: np.ndarray


def drawn(
    make: Callable[[np.ndarray], Any],
    ranges: Ranges,
    *,
    draws: int = DRAWS,
    seed: int = 0,
    best: Callable[[Any], Placed] = solve,
) -> Iterator[Placed]:
    """The best placement at each draw of weights, evenly from their ranges, one at a time, so that it can be stopped.

    `make` gives the question at these weights, `best` its best placement. The same seed draws the
    same weights, and more draws begin alike.
    Raises ValueError if a range ends before it begins, PlacementError as allocation.solve does.
    """
    lows, highs = (np.asarray(part, float) for part in ranges)
    if not (np.isfinite(lows) & np.isfinite(highs) & (lows <= highs)).all():
        raise ValueError(f"A range ends before it begins, or is not known: {lows.tolist()} to {highs.tolist()}.")
    chance = np.random.default_rng(seed)
    for _ in range(draws):
        yield best(make(lows + (highs - lows) * chance.random(len(lows))))


def often(placements: Iterable[Placed]) -> Often:
    """How often each area is chosen in these placements of the same areas; no areas if there are none."""
    there = [counts(placement) for placement in placements]
    table = np.array(there) if there else np.empty((1, 0))
    return Often((table > 0).mean(axis=0), table.mean(axis=0))
