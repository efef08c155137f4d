"""Are there enough physicians who speak the language of people with limited English?

Physicians who report a language per 100,000 people with limited English who speak it, held against 60 to 80.
Few of them see only such patients: `panel_share`, 0 to 1, is the share of their patients who are. The answer
turns with it. Source: Garcia, Bindman and Coffman 2019, Health Equity, doi 10.1089/heq.2019.0035.
"""

import numpy as np

from analysis.statistics.intervals import Estimate, Numbers

LEAST, ENOUGH = 60.0, 80.0
PER = 100_000.0
VERDICTS = ("below", "within", "above")
NOT_KNOWN = "not known"


def per_100k(physicians: Numbers, people: Numbers, panel_share: Numbers = 1.0) -> Numbers:
    """Physicians x panel share per 100,000 people: 80 for 100,000 people are 80, at a panel share of 0.2, 16.

    nan where there are no people. Raises ValueError for a panel share not over 0 and up to 1.
    """
    _require(panel_share)
    return _over(np.asarray(physicians, dtype=float) * panel_share * PER, people)


def interval(physicians: Numbers, people: Numbers, margin: Numbers, panel_share: Numbers = 1.0) -> Estimate:
    """The rate with its ends for people + margin and people - margin: 90% where the margin is.

    The high end is inf where the margin reaches as far as no people at all. Raises as `per_100k` does.
    """
    people, margin = np.asarray(people, dtype=float), np.asarray(margin, dtype=float)
    low = per_100k(physicians, people + margin, panel_share)
    high = per_100k(physicians, np.maximum(people - margin, 0), panel_share)
    high = np.where((people > 0) & (margin >= people), np.inf, high)[()]
    value = per_100k(physicians, people, panel_share)
    return Estimate(value, np.where(people > 0, low, np.nan)[()], np.where(people > 0, high, np.nan)[()])


def needed(people: Numbers, rate: float = LEAST, panel_share: Numbers = 1.0) -> Numbers:
    """Physicians who would come to `rate` per 100,000 people: not rounded; more where few patients are such.

    Raises ValueError as `per_100k` does.
    """
    _require(panel_share)
    return np.asarray(people, dtype=float)[()] * rate / PER / panel_share


def turning_share(physicians: Numbers, people: Numbers, rate: float = LEAST) -> Numbers:
    """The panel share at which the physicians come to `rate` per 100,000 people.

    Over 1 where they never do; nan for no physicians.
    """
    return _over(np.asarray(people, dtype=float) * rate / PER, physicians)


def verdicts(rates: Numbers) -> list[str]:
    """Each rate against 60 to 80: below, within (both ends too), above; not known for nan."""
    return [_verdict(float(rate)) for rate in np.atleast_1d(np.asarray(rates, dtype=float))]


def _verdict(rate: float) -> str:
    if np.isnan(rate):
        return NOT_KNOWN
    return VERDICTS[int(rate >= LEAST) + int(rate > ENOUGH)]


def _over(part: np.ndarray, whole: Numbers) -> Numbers:
    whole = np.asarray(whole, dtype=float)
    shape = np.broadcast(part, whole).shape
    return np.divide(part, whole, out=np.full(shape, np.nan), where=whole > 0)[()]


def _require(panel_share: Numbers) -> None:
    share = np.asarray(panel_share, dtype=float)
    if not np.all((share > 0) & (share <= 1)):
        raise ValueError(f"panel_share is {panel_share}; it is over 0 and at most 1.")
