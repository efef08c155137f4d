"""Which few of many pairs can matter, and how is it known that the others do not?

The flow is first worked out with each physician's best pairs alone. At the prices that it leaves, every other pair is
looked at once: the best of those at which somebody would gain are let in, and it is worked out again, until nobody
would. The placement is then the best of all pairs, not of few: prices prove it.
Source: column generation, Ford & Fulkerson 1958.
"""

from typing import NamedTuple

import numpy as np

from analysis.allocation_bounds import prices, standing
from analysis.allocation_flow import cheapest
from analysis.allocation_network import Network

FIRST = 16
# Where so many pairs a physician are not reached, looking for the best costs more than it saves.
WORTHWHILE = 4 * FIRST
ROUNDS = 12


class Found(NamedTuple):
    """The pair of each physician in the best placement, and the prices that prove it."""

    chosen: np.ndarray
    prices: np.ndarray


def best(net: Network) -> Found | None:
    """The flow that is worth the most, in whole steps; None if minima can't hold."""
    picked = _likely(net)
    for _ in range(ROUNDS):
        if picked is None:
            break
        part = _among(net, picked)
        chosen = cheapest(part)
        if chosen is None:
            break
        paid, chosen = _lowered(net, prices(part, chosen), picked[chosen]), picked[chosen]
        gains = net.pair_values + paid[net.pair_nodes]
        wanted = gains > gains[chosen][net.pair_physicians]
        if not wanted.any():
            return Found(chosen, paid)
        most = _best_of_each(gains, net.pair_physicians, len(chosen))
        picked = np.union1d(picked, most[wanted[most]])
    chosen = cheapest(net)
    return None if chosen is None else Found(chosen, prices(net, chosen))


def _lowered(net: Network, paid: np.ndarray, chosen: np.ndarray) -> np.ndarray:
    """The same prices, but of an empty area or door no more than the first who comes there is worth.

    Else one that no likely pair leads to would look cheap to everyone; nobody can leave it, so it may cost this.
    """
    steps, lowered, is_empty = net.steps, paid.copy(), standing(net, chosen) == 0
    for opening in _opening(net):
        empty = opening[is_empty[steps.tails[opening]]]
        lowered[steps.tails[empty]] = lowered[steps.heads[empty]] + steps.values[empty]
    return lowered


def _opening(net: Network) -> tuple[np.ndarray, np.ndarray]:
    """The steps that the first who comes goes by, of areas and then of doors."""
    begins, tails = net.steps.begins, net.steps.tails
    areas, doors = tails < len(net.areas), tails > net.end
    return np.flatnonzero((begins == 0) & areas), np.flatnonzero((begins == 0) & doors)


def _among(net: Network, picked: np.ndarray) -> Network:
    return net._replace(
        pair_rows=net.pair_rows[picked],
        pair_physicians=net.pair_physicians[picked],
        pair_areas=net.pair_areas[picked],
        pair_nodes=net.pair_nodes[picked],
        pair_values=net.pair_values[picked],
    )


def _likely(net: Network) -> np.ndarray | None:
    """The best pairs of each physician, with and without the place, staying nowhere, and if it matters of each region.

    None if that leaves out few.
    """
    people, nowhere = len(net.physicians), len(net.areas)
    if len(net.pair_rows) <= WORTHWHILE * people:
        return None
    steps, firsts = net.steps, np.zeros(len(net.minima), np.int64)
    for opening in _opening(net):
        firsts[steps.tails[opening]] = firsts[steps.heads[opening]] + steps.values[opening]
    scores = net.pair_values + firsts[net.pair_nodes]
    is_likely = net.pair_areas == nowhere
    # Where regions ask for something, or are worth something, each must be within reach.
    if net.minima.any() or steps.values[steps.heads == net.end].any():
        is_likely |= _is_best_of_region(net, scores)
    for wish in (scores, net.pair_values):
        is_likely[_best_of_each(wish, net.pair_physicians, people)] = True
    picked = np.flatnonzero(is_likely)
    return picked if 2 * len(picked) < len(scores) else None


def _is_best_of_region(net: Network, scores: np.ndarray) -> np.ndarray:
    """Whether a pair is the best of its physician in its region, or as good."""
    opening = net.steps.tails < len(net.areas)
    regions = np.zeros(len(net.areas) + 1, np.int64)
    regions[net.steps.tails[opening]] = net.steps.heads[opening] - len(net.areas)
    width = net.end - len(net.areas)
    codes = net.pair_physicians * width + regions[net.pair_areas]
    tops = np.full(len(net.physicians) * width, -1)
    np.maximum.at(tops, codes, scores)
    return scores == tops[codes]


def _best_of_each(scores: np.ndarray, physicians: np.ndarray, people: int) -> np.ndarray:
    """Where the highest scores of each physician stand; rows stand in the order of physicians."""
    counts = np.bincount(physicians, minlength=people)
    starts, most = np.cumsum(counts) - counts, counts.max()
    if most <= FIRST:
        return np.arange(len(scores))
    if (counts == most).all():
        table = scores.reshape(people, most)
    else:
        table = np.full((people, most), -1)
        table[physicians, np.arange(len(scores)) - starts[physicians]] = scores
    columns = np.argpartition(table, most - FIRST, axis=1)[:, most - FIRST :]
    return (starts[:, None] + columns)[columns < counts[:, None]]
