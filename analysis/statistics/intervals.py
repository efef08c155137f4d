"""How sure is a share, a ratio or a difference of so few?

Every interval is two ends, low and high, as numbers or arrays like those given; nan where the method has
none. `level` is the share of samples whose interval would hold the true figure.
"""

import math
from statistics import NormalDist
from typing import NamedTuple

import numpy as np

Numbers = np.ndarray | float


class Estimate(NamedTuple):
    """A figure with the ends of its interval."""

    value: Numbers
    low: Numbers
    high: Numbers


def wilson(count: float, of: float, *, level: float = 0.95) -> tuple[float, float]:
    """The interval of a share, 0 to 1, that holds its level even for small counts.

    Raises ValueError unless 0 <= count <= of and of > 0.
    Source: Wilson 1927, J. Am. Stat. Assoc. 22:209.
    """
    if not 0 <= count <= of or not of:
        raise ValueError(f"{count} of {of} is not a share.")
    z = reach(level)
    share, spread = count / of, z * z / of
    middle = share + spread / 2
    half = z * math.sqrt(share * (1 - share) / of + spread / (4 * of))
    return max((middle - half) / (1 + spread), 0.0), min((middle + half) / (1 + spread), 1.0)


def ratio_of_counts(
    counts: Numbers, people: Numbers, other: Numbers, other_people: Numbers, *, level: float = 0.95
) -> Estimate:
    """The ratio of two rates counts / people, as for independent Poisson counts: exp(ln RR +- z sqrt(1/a + 1/b)).

    nan for a reference of 0; a count of 0 has a ratio (0) but no interval. Raises ValueError for a count
    below 0, or no people. Source: Rothman 2012, Epidemiology: An Introduction, ch. 9; Healthy People 2030.
    """
    counts, people, other, other_people = _require(counts, people, other, other_people)
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = np.where(other > 0, (counts / people) / (other / other_people), np.nan)
        return _logged(ratio, np.sqrt(1 / counts + 1 / other), level)


def difference_of_counts(
    counts: Numbers, people: Numbers, other: Numbers, other_people: Numbers, *, level: float = 0.95
) -> Estimate:
    """The difference of two rates counts / people, +- z sqrt(a / n^2 + b / m^2) as for Poisson counts.

    Too narrow where a count is below about 5. Raises ValueError as `ratio_of_counts` does; source as there.
    """
    counts, people, other, other_people = _require(counts, people, other, other_people)
    error = np.sqrt(counts / people**2 + other / other_people**2)
    return _around(counts / people - other / other_people, error, level)


def reach(level: float) -> float:
    """Standard errors from the middle of an interval to its ends: 1.96 for 0.95.

    Raises ValueError for a level not between 0 and 1.
    """
    if not 0 < level < 1:
        raise ValueError(f"level is {level}; it lies between 0 and 1.")
    return NormalDist().inv_cdf((1 + level) / 2)


def _logged(ratio: np.ndarray, error: np.ndarray, level: float) -> Estimate:
    some = (ratio > 0) & np.isfinite(error)
    factor = np.exp(reach(level) * np.where(some, error, 0.0))
    return Estimate(ratio[()], np.where(some, ratio / factor, np.nan)[()], np.where(some, ratio * factor, np.nan)[()])


def _around(difference: np.ndarray, error: np.ndarray, level: float) -> Estimate:
    half = reach(level) * error
    return Estimate(difference[()], (difference - half)[()], (difference + half)[()])


def _require(*given: Numbers) -> tuple[np.ndarray, ...]:
    counts, people, other, other_people = (np.asarray(numbers, dtype=float) for numbers in given)
    if not (np.all(counts >= 0) and np.all(other >= 0)):
        raise ValueError("A count is below 0 or not known.")
    if not (np.all(people > 0) and np.all(other_people > 0)):
        raise ValueError("A rate needs people: their number is 0, below 0 or not known.")
    return counts, people, other, other_people
