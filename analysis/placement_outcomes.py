"""Where does a cohort go, at each compromise between most worth and fairest?"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analysis import allocation, allocation_equity, allocation_leaving, placement_mixed, placement_worth
from analysis.allocation_equity import Point
from analysis.allocation_instance import Instance
from analysis.allocation_mixed_equity import Point as MixedPoint
from analysis.placement_cohort import Group
from analysis.placement_worth import Plan

POINTS = allocation_equity.POINTS


class Outcome(NamedTuple):
    """One compromise: what `allocation` found, in short, so that it can be kept.

    areas: position of the place of each physician who can be placed, -1 for none. closed: FTE of gap closed in each
    place. brought: FTE that go there. value: what all is worth, in FTE. shares: closed of each region's need, in the
    order of regions; minima: the fewest physicians that each region had to get, or, where physicians count differently,
    the FTE of gap that had to be closed there.
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
    """For each physician: the best other area if the area where they go took one fewer and it were they who left.

    Nobody comes in their place, else those who are alike would trade places at no loss; elsewhere others may make room,
    unless `is_direct`. areas: -1 for no better than nowhere. losses: what all would lose, in FTE; infinite where their
    region cannot spare them, missing (NaN) for whoever goes nowhere or is sent. pins: what it costs that the reader
    sent them, NaN for others. by_place: the least loss of those in each place, NaN if there is none.
    """

    areas: np.ndarray
    losses: np.ndarray
    is_direct: np.ndarray
    pins: np.ndarray
    by_place: np.ndarray


class Step(NamedTuple):
    """One part of longer work, and how much of all is done with it, 0 to 1; so that it can be shown and stopped."""

    done: float
    part: Any


def frontier(places: pd.DataFrame, groups: Sequence[Group], plan: Plan) -> list[Outcome]:
    """Nine compromises, from most worth (fairness 0) to fairest (1).

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


def next_best(places: pd.DataFrame, groups: Sequence[Group], plan: Plan, outcome: Outcome) -> NextBest:
    """The next best area of each physician at one compromise, and what it costs that one was sent by hand.

    Nothing of it where physicians count differently: it is not worked out there.
    Raises PlacementError as `frontier` does.
    """
    if placement_mixed.is_mixed(groups, plan):
        return _not_worked_out(len(outcome.areas), len(places))
    asked = placement_worth.instance(places, groups, plan)
    asked = asked._replace(regions=asked.regions._replace(minima=outcome.minima))
    found = allocation_leaving.leaving(asked, outcome.areas)
    by_place = np.full(len(places), np.nan)
    is_placed = outcome.areas >= 0
    np.fmin.at(by_place, outcome.areas[is_placed], found.losses[is_placed])
    return NextBest(*found, _cost_of_pins(asked, outcome), by_place)


def _not_worked_out(people: int, places: int) -> NextBest:
    nothing = np.full(people, np.nan)
    return NextBest(np.full(people, -1), nothing, np.zeros(people, bool), nothing, np.full(places, np.nan))


def _cost_of_pins(asked: Instance, outcome: Outcome) -> np.ndarray:
    """What each pin costs by itself, at the same minima of regions."""
    costs = np.full(len(outcome.areas), np.nan)
    for pin in asked.pins:
        without = allocation.solve(asked._replace(pins=[one for one in asked.pins if one != pin]))
        costs[asked.physicians.ids.index(pin[0])] = max(without.value - outcome.value, 0.0)
    return costs


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
