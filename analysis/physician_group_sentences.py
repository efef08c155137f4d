"""How are physicians of groups of counties said, and of the counties that a place lies in? From the rows alone."""

import pandas as pd

from analysis import words
from analysis.disparity import ENDS
from analysis.physician_sentences import no_figure

LOWEST, HIGHEST = ("Lowest fifth", "Not rural"), ("Highest fifth", "Rural")
NONE = "no physician"


def named(rows: pd.DataFrame, dimension: str) -> pd.DataFrame:
    """The rows of physician_groups.by_group with the two ends called as the page calls them: least, most poverty."""
    low, high = ENDS[dimension]
    called = dict.fromkeys(LOWEST, low) | dict.fromkeys(HIGHEST, high)
    return rows.assign(county_group=rows["county_group"].replace(called))


def told(rows: pd.DataFrame) -> list[str]:
    """Each group's figure as the bars say it: 7.1, one for 14,100; no physician; not known."""
    return [
        words.NOT_KNOWN
        if pd.isna(row.practicing_per_100k)
        else NONE
        if row.practicing_physicians == 0
        else f"{words.figure(row.practicing_per_100k, 'per_100k')}<br>one for {words.people(row.people_per_practicing)}"
        for row in rows.itertuples()
    ]


def headline(rows: pd.DataFrame, whom: str) -> str:
    """In which group one stands for the most people and in which for the fewest, where none is and who is not known."""
    some = rows[rows["people_per_practicing"].notna()].sort_values("people_per_practicing", ascending=False)
    without = rows[rows["practicing_physicians"] == 0]["county_group"]
    dark = rows[rows["practicing_per_100k"].isna()]["county_group"]
    parts = [f"{_ends(some, whom)}."]
    parts += [f"Without any in the counties counted: {_quoted(without)}."] if len(without) else []
    parts += [f"Not known: {_quoted(dark)}."] if len(dark) else []
    lacking = int(rows["counties_not_counted"].sum())
    names = words.plural(lacking, "county", "counties")
    parts += [f"{names} {no_figure(lacking)}: not known."] if lacking else []
    return " ".join(parts)


def _ends(some: pd.DataFrame, whom: str) -> str:
    if some.empty:
        return f"No group counted here has {whom}"
    most, fewest = some.iloc[0], some.iloc[-1]
    high, low = (words.people(row.people_per_practicing) for row in (most, fewest))
    each = f"People for each of the {whom} counted"
    if len(some) == 1:
        return f"{each}: {high} in “{most.county_group}”"
    if high == low:
        return f"{each}: about the same in all groups that have any, {high}"
    return f"{each}: the most in “{most.county_group}” ({high}), the fewest in “{fewest.county_group}” ({low})"


def _quoted(names: pd.Series) -> str:
    return words.listed([f"“{name}”" for name in names])


def bars_alt(rows: pd.DataFrame, title: str) -> str:
    """Alt text of the bars, group by group."""
    said = [
        f"{row.county_group} {text.replace('<br>', ', ')}"
        for row, text in zip(rows.itertuples(), told(rows), strict=True)
    ]
    return f"Bars: {title}. {'; '.join(said)}."


def inside(rows: pd.DataFrame, name: str, whom: str) -> str:
    """In how many counties a place lies, and how many of them have any, have none, are not known."""
    found = rows["supply_status"].value_counts()
    some, none, dark = (int(found.get(status, 0)) for status in ("counted", "none", "not_counted"))
    place = name[:1].upper() + name[1:]
    if len(rows) == 1:
        one = rows.iloc[0].county
        dark_there = f"{no_figure(1)} for {whom}: not known"
        only = {"counted": f"has {whom}", "none": f"has no {whom}", "not_counted": dark_there}
        lies = f"{place} {only[rows.iloc[0].supply_status]}." if one == name else ""
        return lies or f"{place} lies in {one}, which {only[rows.iloc[0].supply_status]}."
    parts = [f"{some:,} {'has' if some == 1 else 'have'} {whom}"] if some else []
    parts += [f"{none:,} {'has' if none == 1 else 'have'} none"] if none else []
    parts += [f"{dark:,} {no_figure(dark)}: not known"] if dark else []
    if not some and none:
        parts[0] = f"{none:,} {'has' if none == 1 else 'have'} no {whom}"
    return f"{place} lies in {len(rows):,} counties: {words.listed(parts)}."
