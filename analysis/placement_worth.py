"""What is it worth, in FTE of gap closed, to place each physician of a cohort in each shortage area?"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis import allocation_worth, placement_language
from analysis.allocation_instance import Areas, Instance, Physicians, Regions, anywhere, every_pair
from analysis.placement_cohort import COUNTED, Group
from analysis.placement_wishes import allowed, is_rural

ACCESS, DESIGNATION = "access", "designation"
# FTE that one physician counts, by what is counted. Designation: 42 CFR Part 5, Appendix A, not yet read in its text.
EFFECTS = {
    ACCESS: {"lic": 1.0, "res": 1.0, "sta": 1.0, "app": 1.0, "lim": 1.0, "j1": 1.0},
    DESIGNATION: {"lic": 1.0, "res": 0.1, "sta": 0.1, "app": 0.0, "lim": 0.5, "j1": 0.0},
}
TOP_SCORE = 25
RURAL_REGION, METRO_REGION = "Not metropolitan", "Metropolitan"


class Weights(NamedTuple):
    """What is added per FTE for language, HPSA score and rural, in FTE; and what the last FTE of a need is worth."""

    language: float = 0.5
    score: float = 0.3
    rural: float = 0.1
    last_share: float = allocation_worth.LAST_SHARE


class Plan(NamedTuple):
    """What counts, the weights, the most physicians an area, the fewest and the most a region, and a choice by hand.

    maximum: None for as many as may be. pins, forbidden: pairs of the position of a group in the cohort and an area_id.
    """

    effect: str = ACCESS
    weights: Weights = Weights()
    capacity: int = 2
    minimum: int = 0
    is_limited_licence: bool = False
    pins: tuple[tuple[int, str], ...] = ()
    forbidden: tuple[tuple[int, str], ...] = ()
    maximum: int | None = None


def effect(group: Group, plan: Plan) -> float:
    """The FTE that each of a group counts where they are placed; 0 for who cannot be placed by need."""
    if group.specialty not in COUNTED or (group.stage == "lim" and not plan.is_limited_licence):
        return 0.0
    return EFFECTS[plan.effect][group.stage]


def members(groups: Sequence[Group], plan: Plan) -> np.ndarray:
    """The group, by position, of each physician who can be placed."""
    numbers = [group.physicians if effect(group, plan) else 0 for group in groups]
    return np.repeat(np.arange(len(groups)), numbers)


def extras(places: pd.DataFrame, weights: Weights) -> np.ndarray:
    """What one FTE of anyone is worth in each place beyond the gap it closes: score and rural, in FTE."""
    scores = places["hpsa_score"].fillna(0).to_numpy(float) / TOP_SCORE
    return weights.score * scores + weights.rural * is_rural(places)


def speakers(groups: Sequence[Group], plan: Plan) -> placement_language.Speakers:
    """Who can be placed, by the survey's group of languages."""
    who = members(groups, plan)
    return placement_language.speakers(groups, who, np.array([effect(groups[n], plan) for n in who]))


def regions(places: pd.DataFrame) -> list[str]:
    """The region of each place: Minnesota's own; elsewhere whether it is metropolitan."""
    if len(places) and places["region"].notna().all():
        return places["region"].tolist()
    return [RURAL_REGION if rural else METRO_REGION for rural in is_rural(places)]


def freely(plan: Plan) -> Plan:
    """The same plan without any choice by hand."""
    return plan._replace(pins=(), forbidden=())


def instance(places: pd.DataFrame, groups: Sequence[Group], plan: Plan) -> Instance:
    """The question of placement that this cohort and this plan pose in these places.

    No area takes more than fill its need, if all count as the least of them. Where physicians count differently, its
    places and doors are not what they are worth: see placement_mixed. What a language is worth is earned once by those
    who speak it: see placement_language.
    """
    who = members(groups, plan)
    counted = np.array([effect(group, plan) for group in groups] or [0.0])
    effects = counted[who] if len(who) else np.zeros(0)
    each = float(effects.min()) if len(who) else 1.0
    needs = places["fte_to_target"].to_numpy(float)
    capacities = np.minimum(plan.capacity, np.ceil(needs / each - 1e-9)).astype(int)
    areas = Areas(places["area_id"].tolist(), needs, capacities, regions(places))
    fits = np.array([allowed(places, group.wish) for group in groups], bool).reshape(-1, len(places))
    limits, most = _regions(areas, plan), max(plan.capacity, 1)
    slots = allocation_worth.slots(needs, fte_each=each, last_share=plan.weights.last_share, most=most)
    ids = [f"{n:05d}" for n in range(len(who))]
    return Instance(
        Physicians(ids, effects),
        areas,
        limits._replace(minima=np.full(len(limits.ids), plan.minimum)),
        every_pair(effects[:, None] * extras(places, plan.weights), fits[who]),
        slots,
        pins=[(ids[int(np.argmax(who == group))], area) for group, area in plan.pins if (who == group).any()],
        forbidden=[(ids[n], area) for group, area in plan.forbidden for n in np.flatnonzero(who == group)],
        doors=placement_language.doors(places, speakers(groups, plan), plan.weights.language, most),
    )


def _regions(areas: Areas, plan: Plan) -> Regions:
    """The regions of these areas, each with the most that the plan lets it get."""
    found = anywhere(areas)
    return found if plan.maximum is None else found._replace(maxima=np.full(len(found.ids), plan.maximum))
