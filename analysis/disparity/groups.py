"""Who goes without, and how unequal is it? Counties under a definition -> groups, curves and indices."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.disparity.quantities import QUANTITIES
from analysis.disparity.sentences import Pair
from analysis.statistics import intervals, ranks, survey_margins
from analysis.wording import numbers

PARTS = 5
SHAKY = 0.3  # a standard error over this share of its figure is flagged
RURAL = "is_rural"
# How a dimension's two ends, and the parts between, are called beside the bars.
ENDS = {
    "poverty_share": ("Least poverty", "Most poverty"),
    "uninsured_share": ("Fewest uninsured", "Most uninsured"),
    "limited_english_share": ("Least limited English", "Most limited English"),
    "minority_share": ("Fewest people of color", "Most people of color"),
    "age_65_plus_share": ("Youngest", "Oldest"),
    "svi": ("Least vulnerable", "Most vulnerable"),
    "rural_share": ("Most urban", "Most rural"),
    RURAL: ("Not rural", "Rural"),
}


class Groups(NamedTuple):
    """Groups of counties in the order of a ranking, with the two ends compared."""

    rows: pd.DataFrame
    pair: Pair


def shared(counties: pd.DataFrame, quantity: str) -> tuple[np.ndarray, np.ndarray]:
    """Each county's people, and its part of the amount; both 0 where one is not known or nobody counts."""
    words = QUANTITIES[quantity]
    columns = (counties[name].astype("Float64") for name in (words.people, words.amounts))
    people, amounts = (column.to_numpy(dtype=float, na_value=np.nan) for column in columns)
    known = (people > 0) & np.isfinite(amounts)
    return np.where(known, people, 0.0), np.where(known, amounts, 0.0)


def ranking_of(counties: pd.DataFrame, dimension: str) -> np.ndarray:
    """What counties are ranked by, the low end first; nan where it is not known."""
    if dimension == RURAL:
        return counties[RURAL].astype("Float64").to_numpy(dtype=float, na_value=np.nan)
    return counties[dimension].to_numpy(dtype=float)


def unsure(counties: pd.DataFrame, dimension: str) -> int | None:
    """In how many counties the standard error of the survey figure ranked by is over 30% of it; None for no survey.

    Source: margins of the American Community Survey, 90%, as published.
    """
    margin = f"{dimension}_moe"
    if margin not in counties:
        return None
    figures, margins_of = (counties[name].to_numpy(dtype=float) for name in (dimension, margin))
    known = np.isfinite(figures) & np.isfinite(margins_of)
    return int(survey_margins.is_unreliable(figures[known], margins_of[known]).sum())


def grouped(counties: pd.DataFrame, dimension: str, quantity: str) -> Groups:
    """Fifths of people by the ranking of their county (or rural and not), each with its rate.

    A fifth is of whole counties, so that fifths are of unequal size. Intervals take full-time physicians and
    beds as counted events (log method); a count whose standard error is over 30% of it is flagged.

    Returns rows: group_label, counties, people, amount, rate, rate_low, rate_high (missing: HRSA's
    figures are no sample), is_unreliable.
    """
    people, amounts = shared(counties, quantity)
    inside = members(counties, dimension, quantity)
    parts = len(inside)
    sizes = np.array([people[part].sum() for part in inside])
    amount = np.array([amounts[part].sum() for part in inside])
    rate = np.divide(amount, sizes, out=np.full(parts, np.nan), where=sizes > 0) * scale_of(quantity)
    shaky = (amount > 0) & (amount * SHAKY**2 < 1) & QUANTITIES[quantity].is_count
    rows = pd.DataFrame(
        {
            "group_label": _labels(dimension, parts),
            "counties": [int(part.sum()) for part in inside],
            "people": sizes,
            "amount": amount,
            "rate": rate,
            "rate_low": np.nan,
            "rate_high": np.nan,
            "is_unreliable": shaky,
        }
    )
    ratio = intervals.ratio_of_counts(amount[-1], sizes[-1], amount[0], sizes[0]) if sizes[0] and sizes[-1] else None
    ends = (ratio.low, ratio.high) if ratio and QUANTITIES[quantity].is_count else (np.nan, np.nan)
    parts_of = sizes[[-1, 0]] / sizes.sum() if sizes.sum() else (0.0, 0.0)
    return Groups(rows, Pair(rate[-1], rate[0], *ends, bool(shaky[0] or shaky[-1]), *map(float, parts_of)))


