"""What would one scenario change that another would not? In sentences."""

import math

import pandas as pd

from analysis import words
from analysis.placement_compared import Side

NAMED = 6
APART = "One counts access, the other designation: what they close cannot be subtracted."


def headline(rows: pd.DataFrame, names: tuple[str, str]) -> str:
    """My scenario closes 9.6 FTE of the gap, Ten more 12.0: 2.4 less."""
    _, closed, *_ = rows.itertuples()
    ends = [words.figure(end, "FTE") for end in (closed.comparison_here, closed.comparison_other)]
    if math.isnan(closed.comparison_difference):
        return f"“{names[0]}” closes {ends[0]} FTE of the gap, “{names[1]}” {ends[1]}. {APART}"
    if ends[0] == ends[1]:
        return f"Both close {ends[0]} FTE of the gap."
    more = "more" if closed.comparison_difference > 0 else "less"
    by = words.figure(abs(closed.comparison_difference), "FTE")
    return f"“{names[0]}” closes {ends[0]} FTE of the gap, “{names[1]}” {ends[1]}: {by} {more}."


def elsewhere(here: Side, other: Side) -> str:
    """Which areas get somebody in one of the two alone, the first of each."""
    mine, theirs = (set(side.places["area"][side.outcome.brought > 0]) for side in (here, other))
    both = (("this", mine - theirs), ("the other", theirs - mine))
    told = [f"only in {name}: {_first(sorted(names))}" for name, names in both if names]
    return f"Areas that get somebody {'; '.join(told)}." if told else "The same areas get somebody in both."


def _first(names: list[str]) -> str:
    return words.listed(names if len(names) <= NAMED else [*names[:NAMED], f"{len(names) - NAMED} more"])


def regions_alt(rows: pd.DataFrame, names: tuple[str, str]) -> str:
    """The bars of regions in words: where the two differ most."""
    apart = rows.assign(apart=(rows["fte_closed"].fillna(0) - rows["other_fte_closed"].fillna(0)).abs())
    most = apart.loc[apart["apart"].idxmax()]
    ends = [words.figure(most[column], "FTE") for column in ("fte_closed", "other_fte_closed")]
    ends = ["no such region" if end == words.NOT_KNOWN else end for end in ends]
    return (
        f"Bars of {words.plural(len(rows), 'region')}; the two differ most in {most.placement_region}: {ends[0]} by "
        f"“{names[0]}”, {ends[1]} by “{names[1]}”."
    )
