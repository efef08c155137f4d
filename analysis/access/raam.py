"""What does it cost the people of each place, in travel and in crowding, when all choose what is best for them?

The rational agent access model (RAAM): whoever lives at r uses the destination l with the least
D_l / (rho S_l) + t_rl / tau, where D_l is how many use it. Lower is better. A cost, not a ratio: 1 is either tau
minutes of travel to a place without a queue, or no travel to a place as crowded as the average.
Source: Saxon & Snow 2019, doi 10.1080/24694452.2019.1629870; moves as in PySAL `access` 1.1.10, its reference.
"""

from typing import NamedTuple

import numpy as np

from analysis.access.travel_times import Pairs

LEAST_STEP = 0.005
# In so many first cycles nobody moves to a place that would be mobbed.
CALM_CYCLES = 20


class Settings(NamedTuple):
    """Minutes that are worth a doubling of crowding, and how people move towards the equilibrium."""

    tau_min: float = 60
    cycles: int = 150
    step: float = 0.2
    half_life: float = 50


DEFAULTS = Settings()


class _Ways(NamedTuple):
    """The pairs that count, by row (an origin with people) and column (destination); one entry each."""

    rows: np.ndarray
    starts: np.ndarray
    columns: np.ndarray
    travel: np.ndarray
    people: np.ndarray
    capacity: np.ndarray


def costs(people: np.ndarray, supply: np.ndarray, pairs: Pairs, settings: Settings = DEFAULTS) -> np.ndarray:
    """The mean cost of care for the people of each origin, in units of average crowding; lower is better.

    Missing (NaN) where nobody lives or nothing with supply is within reach: 0 would be the best cost of all.
    Memory grows with the pairs, never with origins times destinations.
    Raises ValueError unless people are whole numbers, supply is known, and neither is below zero.
    """
    people, supply = np.asarray(people, dtype=float), np.asarray(supply, dtype=float)
    if not (np.isfinite(people) & (people >= 0) & (people == np.rint(people))).all():
        raise ValueError("people must be whole numbers, not below zero: round them first.")
    if not (np.isfinite(supply) & (supply >= 0)).all():
        raise ValueError("supply must be known and not below zero everywhere: leave out or fill the others.")
    found = np.full(len(people), np.nan)
    counted = (people[pairs.origins] > 0) & (supply[pairs.destinations] > 0)
    if counted.any():
        origins, ways = _ways(people, supply, Pairs(*(part[counted] for part in pairs)), settings.tau_min)
        found[origins] = _settled(ways, settings)
    return found


def _ways(people: np.ndarray, supply: np.ndarray, pairs: Pairs, tau_min: float) -> tuple[np.ndarray, _Ways]:
    order = np.lexsort((pairs.destinations, pairs.origins))
    origins, starts, counts = np.unique(pairs.origins[order], return_index=True, return_counts=True)
    rows = np.repeat(np.arange(len(origins), dtype=np.int32), counts)
    travel = pairs.minutes[order] / tau_min
    capacity = supply * (people.sum() / supply.sum())
    return origins, _Ways(rows, starts, pairs.destinations[order], travel, people[origins], capacity)


def _settled(ways: _Ways, settings: Settings) -> np.ndarray:
    """Costs at the last move: everyone starts at the nearest place and, by steps, leaves the worst for the best."""
    served = np.zeros(len(ways.travel))
    served[_lowest(ways.travel, ways.rows, ways.starts)] = ways.people
    load = np.bincount(ways.columns, served, len(ways.capacity))
    for cycle in range(settings.cycles):
        cost = _crowd(load, ways)[ways.columns] + ways.travel
        best = _lowest(cost, ways.rows, ways.starts)
        used = np.flatnonzero(served)
        worst = used[_lowest(-cost[used], ways.rows[used])]
        step = max(settings.step * 0.5 ** (cycle / settings.half_life), LEAST_STEP)
        moved = np.trunc(np.minimum(_balancing(ways, served, load, (best, worst)), step * ways.people))
        if cycle < CALM_CYCLES:
            moved = _calmed(moved, ways, best)
        served[best] += moved
        served[worst] -= moved
        load += np.bincount(ways.columns[best], moved, len(load)) - np.bincount(ways.columns[worst], moved, len(load))
        # Steps only get shorter: when nobody moves any more, nobody ever will.
        if cycle >= CALM_CYCLES and not moved.any():
            break
    return np.add.reduceat(cost * served, ways.starts) / ways.people


def _crowd(load: np.ndarray, ways: _Ways) -> np.ndarray:
    """People at each destination, per person it has room for; 0 without supply, where no pair leads."""
    return np.divide(load, ways.capacity, out=np.zeros(len(load)), where=ways.capacity > 0)


def _balancing(ways: _Ways, served: np.ndarray, load: np.ndarray, ends: tuple[np.ndarray, np.ndarray]) -> np.ndarray:
    """How many of each row would have to go from its worst to its best place for both to cost the same."""
    best, worst = ends
    room, worst_room = ways.capacity[ways.columns[best]], ways.capacity[ways.columns[worst]]
    others = load[ways.columns[best]] - served[best]
    worst_others = load[ways.columns[worst]] - served[worst]
    farther = ways.travel[worst] - ways.travel[best]
    # In this order of operations, because what comes of it is cut to whole people.
    both = served[best] + served[worst]
    even = (room * worst_room) / (room + worst_room) * (farther + (both + worst_others) / worst_room - others / room)
    return np.where(best == worst, 0, np.minimum(even - served[best], served[worst]))


def _calmed(moved: np.ndarray, ways: _Ways, best: np.ndarray) -> np.ndarray:
    """Fewer moves to a place to which more would move at once than it has room for."""
    crowd = _crowd(np.bincount(ways.columns[best], moved, len(ways.capacity)), ways)
    return np.rint(moved / np.maximum(crowd, 1)[ways.columns[best]])


def _lowest(values: np.ndarray, rows: np.ndarray, starts: np.ndarray | None = None) -> np.ndarray:
    """The position of the lowest value of each row, the first of equals; rows stand in order and none is empty."""
    if starts is None:
        starts = np.flatnonzero(np.diff(rows, prepend=-1))
    at_lowest = np.flatnonzero(values == np.minimum.reduceat(values, starts)[rows])
    return at_lowest[np.flatnonzero(np.diff(rows[at_lowest], prepend=-1))]
