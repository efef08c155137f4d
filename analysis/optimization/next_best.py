"""Where would a physician go if the area where they are took one fewer, and it were they who left?

Nobody comes in their place, so alike physicians cannot trade places at no loss; elsewhere others may make room. That
takes no second placement: the cheapest chain of moves from where they go to the region that they left is a shortest
path that keeps clear of the area. Losses are exact in whole steps of 1/scale.
Source: Ahuja, Magnanti & Orlin 1993, Network Flows, chapter 9 (residual network, reduced costs; Dijkstra).
"""

from typing import NamedTuple

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import dijkstra

from analysis.optimization.flow import Ways, prices, standing, ways
from analysis.optimization.network import Network, network
from analysis.optimization.problem import Instance


class Leaving(NamedTuple):
    """By physician: the best other area (-1: to stay nowhere is as good), what all lose, whether nobody else moves.

    The loss is infinite where they cannot be spared, and missing (NaN) for whoever has no area to leave.
    """

    areas: np.ndarray
    losses: np.ndarray
    is_direct: np.ndarray


class _Exits(NamedTuple):
    """By node: its area (none: -1) and region, and what one more unit through it adds and the last one added."""

    areas: np.ndarray
    regions: np.ndarray
    following: np.ndarray
    last: np.ndarray


def leaving(instance: Instance, areas: np.ndarray) -> Leaving:
    """The best way out for each physician of a best placement of this instance, by the position of their area.

    Of equal losses the one where nobody else moves, then staying nowhere, then the area whose id comes first.
    """
    net = network(instance)
    chosen = _chosen(net, areas)
    exits = _exits(net, chosen)
    is_other = exits.areas[net.pair_nodes[chosen]][net.pair_physicians] >= 0
    is_other[chosen] = False
    rows = np.flatnonzero(is_other)
    left, entered = net.pair_nodes[chosen][net.pair_physicians[rows]], net.pair_nodes[rows]
    moved = (net.pair_values[chosen][net.pair_physicians[rows]] - net.pair_values[rows]) + exits.last[left]
    losses = moved + _refilled(net, chosen, exits, (left, entered))
    direct = moved - exits.following[entered] + _barred(exits, left, entered)
    return _best(net, rows, losses, direct <= losses + 0.5)


def _best(net: Network, rows: np.ndarray, losses: np.ndarray, is_direct: np.ndarray) -> Leaving:
    whose, where, people = net.pair_physicians[rows], net.pair_areas[rows], len(net.physicians)
    order = np.lexsort((where, where < len(net.areas), ~is_direct, losses, whose))
    firsts = order[np.flatnonzero(np.diff(whose[order], prepend=-1))]
    found = Leaving(np.full(people, -1), np.full(people, np.nan), np.ones(people, bool))
    who = net.physicians[whose[firsts]]
    found.areas[who] = np.where(np.isfinite(losses[firsts]), np.append(net.areas, -1)[where[firsts]], -1)
    found.losses[who] = losses[firsts] / net.scale
    found.is_direct[who] = is_direct[firsts]
    return found


def _chosen(net: Network, areas: np.ndarray) -> np.ndarray:
    """The pairs of this placement."""
    place = np.append(np.argsort(net.areas), len(net.areas))[areas[net.physicians]]
    width = len(net.areas) + 1
    return np.searchsorted(net.pair_physicians * width + net.pair_areas, np.arange(len(place)) * width + place)


def _exits(net: Network, chosen: np.ndarray) -> _Exits:
    steps, units = net.steps, standing(net, chosen)
    there = units[steps.tails]
    opening, closing = (steps.begins <= there) & (there < steps.ends), (steps.begins < there) & (there <= steps.ends)
    following, last, heads = np.full(len(units), -np.inf), np.full(len(units), np.inf), np.full(len(units), net.end)
    following[steps.tails[opening]] = steps.values[opening]
    last[steps.tails[closing]] = steps.values[closing]
    heads[steps.tails] = steps.heads
    doors = slice(net.end + 1, None)
    areas = np.where(np.arange(len(units)) < len(net.areas), np.arange(len(units)), -1)
    areas[doors] = heads[doors]
    # Whoever goes through a door goes through the area behind it too.
    following[doors] += following[areas[doors]]
    last[doors] += last[areas[doors]]
    return _Exits(areas, np.where(areas >= 0, heads[areas], net.end), following, last)


def _barred(exits: _Exits, left: np.ndarray, entered: np.ndarray) -> np.ndarray:
    """Infinite where the region that is left needs them, or the one entered has no room for them; 0 elsewhere."""
    here, there = exits.regions[left], exits.regions[entered]
    is_full = np.isneginf(exits.following[there]) & (exits.areas[entered] >= 0)
    return np.where((here != there) & (is_full | np.isposinf(exits.last[here])), np.inf, 0.0)


def _refilled(net: Network, chosen: np.ndarray, exits: _Exits, moves: tuple[np.ndarray, np.ndarray]) -> np.ndarray:
    """What the cheapest chain loses from where each enters to the region that they left, clear of their area."""
    left, entered = moves
    paid, found, of = prices(net, chosen), np.empty(len(left)), exits.areas[left]
    backwards = graph(ways(net, chosen), paid)
    order = np.argsort(of, kind="stable")
    for area, first, end in zip(*(part.tolist() for part in _runs(of[order])), strict=True):
        here, region = order[first:end], exits.regions[area]
        clear = backwards.copy()
        for node in np.flatnonzero(exits.areas == area):
            clear.data[clear.indptr[node] : clear.indptr[node + 1]] = np.inf
        found[here] = dijkstra(clear, indices=region)[entered[here]] - paid[entered[here]] + paid[region]
    return found


def _runs(ordered: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Each value of an ordered array, where it begins and where it ends."""
    values, firsts = np.unique(ordered, return_index=True)
    return values, firsts, np.append(firsts, len(ordered))[1:]


def graph(open_ways: Ways, prices: np.ndarray) -> sparse.csr_array:
    """The ways backwards, from heads to tails, at losses that prices make 0 or more; of parallel ways the cheapest."""
    tails, heads, losses = open_ways
    nodes = len(prices)
    reduced = losses + prices[tails] - prices[heads]
    codes = heads * nodes + tails
    order = np.lexsort((reduced, codes))
    firsts = order[np.flatnonzero(np.diff(codes[order], prepend=-1))]
    return sparse.csr_array((reduced[firsts].astype(float), (heads[firsts], tails[firsts])), shape=(nodes, nodes))
