"""What do the exhibits of disparity draw, as rows that a reader can take along?"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.disparity.charts import Line
from analysis.disparity.groups import Groups, index_of_disparity, scale_of, spread
from analysis.disparity.quantities import QUANTITIES
from analysis.disparity.sentences import more_first
from analysis.statistics import intervals
from analysis.wording import numbers

RATES = {"per_100k": "group_per_100k", "share": "group_rate_share"}
COLUMNS = ("group_label", "group_people", "group_amount", *RATES.values(), "is_unreliable")
COLUMNS += ("group_ranked_share", "group_ranked_share_moe")
COLUMNS += ("curve_label", "running_people_share", "running_amount_share")
COLUMNS += ("comparison", "compared_figure", "compared_low", "compared_high")
NOT_DEFINED = "not defined"
INDICES = {
    "gini": "Gini",
    "theil_t": "Theil T",
    "theil_l": "Theil L",
    "concentration_index": "Concentration index",
}
SHARES = {
    "theil_between_regions_share": "Of Theil T: between regions or states",
    "theil_between_rural_share": "Of Theil T: between rural and other counties",
    "hoover_share": "Hoover: would have to move",
}
UNITS = {"FTE": "FTE", "people": "people", "count": "beds"}


def groups(grouped: Groups, quantity: str, ranked: pd.DataFrame) -> pd.DataFrame:
    """The groups as drawn, each with its own figure of the ranking (disparity_ranked.ranked).

    Returns one row per group: group_label, counties, group_people, group_amount, group_per_100k or
    group_rate_share (0-1), is_unreliable, and the columns of `ranked`.
    """
    names = {"people": "group_people", "amount": "group_amount", "rate": RATES[QUANTITIES[quantity].unit]}
    renamed = grouped.rows.rename(columns=names)
    renamed = renamed[["group_label", "counties", *names.values(), "is_unreliable"]]
    return renamed.assign(**{name: ranked[name] for name in ranked if len(ranked)})


def points(lines: Sequence[Line]) -> pd.DataFrame:
    """The points of the curves.

    Returns one row per point: curve_label, running_people_share, running_amount_share (0-1).
    """
    return pd.DataFrame(
        {
            "curve_label": [line.label for line in lines for _ in line.curve.people],
            "running_people_share": np.concatenate([line.curve.people for line in lines]),
            "running_amount_share": np.concatenate([line.curve.amounts for line in lines]),
        }
    )


def compared(grouped: Groups, dimension: str, quantity: str, total: float) -> pd.DataFrame:
    """The two ends as ratio and difference with 95% intervals, and how far all groups lie apart.

    Returns one row per measure: comparison, compared_figure, compared_low, compared_high (missing where the
    figures are no counts, or the method has none). Rates are per 100,000 people or shares. No rows where
    a rate is not known.
    """
    if not np.isfinite([grouped.pair.high_rate, grouped.pair.low_rate]).all():
        return pd.DataFrame(columns=["comparison", "compared_figure", "compared_low", "compared_high"])
    pair, more, less = more_first(grouped.pair, dimension)
    known = grouped.rows["rate"].dropna().to_numpy()
    apart = spread(known, best=QUANTITIES[quantity].best)
    low, high = _difference(grouped, quantity)
    ratio = pair.high_rate / pair.low_rate if pair.low_rate > 0 else float("nan")
    rows = [
        (f"In {more.counties}", pair.high_rate, np.nan, np.nan),
        (f"In {less.counties}", pair.low_rate, np.nan, np.nan),
        ("Ratio of the two", ratio, pair.ratio_low, pair.ratio_high),
        ("Difference of the two", pair.high_rate - pair.low_rate, low, high),
        ("Highest group to lowest, ratio", apart.max_ratio, np.nan, np.nan),
        ("Highest group to lowest, difference", apart.max_difference, np.nan, np.nan),
        ("Index of disparity (Healthy People 2010)", apart.index_of_disparity, np.nan, np.nan),
        ("Mean distance from all (Pearcy and Keppel)", index_of_disparity(known, total), np.nan, np.nan),
    ]
    return pd.DataFrame(rows, columns=["comparison", "compared_figure", "compared_low", "compared_high"])


def compared_said(rows: pd.DataFrame, quantity: str) -> pd.DataFrame:
    """The same rows in words: the measure, its figure with its unit, and its interval."""
    unit = QUANTITIES[quantity].unit
    units = [unit, unit, "times", unit, "times", unit, "percent", "percent"]
    lines = zip(rows.itertuples(index=False), units, strict=False)
    figures = [(row.comparison, _said(row.compared_figure, kind), _interval(row, kind)) for row, kind in lines]
    table = pd.DataFrame(figures, columns=["", "Figure", "95% interval"])
    return table if table["95% interval"].any() else table[["", "Figure"]]


def indices_in_words(rows: pd.DataFrame, quantity: str) -> pd.DataFrame:
    """The rows of inequality.indices in words: a line for each index, a column for each set of counties."""
    unit = QUANTITIES[quantity].counted_in
    table = {"": [*INDICES.values(), *SHARES.values(), f"Hoover, in {UNITS[unit]}"]}
    for name, row in rows.set_index("counties_of").iterrows():
        table[str(name)] = [
            *(_said(row[column], "index") for column in INDICES),
            *(_said(row[column], "share") for column in SHARES),
            _said(row["hoover_units"], unit),
        ]
    return pd.DataFrame(table)


def _difference(grouped: Groups, quantity: str) -> tuple[float, float]:
    """The interval of the higher rate less the lower; missing for what is no count."""
    if not QUANTITIES[quantity].is_count:
        return float("nan"), float("nan")
    low, high = grouped.rows.iloc[0], grouped.rows.iloc[-1]
    more, less = (high, low) if grouped.pair.high_rate >= grouped.pair.low_rate else (low, high)
    ends = intervals.difference_of_counts(more.amount, more.people, less.amount, less.people)
    return float(ends.low) * scale_of(quantity), float(ends.high) * scale_of(quantity)


def _interval(row: tuple, unit: str) -> str:
    _, _, low, high = row
    return "" if pd.isna(low) or pd.isna(high) else f"{_said(low, unit)} to {_said(high, unit)}"


def _said(figure: float, unit: str) -> str:
    if pd.isna(figure):
        return NOT_DEFINED
    if unit == "times":
        return f"{figure:.2f}"
    if unit == "percent":
        return numbers.percent(figure)
    return numbers.figure(figure, unit).replace("-", "−")
