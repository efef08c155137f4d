"""What does it cost to leave no region behind?

The share of a region is the FTE sent there (physicians times what one brings on average) of the FTE that its areas are
short, at most 1. Fairest: the lowest share as high as it can be, then the second lowest, and so on. Regions whose areas
are short of nothing have no share.
Source: max-min fairness by the greedy method, exact on polymatroids: Federgruen & Groenevelt 1986, Operations Research
34(6), 909-918.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

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
    """A compromise: how far from most gap closed (0) to fairest (1), the best placement there, and regions' shares.

    minima: the fewest physicians that each region had to get.
    """

    fairness: float
    placement: Placement
    shares: np.ndarray
    minima: np.ndarray


def shares(instance: Instance, physicians: np.ndarray) -> np.ndarray:
    """The share of each region with so many physicians, 0 to 1; missing (NaN) where nothing is short."""
    needs = _needs(instance)
    sent = np.asarray(physicians) * _brings(instance)
    return np.where(needs > 0, np.minimum(np.divide(sent, needs, out=np.ones(len(needs)), where=needs > 0), 1), np.nan)


def by_region(placement: Placement) -> np.ndarray:
    """How many physicians each region gets."""
    net = placement.network
    found = np.empty(len(net.regions), int)
    found[net.regions] = standing(net, placement.chosen)[net.of_regions]
    return found


def fairest(instance: Instance) -> np.ndarray:
    """The fewest physicians that each region gets in a fairest placement, at least its minimum.

    Of several that are equally fair, the one in which most of the gap is closed.
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
    """Compromises in even steps from most gap closed to fairest, each the best that gives so much to regions behind.

    One at a time, so that it can be stopped. Worth never rises along the way; a region ahead never falls behind what it
    gets in a fairest placement. Raises PlacementError as allocation.solve does.
    """
    first = solve(instance)
    least, most = by_region(first), fairest(instance)
    yield Point(0.0, first, shares(instance, least), np.asarray(instance.regions.minima))
    behind = np.minimum(least, most)
    for fairness in np.linspace(0, 1, points)[1:]:
        minima = np.floor(behind + fairness * (most - behind) + 1e-9).astype(int)
        fairer = placed(instance, asking(first.network, minima))
        yield Point(float(fairness), fairer, shares(instance, by_region(fairer)), minima)


def frontier(instance: Instance, points: int = POINTS) -> list[Point]:
    """All of these compromises, from most gap closed to fairest, for a reader to pick from."""
    return list(compromises(instance, points))


def _needs(instance: Instance) -> np.ndarray:
    position = {region: n for n, region in enumerate(instance.regions.ids)}
    where = np.array([position[region] for region in instance.areas.regions], int)
    return np.bincount(where, np.asarray(instance.areas.needs, float), len(position))


def _brings(instance: Instance) -> float:
    effects = np.asarray(instance.physicians.effects, float)
    return float(effects.mean()) if len(effects) else 0.0


def _counted(exits: Steps, regions: int) -> np.ndarray:
    """The most physicians that add to the share of each region."""
    counted = np.zeros(regions, int)
    np.maximum.at(counted, exits.tails, np.where(exits.values > 0, exits.ends, 0))
    return counted


def _ranked(instance: Instance, people: int) -> Steps:
    """One step a physician and region, worth more the lower the share that it raises, then the higher it raises it.

    Greedy needs no more than the order, so ranks do for worth: one flow finds the fairest.
    """
    needs, brings, minima = _needs(instance), _brings(instance), np.asarray(instance.regions.minima)
    most = np.maximum(np.minimum(instance.regions.maxima, people), minima)
    full = np.ceil(needs / brings - 1e-9).astype(int) if brings else np.zeros(len(needs), int)
    counted = np.clip(np.minimum(full, most) - minima, 0, None)
    regions = np.repeat(np.arange(len(needs)), counted)
    before = minima[regions] + np.arange(len(regions)) - np.repeat(np.cumsum(counted) - counted, counted)
    raised = np.minimum((before + 1) * brings, needs[regions]) / needs[regions]
    _, ranks = np.unique(np.column_stack([-before / needs[regions], raised]), axis=0, return_inverse=True)
    every = np.arange(len(needs))
    return Steps(
        *(np.append(regions, every),) * 2,
        np.append(before, minima + counted),
        np.append(before + 1, most),
        np.append(ranks.ravel() + 1, np.zeros(len(needs), int)),
    )
