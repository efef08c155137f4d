"""What would each physician's next best area cost, and what does a pin or a ban by hand cost?

Everyone else is placed anew in the best way. That takes no second placement: whoever is moved starts a chain of moves
that fills the place left, and the cheapest chain is a shortest path. Losses are exact in whole steps of 1/scale.
Source: Ahuja, Magnanti & Orlin 1993, Network Flows, chapter 9 (residual network, reduced costs; Dijkstra).
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import dijkstra

from analysis.allocation import Placement, solve
from analysis.allocation_bounds import Ways, ways

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
