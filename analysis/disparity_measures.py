"""How far apart are the rates of several groups? Always both ways: as ratios and as differences."""

from typing import NamedTuple

import numpy as np

BEST = ("lowest", "highest")


class Spread(NamedTuple):
    """Rates of groups against the best of them.

    max_ratio (MRR) and max_difference (MRD): the highest rate against the lowest. summary_ratio (SRR): the
    mean of all but the best against the best, turned so that it is at least 1. index_of_disparity: by
    how much that is over 1 (Healthy People 2010); 0.567 is 56.7%. Ratios are nan where they would divide by 0.
    """

    max_ratio: float
    max_difference: float
    summary_ratio: float
    index_of_disparity: float


def spread(rates: np.ndarray, *, best: str = "lowest") -> Spread:
    """How far the groups' rates lie apart; `best` is the lowest rate (shortage) or the highest (supply).

    Each group counts once, however many people are in it; of several best groups one is the reference.
    nan for fewer than two groups or a rate that is not known. Raises ValueError for a rate below 0 or
    an unknown `best`.
    Source: Keppel et al. 2005, Vital Health Stat. 2(141); Healthy People 2010, Statistical Note 27.
    """
    if best not in BEST:
        raise ValueError(f"best is {best!r}; it can be {' or '.join(BEST)}.")
    rates = np.sort(_require(rates))
    if len(rates) < 2 or np.isnan(rates).any():
        return Spread(*[float("nan")] * 4)
    low, high = float(rates[0]), float(rates[-1])
    summary = _ratio(float(rates[1:].mean()), low) if best == "lowest" else _ratio(high, float(rates[:-1].mean()))
    return Spread(_ratio(high, low), high - low, summary, summary - 1)


def index_of_disparity(rates: np.ndarray, total: float) -> float:
    """The mean distance of the groups' rates from the rate of all, over the rate of all: 0.25 is 25%.

    Each group counts once. nan for no groups, a rate that is not known, or a total of 0. Raises
    ValueError for a rate below 0. Source: Pearcy and Keppel 2002, Public Health Rep. 117:273.
    """
    rates = _require(rates)
    return _ratio(float(np.abs(rates - total).mean()), float(total)) if len(rates) else float("nan")


def _require(rates: np.ndarray) -> np.ndarray:
    rates = np.asarray(rates, dtype=float)
    if np.any(rates < 0):
        raise ValueError(f"rates are {rates.tolist()}; none may be below 0.")
    return rates


def _ratio(one: float, other: float) -> float:
    return one / other if other > 0 else float("nan")
