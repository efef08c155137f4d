"""What network of whole numbers is a question of placement?

A unit flows from each physician to an area (or to `nowhere`), at times by the door of a group, from there to its region
and to the end. Physicians and areas stand in the order of their ids, so that neither the flow nor a tie depends on the
order of rows.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from analysis.allocation_checks import checked
from analysis.allocation_doors import entered
from analysis.allocation_instance import Instance
from analysis.allocation_steps import Steps, joined, of_areas
from data.errors import PlacementError

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
