"""Which flow through a network of placement is worth the most?

Source: cost-scaling push-relabel, Goldberg & Tarjan 1990, as in Google OR-Tools.
"""

from collections import defaultdict
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

from analysis.optimization.network import Network
from data.errors import PlacementError


def cheapest(net: Network) -> np.ndarray | None:
    """The pair of each physician in the flow that is worth the most, in whole steps; None if minima can't hold."""
    people, nodes = len(net.physicians), len(net.minima)
    if net.minima.sum() > people:
        return None
    flow = SimpleMinCostFlow()
    arcs = flow.add_arcs_with_capacity_and_unit_cost(
        np.concatenate([net.pair_physicians, people + net.steps.tails]).astype(np.int32),
        np.concatenate([people + net.pair_nodes, people + net.steps.heads]).astype(np.int32),
        np.concatenate([np.ones(len(net.pair_rows), np.int64), net.steps.ends - net.steps.begins]),
        -np.concatenate([net.pair_values, net.steps.values]),
    )
    # A minimum is a demand of the region itself; what it gets beyond flows on to the end.
    taken = -net.minima
    taken[net.end] = net.minima.sum() - people
    flow.set_nodes_supplies(np.arange(people + nodes, dtype=np.int32), np.append(np.ones(people, np.int64), taken))
    status = flow.solve()
    if status not in (flow.OPTIMAL, flow.INFEASIBLE):
        raise PlacementError(f"The placement could not be worked out ({status.name}): ask for fewer people or areas.")
    return np.flatnonzero(flow.flows(arcs)[: len(net.pair_rows)]) if status == flow.OPTIMAL else None


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


class Ways(NamedTuple):
    """How one unit could be moved between areas, nowhere, regions, the end and doors, and what each move loses."""

    tails: np.ndarray
    heads: np.ndarray
    losses: np.ndarray


def worth(net: Network, chosen: np.ndarray) -> int:
    """What a placement is worth, in whole steps."""
    units = standing(net, chosen)
    return int(net.pair_values[chosen].sum() + (filled(net, units) * net.steps.values).sum())


def ways(net: Network, chosen: np.ndarray) -> Ways:
    """Every change of one unit that this placement leaves open."""
    here, steps, units = net.pair_nodes[chosen], net.steps, standing(net, chosen)
    is_other = np.ones(len(net.pair_rows), bool)
    is_other[chosen] = False
    whose = net.pair_physicians[is_other]
    there = units[steps.tails]
    fills, empties = ((steps.begins <= there) & (there < steps.ends), (steps.begins < there) & (there <= steps.ends))
    return Ways(
        np.concatenate([here[whose], steps.tails[fills], steps.heads[empties]]),
        np.concatenate([net.pair_nodes[is_other], steps.heads[fills], steps.tails[empties]]),
        np.concatenate(
            [
                net.pair_values[chosen][whose] - net.pair_values[is_other],
                -steps.values[fills],
                steps.values[empties],
            ]
        ),
    )


def prices(net: Network, chosen: np.ndarray) -> np.ndarray:
    """What a unit costs at each node, in whole steps: the least loss of any chain of moves that ends there.

    With a placement that can be bettered there is no least: they are then some prices, and the bound shows the gap.
    Source: Bellman-Ford, all nodes at once.
    """
    open_ways = ways(net, chosen)
    order = np.argsort(open_ways.heads.astype(np.uint16 if len(net.minima) < 2**16 else np.int64), kind="stable")
    tails, heads, losses = (part[order] for part in open_ways)
    starts = np.flatnonzero(np.diff(heads, prepend=-1))
    ends, found = heads[starts], np.zeros(len(net.minima), np.int64)
    for _ in range(len(found)):
        least = np.minimum.reduceat(found[tails] + losses, starts) if len(starts) else found[ends]
        if (least >= found[ends]).all():
            break
        found[ends] = np.minimum(found[ends], least)
    return found


def bound(net: Network, paid: np.ndarray) -> int:
    """No placement is worth more than this, in whole steps, whatever prices are paid."""
    firsts = np.flatnonzero(np.diff(net.pair_physicians, prepend=-1))
    costs = -net.pair_values - paid[net.pair_nodes]
    people = np.minimum.reduceat(costs, firsts).sum() if len(firsts) else 0
    steps = net.steps
    passing = np.minimum(paid[steps.tails] - steps.values - paid[steps.heads], 0) * (steps.ends - steps.begins)
    staying = (paid * net.minima).sum() + paid[net.end] * (len(net.physicians) - net.minima.sum())
    return -int(people + passing.sum() + staying)


def standing(net: Network, chosen: np.ndarray) -> np.ndarray:
    """How many stand at each door, area, nowhere and each region; none at the end."""
    entered = np.bincount(net.pair_nodes[chosen], minlength=len(net.minima))
    units = entered
    # From doors to areas, if there are doors, and on to regions.
    for _ in range(net.worths - 1):
        units = entered + np.bincount(net.steps.heads, filled(net, units), len(entered)).astype(np.int64)
    units[net.end] = 0
    return units


def filled(net: Network, units: np.ndarray) -> np.ndarray:
    """How many units go by each step, where so many stand at each node."""
    return np.clip(units[net.steps.tails] - net.steps.begins, 0, net.steps.ends - net.steps.begins)


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
