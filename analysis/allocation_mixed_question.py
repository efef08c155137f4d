"""What is a question of placement where physicians do not count the same, and who of them are alike?"""

from typing import NamedTuple

import numpy as np

from analysis.allocation_instance import Instance


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
