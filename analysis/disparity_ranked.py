"""What is each group's own figure of what counties are ranked by, and how sure is it?"""

import numpy as np
import pandas as pd

from analysis import disparity, margins, words


def ranked(counties: pd.DataFrame, dimension: str, quantity: str) -> pd.DataFrame:
    """The mean of the figure ranked by in each group, weighted by its people, with the margin carried through.

    Margins are of 90%, as the survey publishes them; people are taken as known. Returns one row per group in the
    order of disparity.grouped: group_ranked_share (0-1), group_ranked_share_moe (missing where the figure is of no
    survey). No rows for a ranking that is no share.
    Source: as analysis/margins.py, for a weighted sum of independent figures.
    """
    if not dimension.endswith("_share"):
        return pd.DataFrame(columns=["group_ranked_share", "group_ranked_share_moe"])
    people, _ = disparity.shared(counties, quantity)
    figures = disparity.ranking_of(counties, dimension)
    given = counties.get(f"{dimension}_moe", pd.Series(np.nan, index=counties.index)).to_numpy(dtype=float)
    rows = [
        _mean(people[inside], figures[inside], given[inside])
        for inside in disparity.members(counties, dimension, quantity)
    ]
    return pd.DataFrame(rows, columns=["group_ranked_share", "group_ranked_share_moe"])


def ends(rows: pd.DataFrame, label: str) -> str:
    """How far apart the first and the last group are in what they are ranked by; "" where no margin is known."""
    if rows.empty or rows["group_ranked_share_moe"].iloc[[0, -1]].isna().any():
        return ""
    told = [
        f"{words.percent(row.group_ranked_share)} ± {words.percent(row.group_ranked_share_moe)}"
        for row in rows.itertuples()
    ]
    return f"{label} in the first group {told[0]}, in the last {told[-1]} (90% margins, carried through)."


def _mean(people: np.ndarray, figures: np.ndarray, given: np.ndarray) -> tuple[float, float]:
    known = np.isfinite(figures)
    if not people[known].sum():
        return float("nan"), float("nan")
    weights = people[known] / people[known].sum()
    margin = margins.of_sum(weights * figures[known], weights * given[known])
    return float(weights @ figures[known]), margin
