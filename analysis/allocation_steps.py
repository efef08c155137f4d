"""Which steps follow a pair: by a place of an area, out of a region, by a door?

What is worth less the more come is a row of parallel steps: the best flow takes the dearest first, and so on.
"""

from typing import NamedTuple

import numpy as np

from analysis.allocation_instance import Instance


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
