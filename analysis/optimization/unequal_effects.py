"""Where would physicians close the most of the gap if they do not count the same?

What two places of an area are worth then hangs on who fills them, and no flow sees that. Instead each area has one of
the mixtures that it may have (allocation_patterns), and whole numbers of physicians who are alike go to areas so that
they come about. HiGHS finds the best and proves it, by branch and bound.
Source: Dantzig & Wolfe 1960, Operations Research 8(1), 101-111; Huangfu & Hall 2018, HiGHS.
"""

import math
from typing import NamedTuple

import numpy as np

from analysis.optimization import integer_program
from analysis.optimization.integer_program import Rows, beside, columns, under
from analysis.optimization.problem import Instance, checked
from analysis.optimization.unequal_effects_model import Model, Question, alike, earned, model, worth
from analysis.wording import numbers
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
    found = integer_program.largest(built.columns, built.rows)
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


def pinned(question: Question) -> None:
    """Nothing, if everyone who is pinned may go there. Raises PlacementError, naming the first who may not."""
    pins = dict(question.instance.pins)
    for one in alike(question):
        if one.is_pinned and np.isnan(one.values).all():
            name = question.instance.physicians.ids[one.physicians[0]]
            raise PlacementError(f"Physician {name} is pinned to {pins[name]}, but may not go there.")


def reason(question: Question) -> str:
    """One sentence about the fewest regions whose minima cannot hold together."""
    regions = question.instance.regions
    asked = np.array(regions.minima, float)
    for region in np.flatnonzero(asked):
        without = np.where(np.arange(len(asked)) == region, 0, asked)
        if _placed_reason(question, without) < without.sum():
            asked = without
    blamed, reached = np.flatnonzero(asked), _placed_reason(question, asked)
    if reached == asked.sum():
        return "So much of the gap cannot be closed in each region within these limits, wishes and choices by hand."
    names = numbers.listed([regions.ids[n] for n in blamed])
    only = f"only {numbers.plural(reached, 'physician')}" if reached else "nobody"
    asking = f"Region {names} asks for" if len(blamed) == 1 else f"Regions {names} ask for"
    together = "" if len(blamed) == 1 else " together"
    return f"{asking} at least {asked.sum():.0f}{together}, but {only} can be placed there so that each closes a gap."


def _placed_reason(question: Question, asked: np.ndarray) -> int:
    """How many of these minima can be reached at the same time."""
    limits = question.instance.regions._replace(minima=np.zeros(len(asked), int))
    open_ended = question._replace(instance=question.instance._replace(regions=limits), least_fte=np.zeros(len(asked)))
    built, each = model(open_ended), np.arange(len(asked))
    counted = len(built.columns.costs) + each
    region_of = dict(zip(limits.ids, each.tolist(), strict=True))
    where = [region_of[question.instance.areas.regions[area]] for area in built.pairs[1]]
    rows = Rows(
        np.full(len(asked), -np.inf),
        np.zeros(len(asked)),
        np.append(each, where),
        np.append(counted, np.arange(len(where))),
        np.append(np.ones(len(asked)), -np.ones(len(where))),
    )
    cols = beside(built.columns._replace(costs=np.zeros(len(built.columns.costs))), columns(np.ones(len(asked)), asked))
    found = integer_program.largest(cols, under(built.rows, rows))
    return round(float(found.values[counted].sum())) if found else 0
