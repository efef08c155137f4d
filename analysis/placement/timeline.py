"""How long until physicians practice, and how long do they stay? What a reader assumes, and how a file holds it."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analysis.levers.assumptions import SHIPPED
from analysis.placement import worth
from analysis.placement.cohort import Group
from analysis.placement.outcomes import Outcome
from analysis.placement.worth import ACCESS, DESIGNATION, EFFECTS, Plan
from analysis.scenarios.files import is_number, is_whole, shown
from analysis.statistics import retention

MOST_YEARS, MOST_OBLIGATION = 12.0, 10
SHARES = ("accepted", "finishes", "leaves", "stays", "limited_stays", "trains_there")
# Years of service owed, by the kind of physician; 0: nothing is owed, so nothing ends.
OWED = {
    "res": "obligation_years",
    "sta": "obligation_years",
    "app": "obligation_years",
    "j1": "waiver_years",
    "lic": "licensed_years",
}
WHOLE = tuple(dict.fromkeys(OWED.values()))
Range = tuple[float, float]
DRAWS, HORIZON, SEED = 400, 10, 2026
IN_TRAINING, LIMITED = ("res", "sta", "app"), "lim"


def _shipped(name: str) -> Range:
    return SHIPPED[name].low, SHIPPED[name].high


class Clock(NamedTuple):
    """Years until practice by stage, and the shares who are accepted, finish, leave in a year, or stay afterwards.

    Each but the years owed a lowest and a highest; where the policy levers assume the same, it is theirs. A limited
    license lasts its years, and then `limited_stays` are fully licensed and stay. `trains_there`: of residents.
    """

    res: Range = (0.0, 3.5)
    sta: Range = (3.5, 5.0)
    app: Range = (4.5, 8.0)
    lim: Range = _shipped("limited_wait_years")
    j1: Range = (0.0, 1.0)
    lic: Range = (0.0, 0.5)
    accepted: Range = (0.5, 0.8)
    finishes: Range = _shipped("completes_share")
    leaves: Range = _shipped("leaves_share")
    stays: Range = _shipped("staying_share")
    limited_years: Range = _shipped("limited_years")
    limited_stays: Range = _shipped("limited_staying_share")
    trains_there: Range = _shipped("train_there_share")
    obligation_years: int = 5
    waiver_years: int = 3
    licensed_years: int = 0


def parts(clock: Clock) -> dict[str, Any]:
    """The clock as a file has it."""
    return {name: list(value) if isinstance(value, tuple) else value for name, value in clock._asdict().items()}


def read(given: dict[str, Any]) -> Clock:
    """The clock of a file without problems."""
    ends = {name: (float(pair[0]), float(pair[1])) for name, pair in given.items() if name not in WHOLE}
    return Clock(**ends, **{name: given[name] for name in WHOLE})


def problems(given: Any) -> list[str]:
    """What is wrong with the clock of a file, a sentence each; [] if it can be read."""
    if not isinstance(given, dict):
        return [f"“years” is missing: it holds {', '.join(Clock._fields)}."]
    found = [
        f"“years” has “{shown(name)}”, which this page does not know." for name in sorted({*given} - {*Clock._fields})
    ]
    for name in Clock._fields:
        most = 1.0 if name in SHARES else MOST_YEARS
        if name in WHOLE:
            if not is_whole(given.get(name), 0, MOST_OBLIGATION):
                found.append(f"“{name}” of “years” must be a whole number from 0 to {MOST_OBLIGATION}.")
        elif not _is_range(given.get(name), most):
            found.append(f"“{name}” of “years” must be a lowest and a highest, from 0 to {most:g}.")
    return found


def _is_range(ends: Any, most: float) -> bool:
    is_pair = isinstance(ends, list) and len(ends) == 2 and all(map(is_number, ends))
    return is_pair and 0 <= ends[0] <= ends[1] <= most


def years(places: pd.DataFrame, groups: Sequence[Group], plan: Plan, outcome: Outcome, clock: Clock) -> pd.DataFrame:
    """FTE of gap closed from now to ten years on: the median of the draws and their middle 80%.

    Access counts 1.0 while somebody practices; designation counts residents who train there by
    their share until then, and a limited license by its share while it lasts.
    Returns one row per year: years_from_now, timeline_low_fte, timeline_median_fte, timeline_high_fte.
    """
    who = worth.members(groups, plan)[outcome.areas >= 0]
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
    speed = np.maximum(retention.rate(_even(chance, clock.leaves)), 1e-9)
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
