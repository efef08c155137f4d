"""Can this question of placement be answered, or does a figure or a pin make no sense?"""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from analysis.allocation_instance import Instance
from data.errors import PlacementError


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
