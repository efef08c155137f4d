"""By which door does each physician enter an area, where what a group earns there can be earned only once?

A door stands before an area for those of one group. Its steps are worth less and less, as are the places behind it, so
that all is still one flow, and as exact. A door that nobody can use, or at which nothing is earned, is left out.
"""

from typing import NamedTuple

import numpy as np

from analysis.allocation_instance import Doors, Instance
from analysis.allocation_steps import Steps, falling, rooms


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
