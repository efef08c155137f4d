"""Where does a cohort go, at each compromise between most worth and fairest?"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analysis.optimization import equity, sensitivity, solve, unequal_effects
from analysis.optimization import next_best as optimization_next_best
from analysis.optimization.equity import Point
from analysis.optimization.problem import Instance
from analysis.optimization.sensitivity import Ranges
from analysis.optimization.solve import Placed
from analysis.optimization.unequal_effects_equity import Point as MixedPoint
from analysis.optimization.unequal_effects_model import Question
from analysis.placement import worth
from analysis.placement.cohort import Group
from analysis.placement.worth import Plan, Weights
from analysis.wording import numbers

POINTS = equity.POINTS
COLUMNS = ("fairness_point", "placement_worth_fte", "least_region_share", "second_region_share", "regions_with_none")
DRAWS = sensitivity.DRAWS
# How much lower and higher each weight may be: to begin with, and at the least and the most.
SPREAD, SPREADS = 0.5, (0.1, 1.0)


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
    if worth.is_mixed(groups, plan):
        mixed = worth.compromises(places, groups, plan, POINTS)
        yield from (Step(number / POINTS, _outcome(point, point.least_fte)) for number, point in enumerate(mixed, 1))
        return
    asked = worth.instance(places, groups, plan)
    for number, point in enumerate(equity.compromises(asked, POINTS), 1):
        yield Step(number / POINTS, _outcome(point, point.minima))


def next_best(places: pd.DataFrame, groups: Sequence[Group], plan: Plan, outcome: Outcome) -> NextBest:
    """The next best area of each physician at one compromise, and what it costs that one was sent by hand.

    Nothing of it where physicians count differently: it is not worked out there.
    Raises PlacementError as `frontier` does.
    """
    if worth.is_mixed(groups, plan):
        return _not_worked_out(len(outcome.areas), len(places))
    asked = worth.instance(places, groups, plan)
    asked = asked._replace(regions=asked.regions._replace(minima=outcome.minima))
    found = optimization_next_best.leaving(asked, outcome.areas)
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
        without = solve.solve(asked._replace(pins=[one for one in asked.pins if one != pin]))
        costs[asked.physicians.ids.index(pin[0])] = max(without.value - outcome.value, 0.0)
    return costs


def _outcome(point: Point | MixedPoint, minima: np.ndarray) -> Outcome:
    placed = point.placement
    is_placed = placed.areas >= 0
    effects = np.asarray(placed.instance.physicians.effects)
    return Outcome(
        fairness=point.fairness,
        areas=placed.areas,
        closed=solve.closed_fte(placed),
        brought=np.bincount(placed.areas[is_placed], effects[is_placed], len(placed.instance.areas.ids)),
        value=placed.value,
        is_proven=abs(placed.gap) <= placed.rounding,
        regions=tuple(placed.instance.regions.ids),
        shares=point.shares,
        minima=minima,
    )


def rows(outcomes: Sequence[Outcome]) -> pd.DataFrame:
    """The compromises from most worth to fairest.

    Returns one row per compromise: fairness_point (1 to 9), fte_closed, placement_worth_fte (FTE), least_region_share,
    second_region_share (0-1: closed of the need of the regions that get the least and the second least of theirs;
    missing where not so many are short), regions_with_none (short, and nothing closed).
    """
    shares = [np.sort(one.shares[~np.isnan(one.shares)]) for one in outcomes]
    return pd.DataFrame(
        {
            "fairness_point": range(1, len(outcomes) + 1),
            "fte_closed": [float(one.closed.sum()) for one in outcomes],
            "placement_worth_fte": [one.value for one in outcomes],
            "least_region_share": [_nth(known, 0) for known in shares],
            "second_region_share": [_nth(known, 1) for known in shares],
            "regions_with_none": [int((known == 0).sum()) for known in shares],
        }
    )


def different(outcomes: Sequence[Outcome]) -> int:
    """How many of these compromises are different placements."""
    return len({one.areas.tobytes() for one in outcomes})


def told(points: pd.DataFrame, chosen: int, placements: int) -> str:
    """What the fairest compromise costs, where the reader stands, and how many different placements there are."""
    first, last, mine = points.iloc[0], points.iloc[-1], points.iloc[chosen - 1]
    lost = first.placement_worth_fte - last.placement_worth_fte
    cost = (
        "costs nothing of worth"
        if lost < 0.005
        else f"costs {lost:.2f} of {first.placement_worth_fte:.2f} FTE of worth"
    )
    ends = [numbers.figure(point.least_region_share, "share") for point in (first, last)]
    return (
        f"From most worth to fairest {cost}, and takes the region that gets the least from {ends[0]} of its need to "
        f"{ends[1]}{_without(first, last)}; at yours, point {chosen}, it gets "
        f"{numbers.figure(mine.least_region_share, 'share')}{_second(mine)}. {_placements(placements, len(points))}"
    )


def _without(first: pd.Series, last: pd.Series) -> str:
    if not first.regions_with_none:
        return ""
    return f" and the regions that get nothing from {first.regions_with_none:.0f} to {last.regions_with_none:.0f}"


def _second(mine: pd.Series) -> str:
    told = (
        ""
        if np.isnan(mine.second_region_share)
        else f", the second least {numbers.figure(mine.second_region_share, 'share')}"
    )
    return (
        f"{told}, and {numbers.plural(mine.regions_with_none, 'region')} {_gets(mine)} nothing"
        if mine.regions_with_none
        else told
    )


def _gets(mine: pd.Series) -> str:
    return "gets" if mine.regions_with_none == 1 else "get"


def _placements(placements: int, points: int) -> str:
    if placements == 1:
        return "What is worth the most is as fair as can be: all points are one placement."
    if placements == points:
        return f"The {points} points are {points} different placements."
    return (
        f"There are {placements} different placements from end to end: with so few physicians to move between regions, "
        f"some of the {points} points are the same."
    )


def _nth(known: np.ndarray, n: int) -> float:
    return float(known[n]) if len(known) > n else float("nan")


def ranges(weights: Weights, spread: float = SPREAD) -> Ranges:
    """From so much lower to so much higher, each weight by itself; the last FTE is never worth more than the first.

    `spread`: a share, 0.5 for 50% lower to 50% higher.
    """
    middle = np.array(weights, float)
    highs = (1 + spread) * middle
    highs[-1] = min(highs[-1], 1.0)
    return Ranges((1 - spread) * middle, highs)


def draws(
    places: pd.DataFrame,
    groups: Sequence[Group],
    plan: Plan,
    minima: Sequence[int],
    *,
    spread: float = SPREAD,
    number: int = DRAWS,
) -> Iterator[Placed]:
    """The best placement at each draw of the weights, one at a time, so that it can be stopped.

    `minima`: what each region must get by the reader's compromise, as its Outcome has it; that stays. The same every
    time. Raises PlacementError as allocation.solve does.
    """
    if worth.is_mixed(groups, plan):

        def _asked(drawn: np.ndarray) -> Question:
            asked = worth.question(places, groups, plan._replace(weights=Weights(*drawn.tolist())))
            return asked._replace(least_fte=np.asarray(minima, float))

        return sensitivity.drawn(_asked, ranges(plan.weights, spread), draws=number, best=unequal_effects.solve)

    def _make(drawn: np.ndarray) -> Instance:
        asked = worth.instance(places, groups, plan._replace(weights=Weights(*drawn.tolist())))
        return asked._replace(regions=asked.regions._replace(minima=np.asarray(minima)))

    return sensitivity.drawn(_make, ranges(plan.weights, spread), draws=number)
