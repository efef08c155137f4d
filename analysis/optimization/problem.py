"""What is a question of placement: who, where to, which pairs may be, and what is each worth?"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from data.errors import PlacementError


class Physicians(NamedTuple):
    """Who is to be placed, and the full-time equivalents that each brings: of designation or of access, never both."""

    ids: Sequence[str]
    effects: np.ndarray


class Areas(NamedTuple):
    """Where to: FTE short, how many physicians can be taken in (supervision), and the region of each."""

    ids: Sequence[str]
    needs: np.ndarray
    capacities: np.ndarray
    regions: Sequence[str]


class Regions(NamedTuple):
    """The fewest and the most physicians that each region is to get."""

    ids: Sequence[str]
    minima: np.ndarray
    maxima: np.ndarray


class Choices(NamedTuple):
    """The pairs that may be: positions of physician and area, and what the pair is worth; all others may not be."""

    physicians: np.ndarray
    areas: np.ndarray
    values: np.ndarray


class Doors(NamedTuple):
    """What physicians of the same group earn in the same area, each less than those before, or as much.

    groups: the group of each physician, as a row of `worth`; -1 for none. worth: by group, area and how many of the
    group come there: what the first, second, ... earns. Beyond the last nothing is earned.
    """

    groups: np.ndarray
    worth: np.ndarray


class Instance(NamedTuple):
    """A question of placement. `slots` has a row an area: what its first, second, ... physician is worth there.

    A place beyond the last column is worth nothing. `pins` and `forbidden` are pairs of physician and area, by id.
    `doors`: what is earned once by a group, such as for the people who speak its language; None for nothing.
    """

    physicians: Physicians
    areas: Areas
    regions: Regions
    choices: Choices
    slots: np.ndarray
    pins: Sequence[tuple[str, str]] = ()
    forbidden: Sequence[tuple[str, str]] = ()
    doors: Doors | None = None


def every_pair(values: np.ndarray, eligible: np.ndarray | None = None) -> Choices:
    """The choices of a table of physicians by areas, all of them or those that are eligible."""
    rows, columns = np.nonzero(np.ones(values.shape, bool) if eligible is None else eligible)
    return Choices(rows, columns, values[rows, columns])


def anywhere(areas: Areas) -> Regions:
    """The regions of these areas, in order, without a minimum or a maximum."""
    ids = sorted(set(areas.regions))
    return Regions(ids, np.zeros(len(ids), int), np.full(len(ids), np.iinfo(np.int32).max))


def checked(instance: Instance) -> Instance:
    """The same instance.

    Raises PlacementError with one sentence about the first thing that is wrong.
    """
    _lists(instance)
    _figures(instance)
    _regions(instance)
    _choices(instance)
    _doors(instance)
    _pins(instance)
    return instance


def told(number: float, singular: str, plural: str) -> str:
    """3 physicians, 1 physician, no physicians"""
    return f"{f'{number:,.0f}' if number else 'no'} {singular if number == 1 else plural}"


def _require(is_right: bool, sentence: str) -> None:
    if not is_right:
        raise PlacementError(sentence)


def _lists(instance: Instance) -> None:
    lists = (("physician", instance.physicians, 1), ("area", instance.areas, 3), ("region", instance.regions, 2))
    for name, part, columns in lists:
        twice = [one for one, times in Counter(part.ids).items() if times > 1]
        _require(not twice, f"The {name} {twice[0] if twice else ''} is listed twice: leave one out.")
        lengths = {len(column) for column in part[1 : columns + 1]} - {len(part.ids)}
        _require(not lengths, f"There are {len(part.ids)} {name}s, but figures for {min(lengths, default=0)}.")
    slots, areas = np.shape(instance.slots), len(instance.areas.ids)
    is_table = len(slots) == 2 and slots[0] == areas
    _require(is_table, f"Places are a table of {slots}, but there are {areas} areas: give one row an area.")


def _figures(instance: Instance) -> None:
    physicians, areas, regions = instance.physicians, instance.areas, instance.regions
    _known("what a physician brings", "FTE of", physicians.effects, physicians.ids)
    _known("what an area is short", "need of", areas.needs, areas.ids)
    for name, ids, figures in (
        ("capacity of", areas.ids, areas.capacities),
        ("minimum of region", regions.ids, regions.minima),
        ("maximum of region", regions.ids, regions.maxima),
    ):
        _known("a number of physicians", name, figures, ids)
        odd = np.flatnonzero(np.asarray(figures) != np.floor(figures))
        _require(not len(odd), f"The {name} {_first(ids, odd)} is not a whole number of physicians.")
    doors = () if instance.doors is None else (("door", instance.doors.worth),)
    for name, figures in (("weight", instance.choices.values), ("place", instance.slots), *doors):
        wrong = np.ravel(figures)[~(np.isfinite(np.ravel(figures)) & (np.ravel(figures) >= 0))]
        _require(
            not len(wrong),
            f"A {name} is worth {sum(wrong[:1]):g}: it must be known and not below zero.",
        )
    rising = np.flatnonzero((np.diff(instance.slots, axis=1) > 0).any(axis=1))
    _require(
        not len(rising),
        f"In {_first(areas.ids, rising)} a later physician is worth more than an earlier one: let worth fall or stay.",
    )


def _doors(instance: Instance) -> None:
    if instance.doors is None:
        return
    (groups, worth), people, areas = instance.doors, len(instance.physicians.ids), instance.areas.ids
    _require(len(groups) == people, f"There are {people} physicians, but groups for {len(groups)}.")
    is_table = np.ndim(worth) == 3 and np.shape(worth)[1] == len(areas)
    _require(is_table, f"Doors are a table of {np.shape(worth)}, but there are {len(areas)} areas: groups by areas.")
    unknown = [group for group in groups if not -1 <= group < len(worth)]
    _require(not unknown, f"A physician is of group {sum(unknown[:1])}, but there are {len(worth)}.")
    rising = _first(areas, np.flatnonzero((np.diff(worth, axis=2) > 0).any(axis=(0, 2))))
    _require(
        not rising, f"In {rising} a later physician of a group earns more than an earlier one: let it fall or stay."
    )


def _known(meaning: str, name: str, figures: np.ndarray, ids: Sequence[str]) -> None:
    values = np.asarray(figures, float)
    wrong = np.flatnonzero(~(np.isfinite(values) & (values >= 0)))
    if len(wrong):
        told_value = f"{values[wrong[0]]:g}"
        raise PlacementError(f"The {name} {ids[wrong[0]]} is {told_value}: {meaning} must be known and not below zero.")


def _regions(instance: Instance) -> None:
    areas, regions = instance.areas, instance.regions
    known = set(regions.ids)
    lost = [n for n, region in enumerate(areas.regions) if region not in known]
    if lost:
        raise PlacementError(f"{areas.ids[lost[0]]} is in the region {areas.regions[lost[0]]}, which is not known.")
    for region, least, most in zip(*regions, strict=True):
        _require(least <= most, f"Region {region} asks for at least {least:.0f}, but for no more than {most:.0f}.")


def _choices(instance: Instance) -> None:
    choices = instance.choices
    _require(len({len(part) for part in choices}) == 1, "The choices must have a physician, an area and a value each.")
    for name, ends, ids in (
        ("physician", choices.physicians, instance.physicians.ids),
        ("area", choices.areas, instance.areas.ids),
    ):
        is_inside = not len(ends) or 0 <= np.min(ends) <= np.max(ends) < len(ids)
        _require(is_inside, f"A choice names {name} number {_outside(ends, len(ids))}, but there are {len(ids)}.")


def _outside(ends: np.ndarray, count: int) -> int:
    outside = np.asarray(ends)[(np.asarray(ends) < 0) | (np.asarray(ends) >= count)]
    return int(outside[0]) if len(outside) else -1


def _pins(instance: Instance) -> None:
    areas, regions = instance.areas, instance.regions
    for kind, ids, end in (("physician", instance.physicians.ids, 0), ("area", areas.ids, 1)):
        unknown = sorted({pair[end] for pair in (*instance.pins, *instance.forbidden)} - set(ids))
        _require(not unknown, f"There is no {kind} {unknown[0] if unknown else ''} to pin or to forbid.")
    pins = sorted(set(instance.pins))
    twice = [who for who, times in Counter(who for who, _ in pins).items() if times > 1]
    _require(not twice, f"Physician {twice[0] if twice else ''} is pinned to two areas: unpin one.")
    forbidden = [pin for pin in pins if pin in set(instance.forbidden)]
    _require(not forbidden, f"Physician {forbidden[0][0] if forbidden else ''} is pinned to a forbidden area.")
    region_of = dict(zip(areas.ids, areas.regions, strict=True))
    _hold(Counter(area for _, area in pins), areas.ids, areas.capacities, "{} has room for no more than {}")
    _hold(
        Counter(region_of[area] for _, area in pins), regions.ids, regions.maxima, "Region {} may get no more than {}"
    )


def _hold(pinned: Counter[str], ids: Sequence[str], most: np.ndarray, sentence: str) -> None:
    for one, limit in zip(ids, most, strict=True):
        if pinned[one] > limit:
            raise PlacementError(
                f"{sentence.format(one, f'{limit:,.0f}')}, but {told(pinned[one], 'is', 'are')} pinned there."
            )


def _first(ids: Sequence[str], positions: np.ndarray) -> str:
    return ids[positions[0]] if len(positions) else ""
