"""Which of two groups goes without, in a plain sentence? Written from the numbers, never saying why."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis import words
from analysis.disparity_charts import Reference, figures
from analysis.disparity_curves import Line
from analysis.disparity_words import DIMENSIONS, End
from analysis.quantities import QUANTITIES, Quantity

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
    said = QUANTITIES[quantity]
    pair, high, low = more_first(pair, dimension)
    group = high.people.format(people=people, part=_part(pair.high_share))
    first = said.rate.format(group=group, rate=words.figure(pair.high_rate, said.unit))
    low = low._replace(others=low.others.format(part=_part(pair.low_share)))
    told = f"{_headline(pair, said, high, low)}: {first}, {_against(pair, said, low)}."
    return told + (UNRELIABLE if pair.is_unreliable else "")


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
    return "fifth" if 0.15 <= share <= 0.25 else words.percent(share)


def _headline(pair: Pair, said: Quantity, high: End, low: End) -> str:
    if pair.high_rate <= pair.low_rate * ALIKE:
        return f"{said.subject} is about the same in {high.counties} and in {low.counties}"
    if _holds_one(pair):
        return f"{said.subject} does not differ clearly between {high.counties} and {low.counties}"
    return f"{said.subject} {said.verb} {high.counties}"


def _against(pair: Pair, said: Quantity, low: End) -> str:
    """The second group: how many times its rate the first one is, between which ends, and by how much."""
    if pair.high_rate <= pair.low_rate * ALIKE:
        return f"against {words.figure(pair.low_rate, said.unit)} for {low.others}"
    difference = pair.high_rate - pair.low_rate
    if said.unit == "share":
        points = words.percent(difference)[:-1]
        more = f"{points} percentage {'point' if points == '1' else 'points'} more"
    else:
        more = f"{words.figure(difference, said.unit)} more per 100,000"
    if pair.low_rate <= 0:
        return f"against {words.figure(0.0, said.unit)} for {low.others} ({more})"
    ratio = pair.high_rate / pair.low_rate
    times = said.times.format(times=_times(ratio, ratio), other=low.others)
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
    told = [
        f"{line.label}: the first half of people have {words.percent(float(np.interp(0.5, *line.curve)))}"
        f"{f' ({line.figure})' if line.figure else ''}"
        for line in lines
        if len(line.curve.people)
    ]
    if not told:
        return f"Curves of {what}: nothing to show."
    return f"Curves of {what} against a line of equal shares. " + "; ".join(told) + "."


def groups_alt(groups: pd.DataFrame, what: str, unit: str, reference: Reference | None = None) -> str:
    """Alt text of the bars, group by group, with intervals where there are any, and of the line across them."""
    if groups.empty:
        return f"Bars of {what}: no group to show."
    told = [f"{row.group_label} {figures(row, unit).replace('<br>', ', ')}" for row in groups.itertuples()]
    line = ""
    if reference is not None and pd.notna(reference.rate):
        line = f" {reference.label}: {words.figure(reference.rate, unit)}."
    brackets = ", with 95% intervals in brackets" if groups["rate_low"].notna().any() else ""
    return f"Bars of {what}{brackets}: " + "; ".join(told) + f".{line}"
