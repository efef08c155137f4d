"""Which mixtures of physicians who count differently may be in one area, and what is each worth there?

A mixture is how many there are of each level of FTE. Nobody is in an area without whom as much of its gap would be
closed, unless pinned there; so no mixture holds more than fill the need.
"""

from itertools import combinations_with_replacement
from typing import NamedTuple

import numpy as np

EDGE = 1e-9


class Patterns(NamedTuple):
    """The mixtures of each area: the area, how many of each level, FTE there, FTE of gap closed, and worth in FTE."""

    areas: np.ndarray
    counts: np.ndarray
    fte: np.ndarray
    closed: np.ndarray
    worth: np.ndarray


def worth(needs: np.ndarray, fte: np.ndarray, last_share: float) -> np.ndarray:
    """What so many FTE are worth in areas of these needs: see allocation_worth.slots, of which this is the sum."""
    sent = np.minimum(fte, needs)
    lost = np.divide(sent**2, needs, out=np.zeros_like(sent), where=needs > 0)
    return sent - (1 - last_share) / 2 * lost


def patterns(
    needs: np.ndarray, capacities: np.ndarray, levels: np.ndarray, pinned: np.ndarray, last_share: float
) -> Patterns:
    """The mixtures that may be, area by area. `pinned`: how many of each level (columns) are pinned to each area.

    `capacities`: the most physicians of an area. Nobody at all is a mixture too, unless somebody is pinned there.
    """
    every = _mixtures(len(levels), int(np.max(capacities, initial=0)))
    fte = every @ levels
    found = [
        np.flatnonzero(
            (every.sum(axis=1) <= capacity)
            & (every >= held).all(axis=1)
            & (fte - _least(every - held, levels) < need - EDGE)
        )
        for need, capacity, held in zip(needs, capacities, pinned, strict=True)
    ]
    areas = np.repeat(np.arange(len(needs)), [len(rows) for rows in found])
    rows = np.concatenate([*found, np.zeros(0, int)])
    own = np.asarray(needs, float)[areas]
    return Patterns(areas, every[rows], fte[rows], np.minimum(fte[rows], own), worth(own, fte[rows], last_share))


def _least(free: np.ndarray, levels: np.ndarray) -> np.ndarray:
    """The FTE of whoever of each mixture counts least, of those who are not pinned; infinite if all are."""
    return np.where(free > 0, levels, np.inf).min(axis=1, initial=np.inf)


def _mixtures(levels: int, most: int) -> np.ndarray:
    rows = [
        np.bincount(np.array(chosen, int), minlength=levels)
        for size in range(most + 1)
        for chosen in combinations_with_replacement(range(levels), size)
    ]
    return np.array(rows, int).reshape(-1, levels)
