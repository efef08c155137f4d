"""What is it worth, in FTE of gap closed, to place each physician of a cohort in each shortage area?"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.optimization import network, unequal_effects_equity
from analysis.optimization.problem import Areas, Doors, Instance, Physicians, Regions, anywhere, every_pair
from analysis.optimization.unequal_effects_equity import Point
from analysis.optimization.unequal_effects_model import Languages, Question, reached
from analysis.placement.cohort import COUNTED, LANGUAGES, Group, allowed, is_rural

# A language weight is of so large a share of an area's people; beyond it, no more is gained.
FULL_SHARE = 0.05
# Where an area is short of nothing, its target does not matter: HRSA's ratio.
PEOPLE_EACH = 3_500.0
ACCESS, DESIGNATION = "access", "designation"
# FTE that one physician counts, by what is counted. Designation: 42 CFR Part 5, Appendix A, not yet read in its text.
EFFECTS = {
    ACCESS: {"lic": 1.0, "res": 1.0, "sta": 1.0, "app": 1.0, "lim": 1.0, "j1": 1.0},
    DESIGNATION: {"lic": 1.0, "res": 0.1, "sta": 0.1, "app": 0.0, "lim": 0.5, "j1": 0.0},
}
TOP_SCORE = 25
RURAL_REGION, METRO_REGION = "Not metropolitan", "Metropolitan"


class Speakers(NamedTuple):
    """Who is to be placed, by the survey's group of languages.

    groups: of each physician, the position in `names`, -1 for who speaks English only. effects: FTE that each counts.
    """

    names: list[str]
    groups: np.ndarray
    effects: np.ndarray


def language_speakers(cohort: Sequence[Group], who: np.ndarray, effects: np.ndarray) -> Speakers:
    """`who`: the position in the cohort of each physician; `effects`: the FTE that each counts."""
    spoken = [LANGUAGES[cohort[n].language].group for n in who]
    names = sorted({name for name in spoken if name})
    groups = np.array([names.index(name) if name else -1 for name in spoken], int)
    return Speakers(names, groups, np.asarray(effects, float))


def doors(places: pd.DataFrame, speaking: Speakers, weight: float, most: int) -> Doors:
    """What the first, second, ... of `most` physicians of a group of languages earn in each place, in FTE.

    For who count the same; for others see `languages`.
    """
    each = float(speaking.effects.min()) if len(speaking.effects) else 1.0
    worth = np.zeros((len(speaking.names), len(places), most))
    for group, name in enumerate(speaking.names):
        reached = _reached(places, name, each, most)
        beside = np.divide(reached, reached[:, :1], out=np.zeros_like(reached), where=reached[:, :1] > 0)
        spoken = _spoken(places, name)
        worth[group] = weight * each * spoken[:, None] * beside
    return Doors(speaking.groups, worth)


def counted(places: pd.DataFrame, speaking: Speakers, areas: np.ndarray) -> np.ndarray:
    """With how many people with limited English each physician is counted where they are (-1: nowhere).

    Of one group in one place those who count most come first, each with as many as they can reach; the last has the
    rest.
    """
    return reached(languages(places, speaking, 0.0), speaking.effects, areas)


def languages(places: pd.DataFrame, speaking: Speakers, weight: float) -> Languages:
    """What those who speak a language of a group earn by the FTE that each counts, and whom they are counted with."""
    size = len(speaking.names), len(places)
    there = [people(places, name) for name in speaking.names]
    worth = [weight * _spoken(places, name) for name in speaking.names]
    return Languages(
        speaking.groups, np.array(there).reshape(size), people_each(places), np.array(worth, float).reshape(size)
    )


def people(places: pd.DataFrame, name: str) -> np.ndarray:
    """People of each place with limited English whose language is of the group; 0 where not known."""
    return places[f"limited_english_{name}"].fillna(0).to_numpy(float)


def share(places: pd.DataFrame, name: str) -> np.ndarray:
    """These people as a share of everyone there, 0 to 1; 0 where nobody is known to live."""
    everyone = places["area_population"].fillna(0).to_numpy(float)
    return np.divide(people(places, name), everyone, out=np.zeros(len(places)), where=everyone > 0)


def people_each(places: pd.DataFrame) -> np.ndarray:
    """People whom the target asks one FTE to serve in each place: 3,500 where it is short of nothing."""
    asked = (places["fte"] + places["fte_to_target"]).to_numpy(float)
    is_short = (places["fte_to_target"] > 0).to_numpy()
    implied = places["implied_population"].to_numpy(float)
    return np.divide(implied, asked, out=np.full(len(places), PEOPLE_EACH), where=is_short & (implied > 0))


def _spoken(places: pd.DataFrame, name: str) -> np.ndarray:
    return np.minimum(share(places, name) / FULL_SHARE, 1)


def _reached(places: pd.DataFrame, name: str, fte: float, most: int) -> np.ndarray:
    """People with limited English whom the first, second, ... physician of so many FTE reaches, by place."""
    reach = fte * people_each(places)[:, None]
    return np.clip(people(places, name)[:, None] - np.arange(most) * reach, 0, reach)


class Weights(NamedTuple):
    """What is added per FTE for language, HPSA score and rural, in FTE; and what the last FTE of a need is worth."""

    language: float = 0.5
    score: float = 0.3
    rural: float = 0.1
    last_share: float = network.LAST_SHARE


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


def speakers(groups: Sequence[Group], plan: Plan) -> Speakers:
    """Who can be placed, by the survey's group of languages."""
    who = members(groups, plan)
    return language_speakers(groups, who, np.array([effect(groups[n], plan) for n in who]))


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
    slots = network.slots(needs, fte_each=each, last_share=plan.weights.last_share, most=most)
    ids = [f"{n:05d}" for n in range(len(who))]
    return Instance(
        Physicians(ids, effects),
        areas,
        limits._replace(minima=np.full(len(limits.ids), plan.minimum)),
        every_pair(effects[:, None] * extras(places, plan.weights), fits[who]),
        slots,
        pins=[(ids[int(np.argmax(who == group))], area) for group, area in plan.pins if (who == group).any()],
        forbidden=[(ids[n], area) for group, area in plan.forbidden for n in np.flatnonzero(who == group)],
        doors=doors(places, speakers(groups, plan), plan.weights.language, most),
    )


def _regions(areas: Areas, plan: Plan) -> Regions:
    """The regions of these areas, each with the most that the plan lets it get."""
    found = anywhere(areas)
    return found if plan.maximum is None else found._replace(maxima=np.full(len(found.ids), plan.maximum))


def is_mixed(groups: Sequence[Group], plan: Plan) -> bool:
    """Whether those who can be placed count differently."""
    counted = {effect(one, plan) for one in groups if one.physicians}
    return len(counted - {0.0}) > 1


def question(places: pd.DataFrame, groups: Sequence[Group], plan: Plan) -> Question:
    """The question of placement that this cohort and this plan pose, each physician by their own effect.

    Nobody goes where nothing more of a gap would be closed, unless pinned there.
    """
    asked = instance(places, groups, plan)
    speaking = speakers(groups, plan)
    return Question(
        asked._replace(slots=np.zeros((len(places), 1)), doors=None),
        plan.weights.last_share,
        languages(places, speaking, plan.weights.language),
        np.zeros(len(asked.regions.ids)),
    )


def compromises(places: pd.DataFrame, groups: Sequence[Group], plan: Plan, points: int) -> Iterator[Point]:
    """So many compromises, from most gap closed to fairest. Raises PlacementError as allocation_mixed.solve does."""
    return unequal_effects_equity.compromises(question(places, groups, plan), points)
