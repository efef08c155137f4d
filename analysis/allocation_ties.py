"""Which of several placements that are worth the same is it?"""

from collections import defaultdict
from itertools import pairwise

import numpy as np

from analysis.allocation_bounds import filled, standing
from analysis.allocation_network import Network


def settled(net: Network, chosen: np.ndarray) -> np.ndarray:
    """One that is worth as much: whoever adds nothing stays, and of those alike the first id has the first area."""
    return _in_order(net, _needed(net, chosen))


def _in_order(net: Network, chosen: np.ndarray) -> np.ndarray:
    """Physicians to whom the same choices are worth the same, in the order of ids; staying comes last."""
    starts = np.searchsorted(net.pair_physicians, np.arange(len(chosen) + 1))
    alike: dict[bytes, list[int]] = defaultdict(list)
    for physician, (start, end) in enumerate(pairwise(starts.tolist())):
        alike[net.pair_nodes[start:end].tobytes() + net.pair_values[start:end].tobytes()].append(physician)
    settled = chosen.copy()
    for group in alike.values():
        settled[group] = starts[group] + np.sort(chosen[group] - starts[group])
    return settled


def _needed(net: Network, chosen: np.ndarray) -> np.ndarray:
    """The same placement without those who add nothing: worth no less, and no minimum or pin broken."""
    nowhere, steps, units = len(net.areas), net.steps, standing(net, chosen)
    used = filled(net, units)
    of_areas = steps.tails < nowhere
    may_idle = (of_areas | (steps.tails > net.end)) & (steps.values == 0)
    idle = np.zeros(len(units), np.int64)
    np.add.at(idle, steps.tails, np.where(may_idle, used, 0))
    above = np.zeros(len(units), np.int64)
    above[steps.tails[of_areas]] = steps.heads[of_areas]
    spare, stays = units - net.minima, chosen.copy()
    # Staying nowhere is the last pair of everyone who is not pinned.
    lasts = np.searchsorted(net.pair_physicians, np.arange(len(chosen)), side="right") - 1
    areas, doors = net.pair_areas[chosen], net.pair_nodes[chosen]
    may_stay = (net.pair_areas[lasts] == nowhere) & (net.pair_values[chosen] == 0) & (idle[areas] > 0)
    for physician in np.flatnonzero(may_stay)[::-1]:
        area, door = areas[physician], doors[physician]
        if idle[area] and idle[door] and spare[above[area]]:
            idle[[*{area, door}]] -= 1
            spare[above[area]] -= 1
            stays[physician] = lasts[physician]
    return stays
