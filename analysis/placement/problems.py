"""Why can a cohort not be placed by a plan, or not all of it? In sentences."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.placement import cohort, worth
from analysis.placement.cohort import COUNTED, Group
from analysis.placement.outcomes import Outcome
from analysis.placement.sentences import number_told
from analysis.placement.worth import Plan
from analysis.wording import numbers


def problem(places: pd.DataFrame, groups: Sequence[Group], plan: Plan) -> str:
    """In one sentence, why nobody can be placed, or why the fewest a region asks for cannot be; "" if all is well."""
    if not sum(group.physicians for group in groups):
        return "Nobody is in the cohort: add physicians on the left."
    who = worth.members(groups, plan)
    if not len(who):
        return (
            "Nobody in this cohort can be placed by what counts here: choose another specialty, another stage, or "
            "count access."
        )
    if not (places["fte_to_target"] > 0).any():
        return "No area is short of this target: choose one with fewer people for each physician."
    if plan.maximum is not None and plan.minimum > plan.maximum:
        limits = f"At least {plan.minimum} and at most {plan.maximum} in each region"
        return f"{limits} cannot both hold: lower the one or raise the other."
    asked = plan.minimum * len(set(worth.regions(places)))
    if asked > len(who):
        return (
            f"At least {plan.minimum} in each region are {asked} physicians, but the cohort has {len(who)} who can be "
            "placed: ask for fewer, or add physicians."
        )
    return ""


class Room(NamedTuple):
    """Of the groups with one wish (by position), who can be placed: how many, how many are, and the places for them.

    is_kept_out: by hand, of some area. room: in areas that are short and that they would go to. within: of these what
    limits of regions leave. free: of these what nobody has.
    """

    groups: list[int]
    wish: str
    is_kept_out: bool
    physicians: int
    placed: int
    room: int
    within: int
    free: int


def rooms(places: pd.DataFrame, groups: Sequence[Group], plan: Plan, outcome: Outcome) -> list[Room]:
    """The room for each wish, and for each choice by hand to keep a group out; in the order of groups."""
    asked, who = worth.instance(places, groups, plan), worth.members(groups, plan)
    codes = np.array([asked.regions.ids.index(region) for region in asked.areas.regions])
    most, there = np.asarray(asked.regions.maxima), outcome.areas[outcome.areas >= 0]
    sent = np.bincount(there, minlength=len(places))
    alike: dict[tuple[str, tuple[str, ...]], list[int]] = {}
    for group in sorted(set(who.tolist())):
        kept_out = tuple(area for one, area in plan.forbidden if one == group)
        alike.setdefault((groups[group].wish, kept_out), []).append(group)
    found = []
    for (wish, kept_out), ours in alike.items():
        is_open = cohort.allowed(places, wish) & ~places["area_id"].isin(kept_out).to_numpy()
        room, taken, full = (
            np.bincount(codes, counts, len(most)).astype(int)
            for counts in (asked.areas.capacities * is_open, sent * is_open, sent)
        )
        free = np.minimum(room - taken, most - full).clip(0)
        mine = outcome.areas[np.isin(who, ours)]
        within = np.minimum(room, most).sum()
        counted = (len(mine), (mine >= 0).sum(), room.sum(), within, free.sum())
        found.append(Room(ours, wish, bool(kept_out), *(int(number) for number in counted)))
    return found


def unplaced(places: pd.DataFrame, groups: Sequence[Group], plan: Plan, outcome: Outcome) -> str:
    """Who could be placed by what counts but finds no place, and the room open to them, by wish; "" if nobody."""
    found = rooms(places, groups, plan, outcome)
    return " ".join(_without_place(one, plan, len(found) > 1) for one in found if one.placed < one.physicians)


def _without_place(one: Room, plan: Plan, is_named: bool) -> str:
    left = one.physicians - one.placed
    who = f"{left:,} of {numbers.plural(one.physicians, 'physician')} who would go {_where(one)}"
    who += f" ({_names(one.groups)})" if is_named else ""
    told = f"{who} {'finds' if left == 1 else 'find'} no place: {_room(one, plan)}"
    others = one.within - one.placed - one.free
    if others:
        told += f", of which others have {others:,}"
    if one.free:
        told += f"; in {one.free:,} of it one more would add nothing by your weights"
    return f"{told}."


def _room(one: Room, plan: Plan) -> str:
    if not one.room:
        return "no area that is short is open to them"
    if one.within < one.room:
        return f"at most {plan.maximum} in each region leaves room for {one.within:,} there"
    return f"areas that are short there have room for {one.room:,}, with at most {plan.capacity} in each"


def _where(one: Room) -> str:
    told = cohort.wish_label(one.wish)
    return (f"to {told}" if told else "anywhere") + (" but where you keep them out" if one.is_kept_out else "")


def _names(groups: list[int]) -> str:
    """ "group 1", "groups 1, 2 and 5"."""
    names = [str(group + 1) for group in groups]
    return f"group{'s' if len(names) > 1 else ''} {numbers.listed(names)}"


def left_out(groups: Sequence[Group], plan: Plan) -> list[str]:
    """Who of the cohort cannot be placed, and why, one sentence a reason."""
    others = sum(one.physicians for one in groups if one.specialty not in COUNTED)
    counted = [one for one in groups if one.specialty in COUNTED]
    limited = sum(one.physicians for one in counted if one.stage == "lim" and not plan.is_limited_licence)
    waivers, applying = (
        sum(one.physicians for one in counted if one.stage == stage and not worth.effect(one, plan))
        for stage in ("j1", "app")
    )
    told = (
        (others, "of a specialty that HRSA does not count in primary care: no need for it is loaded, such as FTE for "
         "mental health"),
        (limited, "with a limited license, which is unresolved law: the switch on the left is off"),
        (waivers, "with a J-1 waiver, whom HRSA counts as 0 for designation"),
        (applying, "still applying to residency, whom HRSA does not count yet"),
    )  # fmt: skip
    return [f"{number_told(n).capitalize()} {_are(n)} not placed: {why}." for n, why in told if n]


def _are(count: int) -> str:
    return "physician is" if count == 1 else "physicians are"
