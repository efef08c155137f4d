"""What network of whole numbers is a question of placement?

A unit flows from each physician to an area (or to `nowhere`), at times by the door of a group, from there to its region
and to the end. Physicians and areas stand in the order of their ids, so that neither the flow nor a tie depends on the
order of rows.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from analysis.optimization.problem import Doors, Instance, checked
from data.errors import PlacementError


class Steps(NamedTuple):
    """From `tails` to `heads` go the units `begins` to `ends` of what stands at the tail, each worth `values`."""

    tails: np.ndarray
    heads: np.ndarray
    begins: np.ndarray
    ends: np.ndarray
    values: np.ndarray


def joined(*parts: Steps) -> Steps:
    """All of these steps, in this order."""
    return Steps(*(np.concatenate(column).astype(np.int64) for column in zip(*parts, strict=True)))


def falling(tails: np.ndarray, heads: np.ndarray, worth: np.ndarray, rooms: np.ndarray) -> Steps:
    """From each tail to its head, one step a column of `worth` and one beyond that is worth nothing, as far as room."""
    columns = worth.shape[1]
    of, nth = np.nonzero(np.arange(columns) < rooms[:, None])
    beyond = np.flatnonzero(rooms > columns)
    return joined(
        Steps(tails[of], heads[of], nth, nth + 1, worth[of, nth]),
        Steps(tails[beyond], heads[beyond], np.full(len(beyond), columns), rooms[beyond], np.zeros(len(beyond))),
    )


def rooms(instance: Instance, areas: np.ndarray) -> np.ndarray:
    """How many each area can take in, in this order: at most as many as there are."""
    return np.minimum(np.asarray(instance.areas.capacities)[areas], len(instance.physicians.ids))


def of_areas(instance: Instance, areas: np.ndarray, order: np.ndarray, scale: float) -> Steps:
    """Places of areas; staying nowhere; and what regions get beyond their minima."""
    people, nowhere, regions = len(instance.physicians.ids), len(areas), instance.regions
    node = {regions.ids[region]: nowhere + 1 + n for n, region in enumerate(order)}
    region_nodes = np.array([node[region] for region in instance.areas.regions], int)[areas]
    slots = np.rint(np.asarray(instance.slots, float)[areas] * scale)
    minima = np.asarray(regions.minima)[order]
    ends = np.maximum(np.minimum(np.asarray(regions.maxima)[order], people), minima)
    last, exits = nowhere + 1 + len(ends), np.arange(nowhere + 1, nowhere + 1 + len(ends))
    return joined(
        falling(np.arange(nowhere), region_nodes, slots, rooms(instance, areas)),
        Steps(*(np.array([number]) for number in (nowhere, last, 0, people, 0))),
        Steps(exits, np.full(len(ends), last), minima, ends, np.zeros(len(ends))),
    )


# The greatest value becomes a whole number of so many bits: others err by at most half of 2**-30 of it. With 56,000
# nodes and paths across them, sums still fit into 64 bits.
BITS = 30
MOST_BITS = 1000


class Network(NamedTuple):
    """Areas in the order of ids, then nowhere, regions, the end and doors, are nodes; so are physicians, by themselves.

    physicians, areas, regions: positions in the instance, by id. pair_rows: rows of its choices, -1 for staying
    nowhere; pairs stand in the order of physicians, then areas. pair_nodes: where they enter, the area or a door to it.
    minima: the units that must reach each node, 0 but at regions. values: in whole steps of 1/scale.
    """

    physicians: np.ndarray
    areas: np.ndarray
    regions: np.ndarray
    pair_rows: np.ndarray
    pair_physicians: np.ndarray
    pair_areas: np.ndarray
    pair_nodes: np.ndarray
    pair_values: np.ndarray
    steps: Steps
    minima: np.ndarray
    scale: float

    @property
    def end(self) -> int:
        """The node where all flow ends; doors, if any, come after it."""
        return len(self.areas) + len(self.regions) + 1

    @property
    def of_regions(self) -> slice:
        """The nodes of regions."""
        return slice(len(self.areas) + 1, self.end)

    @property
    def worths(self) -> int:
        """How many values one physician can add at most: of the pair, of the place and, if there are any, of a door."""
        return 3 if len(self.minima) > self.end + 1 else 2


def network(instance: Instance) -> Network:
    """The network of an instance.

    Raises PlacementError, saying which pin can't hold or which figure is wrong.
    """
    checked(instance)
    orders = [_by_id(part.ids) for part in (instance.physicians, instance.areas, instance.regions)]
    physicians, areas, regions = orders
    rows, pair_physicians, pair_areas = _pairs(instance, physicians, areas)
    scale = _scale(instance)
    values = np.append(np.rint(np.asarray(instance.choices.values, float) * scale), 0).astype(np.int64)[rows]
    nodes, door_steps, doors = entered(instance, physicians, areas, (pair_physicians, pair_areas), scale)
    steps = joined(of_areas(instance, areas, regions, scale), door_steps)
    minima = np.zeros(len(areas) + len(regions) + 2 + doors, np.int64)
    net = Network(*orders, rows, pair_physicians, pair_areas, nodes, values, steps, minima, scale)
    minima[net.of_regions] = np.asarray(instance.regions.minima)[regions]
    return net


def _by_id(ids: Sequence[str]) -> np.ndarray:
    return np.array(sorted(range(len(ids)), key=ids.__getitem__), int)


def _pairs(instance: Instance, physicians: np.ndarray, areas: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Rows of the choices, physicians and areas of the pairs that may be, and nowhere for all who are not pinned."""
    people, places = np.argsort(physicians), np.argsort(areas)
    who, at = (np.asarray(part, int) for part in instance.choices[:2])
    codes = people[who] * len(areas) + places[at]
    may_be, is_pinned = _allowed(instance, codes, people, places)
    rows = np.flatnonzero(may_be)
    if not (np.diff(codes[rows]) > 0).all():
        rows = rows[np.argsort(codes[rows], kind="stable")]
    if not np.diff(codes[rows]).all():
        raise PlacementError("The same physician and area stand among the choices twice: leave one out.")
    whose, where = np.divmod(codes[rows], max(len(areas), 1))
    lost = np.flatnonzero(is_pinned & (np.bincount(whose, minlength=len(physicians)) == 0))
    if len(lost):
        name = instance.physicians.ids[physicians[lost[0]]]
        raise PlacementError(f"Physician {name} is pinned to {dict(instance.pins)[name]}, but may not go there.")
    free = np.flatnonzero(~is_pinned)
    after = np.searchsorted(whose, free, side="right")
    return np.insert(rows, after, -1), np.insert(whose, after, free), np.insert(where, after, len(areas))


