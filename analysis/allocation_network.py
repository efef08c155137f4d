"""What network of whole numbers is a question of placement?

A unit flows from each physician to an area (or to `nowhere`), from there to its region and to the end. Physicians and
areas stand in the order of their ids, so that neither the flow nor a tie depends on the order of rows.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from analysis.allocation_checks import checked
from analysis.allocation_instance import Instance
from data.errors import PlacementError

# The greatest value becomes a whole number of so many bits: others err by at most half of 2**-30 of it. With 43,000
# nodes and paths across them, sums still fit into 64 bits.
BITS = 30
MOST_BITS = 1000


class Steps(NamedTuple):
    """From `tails` to `heads` go the units `begins` to `ends` of what stands at the tail, each worth `values`."""

    tails: np.ndarray
    heads: np.ndarray
    begins: np.ndarray
    ends: np.ndarray
    values: np.ndarray


class Network(NamedTuple):
    """Areas in the order of ids, then nowhere, regions and the end, are nodes; so are physicians, by themselves.

    physicians, areas, regions: positions in the instance, by id. pair_rows: rows of its choices, -1 for staying
    nowhere; pairs stand in the order of physicians, then areas. minima: the units that must reach each node, 0 but at
    regions. values: in whole steps of 1/scale.
    """

    physicians: np.ndarray
    areas: np.ndarray
    regions: np.ndarray
    pair_rows: np.ndarray
    pair_physicians: np.ndarray
    pair_areas: np.ndarray
    pair_values: np.ndarray
    steps: Steps
    minima: np.ndarray
    scale: float


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
    minima = np.zeros(len(areas) + len(instance.regions.ids) + 2, np.int64)
    minima[len(areas) + 1 : -1] = np.asarray(instance.regions.minima)[regions]
    steps = _steps(instance, areas, regions, scale)
    return Network(*orders, rows, pair_physicians, pair_areas, values, steps, minima, scale)


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


def _steps(instance: Instance, areas: np.ndarray, order: np.ndarray, scale: float) -> Steps:
    """Places of areas, at most as many as people; staying nowhere; and what regions get beyond their minima."""
    people, nowhere, regions = len(instance.physicians.ids), len(areas), instance.regions
    node = {regions.ids[region]: nowhere + 1 + n for n, region in enumerate(order)}
    region_nodes = np.array([node[region] for region in instance.areas.regions], int)[areas]
    slots = np.asarray(instance.slots, float)[areas]
    rooms = np.minimum(np.asarray(instance.areas.capacities)[areas], people)
    places, nth = np.nonzero(np.arange(slots.shape[1]) < rooms[:, None])
    beyond = np.flatnonzero(rooms > slots.shape[1])
    minima = np.asarray(regions.minima)[order]
    ends = np.maximum(np.minimum(np.asarray(regions.maxima)[order], people), minima)
    last, exits = nowhere + 1 + len(ends), np.arange(nowhere + 1, nowhere + 1 + len(ends))
    values = np.rint(slots[places, nth] * scale)
    parts = (
        (places, region_nodes[places], nth, nth + 1, values),
        (beyond, region_nodes[beyond], np.full(len(beyond), slots.shape[1]), rooms[beyond], np.zeros(len(beyond))),
        ([nowhere], [last], [0], [people], [0]),
        (exits, np.full(len(ends), last), minima, ends, np.zeros(len(ends))),
    )
    return Steps(*(np.concatenate(column).astype(np.int64) for column in zip(*parts, strict=True)))


def _scale(instance: Instance) -> float:
    """A power of two, so that multiplying by it is exact."""
    highest = max(
        (float(np.max(part)) for part in (instance.choices.values, instance.slots) if np.size(part)), default=0
    )
    return 2.0 ** min(BITS - math.frexp(highest)[1], MOST_BITS) if highest else 1.0
