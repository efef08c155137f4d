"""Where would physicians close the most of the gap if they do not count the same?

What two places of an area are worth then hangs on who fills them, and no flow sees that. Instead each area has one of
the mixtures that it may have (allocation_patterns), and whole numbers of physicians who are alike go to areas so that
they come about. HiGHS finds the best and proves it, by branch and bound.
Source: Dantzig & Wolfe 1960, Operations Research 8(1), 101-111; Huangfu & Hall 2018, HiGHS.
"""

import math
from typing import NamedTuple

import numpy as np

from analysis import linear_whole
from analysis.allocation_checks import checked
from analysis.allocation_instance import Instance
from analysis.allocation_mixed_model import Model, model
from analysis.allocation_mixed_question import Question, earned
from analysis.allocation_mixed_reasons import pinned, reason
from analysis.allocation_patterns import worth
from data.errors import PlacementError

# What sums of the solver's figures may be off, each by its tolerance of 1e-8 to 1e-7.
ROUNDING = 1e-5


class Mixed(NamedTuple):
    """The best placement, as allocation.Placement without its network.

    areas: position of the area of each physician, -1 for none. value: what it is worth. gap: how much more any other
    could be worth by HiGHS's own bound: no more than `rounding` if it is proven.
    """

    instance: Instance
    areas: np.ndarray
    value: float
    gap: float
    rounding: float


def solve(question: Question) -> Mixed:
    """The placement that is worth the most, with what the solver proves of it.

    The same every time, and it depends on ids, never on the order of rows; of physicians who are alike the first id has
    the first area. Whoever would close nothing stays, unless pinned.
    Raises PlacementError, saying which constraint can't hold or which figure is wrong.
    """
    checked(question.instance)
    pinned(question)
    built = model(question)
    found = linear_whole.largest(built.columns, built.rows)
    if found is None:
        raise PlacementError(reason(question))
    areas = _placed(built, found.values, len(question.instance.physicians.ids))
    own = value(question, areas)
    return Mixed(question.instance, areas, own, found.bound - own, ROUNDING)


def _placed(built: Model, values: np.ndarray, people: int) -> np.ndarray:
    """The area of each physician by position, -1 for none, from the solver's values."""
    areas = np.full(people, -1)
    whom, where = built.pairs
    counts = np.rint(values[: len(whom)]).astype(int)
    for number, one in enumerate(built.classes):
        mine = whom == number
        there = np.repeat(where[mine], counts[mine])
        areas[one.physicians[: len(there)]] = there
    return areas


def value(question: Question, areas: np.ndarray) -> float:
    """What a placement is worth, by the FTE of those who are there; `areas` by position, -1 for nowhere."""
    asked = question.instance
    effects, needs = (np.asarray(part, float) for part in (asked.physicians.effects, asked.areas.needs))
    is_placed = areas >= 0
    there = np.bincount(areas[is_placed], effects[is_placed], len(needs))
    chosen = areas[asked.choices.physicians] == asked.choices.areas
    parts = (asked.choices.values[chosen], worth(needs, there, question.last_share), earned(question, areas))
    return math.fsum(math.fsum(part) for part in parts)