def _allowed(
    instance: Instance, codes: np.ndarray, people: np.ndarray, places: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Which choices pins and forbidden pairs leave, and which physicians are pinned."""
    who, where = (
        dict(zip(p.ids, r, strict=True)) for p, r in ((instance.physicians, people), (instance.areas, places))
    )
    pins, forbidden = (
        np.array([who[physician] * len(places) + where[area] for physician, area in pairs], np.int64)
        for pairs in (instance.pins, instance.forbidden)
    )
    is_pinned = np.zeros(len(people), bool)
    is_pinned[pins // max(len(places), 1)] = True
    may_be = np.ones(len(codes), bool)
    if len(forbidden):
        may_be &= ~np.isin(codes, forbidden)
    if len(pins):
        may_be &= ~is_pinned[codes // len(places)] | np.isin(codes, pins)
    return may_be, is_pinned


def _scale(instance: Instance) -> float:
    """A power of two, so that multiplying by it is exact."""
    doors = () if instance.doors is None else (instance.doors.worth,)
    parts = (instance.choices.values, instance.slots, *doors)
    highest = max((float(np.max(part)) for part in parts if np.size(part)), default=0)
    return 2.0 ** min(BITS - math.frexp(highest)[1], MOST_BITS) if highest else 1.0


class Entries(NamedTuple):
    """The node that each pair enters by (an area, nowhere or a door), the steps behind doors, and how many doors."""

    nodes: np.ndarray
    steps: Steps
    doors: int


def entered(
    instance: Instance, physicians: np.ndarray, areas: np.ndarray, pairs: tuple[np.ndarray, np.ndarray], scale: float
) -> Entries:
    """How these pairs enter; physicians and areas of both are in the order of ids, doors come after all other nodes."""
    (whose, where), nowhere, first = pairs, len(areas), len(areas) + len(instance.regions.ids) + 2
    if instance.doors is None:
        return Entries(where, Steps(*(np.zeros(0, np.int64),) * 5), 0)
    groups, worth = _in_order(instance.doors, physicians, areas)
    worth = np.rint(worth * scale)
    # The last row is for those of no group (-1), the last column for nowhere.
    earns = np.zeros((len(worth) + 1, nowhere + 1), bool)
    earns[:-1, :-1] = worth[:, :, :1].any(axis=2)
    is_through, is_used = earns[groups[whose], where], np.zeros(earns.shape, bool)
    is_used[groups[whose[is_through]], where[is_through]] = True
    group, area = np.nonzero(is_used)
    number = np.zeros(earns.shape, np.int64)
    number[group, area] = tails = first + np.arange(len(area))
    nodes = np.where(is_through, number[groups[whose], where], where)
    return Entries(nodes, falling(tails, area, worth[group, area], rooms(instance, areas)[area]), len(area))


def _in_order(doors: Doors, physicians: np.ndarray, areas: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The group of each physician, and what groups earn, in the order of the first of each: names do not matter."""
    groups = np.asarray(doors.groups, int)[physicians]
    found, firsts = np.unique(groups, return_index=True)
    order = found[np.argsort(firsts)]
    order = order[order >= 0]
    ranks = np.full(len(doors.worth) + 1, -1)
    ranks[order] = np.arange(len(order))
    return ranks[groups], np.asarray(doors.worth, float)[order][:, areas]


# What the last FTE that fills a need is worth beside the first, an assumption for the reader to change.
LAST_SHARE = 0.5


def slots(
    needs: np.ndarray,
    *,
    fte_each: float,
    last_share: float = LAST_SHARE,
    weights: np.ndarray | None = None,
    most: int | None = None,
) -> np.ndarray:
    """What the first, second, ... physician of each area is worth, in FTE of gap closed: one row an area.

    An FTE counts 1 while all of the need is open, falling in a straight line to `last_share` when it is filled, and 0
    beyond: x FTE of a need of n are worth x - (1 - last_share) x^2 / 2n. Each physician brings `fte_each`; where they
    differ, give the mean, and the difference is not seen. `weights` multiply areas. As many columns as the largest
    need takes, `most` of them at most, and at least one; no need is worth nothing.
    Raises ValueError unless `fte_each` is above zero and `last_share` is from 0 to 1.
    """
    needs = np.asarray(needs, float)
    if not (fte_each > 0 and 0 <= last_share <= 1):
        raise ValueError(f"fte_each is {fte_each}, last_share {last_share}: above 0, and from 0 to 1.")
    columns = int(np.ceil(np.max(needs, initial=0) / fte_each - 1e-9))
    columns = max(1, columns if most is None else min(columns, most))
    sent = np.minimum(np.arange(columns + 1) * fte_each, needs[:, None])
    lost = (1 - last_share) / 2 * np.divide(sent**2, needs[:, None], out=np.zeros_like(sent), where=needs[:, None] > 0)
    worth = np.diff(sent - lost, axis=1) * (1 if weights is None else np.asarray(weights, float)[:, None])
    # Rounding must not let a later physician be worth more than an earlier one.
    return np.minimum.accumulate(np.maximum(worth, 0), axis=1)


# What OR-Tools can take for the greatest cost times the number of nodes, with room to spare.
MOST_COST = 2**60


def aimed(net: Network, exits: Steps, *, is_tie_broken: bool = False) -> Network:
    """The same network without minima, where nothing is worth anything but what leaves regions by `exits`.

    Regions are given by position. With `is_tie_broken`, what all else is worth decides between equals, in
    steps as fine as 64 bits leave room for.
    """
    people, most = len(net.physicians), net.worths * len(net.physicians)
    finest = MOST_COST // ((people + len(net.minima)) * (int(exits.values.max(initial=0)) + 1) * (most + 1))
    step = 2 ** max(BITS - finest.bit_length() + 1, 0) if is_tie_broken else 2 ** (BITS + 1)
    stay = (net.steps.tails < net.of_regions.start) | (net.steps.tails > net.end)
    kept = Steps(*(part[stay] for part in net.steps))._replace(values=net.steps.values[stay] // step)
    # More than all pairs, places and doors together can be worth.
    unit = most * (2**BITS // step) + 1
    tails = net.of_regions.start + np.argsort(net.regions)[exits.tails]
    leaving = exits._replace(tails=tails, heads=np.full(len(tails), net.end), values=exits.values * unit)
    steps = joined(kept, leaving)
    return net._replace(steps=steps, pair_values=net.pair_values // step, minima=np.zeros_like(net.minima))


def asking(net: Network, minima: np.ndarray) -> Network:
    """The same network with other minima of regions, by position."""
    asked = net.minima.copy()
    asked[net.of_regions] = minima[net.regions]
    steps = net.steps
    is_exit = (steps.heads == net.end) & (steps.tails > len(net.areas))
    begins = np.where(is_exit, asked[steps.tails], steps.begins)
    return net._replace(minima=asked, steps=steps._replace(begins=begins))
