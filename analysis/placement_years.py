"""When would those who are placed practice, and how much of the gap is closed by then? Year by year, in ranges.

Whoever is not there yet starts after the years that their stage takes, if they finish; once there, some leave each
year, and when the service that they owe ends only some stay (lever_retention, a person at a time). A limited license
ends after its years: then some are fully licensed and stay. Each draw takes shares and years from the reader's
ranges, and chance for each person. Nobody is placed anew when somebody leaves.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis import lever_retention, placement_worth
from analysis.placement_clocks import OWED, Clock, Range
from analysis.placement_cohort import Group
from analysis.placement_outcomes import Outcome
from analysis.placement_worth import ACCESS, DESIGNATION, EFFECTS, Plan

DRAWS, HORIZON, SEED = 400, 10, 2026
IN_TRAINING, LIMITED = ("res", "sta", "app"), "lim"


def years(places: pd.DataFrame, groups: Sequence[Group], plan: Plan, outcome: Outcome, clock: Clock) -> pd.DataFrame:
    """FTE of gap closed from now to ten years on: the median of the draws and their middle 80%.

    Access counts 1.0 while somebody practices; designation counts residents who train there by
    their share until then, and a limited license by its share while it lasts.
    Returns one row per year: years_from_now, timeline_low_fte, timeline_median_fte, timeline_high_fte.
    """
    who = placement_worth.members(groups, plan)[outcome.areas >= 0]
    areas = outcome.areas[outcome.areas >= 0]
    counted = _counted([groups[n] for n in who.tolist()], plan, clock)
    needs = places["fte_to_target"].to_numpy(float)
    closed = np.zeros(counted.shape[::2])
    for area in np.unique(areas):
        closed += np.minimum(counted[:, areas == area].sum(axis=1), needs[area])
    low, median, high = np.quantile(closed, [0.1, 0.5, 0.9], axis=0)
    return pd.DataFrame(
        {
            "years_from_now": range(HORIZON + 1),
            "timeline_low_fte": low,
            "timeline_median_fte": median,
            "timeline_high_fte": high,
        }
    )


def _counted(people: Sequence[Group], plan: Plan, clock: Clock) -> np.ndarray:
    """FTE that each person counts, by draw, person and year."""
    chance = np.random.default_rng(SEED)
    size = (DRAWS, len(people))
    is_training, applies = _are(people, *IN_TRAINING), _are(people, "app")
    sure = np.where(applies, _even(chance, clock.accepted), 1.0) * np.where(
        is_training, _even(chance, clock.finishes), 1.0
    )
    finishes = chance.random(size) < sure
    lows, highs = np.array([getattr(clock, one.stage) for one in people] or [(0, 0)], float)[: len(people)].T
    begins = lows + (highs - lows) * chance.random(size)
    owes = _owed(people, _even(chance, clock.limited_years), clock)
    ends = begins + _served(chance, people, owes, clock)
    trains = chance.random(size) < _even(chance, clock.trains_there)
    times = np.arange(HORIZON + 1)
    there = finishes[..., None] & (begins[..., None] <= times) & (times < ends[..., None])
    before = (finishes & trains)[..., None] & (times < begins[..., None])
    is_limited = _are(people, LIMITED)[:, None] & (times < (begins + owes)[..., None])
    practising = np.where(is_limited, EFFECTS[plan.effect][LIMITED], _licensed(people, plan)[:, None])
    return there * practising + before * _training(people, plan)[:, None]


def _are(people: Sequence[Group], *stages: str) -> np.ndarray:
    return np.array([one.stage in stages for one in people], bool)


def _owed(people: Sequence[Group], limited: np.ndarray, clock: Clock) -> np.ndarray:
    """Years of service that each owes; a limited license for as long as it lasts (by draw)."""
    own = np.array([getattr(clock, OWED[one.stage]) if one.stage in OWED else 0 for one in people], float)
    return np.where(_are(people, LIMITED), limited, own)


def _served(chance: np.random.Generator, people: Sequence[Group], owes: np.ndarray, clock: Clock) -> np.ndarray:
    """Years in practice: until somebody leaves, or the service owed ends and they do not stay."""
    speed = np.maximum(lever_retention.rate(_even(chance, clock.leaves)), 1e-9)
    gone = chance.exponential(size=owes.shape) / speed
    staying = np.where(_are(people, LIMITED), _even(chance, clock.limited_stays), _even(chance, clock.stays))
    is_staying = (chance.random(owes.shape) < staying) | ((owes == 0) & ~_are(people, LIMITED))
    return np.where(is_staying, gone, np.minimum(gone, owes))


def _even(chance: np.random.Generator, ends: Range) -> np.ndarray:
    return ends[0] + (ends[1] - ends[0]) * chance.random((DRAWS, 1))


def _licensed(people: Sequence[Group], plan: Plan) -> np.ndarray:
    """What each counts once fully licensed; a J-1 waiver by its own share, for that is no matter of the license."""
    own = EFFECTS[plan.effect]
    return np.array([own[one.stage] if one.stage == "j1" else 1.0 for one in people])


def _training(people: Sequence[Group], plan: Plan) -> np.ndarray:
    if plan.effect == ACCESS:
        return np.zeros(len(people))
    return np.array([EFFECTS[DESIGNATION][one.stage] if one.stage in IN_TRAINING else 0.0 for one in people])
