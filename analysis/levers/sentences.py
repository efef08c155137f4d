"""What do the levers give, in words? Written from the ranges, with no claim that anything will happen."""

import math
from typing import Any

import pandas as pd

from analysis.levers import model
from analysis.levers.assumptions import LEVERS
from analysis.levers.model import Range
from analysis.levers.scenarios import FUNDED, Scenario
from analysis.wording import numbers

IF = "if the assumptions below hold"
UNLAW = "The limited license is a bill; whether it became law could not be confirmed. It counts here only as a what-if."
APART = "not comparable, since other costs are counted"
FREE = "none to the state"
NONE = "not defined"
UNITS = {"residency": "residency position", "preparation": "place of clinical preparation"}


def number(value: float, unit: str = "", *, fine: bool = False) -> str:
    """A figure with as many digits as an assumption bears: 0.4; 2.9; 33; $4.4 million; $320,000.

    `fine` gives what is under 10 two decimals, where two ends must stay apart.
    """
    if math.isnan(value):
        return NONE
    if math.isinf(value):
        return "no number of them"
    if unit == "usd":
        return f"${value / 1e6:.1f} million" if value >= 999_500 else f"${numbers.people(round(value))}"
    if abs(value) >= 99.5:
        return numbers.people(value)
    if value == 0:
        return "0"
    if abs(value) >= 9.95:
        return f"{value:.0f}"
    return f"{value:.2f}" if fine or 0 < abs(value) < 0.095 else f"{value:.1f}"


def ranged(low: float, high: float, unit: str = "") -> str:
    """A range in words: "0.42 to 0.70"; one number where both ends read the same."""
    ends = number(low, unit), number(high, unit)
    return ends[0] if ends[0] == ends[1] else f"{ends[0]} to {ends[1]}"


def headline(rows: pd.DataFrame, horizon: int) -> str:
    """What $100,000 would give by each lever (lever_tables.of_outcome); "" if none is paid for.

    Those of one cost stand together, the most first; the others apart, each with what its cost is.
    """
    if rows.empty:
        return ""
    first = rows["lever_cost_scope"].iloc[0]
    alike = [row for row in rows.itertuples() if row.lever_cost_scope == first]
    figures = [f"{numbers.lower(row.lever_label)} {_of(row)}" for row in alike]
    figures[0] = f"{numbers.lower(alike[0].lever_label)} would give {_of(alike[0])}"
    within = f"full-time physician years in shortage areas within {numbers.plural(horizon, 'year')}"
    said = f"Per $100,000, {numbers.listed(figures)} {within} ({first})"
    others = rows.iloc[len(alike) :].itertuples()
    apart = [f"{numbers.lower(row.lever_label)} {_of(row)} ({row.lever_cost_scope})" for row in others]
    return f"{said}{f'; {APART}: {numbers.listed(apart)}' if apart else ''}, {IF}."


def cut(rows: pd.DataFrame, needed: Range, horizon: int) -> str:
    """What a cut in waivers would take from shortage areas, and how many program physicians would make up for it."""
    (lost,) = rows[(rows["lever"] == "immigration") & (rows["lever_outcome"] == "fte_years")].itertuples()
    if not lost.outcome_high > 0:
        return f"A cut in Conrad 30 and J-1 waivers would take nothing within {numbers.plural(horizon, 'year')}, {IF}."
    years = ranged(lost.outcome_low, lost.outcome_high)
    within = f"from shortage areas within {numbers.plural(horizon, 'year')}"
    said = f"A cut in Conrad 30 and J-1 waivers would take {years} full-time physician years {within}. "
    if math.isinf(needed.median):
        return f"{said}No number of program physicians would make up for it in that time, {IF}."
    return f"{said}Making up for it would take {ranged(needed.low, needed.high)} program physicians more, {IF}."


def sized(rows: pd.DataFrame, scenario: Scenario) -> pd.DataFrame:
    """The outcomes as a table in words, a row a lever: funded, physicians, cost and whose, years, full-time years."""
    lines = []
    for lever in rows["lever"].drop_duplicates():
        of = {row.lever_outcome: row for row in rows[rows["lever"] == lever].itertuples()}
        is_cut = lever == "immigration"
        fewer = " fewer" if is_cut else ""
        lines.append(
            {
                "": LEVERS[lever],
                "Funded": "" if is_cut else f"{scenario.funded[lever]:,}",
                "Physicians": _of(of["physicians"]) + fewer,
                "Cost": FREE if is_cut else _of(of["cost_usd"], "usd"),
                "The cost is of": model.holds(lever, scenario.values),
                "Years to first effect": _of(of["first_years"]),
                "Full-time years": _of(of["fte_years"]) + fewer,
                "Per $100,000": NONE if is_cut else _of(of["per_100k_usd"]),
                "HRSA counts (FTE)": _of(of["counted_fte"]) + (fewer if of["counted_fte"].outcome_high else ""),
            }
        )
    return pd.DataFrame(lines)


