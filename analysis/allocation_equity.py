"""What does it cost to leave no region behind?

Fairest: the lowest share of need that a region's physicians can close is as high as it can be, then the second lowest,
and so on. The way there gives one physician more at a time to the regions that are behind, the furthest behind first.
Source: max-min fairness by the greedy method, exact on polymatroids: Federgruen & Groenevelt 1986, Operations Research
34(6), 909-918.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from analysis import allocation_shares
from analysis.allocation import Placement, placed, solve
from analysis.allocation_aims import aimed, asking
from analysis.allocation_bounds import standing
from analysis.allocation_instance import Instance
from analysis.allocation_network import network
from analysis.allocation_reasons import reason
from analysis.allocation_sifting import best
from analysis.allocation_steps import Steps
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
    yield Point(0.0, found, allocation_shares.closed(found), np.asarray(instance.regions.minima))
    for fairness in np.linspace(0, 1, points)[1:]:
        minima = steps[int(fairness * (len(steps) - 1) + 0.5)]
        # What gives them so much already is the best that does.
        if (by_region(found) < minima).any():
            found = placed(instance, asking(found.network, minima))
        yield Point(float(fairness), found, allocation_shares.closed(found), minima)


def frontier(instance: Instance, points: int = POINTS) -> list[Point]:
    """All of these compromises, from most worth to fairest, for a reader to pick from."""
    return list(compromises(instance, points))


def _way(instance: Instance, least: np.ndarray, most: np.ndarray) -> np.ndarray:
    """The minima of regions at each step, a row each: one physician more for the region furthest behind."""
    rises, behind = allocation_shares.rises(instance), np.minimum(least, most)
    on_way = (behind[rises.regions] <= rises.numbers) & (rises.numbers < most[rises.regions])
    ahead = np.lexsort((-rises.after[on_way], rises.before[on_way]))
    steps = np.zeros((len(ahead) + 1, len(most)), int)
    steps[np.arange(1, len(ahead) + 1), rises.regions[on_way][ahead]] = 1
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
    rises, minima = allocation_shares.rises(instance), np.asarray(instance.regions.minima)
    most = np.maximum(np.minimum(instance.regions.maxima, people), minima)
    is_free = (minima[rises.regions] <= rises.numbers) & (rises.numbers < most[rises.regions])
    regions, numbers = rises.regions[is_free], rises.numbers[is_free]
    _, ranks = np.unique(np.column_stack([-rises.before, rises.after])[is_free], axis=0, return_inverse=True)
    every = np.arange(len(minima))
    return Steps(
        *(np.append(regions, every),) * 2,
        np.append(numbers, minima + np.bincount(regions, minlength=len(minima))),
        np.append(numbers + 1, most),
        np.append(ranks.ravel() + 1, np.zeros(len(minima), int)),
    )
