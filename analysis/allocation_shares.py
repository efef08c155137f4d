"""Which share of its need does each region get, and how much more could one more physician give it?

The share of a region is the FTE of gap closed in its areas, of the FTE that they are short; regions whose areas are
short of nothing have none. The most that so many physicians can close in a region is a concave sum: each fills the
largest gap left, up to what one brings on average.
"""

from typing import NamedTuple

import numpy as np

from analysis.allocation import Placement, closed_fte
from analysis.allocation_instance import Instance

# Shares are compared to so many digits; a gap of less than so many FTE is none.
DIGITS, LEAST = 12, 1e-9


class Rises(NamedTuple):
    """The share of a region (by position) before and after its first, second, ... physician; only while it rises."""

    regions: np.ndarray
    numbers: np.ndarray
    before: np.ndarray
    after: np.ndarray


def closed(placement: Placement) -> np.ndarray:
    """The share of need that a placement closes in each region, 0 to 1; missing (NaN) where nothing is short."""
    needs = _needs(placement.instance)
    sums = np.bincount(_regions(placement.instance), closed_fte(placement), len(needs))
    return np.divide(sums, needs, out=np.full(len(needs), np.nan), where=needs > 0)


def reachable(instance: Instance, physicians: np.ndarray) -> np.ndarray:
    """The most of each region's need that so many physicians can close, 0 to 1; missing (NaN) where nothing is short.

    Whether the wishes of just these let them go to its largest gaps is not asked.
    """
    every, found = rises(instance), np.where(_needs(instance) > 0, 0.0, np.nan)
    used = every.numbers < np.asarray(physicians)[every.regions]
    np.maximum.at(found, every.regions[used], every.after[used])
    return found


def rises(instance: Instance) -> Rises:
    """What each further physician can add to the share of each region, in the order of regions, then of physicians."""
    needs, effects = _needs(instance), np.asarray(instance.physicians.effects, float)
    each = float(effects.mean()) if len(effects) else 0.0
    short = np.asarray(instance.areas.needs, float)
    rooms = np.minimum(np.asarray(instance.areas.capacities), len(effects)).astype(int)
    areas = np.repeat(np.arange(len(short)), rooms)
    nth = np.arange(len(areas)) - np.repeat(np.cumsum(rooms) - rooms, rooms)
    fills, of = np.clip(short[areas] - nth * each, 0, each), _regions(instance)[areas]
    keep = fills > LEAST
    order = np.lexsort((-fills[keep], of[keep]))
    fills, of = fills[keep][order], of[keep][order]
    starts = np.searchsorted(of, np.arange(len(needs)))
    sums, numbers = np.append(0.0, np.cumsum(fills)), np.arange(len(of)) - starts[of]
    before = (sums[:-1] - sums[starts[of]]) / needs[of]
    after = (sums[1:] - sums[starts[of]]) / needs[of]
    return Rises(of, numbers, before.round(DIGITS), after.round(DIGITS))


def _regions(instance: Instance) -> np.ndarray:
    position = {region: n for n, region in enumerate(instance.regions.ids)}
    return np.array([position[region] for region in instance.areas.regions], int)


def _needs(instance: Instance) -> np.ndarray:
    return np.bincount(_regions(instance), np.asarray(instance.areas.needs, float), len(instance.regions.ids))
