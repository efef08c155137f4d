"""How far have people come, in plain sentences? Withheld, none, not known and not collected stay apart."""

from typing import Any

import numpy as np
import pandas as pd

from analysis import words
from analysis.pathway_curves import PARTS, Curve
from analysis.pathway_words import UNSAID, figure, labelled
from analysis.survival import at, median_time

# What is said of one person, and of several, who have come at least so far.
ELIGIBLE = ("has become eligible to apply", "have become eligible to apply")
ACCEPTED = ("has been accepted to residency", "have been accepted to residency")
LICENSED = ("is licensed", "are licensed")
# By stage or by phase, whichever the rows are of.
REACHED = {
    "certified": ELIGIBLE,
    "eligible": ELIGIBLE,
    "matched": ACCEPTED,
    "accepted": ACCEPTED,
    "licensed": LICENSED,
}
UNSAID_NUMBERS = ("withheld", "not_known", "not_collected")
# Below this many people a share says more than the numbers bear.
SHARES_FROM = 20


def answer(
    total_people: int | None, rows: pd.DataFrame, *, total_status: str = "counted", kind: str = "participant"
) -> str:
    """How many of all participants have become eligible, been accepted and been licensed.

    `rows` has step, participants and participants_status, people who have come at least so far. Shares
    are said of 20 people or more, otherwise counts.
    """
    if total_status != "counted" or total_people is None or pd.isna(total_people):
        return f"How many participants there are is {_clause(total_status)}."
    if not total_people:
        return "No participant matches."
    steps = [row for row in rows.itertuples() if row.step in REACHED]
    said = [_reached(row, int(total_people)) for row in steps if row.participants_status not in UNSAID_NUMBERS]
    told = f"Of {words.plural(int(total_people), kind)}, {words.listed(said)}" if said else ""
    unsaid = [
        f"how many {words.listed([REACHED[row.step][1] for row in steps if row.participants_status == status])} "
        f"is {_clause(status)}"
        for status in UNSAID_NUMBERS
        if any(row.participants_status == status for row in steps)
    ]
    parts = [part for part in (told, *unsaid) if part]
    whole = "; ".join(parts)
    return f"{whole[0].upper()}{whole[1:]}." if parts else ""


def funnel_alt(rows: pd.DataFrame, *, made_of: str = "") -> str:
    """Alt text of the steps reached, bar by bar."""
    if rows.empty:
        return _closed("Bars of people by step reached: no step to show", made_of)
    shares = rows["participants_share"] if "participants_share" in rows else [None] * len(rows)
    told = [
        f"{row.step_label} {labelled(row.participants, row.participants_status, share, ' (', ')')}"
        for row, share in zip(rows.itertuples(), shares, strict=True)
    ]
    return _closed("Bars of people by the step reached: " + ", ".join(told), made_of)


def flows_alt(rows: pd.DataFrame, *, made_of: str = "") -> str:
    """Alt text of the flows between stages; those that are withheld are not drawn, and are named."""
    if rows.empty:
        return _closed("Flows of people between stages: none to show", made_of)
    told = [
        f"{row.source_label} to {row.target_label} {figure(row.participants, row.participants_status)}"
        for row in rows.itertuples()
    ]
    hidden = " (withheld flows are not drawn)" if (rows["participants_status"] == "withheld").any() else ""
    return _closed(f"Flows of people between stages{hidden}: " + ", ".join(told), made_of)


def heat_alt(rows: pd.DataFrame, *, made_of: str = "") -> str:
    """Alt text of people by group and step reached, group by group."""
    if rows.empty:
        return _closed("Grid of people by group and step reached: no group to show", made_of)
    groups: dict[str, list[str]] = {}
    for row in rows.itertuples():
        groups.setdefault(row.member_label, []).append(
            f"{row.step_label} {figure(row.participants, row.participants_status)}"
        )
    told = [f"{name}: {', '.join(cells)}" for name, cells in groups.items()]
    return _closed("Grid of people by group and step reached. " + "; ".join(told), made_of)


def curves_alt(lines: list[Curve], *, years: int, made_of: str = "") -> str:
    """Alt text: where each curve stands at its last whole year, its band, and when half had come so far."""
    if not lines:
        return _closed("Curves of the share of people by years since enrolment: none to show", made_of)
    told = [_told(Curve(*line), years) for line in lines]
    return _closed("Curves of the share of people by years since enrolment. " + "; ".join(told), made_of)


def _told(line: Curve, years: int) -> str:
    last = int(min(years, np.floor(line.found.time[-1])))
    if last < 1:
        return f"{line.label}: nobody was followed for a year"
    share, low, high = (at(line.found, np.array([last]), part)[line.cause - 1, 0] for part in PARTS)
    after = f" after {words.plural(last, 'year')}"
    band = f" (95% interval {words.percent(low)} to {words.percent(high)})" if not np.isnan(low) else ""
    half = median_time(line.found, line.cause)
    reached = f", half by {half:.1f} years" if half <= years else ""
    return f"{line.label}: {words.percent(share)}{after}{band}{reached}"


def _reached(row: Any, total_people: int) -> str:
    one, many = REACHED[row.step]
    if row.participants_status == "none" or (row.participants_status == "counted" and row.participants == 0):
        return f"none {many}"
    if total_people >= SHARES_FROM:
        return f"{words.percent(row.participants / total_people)} {many}"
    return f"{row.participants:,.0f} {one if row.participants == 1 else many}"


def _clause(status: str) -> str:
    return UNSAID.get(status, words.NOT_KNOWN)


def _closed(told: str, made_of: str) -> str:
    return f"{told}." + (f" {made_of}." if made_of else "")
