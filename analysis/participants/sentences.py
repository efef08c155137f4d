"""How far have people come, in plain sentences? Withheld, none, not known and not collected stay apart."""

from typing import Any

import numpy as np
import pandas as pd

from analysis.participants.time_to_event import PARTS, Curve
from analysis.statistics.survival import at, median_time
from analysis.wording import numbers

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
UNSAID = {
    "withheld": "withheld",
    "none": "none",
    "not_known": numbers.NOT_KNOWN,
    "not_collected": "not collected",
    "not_listed": "not listed",
}


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
    told = f"Of {numbers.plural(int(total_people), kind)}, {numbers.listed(said)}" if said else ""
    unsaid = [
        f"how many {numbers.listed([REACHED[row.step][1] for row in steps if row.participants_status == status])} "
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
    after = f" after {numbers.plural(last, 'year')}"
    band = f" (95% interval {numbers.percent(low)} to {numbers.percent(high)})" if not np.isnan(low) else ""
    half = median_time(line.found, line.cause)
    reached = f", half by {half:.1f} years" if half <= years else ""
    return f"{line.label}: {numbers.percent(share)}{after}{band}{reached}"


def _reached(row: Any, total_people: int) -> str:
    one, many = REACHED[row.step]
    if row.participants_status == "none" or (row.participants_status == "counted" and row.participants == 0):
        return f"none {many}"
    if total_people >= SHARES_FROM:
        return f"{numbers.percent(row.participants / total_people)} {many}"
    return f"{row.participants:,.0f} {one if row.participants == 1 else many}"


def _clause(status: str) -> str:
    return UNSAID.get(status, numbers.NOT_KNOWN)


def _closed(told: str, made_of: str) -> str:
    return f"{told}." + (f" {made_of}." if made_of else "")


def figure(people: float | None, status: str) -> str:
    """A count of people as labels and cells write it: 1,234; withheld; none; not known; not collected; not listed.

    Raises ValueError for a status that has no word.
    """
    if status == "counted":
        return numbers.figure(people, "people")
    if status not in UNSAID:
        raise ValueError(f"participants_status is {status!r}; it can be counted, {', '.join(UNSAID)}.")
    return UNSAID[status]


def labelled(people: float | None, status: str, share: float | None, before: str = " · ", after: str = "") -> str:
    """A bar's own words: "85 · 57%", "85" where no share may be said, "withheld"."""
    said = figure(people, status)
    if status != "counted" or share is None or pd.isna(share):
        return said
    return f"{said}{before}{numbers.percent(float(share))}{after}"


def largest(rows: pd.DataFrame, most: int) -> pd.DataFrame:
    """The rows of the first groups, which are the largest."""
    return rows[rows["member"].isin(list(dict.fromkeys(rows["member"]))[:most])]


def cost(
    fewest: float | None,
    most: float | None,
    status: str,
    *,
    low: int = 7_500,
    high: int = 15_000,
    kind: str = "people",
) -> str:
    """What it would take to bring the people who are before an application to one, as a range in US dollars.

    `fewest` and `most` are people: the same where their number is known, a range where it is withheld and
    other published counts leave one.
    """
    each = f"at the published ${low:,} to {high:,} each"
    if status == "none" or (status == "counted" and most == 0):
        return "Nobody is now before that step: there is no application to pay for."
    if pd.isna(fewest) or pd.isna(most):
        unsaid = UNSAID.get(status, numbers.NOT_KNOWN)
        return f"How many people are now before that step is {unsaid}, and so is the cost {each}."
    if not fewest < most:
        some = f"{most:,.0f} {kind}"
    else:
        some = f"{fewest:,.0f} to {most:,.0f} {kind}" if fewest else f"up to {most:,.0f} {kind}"
    who = "one person" if most == 1 else some
    amount = _usd(low * fewest, high * most)
    return f"Bringing the {who} now before that step to an application would take {amount} {each}."


def _usd(low: float, high: float) -> str:
    """Two amounts with as many digits as an estimate bears: $0.5 to 0.9 million; $37,500 to 75,000."""
    if not low:
        return f"up to ${high / 1e6:.1f} million" if high >= 500_000 else f"up to ${high:,.0f}"
    if high >= 500_000:
        return f"${low / 1e6:.1f} to {high / 1e6:.1f} million"
    return f"${low:,.0f} to {high:,.0f}"
