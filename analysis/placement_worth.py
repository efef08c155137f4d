"""What is it worth, in FTE of gap closed, to place each physician of a cohort in each shortage area?"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis import allocation_worth
from analysis.allocation_instance import Areas, Instance, Physicians, Regions, anywhere, every_pair
from analysis.placement_cohort import COUNTED, LANGUAGES, Group

ACCESS, DESIGNATION = "access", "designation"
# FTE that one physician counts, by what is counted. Designation: 42 CFR Part 5, Appendix A, not yet read in its text.
EFFECTS = {
    ACCESS: {"lic": 1.0, "res": 1.0, "sta": 1.0, "lim": 1.0, "j1": 1.0},
    DESIGNATION: {"lic": 1.0, "res": 0.1, "sta": 0.1, "lim": 0.5, "j1": 0.0},
}
# A language weight is of so large a share of an area's people; beyond it, no more is gained.
FULL_SHARE = 0.05
TOP_SCORE = 25
METRO_CODES = (1, 2, 3)
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


def extras(places: pd.DataFrame, group: Group, weights: Weights) -> np.ndarray:
    """What one FTE of a group is worth in each place beyond the gap it closes: language, score and rural, in FTE."""
    spoken = np.minimum(language_share(places, group) / FULL_SHARE, 1)
    scores = places["hpsa_score"].fillna(0).to_numpy(float) / TOP_SCORE
    return weights.language * spoken + weights.score * scores + weights.rural * is_rural(places)


def language_people(places: pd.DataFrame, group: Group) -> np.ndarray:
    """People of each place with limited English whose language is of the group's; 0 for who speaks English only."""
    column = LANGUAGES[group.language].group
    return places[f"limited_english_{column}"].fillna(0).to_numpy(float) if column else np.zeros(len(places))


def language_share(places: pd.DataFrame, group: Group) -> np.ndarray:
    """These people as a share of everyone there, 0 to 1; 0 where nobody is known to live."""
    everyone = places["area_population"].fillna(0).to_numpy(float)
    people = language_people(places, group)
    return np.divide(people, everyone, out=np.zeros(len(places)), where=everyone > 0)


def is_rural(places: pd.DataFrame) -> np.ndarray:
    """Whether most people of a place live in a county that is not metropolitan (USDA code 4 to 9)."""
    codes = places["rucc_2023"]
    return codes.notna().to_numpy() & ~codes.isin(METRO_CODES).to_numpy()


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

    No area takes more than fill its need. Where physicians count differently, its places are worth the mean of them.
    """
    who = members(groups, plan)
    counted = np.array([effect(group, plan) for group in groups] or [0.0])
    effects = counted[who] if len(who) else np.zeros(0)
    each = float(effects.mean()) if len(who) else 1.0
    needs = places["fte_to_target"].to_numpy(float)
    capacities = np.minimum(plan.capacity, np.ceil(needs / each - 1e-9)).astype(int)
    areas = Areas(places["area_id"].tolist(), needs, capacities, regions(places))
    values = np.array([counted[n] * extras(places, group, plan.weights) for n, group in enumerate(groups)])
    limits = _regions(areas, plan)
    slots = allocation_worth.slots(needs, fte_each=each, last_share=plan.weights.last_share, most=max(plan.capacity, 1))
    ids = [f"{n:05d}" for n in range(len(who))]
    return Instance(
        Physicians(ids, effects),
        areas,
        limits._replace(minima=np.full(len(limits.ids), plan.minimum)),
        every_pair(values[who] if len(who) else np.zeros((0, len(places)))),
        slots,
        pins=[(ids[int(np.argmax(who == group))], area) for group, area in plan.pins if (who == group).any()],
        forbidden=[(ids[n], area) for group, area in plan.forbidden for n in np.flatnonzero(who == group)],
    )


def _regions(areas: Areas, plan: Plan) -> Regions:
    """The regions of these areas, each with the most that the plan lets it get."""
    found = anywhere(areas)
    return found if plan.maximum is None else found._replace(maxima=np.full(len(found.ids), plan.maximum))
