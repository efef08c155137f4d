"""Who goes without, and how unequal is it? Counties of shortage.by_county -> groups, curves and indices."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis import inequality, intervals, ranks, words
from analysis.disparity_sentences import Pair
from analysis.disparity_words import QUANTITIES
from analysis.inequality_groups import split_t

PARTS = 5
PER = 100_000
OLMSTED = "27109"
METRO_CODES = 3
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
    RURAL: ("Metropolitan", "Not metropolitan"),
}


class Groups(NamedTuple):
    """Groups of counties in the order of a ranking, with the two ends compared."""

    rows: pd.DataFrame
    pair: Pair


def people_of(counties: pd.DataFrame) -> np.ndarray:
    """Residents of each county."""
    return counties["population"].to_numpy(dtype=float)


def amounts_of(counties: pd.DataFrame, quantity: str) -> np.ndarray:
    """Physicians short (FTE), or people in designated shortage areas; 0 where there are none."""
    column = "fte_short" if quantity == "shortage" else "shortage_population"
    return counties[column].fillna(0).to_numpy(dtype=float)


def ranking_of(counties: pd.DataFrame, dimension: str) -> np.ndarray:
    """What counties are ranked by, the low end first; nan where it is not known."""
    if dimension == RURAL:
        codes = counties["rucc_2023"].astype(float).to_numpy()
        return np.where(np.isnan(codes), np.nan, codes > METRO_CODES)
    return counties[dimension].to_numpy(dtype=float)


def grouped(counties: pd.DataFrame, dimension: str, quantity: str) -> Groups:
    """Fifths of people by the ranking of their county (or rural and not), each with its rate.

    A fifth is of whole counties, so that fifths are of unequal size. The interval of the ratio takes
    physicians short as counted events (log method), shares by the log method from people living there.

    Returns rows: group_label, counties, people, amount, rate, rate_low, rate_high (missing: HRSA's
    figures are no sample), is_unreliable.
    """
    people, amounts = people_of(counties), amounts_of(counties, quantity)
    codes, parts = _codes(people, ranking_of(counties, dimension), dimension)
    inside = [codes == part for part in range(1, parts + 1)]
    held = np.array([people[part].sum() for part in inside])
    amount = np.array([amounts[part].sum() for part in inside])
    scale = PER if QUANTITIES[quantity].unit == "per_100k" else 1
    rate = np.divide(amount, held, out=np.full(parts, np.nan), where=held > 0) * scale
    rows = pd.DataFrame(
        {
            "group_label": _labels(dimension, parts),
            "counties": [int(part.sum()) for part in inside],
            "people": held,
            "amount": amount,
            "rate": rate,
            "rate_low": np.nan,
            "rate_high": np.nan,
            "is_unreliable": False,
        }
    )
    ratio = intervals.ratio_of_counts(amount[-1], held[-1], amount[0], held[0]) if held[0] and held[-1] else None
    ends = (ratio.low, ratio.high) if ratio and quantity == "shortage" else (np.nan, np.nan)
    return Groups(rows, Pair(rate[-1], rate[0], *ends))


def _codes(people: np.ndarray, ranking: np.ndarray, dimension: str) -> tuple[np.ndarray, int]:
    if dimension == RURAL:
        return np.where(np.isnan(ranking), 0, ranking + 1), 2
    return ranks.quantiles(people, ranking, groups=PARTS).codes, PARTS


def _labels(dimension: str, parts: int) -> list[str]:
    low, high = ENDS[dimension]
    between = [f"{words.ordinal(part)} fifth" for part in range(2, parts)]
    return [low, *between, high]


def overall(counties: pd.DataFrame, quantity: str) -> float:
    """The rate of all counties together; missing without people."""
    people = people_of(counties).sum()
    scale = PER if QUANTITIES[quantity].unit == "per_100k" else 1
    return amounts_of(counties, quantity).sum() / people * scale if people else float("nan")


def indices(counties: pd.DataFrame, dimension: str, quantity: str) -> pd.DataFrame:
    """How unequal: over all counties, and without Olmsted, where the Mayo Clinic is, if it is among them.

    Returns one row per set of counties: counties_of, gini, theil_t, theil_between_regions,
    theil_between_rural (shares of Theil T, 0-1), hoover_share, hoover_units, concentration_index
    (below 0: more where the ranking is high).
    """
    without = counties[counties["county_fips"] != OLMSTED]
    sets = {"All counties": counties} | ({"Without Olmsted County": without} if len(without) < len(counties) else {})
    return pd.DataFrame([{"counties_of": name} | _indices(part, dimension, quantity) for name, part in sets.items()])


def _indices(counties: pd.DataFrame, dimension: str, quantity: str) -> dict[str, float]:
    people, amounts = people_of(counties), amounts_of(counties, quantity)
    moved = inequality.hoover(people, amounts)
    ranked = np.isfinite(ranking_of(counties, dimension))
    ranking = -ranking_of(counties, dimension)[ranked]
    return {
        "gini": inequality.gini(people, amounts),
        "theil_t": inequality.theil_t(people, amounts),
        "theil_between_regions": _between(people, amounts, counties["region"].fillna("").to_numpy(dtype=str)),
        "theil_between_rural": _between(people, amounts, ranking_of(counties, RURAL).astype(str)),
        "hoover_share": moved.share,
        "hoover_units": moved.units,
        "concentration_index": inequality.concentration_index(people[ranked], amounts[ranked], ranking),
    }


def _between(people: np.ndarray, amounts: np.ndarray, groups: np.ndarray) -> float:
    found = split_t(people, amounts, groups)
    return found.between / found.total if found.total > 0 else float("nan")
