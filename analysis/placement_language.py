"""What is it worth that a physician speaks the language of people with limited English, each of them counted once?

Whoever speaks a group's language is thought to reach, per FTE, as many people as the target asks one FTE to serve, and
those with limited English first. The first in an area earns by the share of people there; the next by those left over,
beside those whom the first reaches. That is the end at which people find whoever speaks their language. At the other,
where panels mirror the area, they never run out and everyone would earn as the first; no source says what is between.
Where physicians of a group count differently, those who count most come first.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.allocation_instance import Doors
from analysis.allocation_mixed_question import Languages, reached
from analysis.placement_cohort import LANGUAGES, Group

# A language weight is of so large a share of an area's people; beyond it, no more is gained.
FULL_SHARE = 0.05
# Where an area is short of nothing, its target does not matter: HRSA's ratio.
PEOPLE_EACH = 3_500.0


class Speakers(NamedTuple):
    """Who is to be placed, by the survey's group of languages.

    groups: of each physician, the position in `names`, -1 for who speaks English only. effects: FTE that each counts.
    """

    names: list[str]
    groups: np.ndarray
    effects: np.ndarray


def speakers(cohort: Sequence[Group], who: np.ndarray, effects: np.ndarray) -> Speakers:
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
