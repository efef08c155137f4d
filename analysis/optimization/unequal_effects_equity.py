"""What does it cost to leave no region behind, where physicians do not count the same?

The share of a region is the FTE of gap closed in it, by those who are there, of the FTE that its areas are short.
Regions short of nothing have no share. See allocation_mixed_fair for what is fairest.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from analysis.optimization import integer_program
from analysis.optimization.integer_program import Rows, beside, columns, under
from analysis.optimization.problem import Instance
from analysis.optimization.unequal_effects import Mixed, reason, solve
from analysis.optimization.unequal_effects_model import Model, Question, model
from data.errors import PlacementError


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
        if integer_program.largest(held.columns._replace(costs=np.zeros(len(held.columns.costs))), held.rows):
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
        found = integer_program.largest(built.columns, built.rows, gap=GAP)
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
