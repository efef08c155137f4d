"""What program of whole numbers is a question of placement whose physicians count differently?

So many of each class of physicians who are alike go to each area; each area has one of its mixtures, by level of FTE,
of just those who come; and people with limited English are reached by those who are there, each of them once.
"""

from itertools import pairwise
from typing import NamedTuple

import numpy as np

from analysis.allocation_mixed_question import Alike, Question, alike, rates
from analysis.allocation_patterns import Patterns, patterns
from analysis.linear_whole import Columns, Rows, beside, columns, under

EDGE = 1e-7
NO_END = np.inf


class Model(NamedTuple):
    """The program: first the pairs of a class and an area, then the mixtures, then people reached, in FTE.

    pairs: class and area of each. closing: FTE of gap closed in each region, as entries of rows (the regions).
    """

    classes: list[Alike]
    pairs: tuple[np.ndarray, np.ndarray]
    patterns: Patterns
    columns: Columns
    rows: Rows
    closing: Rows


class _Parts(NamedTuple):
    question: Question
    classes: list[Alike]
    pairs: tuple[np.ndarray, np.ndarray]
    levels: np.ndarray
    level_of: np.ndarray
    regions: np.ndarray
    patterns: Patterns


def model(question: Question) -> Model:
    """The program of a question; areas in the order of ids, so that it does not depend on the order of rows."""
    parts = _parts(question)
    spoken, speaking = _languages(parts)
    whom, where = parts.pairs
    values = np.array([parts.classes[c].values[a] for c, a in zip(whom, where, strict=True)], float)
    sizes = np.array([len(one.physicians) for one in parts.classes])
    most = np.minimum(sizes[whom], np.asarray(question.instance.areas.capacities)[where]) if len(whom) else values
    closing = _closing(parts)
    least = closing._replace(lows=question.least_fte - EDGE)
    cols = beside(columns(values, most, is_whole=True), columns(parts.patterns.worth, 1.0, is_whole=True), spoken)
    rows = under(_supply(parts, sizes), _mixed(parts), _regions(parts), least, speaking)
    return Model(parts.classes, parts.pairs, parts.patterns, cols, rows, closing)


def _parts(question: Question) -> _Parts:
    asked, classes = question.instance, alike(question)
    order = np.array(sorted(range(len(asked.areas.ids)), key=asked.areas.ids.__getitem__), int)
    levels, level_of = np.unique([one.effect for one in classes], return_inverse=True)
    may = np.array([~np.isnan(one.values) for one in classes], bool).reshape(-1, len(order))[:, order]
    whom, where = np.nonzero(may)
    pinned = np.zeros((len(order), len(levels)), int)
    for one, level in zip(classes, level_of, strict=True):
        if one.is_pinned:
            pinned[~np.isnan(one.values), level] += len(one.physicians)
    found = patterns(asked.areas.needs, asked.areas.capacities, levels, pinned, question.last_share)
    code = {region: n for n, region in enumerate(asked.regions.ids)}
    regions = np.array([code[region] for region in asked.areas.regions], int)
    return _Parts(question, classes, (whom, order[where]), levels, level_of, regions, _ordered(found, order))


def _ordered(found: Patterns, order: np.ndarray) -> Patterns:
    rows = np.argsort(np.argsort(order)[found.areas], kind="stable")
    return Patterns(*(part[rows] for part in found))


def _supply(parts: _Parts, sizes: np.ndarray) -> Rows:
    """No more of a class than there are; all of those who are pinned."""
    lows = np.where([one.is_pinned for one in parts.classes], sizes, 0)
    whom = parts.pairs[0]
    return Rows(lows, sizes, whom, np.arange(len(whom)), np.ones(len(whom)))


def _mixed(parts: _Parts) -> Rows:
    """One mixture an area, of just those who come: a row an area, then one an area and level."""
    found, (whom, where), areas = parts.patterns, parts.pairs, len(parts.regions)
    mixtures = len(whom) + np.arange(len(found.areas))
    which, level = np.nonzero(found.counts)
    held = Rows(
        np.zeros(areas * len(parts.levels)),
        np.zeros(areas * len(parts.levels)),
        np.append(where * len(parts.levels) + parts.level_of[whom], found.areas[which] * len(parts.levels) + level),
        np.append(np.arange(len(whom)), mixtures[which]),
        np.append(np.ones(len(whom)), -found.counts[which, level]),
    )
    return under(Rows(np.ones(areas), np.ones(areas), found.areas, mixtures, np.ones(len(mixtures))), held)


def _regions(parts: _Parts) -> Rows:
    """The fewest and the most physicians of each region."""
    limits, (whom, where) = parts.question.instance.regions, parts.pairs
    ends = (np.asarray(part, float) for part in (limits.minima, np.minimum(limits.maxima, 1e6)))
    return Rows(*ends, parts.regions[where], np.arange(len(whom)), np.ones(len(whom)))


def _closing(parts: _Parts) -> Rows:
    """FTE of gap closed in each region, without an end."""
    found, count = parts.patterns, len(parts.question.instance.regions.ids)
    which = len(parts.pairs[0]) + np.arange(len(found.areas))
    ends = np.full(count, -NO_END), np.full(count, NO_END)
    return Rows(*ends, parts.regions[found.areas], which, found.closed)


def _languages(parts: _Parts) -> tuple[Columns, Rows]:
    """People reached, as the FTE that reach them, by group, area and level: who counts most earns most a person."""
    languages, (whom, where) = parts.question.languages, parts.pairs
    groups = np.array([one.group for one in parts.classes], int)[whom] if len(whom) else whom
    speak = np.flatnonzero(groups >= 0)
    speak = speak[languages.worth[groups[speak], where[speak]] * languages.people[groups[speak], where[speak]] > 0]
    codes = np.column_stack([groups[speak], where[speak], parts.level_of[whom[speak]]]).reshape(-1, 3)
    kinds, kind_of = np.unique(codes, axis=0, return_inverse=True)
    group, area, _ = kinds.T
    earn = [rates(languages, effect) * languages.each for effect in parts.levels]
    costs = np.array([earn[k][g, a] for g, a, k in kinds], float)
    people = languages.people[group, area] / languages.each[area]
    first = len(whom) + len(parts.patterns.areas)
    each, once = np.arange(len(kinds)), _together(kinds)
    effects = parts.levels[parts.level_of[whom[speak]]]
    able = Rows(
        np.full(len(kinds), -NO_END),
        np.zeros(len(kinds)),
        np.append(each, kind_of.ravel()),
        np.append(first + each, speak),
        np.append(np.ones(len(kinds)), -effects),
    )
    tops = np.zeros(int(once.max(initial=-1)) + 1)
    tops[once] = people
    shared = Rows(np.full(len(tops), -NO_END), tops, once, first + each, np.ones(len(kinds)))
    return columns(costs, people), under(able, shared)


def _together(kinds: np.ndarray) -> np.ndarray:
    """A number for each group and area, of kinds in order."""
    steps = [int((one[:2] != other[:2]).any()) for one, other in pairwise(kinds)]
    return np.cumsum([0, *steps])[: len(kinds)]
