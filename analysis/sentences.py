"""What do the numbers say, in one plain sentence? Written from the data; no number, no sentence."""

from typing import NamedTuple

import pandas as pd

from analysis import words
from analysis.measures import MEAN, TOTAL, Measure

DISCIPLINES = {
    "primary_care": "primary care physicians",
    "mental_health": "psychiatrists and other core mental-health providers",
    "dental": "dentists",
}
STATUSES = {
    "designated": "designated",
    "proposed_withdrawal": "proposed for withdrawal",
    "both": "designated or proposed for withdrawal",
}
NOT_LISTED = "HRSA's {discipline} shortage areas are not loaded: how many {who} are missing is not known."


def answer(total: pd.Series, place: str) -> str:
    """Where the shortage stands: FTE, areas, people, and what is proposed for withdrawal."""
    if pd.isna(total.fte_short):
        return NOT_LISTED.format(discipline="primary-care", who="physicians")
    if not total.areas_designated:
        return f"{place} has no designated primary care shortage area." + _proposed(total, "But ")
    return (
        f"{place} is short the equivalent of {_fte(total.fte_short)} full-time primary care physicians, in "
        f"{words.plural(total.areas_designated, 'designated area')} where "
        f"{words.people(total.shortage_population)} people live." + _proposed(total, "Another ")
    )


def _proposed(total: pd.Series, start: str) -> str:
    if not total.areas_proposed_withdrawal:
        return ""
    one = total.areas_proposed_withdrawal == 1
    return (
        f" {start}{words.plural(total.areas_proposed_withdrawal, 'area')}, short "
        f"{_fte(total.fte_short_proposed_withdrawal)}, {'is' if one else 'are'} proposed for withdrawal."
    )


def selection(total: pd.Series, counties: pd.DataFrame, place: str, status: str) -> str:
    """What the chosen places and areas come to, and where it is worst."""
    if pd.isna(total.fte_short_chosen):
        return NOT_LISTED.format(discipline="", who="providers").replace("  ", " ")
    if not total.areas:
        return f"{place} has no area of this kind that is {STATUSES[status]}."
    worst = named(counties)[: min(3, int((counties["fte_short_chosen"] > 0).sum()))]
    most = f", most of all in {words.listed(worst)}" if len(counties) > 1 and worst else ""
    what = words.plural(total.areas, "area")
    return (
        f"{place} is short the equivalent of {_fte(total.fte_short_chosen)} full-time primary care "
        f"physicians in {what} {STATUSES[status]}{most}."
    )


def named(counties: pd.DataFrame) -> list[str]:
    """County names, with the state's code where the rows are of several states."""
    if counties["state"].nunique() < 2:
        return counties["county"].tolist()
    return [f"{row.county}, {row.state}" for row in counties.itertuples()]


def twice(total: pd.Series) -> str:
    """A warning for when both statuses are shown, or nothing if no place is listed twice."""
    if not total.areas_renewed:
        return ""
    return (
        f"{words.plural(total.areas_renewed, 'area')} proposed for withdrawal also "
        f"{'has' if total.areas_renewed == 1 else 'have'} a designated area of the same name, often the old "
        "and the new listing of one place: added together, such places count twice."
    )


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


def county(row: pd.Series, total: pd.Series, place: str) -> str:
    """One county beside its state."""
    if pd.isna(row.fte_short):
        return NOT_LISTED.format(discipline="primary-care", who="physicians")
    if not row.areas:
        return f"No designated primary care shortage area reaches into {row.county}."
    share = words.percent(row.shortage_population_share)
    return (
        f"{row.county} is short the equivalent of {_fte(row.fte_short)} full-time primary care "
        f"{'physician' if round(row.fte_short, 1) == 1 else 'physicians'}; {share} of its people live in a "
        f"designated shortage area, {words.percent(total.shortage_population_share)} in {place}."
    )


def _fte(fte: float) -> str:
    return f"{fte:,.0f}" if fte >= 99.5 else f"{fte:.1f}"


def deepest(counties: pd.DataFrame) -> str:
    """Alt text of the ten deepest gaps."""
    told = [f"{row.county} {_fte(row.fte_short_chosen)}" for row in counties.itertuples()]
    return "Bars of full-time equivalent physicians short: " + ", ".join(told) + "."


def reliability(groups: pd.DataFrame) -> str:
    """Which language groups' figures are too uncertain to lean on: a standard error over 30%."""
    shaky = [
        row.language_group
        for row in groups.itertuples()
        if row.limited_english_group and row.limited_english_group_moe / 1.645 / row.limited_english_group > 0.3
    ]
    if not shaky:
        return ""
    return f"Unreliable, with a standard error over 30% of the figure: {words.listed(shaky)}."
