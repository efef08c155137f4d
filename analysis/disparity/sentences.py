"""Which of two groups goes without, in a plain sentence? Written from the numbers, never saying why."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.charts.bars import Reference, figures
from analysis.disparity.charts import Line
from analysis.disparity.quantities import QUANTITIES, Quantity
from analysis.statistics.inequality import Curve, Hoover, Split
from analysis.wording import numbers


class End(NamedTuple):
    """One of two groups of counties: the counties, its people, and the same once the others were named."""

    counties: str
    people: str
    others: str


class Dimension(NamedTuple):
    """The two groups that are compared: where what counties are ranked by is high, and where it is low."""

    high: End
    low: End


def _fifth(counties: str, extreme: str) -> End:
    return End(counties, f"the {{part}} of {{people}} in the {extreme}", f"the {{part}} in the {extreme}")


def _fifths(more: str, less: str, most: str, least: str) -> Dimension:
    return Dimension(_fifth(more, most), _fifth(less, least))


DIMENSIONS = {
    "poverty_share": _fifths(
        "counties with more poverty",
        "counties with less poverty",
        "counties with most poverty",
        "counties with least poverty",
    ),
    "uninsured_share": _fifths(
        "counties with more uninsured people",
        "counties with fewer uninsured people",
        "counties with most uninsured people",
        "counties with fewest uninsured people",
    ),
    "limited_english_share": _fifths(
        "counties with more limited English",
        "counties with less limited English",
        "counties with most limited English",
        "counties with least limited English",
    ),
    "minority_share": _fifths(
        "counties with larger minorities",
        "counties with smaller minorities",
        "counties with the largest minorities",
        "counties with the smallest minorities",
    ),
    "age_65_plus_share": _fifths("older counties", "younger counties", "oldest counties", "youngest counties"),
    "svi": _fifths(
        "more vulnerable counties", "less vulnerable counties", "most vulnerable counties", "least vulnerable counties"
    ),
    "rural_share": _fifths("more rural counties", "less rural counties", "most rural counties", "least rural counties"),
    "is_rural": Dimension(
        End("rural counties", "{people} in rural counties", "those in rural counties"),
        End("urban counties", "{people} in urban counties", "those in urban counties"),
    ),
}

UNRELIABLE = " Unreliable: a standard error is over 30% of its figure."
# Below this a ratio is said with two decimals, and from 1 to ALIKE no difference is said.
FINE, ALIKE = 1.095, 1.005
# A group of fewer people, of all, is not compared: one large county leaves the others less than a fifth.
FEWEST = 0.05


class Pair(NamedTuple):
    """Rates of the group at the high end and of that at the low end of a dimension, unrounded.

    ratio_low, ratio_high: the interval of high_rate / low_rate, nan where there is none. high_share, low_share:
    the part of all people that each group is; below FEWEST the two are not compared.
    """

    high_rate: float
    low_rate: float
    ratio_low: float = float("nan")
    ratio_high: float = float("nan")
    is_unreliable: bool = False
    high_share: float = 0.2
    low_share: float = 0.2


def comparison(pair: Pair, quantity: str, dimension: str, people: str) -> str:
    """Two groups of counties, the one with more first: its rate, the ratio with its interval, the difference.

    Where the interval holds 1, no direction is claimed. "" where a rate is not known. Raises KeyError
    for a quantity or dimension without words.
    """
    if direction(pair) is None:
        return ""
    words = QUANTITIES[quantity]
    pair, high, low = more_first(pair, dimension)
    group = high.people.format(people=people, part=_part(pair.high_share))
    first = words.rate.format(group=group, rate=numbers.figure(pair.high_rate, words.unit))
    low = low._replace(others=low.others.format(part=_part(pair.low_share)))
    text = f"{_headline(pair, words, high, low)}: {first}, {_against(pair, words, low)}."
    return text + (UNRELIABLE if pair.is_unreliable else "")


def headline(pair: Pair, quantity: str, dimension: str) -> str:
    """What a comparison claims, without its numbers; "" where a rate is not known."""
    if direction(pair) is None:
        return ""
    pair, high, low = more_first(pair, dimension)
    return _headline(pair, QUANTITIES[quantity], high, low)


def more_first(pair: Pair, dimension: str) -> tuple[Pair, End, End]:
    """The pair and its two ends, turned so that the one with more comes first."""
    high, low = DIMENSIONS[dimension]
    if pair.low_rate <= pair.high_rate:
        return pair, high, low
    ends = (1 / pair.ratio_high if pair.ratio_high else np.nan, 1 / pair.ratio_low if pair.ratio_low else np.nan)
    return Pair(pair.low_rate, pair.high_rate, *ends, pair.is_unreliable, pair.low_share, pair.high_share), low, high


def direction(pair: Pair) -> str | None:
    """What a comparison says of the high end: more, less, same or unclear; None where a rate is not known."""
    if not np.isfinite([pair.high_rate, pair.low_rate]).all() or min(pair.high_share, pair.low_share) < FEWEST:
        return None
    low, high = sorted((pair.high_rate, pair.low_rate))
    if high <= low * ALIKE:
        return "same"
    if _holds_one(pair):
        return "unclear"
    return "more" if pair.high_rate > pair.low_rate else "less"


def _part(share: float) -> str:
    """How large a group is: a fifth, where it is about one; else its share of people."""
    return "fifth" if 0.15 <= share <= 0.25 else numbers.percent(share)


def _headline(pair: Pair, words: Quantity, high: End, low: End) -> str:
    if pair.high_rate <= pair.low_rate * ALIKE:
        return f"{words.subject} is about the same in {high.counties} and in {low.counties}"
    if _holds_one(pair):
        return f"{words.subject} does not differ clearly between {high.counties} and {low.counties}"
    return f"{words.subject} {words.verb} {high.counties}"


def _against(pair: Pair, words: Quantity, low: End) -> str:
    """The second group: how many times its rate the first one is, between which ends, and by how much."""
    if pair.high_rate <= pair.low_rate * ALIKE:
        return f"against {numbers.figure(pair.low_rate, words.unit)} for {low.others}"
    difference = pair.high_rate - pair.low_rate
    if words.unit == "share":
        points = numbers.percent(difference)[:-1]
        more = f"{points} percentage {'point' if points == '1' else 'points'} more"
    else:
        more = f"{numbers.figure(difference, words.unit)} more per 100,000"
    if pair.low_rate <= 0:
        return f"against {numbers.figure(0.0, words.unit)} for {low.others} ({more})"
    ratio = pair.high_rate / pair.low_rate
    times = words.times.format(times=_times(ratio, ratio), other=low.others)
    if not (np.isfinite(pair.ratio_low) and np.isfinite(pair.ratio_high)):
        return f"{times} ({more})"
    ends = f"95% interval {_times(pair.ratio_low, ratio)} to {_times(pair.ratio_high, ratio)}"
    return f"{times} ({ends}{', which includes 1' if _holds_one(pair) else ''}; {more})"


def _holds_one(pair: Pair) -> bool:
    return pair.ratio_low <= 1 <= pair.ratio_high


def _times(number: float, ratio: float) -> str:
    if number >= 9.95:
        return f"{number:,.0f}"
    # An end that one decimal would round to 1.0 says on which side of 1 it lies.
    return f"{number:.2f}" if ratio < FINE or 0.95 <= number < FINE else f"{number:.1f}"


def curves_alt(lines: Sequence[Line], what: str) -> str:
    """Alt text of share curves: what half of the people have on each; with equal shares it would be 50%."""
    parts = [
        f"{line.label}: the first half of people have {numbers.percent(float(np.interp(0.5, *line.curve)))}"
        f"{f' ({line.figure})' if line.figure else ''}"
        for line in lines
        if len(line.curve.people)
    ]
    if not parts:
        return f"Curves of {what}: nothing to show."
    return f"Curves of {what} against a line of equal shares. " + "; ".join(parts) + "."


def groups_alt(groups: pd.DataFrame, what: str, unit: str, reference: Reference | None = None) -> str:
    """Alt text of the bars, group by group, with intervals where there are any, and of the line across them."""
    if groups.empty:
        return f"Bars of {what}: no group to show."
    parts = [f"{row.group_label} {figures(row, unit).replace('<br>', ', ')}" for row in groups.itertuples()]
    line = ""
    if reference is not None and pd.notna(reference.rate):
        line = f" {reference.label}: {numbers.figure(reference.rate, unit)}."
    brackets = ", with 95% intervals in brackets" if groups["rate_low"].notna().any() else ""
    return f"Bars of {what}{brackets}: " + "; ".join(parts) + f".{line}"


EVEN = 0.005  # an index that two decimals round to 0
NEAR = 0.02  # an index so small that halves of people tell no side


def spread(curve: Curve, gini: float, hoover: Hoover, people: str, *, where: str = "", quantity: str = "supply") -> str:
    """What the half of people with the lowest rates have, and what equal rates would take.

    `where` opens the sentence: "Without Olmsted County". "" where no share exists.
    """
    if not len(curve.people) or not np.isfinite(gini):
        return ""
    opened = f"{where}, the" if where else "The"
    half = numbers.percent(float(np.interp(0.5, *curve)))
    words = QUANTITIES[quantity]
    units = numbers.figure(hoover.units, words.counted_in)
    moved = words.moved.format(share=numbers.percent(hoover.share), units=units)
    return (
        f"{opened} half of {people} in the counties with the lowest rates have {half} of the {words.noun}; for "
        f"equal rates {moved} (Gini {gini:.2f})."
    )


def concentrated(curve: Curve, index: float, what: str, dimension: str, people: str) -> str:
    """On which side of a ranking an amount lies, with the concentration index; the highest come first in it.

    `curve` and `index` are of counties ranked from the high end of the dimension to the low.
    """
    if not len(curve.people) or not np.isfinite(index):
        return ""
    high, low = DIMENSIONS[dimension]
    number = numbers.figure(abs(index), "index")
    side, sign = (high, "−") if index < 0 else (low, "")
    first = float(np.interp(0.5, *curve))
    if abs(index) < EVEN or (abs(index) < NEAR and numbers.percent(first) == "50%"):
        sign = sign if abs(index) >= EVEN else ""
        over = f"{high.counties} and {low.counties}"
        return f"{what} is spread about evenly over {over} (concentration index {sign}{number})."
    half = f"{numbers.percent(first)} of it is among the half of {people} in the {high.counties}"
    if (first - 0.5) * index >= 0:
        return f"{what} is not clearly concentrated: {half}, but the concentration index is {sign}{number}."
    return f"{what} is concentrated in {side.counties} (concentration index {sign}{number}): {half}."


def split(parts: Split, between: str, *, named: str = "Theil T") -> str:
    """How much of the inequality lies between the groups; `between` names them: "rural and urban counties"."""
    if not np.isfinite(parts.total):
        return ""
    if parts.total < 1e-12:
        return f"There is no inequality between or within {between} ({named} 0.00)."
    share = parts.between / parts.total
    return (
        f"{numbers.percent(share)} of the inequality ({named} {parts.total:.2f}) lies between {between} and "
        f"{numbers.percent(1 - share)} within them."
    )
