"""How long do people wait for each of several ends, when many are still waiting or were lost from sight?"""

from statistics import NormalDist
from typing import NamedTuple

import numpy as np

HAIR = 1e-9  # by which a sum of floats may fall short of one half


class Incidence(NamedTuple):
    """The share of people whom each end has reached by each time, beside all other ends.

    time: 0 and every time at which someone was last seen, at an end or not. incidence, low, high: one
    row a cause, one column a time; the band is nan where the share is 0 or 1. at_risk: people at no
    end and still followed just before `time`. event_free: the share at no end; all shares sum to 1.
    """

    time: np.ndarray
    incidence: np.ndarray
    low: np.ndarray
    high: np.ndarray
    at_risk: np.ndarray
    event_free: np.ndarray


def cumulative_incidence(
    time: np.ndarray, outcome: np.ndarray, weight: np.ndarray | None = None, *, causes: int, level: float = 0.95
) -> Incidence:
    """The Aalen-Johansen share of people at each end by time since the start, with a pointwise band.

    `outcome` is 0 for people still waiting when last seen, otherwise 1 to `causes`; `weight` is people
    a row. Censoring is taken to say nothing of what comes later, and at equal times to follow events.

    Source: F_k(t) = sum of S(t_i-) d_ki / n_i over t_i <= t (Aalen and Johansen 1978, Scand. J.
    Statist. 5:141). The variance is by the delta method (Dinse and Larson 1986, Biometrika 73:379,
    eq. 6; Gray 1988, Ann. Statist. 16:1141):
    sum (F_k(t) - F_k(t_i))^2 d_i / (n_i (n_i - d_i)) + sum S(t_i-)^2 d_ki (n_i - d_ki) / n_i^3
    - 2 sum (F_k(t) - F_k(t_i)) S(t_i-) d_ki / n_i^2, which for one cause is Greenwood's. The band is
    on the complementary log-log scale: 1 - (1 - F)^exp(+-z se / ((1 - F) log(1 - F))).

    Without people, one time (0) with nothing reached. Raises ValueError for lengths that differ, a
    time or weight below 0 or not known, an outcome out of range, or a level not between 0 and 1.
    """
    time, outcome = np.asarray(time, dtype=float), np.asarray(outcome)
    weight = np.ones(len(time)) if weight is None else np.asarray(weight, dtype=float)
    _require(time, outcome, weight, causes)
    times, place = np.unique(np.append(0.0, time[weight > 0]), return_inverse=True)
    counted = np.zeros((causes + 1, len(times)))
    np.add.at(counted, (outcome[weight > 0].astype(int), place[1:]), weight[weight > 0])
    at_risk = counted.sum() - np.append(0.0, np.cumsum(counted.sum(axis=0))[:-1])
    return _incidence(times, counted[1:], at_risk, level)


def at(found: Incidence, times: np.ndarray, part: str = "incidence") -> np.ndarray:
    """The share reached by each of `times`, one row a cause; `part` can be low or high as well.

    nan after the last time anyone was followed, unless all had come to an end. Raises ValueError below 0.
    """
    times = np.asarray(times, dtype=float)
    if not np.all(times >= 0):
        raise ValueError(f"times are {times.tolist()}; none may be below 0.")
    shares = getattr(found, part)[:, np.searchsorted(found.time, times, side="right") - 1]
    unseen = (times > found.time[-1]) & (found.event_free[-1] > HAIR)
    return np.where(unseen, np.nan, shares)


def followed(found: Incidence, times: np.ndarray) -> np.ndarray:
    """People not yet at an end and still followed just before each of `times`."""
    return np.append(found.at_risk, 0.0)[np.searchsorted(found.time, times, side="left")]


def median_time(found: Incidence, cause: int = 1) -> float:
    """The first time by which half of all people had come to that end, nan if that was never seen."""
    reached = np.flatnonzero(found.incidence[cause - 1] >= 0.5 - HAIR)
    return float(found.time[reached[0]]) if len(reached) else float("nan")


def _require(time: np.ndarray, outcome: np.ndarray, weight: np.ndarray, causes: int) -> None:
    if not len(time) == len(outcome) == len(weight):
        raise ValueError(f"{len(time)} times, {len(outcome)} outcomes and {len(weight)} weights; one each is needed.")
    if not np.all((time >= 0) & np.isfinite(time)):
        raise ValueError("A time is below 0 or not known; leave people without a known time out.")
    if not np.all(np.isin(outcome, np.arange(causes + 1))):
        raise ValueError(f"outcomes are {np.unique(outcome).tolist()}; they can be 0 to {causes}.")
    if not np.all((weight >= 0) & np.isfinite(weight)):
        raise ValueError("A weight is below 0 or not known; it is a number of people.")


def _incidence(times: np.ndarray, events: np.ndarray, at_risk: np.ndarray, level: float) -> Incidence:
    if not 0 < level < 1:
        raise ValueError(f"level is {level}; it lies between 0 and 1.")
    people = np.where(at_risk > 0, at_risk, 1.0)
    ended = events.sum(axis=0)
    event_free = np.cumprod(1 - ended / people)
    before = np.append(1.0, event_free[:-1])
    shares = np.cumsum(before * events / people, axis=1)
    low, high = _band(shares, _variance(shares, events, people, before), level)
    return Incidence(times, shares, low, high, at_risk, event_free)


def _variance(shares: np.ndarray, events: np.ndarray, people: np.ndarray, before: np.ndarray) -> np.ndarray:
    """The three sums of the delta method, each squared term multiplied out so that it is a running sum."""
    ended = events.sum(axis=0)
    # Where all end at once no share changes afterwards, and the term's factor is 0.
    staying = np.where(people - ended > HAIR, people - ended, np.inf)
    spread = ended / (people * staying)
    own = before**2 * events * (people - events) / people**3
    shared = before * events / people**2
    total, once, twice = (np.cumsum(spread * shares**power, axis=1) for power in (0, 1, 2))
    squares = shares**2 * total - 2 * shares * once + twice
    cross = shares * np.cumsum(shared, axis=1) - np.cumsum(shared * shares, axis=1)
    return np.maximum(squares + np.cumsum(own, axis=1) - 2 * cross, 0.0)


def _band(shares: np.ndarray, variance: np.ndarray, level: float) -> tuple[np.ndarray, np.ndarray]:
    defined = (shares > 0) & (shares < 1 - HAIR)
    left = np.where(defined, 1 - shares, 0.5)
    reach = NormalDist().inv_cdf((1 + level) / 2) * np.sqrt(variance) / (-left * np.log(left))
    low, high = (np.where(defined, 1 - left ** np.exp(sign * reach), np.nan) for sign in (-1, 1))
    return low, high