def bars_alt(rows: pd.DataFrame, title: str) -> str:
    """The bars in words."""
    told = [f"{row.lever_label} {_of(row)} ({row.lever_cost_scope})" for row in rows.itertuples()]
    return f"{title}. {numbers.listed(told)}." if told else f"{title}. None of 0 levers is paid for."


def end(span: float, unit: str) -> str:
    """One end of an assumption in its unit: 85%; $33,000; 3 years."""
    if unit == "share":
        return numbers.percent(span)
    if unit == "usd":
        return f"${span:,.0f}"
    return f"{span:g} {'year' if unit == 'years' and span == 1 else unit}" if unit else f"{span:g}"


def tornado_alt(rows: pd.DataFrame, title: str) -> str:
    """The three assumptions that matter most, in words."""
    told = [
        f"{row.assumption_label}: {number(row.at_low, fine=True)} at {end(row.assumption_low, row.assumption_unit)}, "
        f"{number(row.at_high, fine=True)} at {end(row.assumption_high, row.assumption_unit)}"
        for row in rows.head(3).itertuples()
    ]
    return f"{title}. {'; '.join(told)}." if told else f"{title}. 0 assumptions change it."


def timeline_alt(rows: pd.DataFrame, title: str) -> str:
    """Where the line ends, with its band."""
    last = rows.iloc[-1]
    year = numbers.plural(int(last["years_from_now"]), "year")
    low, high = number(last["timeline_low_fte"]), number(last["timeline_high_fte"])
    return f"{title}. After {year}: {number(last['timeline_median_fte'])}, {low} to {high} in 8 draws of 10."


def compared_said(rows: pd.DataFrame, here: str, other: str) -> pd.DataFrame:
    """Two scenarios side by side, as a table in words."""
    units = ["usd" if name == "cost_usd" else "" for name in rows["lever_outcome"]]
    mine = zip(rows["outcome_low"], rows["outcome_high"], units, strict=True)
    theirs = zip(rows["other_low"], rows["other_high"], units, strict=True)
    told = {"": [f"{row.lever_label}: {numbers.lower(row.outcome_label)}" for row in rows.itertuples()]}
    told[here] = [ranged(*ends) for ends in mine]
    return pd.DataFrame(told | {other if other != here else f"{other} (other)": [ranged(*ends) for ends in theirs]})


def _of(row: Any, unit: str = "") -> str:
    return ranged(row.outcome_low, row.outcome_high, unit)


UNITS |= {"limited": "limited license", "forgiveness": "award of loan forgiveness"}


def given(rows: pd.DataFrame, scenario: Scenario) -> str:
    """What the first lever that is funded would do, in people (rows of lever_tables.outcomes); "" if none is."""
    on = [lever for lever in FUNDED if scenario.funded[lever] and lever in set(rows["lever"])]
    if not on:
        return ""
    of = {row.lever_outcome: row for row in rows[rows["lever"] == on[0]].itertuples()}
    told = {name: (row.outcome_low, row.outcome_high) for name, row in of.items()}
    funded = numbers.plural(scenario.funded[on[0]], UNITS[on[0]], _many(UNITS[on[0]]))
    return (
        f"{funded} would give {ranged(*told['physicians'])} more physicians and {ranged(*told['fte_years'])} full-time "
        f"years in shortage areas within {numbers.plural(scenario.horizon_years, 'year')}, for "
        f"{ranged(*told['cost_usd'], 'usd')}; the first after {ranged(*told['first_years'])} years, {IF}."
    )


def _many(unit: str) -> str:
    first, *rest = unit.split(" of ")
    return " of ".join([f"{first}s", *rest])


def differing(here: Scenario, other: Scenario) -> str:
    """What two scenarios fund and how far they look, where they differ; "" where they do not."""
    told = [
        f"{numbers.lower(LEVERS[lever])} {here.funded[lever]:,} here and {other.funded[lever]:,} there"
        for lever in FUNDED
        if here.funded[lever] != other.funded[lever]
    ]
    if here.horizon_years != other.horizon_years:
        told.append(f"years ahead {here.horizon_years} here and {other.horizon_years} there")
    return f"What differs: {'; '.join(told)}." if told else ""
