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

from analysis import allocation_bounds
from analysis.allocation_instance import Instance
from analysis.allocation_network import Network, network
from analysis.allocation_reasons import reason
from analysis.allocation_sifting import best
from analysis.allocation_ties import settled
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
    over = allocation_bounds.bound(net, prices) - allocation_bounds.worth(net, chosen)
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