def members(counties: pd.DataFrame, dimension: str, quantity: str) -> list[np.ndarray]:
    """Which counties are in each group, in the order of the ranking; none without people of the quantity."""
    people, _ = shared(counties, quantity)
    codes, parts = _codes(people, ranking_of(counties, dimension), dimension)
    return [(codes == part) & (people > 0) for part in range(1, parts + 1)]


def scale_of(quantity: str) -> int:
    """By what amounts per person are said: 100,000, or 1 for shares."""
    return numbers.PER_100K if QUANTITIES[quantity].unit == "per_100k" else 1


def _codes(people: np.ndarray, ranking: np.ndarray, dimension: str) -> tuple[np.ndarray, int]:
    if dimension == RURAL:
        return np.where(np.isnan(ranking), 0, ranking + 1), 2
    return ranks.quantiles(people, ranking, groups=PARTS).codes, PARTS


def _labels(dimension: str, parts: int) -> list[str]:
    low, high = ENDS[dimension]
    between = [f"{numbers.ordinal(part)} fifth" for part in range(2, parts)]
    return [low, *between, high]


def overall(counties: pd.DataFrame, quantity: str) -> float:
    """The rate of all counties together; missing without people."""
    people, amounts = shared(counties, quantity)
    return amounts.sum() / people.sum() * scale_of(quantity) if people.sum() else float("nan")


def ranked(counties: pd.DataFrame, dimension: str, quantity: str) -> pd.DataFrame:
    """The mean of the figure ranked by in each group, weighted by its people, with the margin carried through.

    Margins are of 90%, as the survey publishes them; people are taken as known. Returns one row per group in the
    order of disparity.grouped: group_ranked_share (0-1), group_ranked_share_moe (missing where the figure is of no
    survey). No rows for a ranking that is no share.
    Source: as analysis/statistics/survey_margins.py, for a weighted sum of independent figures.
    """
    if not dimension.endswith("_share"):
        return pd.DataFrame(columns=["group_ranked_share", "group_ranked_share_moe"])
    people, _ = shared(counties, quantity)
    figures = ranking_of(counties, dimension)
    given = counties.get(f"{dimension}_moe", pd.Series(np.nan, index=counties.index)).to_numpy(dtype=float)
    rows = [_mean(people[inside], figures[inside], given[inside]) for inside in members(counties, dimension, quantity)]
    return pd.DataFrame(rows, columns=["group_ranked_share", "group_ranked_share_moe"])


def ends(rows: pd.DataFrame, label: str) -> str:
    """How far apart the first and the last group are in what they are ranked by; "" where no margin is known."""
    if rows.empty or rows["group_ranked_share_moe"].iloc[[0, -1]].isna().any():
        return ""
    means = [
        f"{numbers.percent(row.group_ranked_share)} ± {numbers.percent(row.group_ranked_share_moe)}"
        for row in rows.itertuples()
    ]
    return f"{label} in the first group {means[0]}, in the last {means[-1]} (90% margins, carried through)."


def _mean(people: np.ndarray, figures: np.ndarray, given: np.ndarray) -> tuple[float, float]:
    known = np.isfinite(figures)
    if not people[known].sum():
        return float("nan"), float("nan")
    weights = people[known] / people[known].sum()
    margin = survey_margins.of_sum(weights * figures[known], weights * given[known])
    return float(weights @ figures[known]), margin


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
