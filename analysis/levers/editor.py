"""How does a reader see and edit the assumptions? Rows out, rows back in."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.levers.assumptions import ASSUMPTIONS, SHIPPED, Span, Values, of_lever, problems, source
from analysis.levers.sentences import end
from analysis.scenarios.files import shown

# What the editor shows of a unit.
SHOWN = {"share": "%", "usd": "$", "FTE": "FTE", "hours": "hours", "people": "people", "years": "years"}
ENDS = ["assumption_low", "assumption_likely", "assumption_high"]


def assumptions(values: Values) -> pd.DataFrame:
    """Every assumption with its range and whose figure it is.

    Returns one row per assumption: assumption, lever_label, assumption_label, assumption_low,
    assumption_likely, assumption_high, assumption_unit, assumption_source.
    """
    rows = [
        (one.name, of_lever(one.lever), one.label, *values[one.name], one.unit, source(one.name, values[one.name]))
        for one in ASSUMPTIONS
    ]
    names = ["assumption", "lever_label", "assumption_label", *ENDS, "assumption_unit", "assumption_source"]
    return pd.DataFrame(rows, columns=names)


def editable(values: Values) -> pd.DataFrame:
    """The same for an editor: shares as percents, units as signs. Returns one row per assumption, in order.

    Beside each stands the published figure, if there is one, whatever the range now is.
    """
    rows = assumptions(values)
    times = np.where(rows["assumption_unit"] == "share", 100.0, 1.0)
    told = rows.assign(**{name: (rows[name] * times).round(6) for name in ENDS})
    published = [
        f"{one.published}: {end(one.likely, one.unit)}" if one.published else "assumption" for one in ASSUMPTIONS
    ]
    units = told["assumption_unit"].map(SHOWN)
    return told.assign(assumption_unit=units, assumption_source=published).drop(columns="assumption")


def edited(rows: pd.DataFrame, before: Values) -> tuple[dict[str, Span], list[str]]:
    """The ranges as an editor left them, and what is wrong with those that keep what they were before."""
    found, wrong = dict(before), []
    ends: Sequence[Sequence[float]] = rows[ENDS].to_numpy(float)
    for one, row in zip(ASSUMPTIONS, ends, strict=True):
        times = 100 if one.unit == "share" else 1
        span = Span(*(round(float(end) / times, 8) for end in row))
        said = problems(one.name, span)
        wrong += said
        if not said:
            found[one.name] = span
    return found, wrong


def in_address(values: Values) -> str:
    """The ranges that are not as shipped, short enough for an address: "cut_share,0.1,0.2,0.3;cut_years,1,2,3"."""
    changed = [(name, *values[name]) for name in SHIPPED if values[name] != SHIPPED[name]]
    return ";".join(",".join([name, *(repr(float(end)).removesuffix(".0") for end in ends)]) for name, *ends in changed)


class Addressed(NamedTuple):
    """The ranges that an address asks for, and a sentence for each part of it that cannot be used."""

    values: dict[str, Span]
    problems: list[str]


def from_address(text: str) -> Addressed:
    """The assumptions as shipped, but for what an address changes; what makes no sense in it is left out and said."""
    found, wrong = dict(SHIPPED), []
    for part in text.split(";") if text else []:
        name, *ends = part.split(",")
        span = _span(ends)
        if name not in SHIPPED or span is None:
            form = "a name and three numbers, as in cut_share,0.1,0.2,0.3: it is left out"
            wrong.append(f"The address has “{shown(part)}” among the assumptions, which is not {form}.")
        elif said := problems(name, span):
            wrong += [f"{one} The address has another; the shipped range is used." for one in said]
        else:
            found[name] = span
    return Addressed(found, wrong)


def _span(ends: Sequence[str]) -> Span | None:
    try:
        return Span(*map(float, ends))
    except (TypeError, ValueError):
        return None


def differing(here: Values, other: Values) -> pd.DataFrame:
    """The assumptions in which two scenarios differ, in words: low, likely and high of each."""
    rows = [
        (f"{of_lever(one.lever)}: {one.label}", _said(one.unit, here[one.name]), _said(one.unit, other[one.name]))
        for one in ASSUMPTIONS
        if here[one.name] != other[one.name]
    ]
    return pd.DataFrame(rows, columns=["Assumed differently", "Here", "There"])


def _said(unit: str, span: Span) -> str:
    ends = list(dict.fromkeys(end(value, unit) for value in span))
    return " / ".join(ends)
