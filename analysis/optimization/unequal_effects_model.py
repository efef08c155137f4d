"""What is a question of placement where physicians do not count the same, and who of them are alike?"""

from itertools import combinations_with_replacement, pairwise
from typing import NamedTuple

import numpy as np

from analysis.optimization.integer_program import Columns, Rows, beside, columns, under
from analysis.optimization.problem import Instance


class Languages(NamedTuple):
    """What those who speak a language of a group earn.

    groups: of each physician, a row of `people`, -1 for none. people: who has limited English, by group and area. each:
    people whom one FTE reaches, by area. worth: by group and area, what an FTE earns that reaches all it can.
    """

    groups: np.ndarray
    people: np.ndarray
    each: np.ndarray
    worth: np.ndarray


class Question(NamedTuple):
    """A question of placement whose physicians count differently.

    Of the instance neither `slots` nor `doors` count: `last_share` says what the last FTE of a need is worth beside the
    first, and `languages` what those who speak them earn. least_fte: FTE of gap to be closed in each region at least.
    """

    instance: Instance
    last_share: float
    languages: Languages
    least_fte: np.ndarray


class Alike(NamedTuple):
    """Physicians who are alike, by position in the order of ids: FTE of each, group of languages, whether pinned.

    values: by position of the area, what one of them is worth there beside the gap; missing (NaN) where none may go.
    """

    physicians: list[int]
    effect: float
    group: int
    is_pinned: bool
    values: np.ndarray


def alike(question: Question) -> list[Alike]:
    """Everyone, in classes of those who are alike; classes in the order of their first id."""
    asked = question.instance
    table, is_pinned = _table(asked), {who for who, _ in asked.pins}
    found: dict[tuple[float, int, bool, bytes], Alike] = {}
    for n in sorted(range(len(asked.physicians.ids)), key=asked.physicians.ids.__getitem__):
        effect, group = float(asked.physicians.effects[n]), int(question.languages.groups[n])
        pinned = asked.physicians.ids[n] in is_pinned
        key = (effect, group, pinned, table[n].tobytes())
        found.setdefault(key, Alike([], effect, group, pinned, table[n])).physicians.append(n)
    return list(found.values())


def reached(languages: Languages, effects: np.ndarray, areas: np.ndarray) -> np.ndarray:
    """With how many people with limited English each physician is counted where they are (-1: nowhere).

    Of one group in one area those who count most come first, each with as many as they can reach; the last has the
    rest.
    """
    found, left = np.zeros(len(areas)), np.array(languages.people, float)
    for n in sorted(range(len(areas)), key=lambda n: (-effects[n], n)):
        group, area = languages.groups[n], areas[n]
        if group >= 0 and area >= 0:
            found[n] = min(effects[n] * languages.each[area], left[group, area])
            left[group, area] -= found[n]
    return found


def rates(languages: Languages, effect: float) -> np.ndarray:
    """What one person reached earns, by group and area, where one physician counts so much; 0 where nobody lives."""
    most = np.minimum(languages.people, effect * languages.each)
    return np.divide(languages.worth * effect, most, out=np.zeros(most.shape), where=most > 0)


def earned(question: Question, areas: np.ndarray) -> np.ndarray:
    """What each physician earns by a language where they are, in FTE."""
    languages, effects = question.languages, np.asarray(question.instance.physicians.effects, float)
    found = reached(languages, effects, areas)
    for n in np.flatnonzero(found).tolist():
        found[n] *= rates(languages, effects[n])[languages.groups[n], areas[n]]
    return found


def _table(asked: Instance) -> np.ndarray:
    """What each physician is worth in each area beside the gap; missing (NaN) where they may not go."""
    table = np.full((len(asked.physicians.ids), len(asked.areas.ids)), np.nan)
    table[asked.choices.physicians, asked.choices.areas] = asked.choices.values
    who, where = ({one: n for n, one in enumerate(part.ids)} for part in (asked.physicians, asked.areas))
    for physician, area in asked.forbidden:
        table[who[physician], where[area]] = np.nan
    for physician, area in asked.pins:
        row, column = who[physician], where[area]
        table[row, np.arange(len(where)) != column] = np.nan
    return table


PATTERN_EDGE = 1e-9


class Patterns(NamedTuple):
    """The mixtures of each area: the area, how many of each level, FTE there, FTE of gap closed, and worth in FTE."""

    areas: np.ndarray
    counts: np.ndarray
    fte: np.ndarray
    closed: np.ndarray
    worth: np.ndarray


def worth(needs: np.ndarray, fte: np.ndarray, last_share: float) -> np.ndarray:
    """What so many FTE are worth in areas of these needs: see allocation_worth.slots, of which this is the sum."""
    sent = np.minimum(fte, needs)
    lost = np.divide(sent**2, needs, out=np.zeros_like(sent), where=needs > 0)
    return sent - (1 - last_share) / 2 * lost


def patterns(
    needs: np.ndarray, capacities: np.ndarray, levels: np.ndarray, pinned: np.ndarray, last_share: float
) -> Patterns:
    """The mixtures that may be, area by area. `pinned`: how many of each level (columns) are pinned to each area.

    `capacities`: the most physicians of an area. Nobody at all is a mixture too, unless somebody is pinned there.
    """
    every = _mixtures(len(levels), int(np.max(capacities, initial=0)))
    fte = every @ levels
    found = [
        np.flatnonzero(
            (every.sum(axis=1) <= capacity)
            & (every >= held).all(axis=1)
            & (fte - _least(every - held, levels) < need - PATTERN_EDGE)
        )
        for need, capacity, held in zip(needs, capacities, pinned, strict=True)
    ]
    areas = np.repeat(np.arange(len(needs)), [len(rows) for rows in found])
    rows = np.concatenate([*found, np.zeros(0, int)])
    own = np.asarray(needs, float)[areas]
    return Patterns(areas, every[rows], fte[rows], np.minimum(fte[rows], own), worth(own, fte[rows], last_share))


def _least(free: np.ndarray, levels: np.ndarray) -> np.ndarray:
    """The FTE of whoever of each mixture counts least, of those who are not pinned; infinite if all are."""
    return np.where(free > 0, levels, np.inf).min(axis=1, initial=np.inf)


def _mixtures(levels: int, most: int) -> np.ndarray:
    rows = [
        np.bincount(np.array(chosen, int), minlength=levels)
        for size in range(most + 1)
        for chosen in combinations_with_replacement(range(levels), size)
    ]
    return np.array(rows, int).reshape(-1, levels)


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
