"""What lies between the placement that is worth the most and the fairest? Rows, and a sentence."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis import words
from analysis.placement_outcomes import Outcome

COLUMNS = ("fairness_point", "placement_worth_fte", "least_region_share", "second_region_share", "regions_with_none")


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
    ends = [words.figure(point.least_region_share, "share") for point in (first, last)]
    return (
        f"From most worth to fairest {cost}, and takes the region that gets the least from {ends[0]} of its need to "
        f"{ends[1]}{_without(first, last)}; at yours, point {chosen}, it gets "
        f"{words.figure(mine.least_region_share, 'share')}{_second(mine)}. {_placements(placements, len(points))}"
    )


def _without(first: pd.Series, last: pd.Series) -> str:
    if not first.regions_with_none:
        return ""
    return f" and the regions that get nothing from {first.regions_with_none:.0f} to {last.regions_with_none:.0f}"


def _second(mine: pd.Series) -> str:
    told = (
        ""
        if np.isnan(mine.second_region_share)
        else f", the second least {words.figure(mine.second_region_share, 'share')}"
    )
    return (
        f"{told}, and {words.plural(mine.regions_with_none, 'region')} {_gets(mine)} nothing"
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
