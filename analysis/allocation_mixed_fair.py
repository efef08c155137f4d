"""How many FTE of gap has each region closed when none is left behind, where physicians do not count the same?

Fairest: the lowest share as high as it can be, then the sum of the two lowest, of the three lowest, and so on. That is
asked first of a looser question, in which only how many of each level go to a region are whole numbers; if its answer
can be placed, as it nearly always can, nothing is fairer. If not, it is asked of the question itself.
Source: Ogryczak & Sliwinski 2006, LNCS 3982, 1069-1078 (sums of the lowest by linear rows).
"""

import numpy as np

from analysis import linear_whole
from analysis.allocation_instance import Instance
from analysis.allocation_mixed_model import Model, model
from analysis.allocation_mixed_question import Question
from analysis.allocation_mixed_reasons import reason
from analysis.linear_whole import Rows, beside, columns, under
from data.errors import PlacementError

# How near to the highest each sum of shares is brought.
GAP = 1e-5
EDGE = 1e-7
MANY = 1e6
# FTE of which what any physician counts is a multiple.
UNIT = 0.1


def fairest(question: Question) -> np.ndarray:
    """FTE of gap closed in each region in a fairest placement. Raises PlacementError if there is no placement."""
    built = model(question)
    loose = built._replace(columns=built.columns._replace(is_whole=np.zeros(len(built.columns.costs), bool)))
    floors = _closed(question, loose)
    if floors is not None:
        held = model(question._replace(least_fte=floors))
        if linear_whole.largest(held.columns._replace(costs=np.zeros(len(held.columns.costs))), held.rows):
            return floors
    exact = _closed(question, built)
    if exact is None:
        raise PlacementError(reason(question))
    return exact


def summed(asked: Instance, figures: np.ndarray) -> np.ndarray:
    """Figures of areas, added up by region."""
    position = {region: n for n, region in enumerate(asked.regions.ids)}
    return np.bincount([position[region] for region in asked.areas.regions], figures, len(position))


def _closed(question: Question, built: Model) -> np.ndarray | None:
    """What each region has closed by a fairest answer; None if the question has no answer."""
    needs = summed(question.instance, np.asarray(question.instance.areas.needs, float))
    short = np.flatnonzero(needs > 0)
    built = _counted(question, built._replace(columns=built.columns._replace(costs=np.zeros(len(built.columns.costs)))))
    sent = len(built.columns.costs) - len(needs) + np.arange(len(needs))
    values = np.zeros(len(built.columns.costs))
    for lowest in range(1, len(short) + 1):
        built = _with_lowest(built, sent, needs, lowest)
        found = linear_whole.largest(built.columns, built.rows, gap=GAP)
        if found is None:
            return None
        lows = np.append(built.rows.lows[:-1], built.columns.costs @ found.values - EDGE)
        costs = np.zeros(len(built.columns.costs))
        built = built._replace(columns=built.columns._replace(costs=costs), rows=built.rows._replace(lows=lows))
        values = found.values
    closing = built.closing
    closed = np.bincount(closing.rows, closing.factors * values[closing.columns], len(needs))
    return np.maximum(closed - len(short) * EDGE, 0)


def _counted(question: Question, built: Model) -> Model:
    """The same program, with whole numbers of their own last: of each level to each region, then of FTE in `UNIT`s.

    They follow from the others, but to branch on them settles what regions share much sooner.
    """
    position = {region: n for n, region in enumerate(question.instance.regions.ids)}
    whom, where = built.pairs
    levels, level_of = np.unique([one.effect for one in built.classes], return_inverse=True)
    regions = np.array([position[question.instance.areas.regions[area]] for area in where], int)
    first, kinds, each = len(built.columns.costs), np.arange(len(position) * len(levels)), np.arange(len(position))
    sent = first + len(kinds) + each
    heads = (regions * len(levels) + level_of[whom], np.arange(len(whom)), np.ones(len(whom)))
    fte = (np.repeat(each, len(levels)), first + kinds, np.tile(np.rint(levels / UNIT), len(each)))
    columns_added = columns(np.zeros(len(kinds) + len(each)), MANY, is_whole=True)
    rows = under(built.rows, _equal(heads, first + kinds), _equal(fte, sent))
    return built._replace(columns=beside(built.columns, columns_added), rows=rows)


def _equal(sums: tuple[np.ndarray, np.ndarray, np.ndarray], totals: np.ndarray) -> Rows:
    """Rows by which these sums (rows, columns, factors) are these columns."""
    each = np.arange(len(totals))
    entries = zip(sums, (each, totals, -np.ones(len(totals))), strict=True)
    return Rows(np.zeros(len(totals)), np.zeros(len(totals)), *(np.append(one, other) for one, other in entries))


def _with_lowest(built: Model, sent: np.ndarray, needs: np.ndarray, lowest: int) -> Model:
    """The same program, to make the sum of so many of the lowest shares as large as can be; its row is the last.

    That sum is `lowest` times a line, less what shares are below it, for whichever line makes that the largest.
    """
    short, first, closing = np.flatnonzero(needs > 0), len(built.columns.costs), built.closing
    each, count, line = np.arange(len(short)), len(short), np.full(len(short), first)
    below = first + 1 + each
    number = np.full(len(needs), -1)
    number[short] = each
    is_short = number[closing.rows] >= 0
    regions = closing.rows[is_short]
    of_closed = (number[regions], closing.columns[is_short], -closing.factors[is_short] / needs[regions])
    of_sent = (each, sent[short], -UNIT / needs[short])
    limits = [
        Rows(
            np.full(count, -np.inf),
            np.zeros(count),
            np.concatenate([each, each, rows]),
            np.concatenate([line, below, cols]),
            np.concatenate([np.ones(count), -np.ones(count), factors]),
        )
        for rows, cols, factors in (of_closed, of_sent)
    ]
    own = np.append(float(lowest), -np.ones(count))
    total = Rows(np.array([-np.inf]), np.array([np.inf]), np.zeros(count + 1, int), np.append(first, below), own)
    return built._replace(columns=beside(built.columns, columns(own, 1.0)), rows=under(built.rows, *limits, total))
