"""What would one scenario change that another would not? Two placements side by side."""

import math
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.placement import sentences, tables
from analysis.placement.outcomes import Outcome
from analysis.placement.scenarios import Scenario
from analysis.placement.worth import DESIGNATION
from analysis.statistics import inequality
from analysis.wording import numbers

COLUMNS = ("comparison_measure", "comparison_unit", "comparison_here", "comparison_other", "comparison_difference")
COLUMNS += ("other_fte_closed",)
LOSING = "Areas that would lose the designation"
MEASURES = {
    "Physicians placed": "count",
    "Gap closed (FTE)": "FTE",
    "Missing before (FTE)": "FTE",
    "People whom HRSA counts in areas that gain": "people",
    LOSING: "count",
    "Share of its need that the least region gets": "share",
    "Gini after, over counties": "index",
    "Theil T after, over counties": "index",
    "Worth (FTE, by each one’s own weights)": "worth",
}
# What one counts as access and the other as designation cannot be subtracted.
BY_EFFECT = ("FTE", "share", "index", "worth")
NOT_AT_ISSUE, NOT_DEFINED = "not at issue", "not defined"
NAMED = 6
APART = "One counts access, the other designation: what they close cannot be subtracted."


class Side(NamedTuple):
    """A scenario, with its places, where everyone goes, and what its counties are short of before and after."""

    scenario: Scenario
    places: pd.DataFrame
    outcome: Outcome
    counties: pd.DataFrame


def compared(here: Side, other: Side) -> pd.DataFrame:
    """What two placements give, and by how much the first is more than the second.

    Returns one row per measure: comparison_measure, comparison_unit, comparison_here, comparison_other,
    comparison_difference; missing where a measure is not at issue (designations, counting access) or not defined,
    and the difference where one scenario counts access and the other designation.
    """
    mine, theirs = np.array(_figures(here), float), np.array(_figures(other), float)
    is_alike = here.scenario.plan.effect == other.scenario.plan.effect
    mixed = [not is_alike and unit in BY_EFFECT for unit in MEASURES.values()]
    return pd.DataFrame(
        {
            "comparison_measure": list(MEASURES),
            "comparison_unit": list(MEASURES.values()),
            "comparison_here": mine,
            "comparison_other": theirs,
            "comparison_difference": np.where(mixed, np.nan, mine - theirs),
        }
    )


def _figures(side: Side) -> list[float]:
    outcome, people = side.outcome, side.counties["population"].to_numpy(float)
    after = side.counties["fte_to_target_after"]
    is_counted = side.scenario.plan.effect == DESIGNATION
    return [
        float((outcome.areas >= 0).sum()),
        float(outcome.closed.sum()),
        float(side.places["fte_to_target"].sum()),
        sentences.gaining(side.places, outcome),
        float(len(sentences.losing(side.places, outcome))) if is_counted else math.nan,
        tables.least(outcome.shares),
        inequality.gini(people, after),
        inequality.theil_t(people, after),
        outcome.value,
    ]


def told(rows: pd.DataFrame, names: tuple[str, str]) -> pd.DataFrame:
    """The comparison in words, each figure as the rest of the page says it."""
    here, other = sentences.apart(names)
    cells = {"": rows["comparison_measure"].tolist()}
    for name, column in ((here, "comparison_here"), (other, "comparison_other")):
        cells[name] = [_said(row, getattr(row, column)) for row in rows.itertuples()]
    return pd.DataFrame(cells | {"Difference": [_difference(row) for row in rows.itertuples()]})


def _said(row: NamedTuple, figure: float) -> str:
    if math.isnan(figure):
        return NOT_AT_ISSUE if row.comparison_measure == LOSING else NOT_DEFINED
    if row.comparison_unit in ("index", "worth"):
        return f"{figure:.3f}" if row.comparison_unit == "index" else f"{figure:.2f}"
    return numbers.figure(figure, row.comparison_unit)


def _difference(row: NamedTuple) -> str:
    """With its sign; of shares in percentage points; "none" where the two say the same."""
    figure = row.comparison_difference
    if math.isnan(figure):
        return ""
    if _said(row, row.comparison_here) == _said(row, row.comparison_other):
        return "none"
    sign = "+" if figure > 0 else "−"
    if row.comparison_unit == "share":
        return f"{sign}{abs(figure) * 100:.1f} points"
    return sign + _said(row, abs(figure))


def by_region(here: Side, other: Side) -> pd.DataFrame:
    """The gap that each closes in every region of either, what the first closes most of first.

    Returns one row per region: placement_region, fte_closed, other_fte_closed (FTE; missing where one's state does
    not have the region).
    """
    mine, theirs = (_closed(side) for side in (here, other))
    names = sorted({*mine, *theirs}, key=lambda name: (-mine.get(name, -1.0), -theirs.get(name, -1.0), name))
    return pd.DataFrame(
        {
            "placement_region": names,
            "fte_closed": [mine.get(name, math.nan) for name in names],
            "other_fte_closed": [theirs.get(name, math.nan) for name in names],
        }
    )


def _closed(side: Side) -> dict[str, float]:
    rows = tables.by_region(side.places, side.outcome)
    return dict(zip(rows["placement_region"], rows["fte_closed"], strict=True))


def headline(rows: pd.DataFrame, names: tuple[str, str]) -> str:
    """My scenario closes 9.6 FTE of the gap, Ten more 12.0: 2.4 less."""
    _, closed, *_ = rows.itertuples()
    ends = [numbers.figure(end, "FTE") for end in (closed.comparison_here, closed.comparison_other)]
    if math.isnan(closed.comparison_difference):
        return f"“{names[0]}” closes {ends[0]} FTE of the gap, “{names[1]}” {ends[1]}. {APART}"
    if ends[0] == ends[1]:
        return f"Both close {ends[0]} FTE of the gap."
    more = "more" if closed.comparison_difference > 0 else "less"
    by = numbers.figure(abs(closed.comparison_difference), "FTE")
    return f"“{names[0]}” closes {ends[0]} FTE of the gap, “{names[1]}” {ends[1]}: {by} {more}."


def elsewhere(here: Side, other: Side) -> str:
    """Which areas get somebody in one of the two alone, the first of each."""
    mine, theirs = (set(side.places["area"][side.outcome.brought > 0]) for side in (here, other))
    both = (("this", mine - theirs), ("the other", theirs - mine))
    told = [f"only in {name}: {_first(sorted(names))}" for name, names in both if names]
    return f"Areas that get somebody {'; '.join(told)}." if told else "The same areas get somebody in both."


def _first(names: list[str]) -> str:
    return numbers.listed(names if len(names) <= NAMED else [*names[:NAMED], f"{len(names) - NAMED} more"])


def regions_alt(rows: pd.DataFrame, names: tuple[str, str]) -> str:
    """The bars of regions in words: where the two differ most."""
    apart = rows.assign(apart=(rows["fte_closed"].fillna(0) - rows["other_fte_closed"].fillna(0)).abs())
    most = apart.loc[apart["apart"].idxmax()]
    ends = [numbers.figure(most[column], "FTE") for column in ("fte_closed", "other_fte_closed")]
    ends = ["no such region" if end == numbers.NOT_KNOWN else end for end in ends]
    return (
        f"Bars of {numbers.plural(len(rows), 'region')}; the two differ most in {most.placement_region}: {ends[0]} by "
        f"“{names[0]}”, {ends[1]} by “{names[1]}”."
    )
