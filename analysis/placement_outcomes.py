"""Where does a cohort go, at each compromise between most gap closed and fairest?"""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analysis import allocation, allocation_equity, placement_mixed, placement_worth
from analysis.allocation_equity import Point
from analysis.allocation_instance import Instance
from analysis.allocation_mixed_equity import Point as MixedPoint
from analysis.placement_cohort import Group
from analysis.placement_worth import Plan

POINTS = allocation_equity.POINTS


class Outcome(NamedTuple):
    """One compromise: what `allocation` found, in short, so that it can be kept.

    areas: position of the place of each physician who can be placed, -1 for none. closed: FTE of gap closed in each
    place. brought: FTE that go there. value: what all is worth, in FTE. shares: of each region's need, in the order of
    regions; minima: the fewest physicians that each region had to get, or, where physicians count differently, the FTE
    of gap that had to be closed there.
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


class Step(NamedTuple):
    """One part of longer work, and how much of all is done with it, 0 to 1; so that it can be shown and stopped."""

    done: float
    part: Any


def frontier(places: pd.DataFrame, groups: Sequence[Group], plan: Plan) -> list[Outcome]:
    """Nine compromises, from most gap closed (fairness 0) to fairest (1).

    Raises PlacementError if the fewest of a region, or a choice by hand, cannot hold.
    """
    return [step.part for step in frontier_steps(places, groups, plan)]


def frontier_steps(places: pd.DataFrame, groups: Sequence[Group], plan: Plan) -> Iterator[Step]:
    """The Outcome of each compromise in turn, as `frontier` has them all. Raises PlacementError as it does."""
    if placement_mixed.is_mixed(groups, plan):
        mixed = placement_mixed.compromises(places, groups, plan, POINTS)
        yield from (Step(number / POINTS, _outcome(point, point.least_fte)) for number, point in enumerate(mixed, 1))
        return
    asked = placement_worth.instance(places, groups, plan)
    for number, point in enumerate(allocation_equity.compromises(asked, POINTS), 1):
        yield Step(number / POINTS, _outcome(point, point.minima))


def next_best(places: pd.DataFrame, groups: Sequence[Group], plan: Plan, number: int) -> NextBest:
    """The next best place for one physician of each place, at a compromise by its number, everyone placed anew.

    Physicians who are alike could trade places at no loss, so it is the place that is short of one, not the person.
    """
    outcome = next(islice(frontier_steps(places, groups, plan), number, None)).part
    return beside(outcome, [step.part for step in next_best_steps(places, groups, plan, outcome)])


def next_best_steps(places: pd.DataFrame, groups: Sequence[Group], plan: Plan, outcome: Outcome) -> Iterator[Step]:
    """For each place that gets anybody: its position, that of the next best (-1: none), and the loss in FTE.

    None at all where physicians count differently: it is not worked out there.
    """
    if placement_mixed.is_mixed(groups, plan):
        return
    asked = placement_worth.instance(places, groups, plan)
    limited = asked._replace(regions=asked.regions._replace(minima=outcome.minima))
    before = np.bincount(outcome.areas[outcome.areas >= 0], minlength=len(places))
    there = np.flatnonzero(before)
    for number, place in enumerate(there.tolist(), 1):
        changed = allocation.solve(_with_one_fewer(limited, place, int(before[place])))
        gains = np.flatnonzero(allocation.counts(changed) > before)
        other = int(gains[0]) if len(gains) else -1
        yield Step(number / len(there), (place, other, max(outcome.value - changed.value, 0.0)))


def beside(outcome: Outcome, found: Sequence[tuple[int, int, float]]) -> NextBest:
    """The next best of all places, from that of each place that gets anybody."""
    told = NextBest(np.full(len(outcome.closed), -1), np.full(len(outcome.closed), np.nan))
    for place, other, loss in found:
        told.areas[place], told.losses[place] = other, loss
    return told


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


def _outcome(point: Point | MixedPoint, minima: np.ndarray) -> Outcome:
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
        minima=minima,
    )
