"""How is a count of people said, where some counts may not be? Each case has its word."""

import pandas as pd

from analysis import words

UNSAID = {
    "withheld": "withheld",
    "none": "none",
    "not_known": words.NOT_KNOWN,
    "not_collected": "not collected",
    "not_listed": "not listed",
}


def figure(people: float | None, status: str) -> str:
    """A count of people as labels and cells write it: 1,234; withheld; none; not known; not collected; not listed.

    Raises ValueError for a status that has no word.
    """
    if status == "counted":
        return words.figure(people, "people")
    if status not in UNSAID:
        raise ValueError(f"participants_status is {status!r}; it can be counted, {', '.join(UNSAID)}.")
    return UNSAID[status]


def labelled(people: float | None, status: str, share: float | None, before: str = " · ", after: str = "") -> str:
    """A bar's own words: "85 · 57%", "85" where no share may be said, "withheld"."""
    said = figure(people, status)
    if status != "counted" or share is None or pd.isna(share):
        return said
    return f"{said}{before}{words.percent(float(share))}{after}"


def largest(rows: pd.DataFrame, most: int) -> pd.DataFrame:
    """The rows of the first groups, which are the largest."""
    return rows[rows["member"].isin(list(dict.fromkeys(rows["member"]))[:most])]
