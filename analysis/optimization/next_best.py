"""Where would a physician go if the area where they are took one fewer, and it were they who left?

Nobody comes in their place, so alike physicians cannot trade places at no loss; elsewhere others may make room. That
takes no second placement: the cheapest chain of moves from where they go to the region that they left is a shortest
path that keeps clear of the area. Losses are exact in whole steps of 1/scale.
Source: Ahuja, Magnanti & Orlin 1993, Network Flows, chapter 9 (residual network, reduced costs; Dijkstra).
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import dijkstra

from analysis.optimization.flow import Ways, prices, standing, ways
from analysis.optimization.network import Network, network
from analysis.optimization.problem import Instance
from analysis.optimization.solve import Placement, solve


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


# So many targets at a time, so that their distances stay small beside the network.
CHUNK = 128


class RunnersUp(NamedTuple):
    """For each physician asked for: the position of the best other area (-1: none), and what moving there loses."""

    areas: np.ndarray
    losses: np.ndarray


class ByHand(NamedTuple):
    """The best placement with a reader's own choices, and how much less it is worth than without."""

    placement: Placement
    loss: float


class _Moves(NamedTuple):
    """Each pair that a physician could be moved to: who, the area's node, and what all lose (infinite: impossible)."""

    physicians: np.ndarray
    areas: np.ndarray
    losses: np.ndarray


def runners_up(placement: Placement, physicians: np.ndarray | None = None) -> RunnersUp:
    """The best other area of each physician (or of those at these positions), and the loss of the total there.

    Among equal losses the area whose id comes first. The loss is missing (NaN) for whoever may go to no other area.
    """
    net = placement.network
    asked = np.arange(len(net.physicians)) if physicians is None else np.asarray(physicians, int)
    moves = _moves(placement, asked)
    is_area = (moves.areas < len(net.areas)) & np.isfinite(moves.losses)
    moves = _Moves(*(part[is_area] for part in moves))
    order = np.lexsort((moves.areas, moves.losses, moves.physicians))
    firsts = order[np.flatnonzero(np.diff(moves.physicians[order], prepend=-1))]
    areas, losses = np.full(len(net.physicians), -1), np.full(len(net.physicians), np.nan)
    whose = net.physicians[moves.physicians[firsts]]
    areas[whose], losses[whose] = net.areas[moves.areas[firsts]], moves.losses[firsts]
    return RunnersUp(areas[asked], losses[asked])


def cost_of_pin(placement: Placement, physician: int, area: int) -> float:
    """What the total loses if the physician must go to this area (both by position): 0 if already there.

    Infinite if that cannot be: not eligible, pinned or forbidden, no room, or a region's limit in the way.
    """
    if placement.areas[physician] == area:
        return 0.0
    moves = _moves(placement, np.array([physician]))
    return float(np.min(moves.losses[_named(placement, moves) == area], initial=np.inf))


def cost_of_ban(placement: Placement, physician: int, area: int) -> float:
    """What the total loses if the physician may not go to this area (both by position): 0 if not there anyway.

    Infinite if the physician could go nowhere else, because of a pin or of a region's minimum.
    """
    if placement.areas[physician] != area:
        return 0.0
    return float(np.min(_moves(placement, np.array([physician])).losses, initial=np.inf))


def by_hand(
    placement: Placement, *, pins: Sequence[tuple[str, str]] = (), forbidden: Sequence[tuple[str, str]] = ()
) -> ByHand:
    """The best placement with these pins and bans besides, all together, and what they cost.

    To move a physician is to pin them elsewhere. Raises PlacementError, saying which of them can't hold.
    """
    asked = placement.instance
    changed = solve(asked._replace(pins=[*asked.pins, *pins], forbidden=[*asked.forbidden, *forbidden]))
    return ByHand(changed, placement.value - changed.value)


def graph(open_ways: Ways, prices: np.ndarray) -> sparse.csr_array:
    """The ways backwards, from heads to tails, at losses that prices make 0 or more; of parallel ways the cheapest."""
    tails, heads, losses = open_ways
    nodes = len(prices)
    reduced = losses + prices[tails] - prices[heads]
    codes = heads * nodes + tails
    order = np.lexsort((reduced, codes))
    firsts = order[np.flatnonzero(np.diff(codes[order], prepend=-1))]
    return sparse.csr_array((reduced[firsts].astype(float), (heads[firsts], tails[firsts])), shape=(nodes, nodes))


def _named(placement: Placement, moves: _Moves) -> np.ndarray:
    return np.append(placement.network.areas, -1)[moves.areas]


def _moves(placement: Placement, asked: np.ndarray) -> _Moves:
    net, chosen = placement.network, placement.chosen
    is_asked = np.zeros(len(net.physicians), bool)
    is_asked[asked] = True
    is_move = is_asked[net.physicians][net.pair_physicians]
    is_move[chosen] = False
    rows = np.flatnonzero(is_move)
    whose = net.pair_physicians[rows]
    losses = (net.pair_values[chosen][whose] - net.pair_values[rows]).astype(float)
    losses += _refilling(placement, net.pair_nodes[chosen][whose], net.pair_nodes[rows])
    return _Moves(whose, net.pair_areas[rows], losses / net.scale)


def _refilling(placement: Placement, left: np.ndarray, filled: np.ndarray) -> np.ndarray:
    """What the cheapest chain of moves loses from where each enters to where they left, pair by pair."""
    prices, found = placement.prices, np.empty(len(left))
    backwards = graph(ways(placement.network, placement.chosen), prices)
    targets, target_of = np.unique(left, return_inverse=True)
    for start in range(0, len(targets), CHUNK):
        part = targets[start : start + CHUNK]
        distances = np.atleast_2d(dijkstra(backwards, indices=part))
        here = (start <= target_of) & (target_of < start + CHUNK)
        found[here] = distances[target_of[here] - start, filled[here]]
    return found - prices[filled] + prices[left]
