"""Where would these physicians close the most of the gap, and how is it known that nothing is better?

Each physician goes to one area or to none. A placement is worth the sum of what each physician is worth in their area
(`Choices.values`: wishes, whatever differs by pair), of what each place filled in an area is worth (`Instance.slots`:
the second no more than the first) and of what a group earns there (`Instance.doors`: the second who speaks a language
no more than the first). Every sum of this form is maximised exactly, as a flow of least cost; what an area gains beyond
that, such as from two half-time physicians who together fill one gap, it does not see.
Source: Ahuja, Magnanti & Orlin 1993, Network Flows, chapters 9-11 and 14 (concave gains as parallel arcs).
"""

import math
from typing import NamedTuple, Protocol

import numpy as np

from analysis.optimization import flow
from analysis.optimization.flow import best, cheapest, settled, worth
from analysis.optimization.network import Network, Steps, aimed, network
from analysis.optimization.problem import Instance, told
from data.errors import PlacementError


class Placement(NamedTuple):
    """The best placement, and what proves it.

    areas: position of the area of each physician, -1 for none. value: what it is worth. gap: how much more any other
    could be worth by the bound that was worked out from `prices`; 0, or the solver erred. rounding: how far from exact
    the comparison of two placements can be, because values are compared in whole steps of 1/scale.
    """

    instance: Instance
    areas: np.ndarray
    value: float
    gap: float
    rounding: float
    network: Network
    chosen: np.ndarray
    prices: np.ndarray


class Placed(Protocol):
    """Who is where, however it was found."""

    instance: Instance
    areas: np.ndarray


def solve(instance: Instance) -> Placement:
    """The placement that is worth the most, with the proof that none is worth more.

    Among equals it is always the same one: it depends on ids, never on the order of rows. Of physicians who are alike
    the first id has the first area. Whoever would add nothing stays, unless a minimum or a pin asks otherwise.
    Nobody to place, or nothing short, is no error: nobody is placed.
    Raises PlacementError, saying which constraint can't hold or which figure is wrong.
    """
    return placed(instance, network(instance))


def placed(instance: Instance, net: Network) -> Placement:
    """The best placement of a network that was made from this instance, and perhaps changed.

    Raises PlacementError if the minima of its regions can't hold.
    """
    found = best(net)
    if found is None:
        raise PlacementError(reason(instance, net))
    chosen, prices = settled(net, found.chosen), found.prices
    over = flow.bound(net, prices) - flow.worth(net, chosen)
    return Placement(
        instance=instance,
        areas=_positions(net, chosen),
        value=_value(instance, net, chosen),
        gap=over / net.scale,
        rounding=net.worths * len(net.physicians) / net.scale,
        network=net,
        chosen=chosen,
        prices=prices,
    )


def counts(placement: Placed) -> np.ndarray:
    """How many physicians each area gets."""
    areas = placement.areas
    return np.bincount(areas[areas >= 0], minlength=len(placement.instance.areas.ids))


def closed_fte(placement: Placed) -> np.ndarray:
    """FTE of the gap closed in each area: what its physicians bring, and no more than it is short."""
    physicians, areas = placement.instance.physicians, placement.instance.areas
    is_placed = placement.areas >= 0
    brought = np.bincount(placement.areas[is_placed], np.asarray(physicians.effects)[is_placed], len(areas.ids))
    return np.minimum(brought, areas.needs)


def _positions(net: Network, chosen: np.ndarray) -> np.ndarray:
    found = np.empty(len(net.physicians), int)
    found[net.physicians] = np.append(net.areas, -1)[net.pair_areas[chosen]]
    return found


def _value(instance: Instance, net: Network, chosen: np.ndarray) -> float:
    """In the order of ids, so that it does not depend on the order of rows in its last digits either."""
    rows = net.pair_rows[chosen]
    there = np.bincount(net.pair_areas[chosen], minlength=len(net.areas) + 1)[:-1]
    slots = np.asarray(instance.slots, float)[net.areas]
    filled = slots[np.arange(slots.shape[1]) < there[:, None]]
    of_pairs = math.fsum(np.asarray(instance.choices.values, float)[rows[rows >= 0]])
    return of_pairs + math.fsum(filled) + math.fsum(_earned(instance, _positions(net, chosen)))


def _earned(instance: Instance, areas: np.ndarray) -> np.ndarray:
    """What each who comes through a door earns."""
    if instance.doors is None:
        return np.zeros(0)
    groups, worth = np.asarray(instance.doors.groups, int), np.asarray(instance.doors.worth, float)
    there = np.zeros(worth.shape[:2], int)
    is_through = (areas >= 0) & (groups >= 0)
    np.add.at(there, (groups[is_through], areas[is_through]), 1)
    return worth[np.arange(worth.shape[2]) < there[:, :, None]]


def reason(instance: Instance, net: Network) -> str:
    """One sentence about the fewest regions whose minima cannot hold together."""
    regions = instance.regions
    asked = np.array(regions.minima, np.int64)
    for region in np.flatnonzero(asked):
        without = np.where(np.arange(len(asked)) == region, 0, asked)
        if _reached(instance, net, without) < without.sum():
            asked = without
    blamed = np.flatnonzero(asked)
    names = [regions.ids[region] for region in blamed]
    if len(blamed) == 1:
        return f"Region {names[0]} asks for at least {asked.sum():,}, but {_alone(instance, net, blamed[0])}."
    together = f"Regions {', '.join(names[:-1])} and {names[-1]} ask for at least {asked.sum():,} together"
    if asked.sum() > len(net.physicians):
        return f"{together}, of {told(len(net.physicians), 'physician', 'physicians')} in all."
    return f"{together}, but {_only(_reached(instance, net, asked))} can be placed in them."


def _alone(instance: Instance, net: Network, region: int) -> str:
    """What keeps physicians from one region: who may go there, its room, or both."""
    is_there = np.array([name == instance.regions.ids[region] for name in instance.areas.regions], bool)
    is_pair = np.append(is_there[net.areas], False)[net.pair_areas]
    candidates = len(np.unique(net.pair_physicians[is_pair]))
    room = int(np.asarray(instance.areas.capacities)[is_there].sum())
    asked = np.zeros(len(instance.regions.ids), np.int64)
    asked[region] = instance.regions.minima[region]
    reached = _reached(instance, net, asked)
    if reached == candidates:
        return f"{_only(candidates)} may go there"
    if reached == room:
        return f"its areas have room for {_only(room)}"
    return f"{_only(reached)} can be placed there: those who may go there do not all find room where they may go"


def _only(physicians: int) -> str:
    return ("only " if physicians else "") + told(physicians, "physician", "physicians")


def _reached(instance: Instance, net: Network, asked: np.ndarray) -> int:
    """How many of these minima can be reached at the same time, of all regions together."""
    nodes = np.arange(len(asked))
    ends = np.minimum(asked, len(net.physicians))
    most = np.maximum(np.minimum(instance.regions.maxima, len(net.physicians)), ends)
    exits = Steps(
        *(np.tile(nodes, 2),) * 2,
        np.append(np.zeros_like(ends), ends),
        np.append(ends, most),
        np.repeat([1, 0], len(asked)),
    )
    aim = aimed(net, exits)
    return worth(aim, cheapest(aim))
