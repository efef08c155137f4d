"""What is a place in each area worth at the margin, and how good could any placement be at those prices?

A bound that holds at any prices whatever, so that an error of the solver would show as a gap; at the right ones it is
what the best placement is worth. Source: linear-programming duality, Ahuja, Magnanti & Orlin 1993, chapter 9.
"""

from typing import NamedTuple

import numpy as np

from analysis.allocation_network import Network


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
