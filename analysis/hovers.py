"""What does the map say of a county, and of the place it lies in?"""

from typing import NamedTuple

import pandas as pd

from analysis import words
from analysis.measures import MEAN, TOTAL, Measure


def named(counties: pd.DataFrame) -> list[str]:
    """County names, with the state's code where the rows are of several states."""
    if counties["state"].nunique() < 2:
        return counties["county"].tolist()
    return [f"{row.county}, {row.state}" for row in counties.itertuples()]


class Hover(NamedTuple):
    """Hover texts of a map: what is the same for every county, and what is not."""

    template: str
    names: list[str]
    told: list[tuple[str, str]]


def hover(counties: pd.DataFrame, measure: Measure, total: pd.Series, place: str) -> Hover:
    """Name; the figure with its unit; the place's figure; rank; as-of date."""
    figures = counties[measure.column]
    ranks = figures.rank(ascending=False, method="min")
    among = figures.notna().sum()
    ordinals = [f"{words.ordinal(int(rank))} of {among:,}" if pd.notna(rank) else "no rank" for rank in ranks]
    said = [words.figure(value, measure.unit) for value in figures]
    template = (
        f"<b>%{{text}}</b><br>{measure.label}: %{{customdata[0]}}{reference(measure, total, place)}"
        f"<br>%{{customdata[1]}}<br>{measure.as_of}<extra></extra>"
    )
    return Hover(template, named(counties), list(zip(said, ordinals, strict=True)))


def reference(measure: Measure, total: pd.Series, place: str) -> str:
    """The place's own figure of the measure as a line of a hover; nothing where there is none."""
    if measure.column not in total.index or pd.isna(total[measure.column]):
        return ""
    how = {TOTAL: " in all", MEAN: ""}.get(measure.state_is, f" {measure.state_is}")
    return f"<br>{place}{how}: {words.figure(total[measure.column], measure.unit)}"


def of_measure(counties: pd.DataFrame, measure: Measure, total: pd.Series, place: str) -> str:
    """The place's figure of a measure other than shortage, and the county with the most of it."""
    figures = counties[measure.column].dropna()
    if measure.group == "Shortage" or figures.empty:
        return ""
    top = counties.loc[figures.idxmax()]
    beside = reference(measure, total, place).removeprefix("<br>")
    most = f"the most in {top.county}: {words.figure(top[measure.column], measure.unit)}"
    return f"{measure.label}. {beside}; {most}. " if beside else f"{measure.label}: {most}. "
