"""What is a question of placement: who, where to, which pairs may be, and what is each worth?"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np


class Physicians(NamedTuple):
    """Who is to be placed, and the full-time equivalents that each brings: of designation or of access, never both."""

    ids: Sequence[str]
    effects: np.ndarray


class Areas(NamedTuple):
    """Where to: FTE short, how many physicians can be taken in (supervision), and the region of each."""

    ids: Sequence[str]
    needs: np.ndarray
    capacities: np.ndarray
    regions: Sequence[str]


class Regions(NamedTuple):
    """The fewest and the most physicians that each region is to get."""

    ids: Sequence[str]
    minima: np.ndarray
    maxima: np.ndarray


class Choices(NamedTuple):
    """The pairs that may be: positions of physician and area, and what the pair is worth; all others may not be."""

    physicians: np.ndarray
    areas: np.ndarray
    values: np.ndarray


class Doors(NamedTuple):
    """What physicians of the same group earn in the same area, each less than those before, or as much.

    groups: the group of each physician, as a row of `worth`; -1 for none. worth: by group, area and how many of the
    group come there: what the first, second, ... earns. Beyond the last nothing is earned.
    """

    groups: np.ndarray
    worth: np.ndarray


class Instance(NamedTuple):
    """A question of placement. `slots` has a row an area: what its first, second, ... physician is worth there.

    A place beyond the last column is worth nothing. `pins` and `forbidden` are pairs of physician and area, by id.
    `doors`: what is earned once by a group, such as for the people who speak its language; None for nothing.
    """

    physicians: Physicians
    areas: Areas
    regions: Regions
    choices: Choices
    slots: np.ndarray
    pins: Sequence[tuple[str, str]] = ()
    forbidden: Sequence[tuple[str, str]] = ()
    doors: Doors | None = None


def every_pair(values: np.ndarray, eligible: np.ndarray | None = None) -> Choices:
    """The choices of a table of physicians by areas, all of them or those that are eligible."""
    rows, columns = np.nonzero(np.ones(values.shape, bool) if eligible is None else eligible)
    return Choices(rows, columns, values[rows, columns])


def anywhere(areas: Areas) -> Regions:
    """The regions of these areas, in order, without a minimum or a maximum."""
    ids = sorted(set(areas.regions))
    return Regions(ids, np.zeros(len(ids), int), np.full(len(ids), np.iinfo(np.int32).max))
