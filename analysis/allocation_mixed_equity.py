"""What does it cost to leave no region behind, where physicians do not count the same?

The share of a region is the FTE of gap closed in it, by those who are there, of the FTE that its areas are short.
Regions short of nothing have no share. See allocation_mixed_fair for what is fairest.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from analysis.allocation_mixed import Mixed, solve
from analysis.allocation_mixed_fair import fairest, summed
from analysis.allocation_mixed_question import Question


class Point(NamedTuple):
    """A compromise: how far from most gap closed (0) to fairest (1), the best placement there, and regions' shares.

    least_fte: FTE of gap that each region had to have closed.
    """

    fairness: float
    placement: Mixed
    shares: np.ndarray
    least_fte: np.ndarray


def closed_by_region(placement: Mixed) -> np.ndarray:
    """FTE of gap closed in each region by those who are there, in the order of regions."""
    asked, is_placed = placement.instance, placement.areas >= 0
    effects, needs = (np.asarray(part, float) for part in (asked.physicians.effects, asked.areas.needs))
    there = np.bincount(placement.areas[is_placed], effects[is_placed], len(needs))
    return summed(asked, np.minimum(there, needs))


def shares(placement: Mixed) -> np.ndarray:
    """The share of each region, 0 to 1; missing (NaN) where nothing is short."""
    needs = summed(placement.instance, np.asarray(placement.instance.areas.needs, float))
    return np.divide(closed_by_region(placement), needs, out=np.full(len(needs), np.nan), where=needs > 0)


def compromises(question: Question, points: int) -> Iterator[Point]:
    """Compromises in even steps from most gap closed to fairest, each the best that closes so much in regions behind.

    One at a time, so that it can be stopped. Worth never rises along the way; a region ahead never falls behind what it
    gets in a fairest placement. Raises PlacementError as allocation_mixed.solve does.
    """
    first = solve(question)
    yield Point(0.0, first, shares(first), question.least_fte)
    most = fairest(question)
    behind = np.minimum(closed_by_region(first), most)
    for fairness in np.linspace(0, 1, points)[1:]:
        least = behind + fairness * (most - behind)
        fairer = solve(question._replace(least_fte=least))
        yield Point(float(fairness), fairer, shares(fairer), least)
