"""What does it cost to leave no region behind?

Fairest: the lowest share of need that a region's physicians can close is as high as it can be, then the second lowest,
and so on. The way there gives one physician more at a time to the regions that are behind, the furthest behind first.
Source: max-min fairness by the greedy method, exact on polymatroids: Federgruen & Groenevelt 1986, Operations Research
34(6), 909-918.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from analysis.optimization.flow import best, standing
from analysis.optimization.network import Steps, aimed, asking, network
from analysis.optimization.problem import Instance
from analysis.optimization.solve import Placement, closed_fte, placed, reason, solve
from data.errors import PlacementError

POINTS = 9


class Point(NamedTuple):
    """A compromise: how far from most worth (0) to fairest (1), the best placement there, and regions' shares.

    shares: of the FTE that each region is short, closed. minima: the fewest physicians that each region had to get.
    """

    fairness: float
    placement: Placement
    shares: np.ndarray
    minima: np.ndarray


def by_region(placement: Placement) -> np.ndarray:
    """How many physicians each region gets."""
    net = placement.network
    found = np.empty(len(net.regions), int)
    found[net.regions] = standing(net, placement.chosen)[net.of_regions]
    return found


def fairest(instance: Instance) -> np.ndarray:
    """The fewest physicians that each region gets in a fairest placement, at least its minimum.

    Of several that are equally fair, the one that is worth the most.
    Raises PlacementError as allocation.solve does.
    """
    net = network(instance)
    exits = _ranked(instance, len(net.physicians))
    aim = aimed(net, exits, is_tie_broken=True)._replace(minima=net.minima)
    fair = best(aim)
    if fair is None:
        raise PlacementError(reason(instance, net))
    counted = np.maximum(_counted(exits, len(net.regions)), instance.regions.minima)
    found = np.empty(len(net.regions), int)
    found[net.regions] = standing(aim, fair.chosen)[net.of_regions]
    return np.minimum(found, counted)


def compromises(instance: Instance, points: int = POINTS) -> Iterator[Point]:
    """Compromises from most worth to fairest, each the best that gives so much to regions behind.

    They stand evenly on the way from the one to the other, one physician at a time. One at a time, so that it can be
    stopped. Worth never rises along the way; a region ahead never falls behind what it gets in a fairest placement.
    Where fewer physicians than points are on the way, neighbours are the same placement.
    Raises PlacementError as allocation.solve does.
    """
    found = solve(instance)
    steps = _way(instance, by_region(found), fairest(instance))
    yield Point(0.0, found, closed(found), np.asarray(instance.regions.minima))
    for fairness in np.linspace(0, 1, points)[1:]:
        minima = steps[int(fairness * (len(steps) - 1) + 0.5)]
        # What gives them so much already is the best that does.
        if (by_region(found) < minima).any():
            found = placed(instance, asking(found.network, minima))
        yield Point(float(fairness), found, closed(found), minima)


def _way(instance: Instance, least: np.ndarray, most: np.ndarray) -> np.ndarray:
    """The minima of regions at each step, a row each: one physician more for the region furthest behind."""
    increases, behind = rises(instance), np.minimum(least, most)
    on_way = (behind[increases.regions] <= increases.numbers) & (increases.numbers < most[increases.regions])
    ahead = np.lexsort((-increases.after[on_way], increases.before[on_way]))
    steps = np.zeros((len(ahead) + 1, len(most)), int)
    steps[np.arange(1, len(ahead) + 1), increases.regions[on_way][ahead]] = 1
    return behind + np.cumsum(steps, axis=0)


def _counted(exits: Steps, regions: int) -> np.ndarray:
    """The most physicians that add to the share of each region."""
    counted = np.zeros(regions, int)
    np.maximum.at(counted, exits.tails, np.where(exits.values > 0, exits.ends, 0))
    return counted


def _ranked(instance: Instance, people: int) -> Steps:
    """One step a physician and region, worth more the lower the share that it raises, then the higher it raises it.

    Greedy needs no more than the order, so ranks do for worth: one flow finds the fairest.
    """
    increases, minima = rises(instance), np.asarray(instance.regions.minima)
    most = np.maximum(np.minimum(instance.regions.maxima, people), minima)
    is_free = (minima[increases.regions] <= increases.numbers) & (increases.numbers < most[increases.regions])
    regions, numbers = increases.regions[is_free], increases.numbers[is_free]
    _, ranks = np.unique(np.column_stack([-increases.before, increases.after])[is_free], axis=0, return_inverse=True)
    every = np.arange(len(minima))
    return Steps(
        *(np.append(regions, every),) * 2,
        np.append(numbers, minima + np.bincount(regions, minlength=len(minima))),
        np.append(numbers + 1, most),
        np.append(ranks.ravel() + 1, np.zeros(len(minima), int)),
    )


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
