"""Where does a cohort go, at each compromise between most gap closed and fairest?"""

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis import allocation, allocation_equity, placement_worth
from analysis.allocation_equity import Point
from analysis.allocation_instance import Instance
from analysis.placement_cohort import Group
from analysis.placement_worth import Plan

POINTS = allocation_equity.POINTS


class Outcome(NamedTuple):
    """One compromise: what `allocation` found, in short, so that it can be kept.

    areas: position of the place of each physician who can be placed, -1 for none. closed: FTE of gap closed in each
    place. brought: FTE that go there. value: what all is worth, in FTE. shares: of each region's need, in the order of
    regions; minima: the fewest physicians that each region had to get.
    """

    fairness: float
    areas: np.ndarray
    closed: np.ndarray
    brought: np.ndarray
    value: float
    is_proven: bool
    regions: tuple[str, ...]
    shares: np.ndarray
    minima: np.ndarray


class NextBest(NamedTuple):
    """For each place: where else one would go if it took one fewer (-1: nowhere), and what all would lose, in FTE.

    The loss is missing (NaN) for a place that gets nobody.
    """

    areas: np.ndarray
    losses: np.ndarray


def frontier(places: pd.DataFrame, groups: Sequence[Group], plan: Plan) -> list[Outcome]:
    """Nine compromises, from most gap closed (fairness 0) to fairest (1).

    Raises PlacementError if the fewest of a region, or a choice by hand, cannot hold.
    """
    asked = placement_worth.instance(places, groups, plan)
    return [_outcome(point) for point in allocation_equity.compromises(asked, POINTS)]


def next_best(places: pd.DataFrame, groups: Sequence[Group], plan: Plan, number: int) -> NextBest:
    """The next best place for one physician of each place, at a compromise by its number, everyone placed anew.

    Physicians who are alike could trade places at no loss, so it is the place that is short of one, not the person.
    """
    asked = placement_worth.instance(places, groups, plan)
    point = next(islice(allocation_equity.compromises(asked, POINTS), number, None))
    limited = asked._replace(regions=asked.regions._replace(minima=point.minima))
    before = allocation.counts(point.placement)
    found = NextBest(np.full(len(before), -1), np.full(len(before), np.nan))
    for place in np.flatnonzero(before):
        changed = allocation.solve(_with_one_fewer(limited, place, int(before[place])))
        gains = np.flatnonzero(allocation.counts(changed) > before)
        found.areas[place] = gains[0] if len(gains) else -1
        found.losses[place] = max(point.placement.value - changed.value, 0.0)
    return found


def _with_one_fewer(asked: Instance, place: int, there: int) -> Instance:
    """The same question where one place takes one fewer than it got, and its region asks for no more than it can."""
    capacities = np.array(asked.areas.capacities)
    capacities[place] = there - 1
    kept = [who_where for who_where in asked.pins if who_where[1] != asked.areas.ids[place]]
    codes = np.array([asked.regions.ids.index(region) for region in asked.areas.regions])
    room = np.bincount(codes, capacities, len(asked.regions.ids)).astype(int)
    return asked._replace(
        areas=asked.areas._replace(capacities=capacities),
        regions=asked.regions._replace(minima=np.minimum(asked.regions.minima, room)),
        pins=kept,
    )


def _outcome(point: Point) -> Outcome:
    placed = point.placement
    is_placed = placed.areas >= 0
    effects = np.asarray(placed.instance.physicians.effects)
    return Outcome(
        fairness=point.fairness,
        areas=placed.areas,
        closed=allocation.closed_fte(placed),
        brought=np.bincount(placed.areas[is_placed], effects[is_placed], len(placed.instance.areas.ids)),
        value=placed.value,
        is_proven=abs(placed.gap) <= placed.rounding,
        regions=tuple(placed.instance.regions.ids),
        shares=point.shares,
        minima=point.minima,
    )
