"""Why can a cohort not be placed by a plan, or not all of it? In sentences."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis import placement_worth, words
from analysis.placement_cohort import COUNTED, Group
from analysis.placement_outcomes import Outcome
from analysis.placement_sentences import number_told
from analysis.placement_worth import Plan


def problem(places: pd.DataFrame, groups: Sequence[Group], plan: Plan) -> str:
    """In one sentence, why nobody can be placed, or why the fewest a region asks for cannot be; "" if all is well."""
    if not sum(group.physicians for group in groups):
        return "Nobody is in the cohort: add physicians on the left."
    who = placement_worth.members(groups, plan)
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
    asked = plan.minimum * len(set(placement_worth.regions(places)))
    if asked > len(who):
        return (
            f"At least {plan.minimum} in each region are {asked} physicians, but the cohort has {len(who)} who can be "
            "placed: ask for fewer, or add physicians."
        )
    return ""


def unplaced(places: pd.DataFrame, groups: Sequence[Group], plan: Plan, outcome: Outcome) -> str:
    """How many could be placed by what counts but find no place, and which limit keeps them; "" if none."""
    left = int((outcome.areas < 0).sum())
    if not left:
        return ""
    told = f"{left:,} more {'finds' if left == 1 else 'find'} no place"
    asked = placement_worth.instance(places, groups, plan)
    codes = np.array([asked.regions.ids.index(region) for region in asked.areas.regions])
    room = np.bincount(codes, asked.areas.capacities, len(asked.regions.ids))
    within = np.minimum(room, asked.regions.maxima).sum()
    if within < min(room.sum(), len(outcome.areas)):
        return (
            f"{told}: at most {plan.maximum} in each region leaves room for {words.plural(within, 'physician')} in "
            "all. Allow more, or set no limit."
        )
    if room.sum() >= len(outcome.areas):
        return f"{told} within these limits, wishes and your choice by hand."
    return f"{told}: areas that are short have room for {room.sum():.0f}, with at most {plan.capacity} in each."


def left_out(groups: Sequence[Group], plan: Plan) -> list[str]:
    """Who of the cohort cannot be placed, and why, one sentence a reason."""
    others = sum(one.physicians for one in groups if one.specialty not in COUNTED)
    counted = [one for one in groups if one.specialty in COUNTED]
    limited = sum(one.physicians for one in counted if one.stage == "lim" and not plan.is_limited_licence)
    waivers, applying = (
        sum(one.physicians for one in counted if one.stage == stage and not placement_worth.effect(one, plan))
        for stage in ("j1", "app")
    )
    told = (
        (others, "of a specialty that HRSA does not count in primary care: no need for it is loaded, such as FTE for "
         "mental health"),
        (limited, "with a limited licence, which is unresolved law: the switch on the left is off"),
        (waivers, "with a J-1 waiver, whom HRSA counts as 0 for designation"),
        (applying, "still applying to residency, whom HRSA does not count yet"),
    )  # fmt: skip
    return [f"{number_told(n).capitalize()} {_are(n)} not placed: {why}." for n, why in told if n]


def _are(count: int) -> str:
    return "physician is" if count == 1 else "physicians are"
