"""Why can a pin or the minima of regions not hold, where physicians count differently?"""

import numpy as np

from analysis import linear_whole, words
from analysis.allocation_mixed_model import model
from analysis.allocation_mixed_question import Question, alike
from analysis.linear_whole import Rows, beside, columns, under
from data.errors import PlacementError


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
        if _placed(question, without) < without.sum():
            asked = without
    blamed, reached = np.flatnonzero(asked), _placed(question, asked)
    if reached == asked.sum():
        return "So much of the gap cannot be closed in each region within these limits, wishes and choices by hand."
    names = words.listed([regions.ids[n] for n in blamed])
    only = f"only {words.plural(reached, 'physician')}" if reached else "nobody"
    asking = f"Region {names} asks for" if len(blamed) == 1 else f"Regions {names} ask for"
    together = "" if len(blamed) == 1 else " together"
    return f"{asking} at least {asked.sum():.0f}{together}, but {only} can be placed there so that each closes a gap."


def _placed(question: Question, asked: np.ndarray) -> int:
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
    found = linear_whole.largest(cols, under(built.rows, rows))
    return round(float(found.values[counted].sum())) if found else 0
