"""What do the numbers say, in one plain sentence? Written from the data; no number, no sentence."""

from collections.abc import Collection

import pandas as pd

from analysis import disciplines, hovers, words

STATUSES = {
    "designated": "designated",
    "proposed_withdrawal": "proposed for withdrawal",
    "both": "designated or proposed for withdrawal",
}
NOT_LISTED = "HRSA's shortage areas of this kind are not loaded: how many physicians are missing is not known."


def answer(total: pd.Series, place: str, most: str = "") -> str:
    """Where the shortage stands: FTE, areas, people, and what is proposed for withdrawal.

    `most` names where most of it is: "the Metro region".
    """
    if pd.isna(total.fte_short):
        return NOT_LISTED
    if not total.areas_designated:
        return f"{place} has no designated primary care shortage area." + _proposed(total)
    where = f", most of all in {most}" if most else ""
    return (
        f"{place} is short the equivalent of {_fte(total.fte_short)} full-time primary care physicians{where}, in "
        f"{words.plural(total.areas_designated, 'designated area')} where "
        f"{words.people(total.shortage_population)} people live." + _proposed(total)
    )


def _proposed(total: pd.Series) -> str:
    """What hangs on HRSA's decision, and that most of it is not a place of its own."""
    if not total.areas_proposed_withdrawal:
        return ""
    listings = words.plural(total.areas_proposed_withdrawal, "more listing")
    verb = "is" if total.areas_proposed_withdrawal == 1 else "are"
    fte = words.figure(total.fte_short_proposed_withdrawal, "FTE")
    lie = "lies" if total.areas_doubled == 1 else "lie"
    inside = f"; {total.areas_doubled:.0f} of them {lie} mostly inside designated areas" if total.areas_doubled else ""
    return f" {listings}, short {fte}, {verb} proposed for withdrawal{inside}."


def selection(
    total: pd.Series, counties: pd.DataFrame, place: str, status: str, discipline: str = disciplines.PRIMARY_CARE
) -> str:
    """What the chosen places and areas come to, and where it is worst."""
    told = disciplines.EVERY[discipline]
    if pd.isna(total.fte_short_chosen):
        is_plain = discipline == disciplines.PRIMARY_CARE
        return NOT_LISTED if is_plain else disciplines.not_listed(total, discipline, place)
    if not total.areas:
        return f"{place} has no {told.area} shortage area of this type that is {STATUSES[status]}."
    worst = hovers.named(counties)[: min(3, int((counties["fte_short_chosen"] > 0).sum()))]
    most = f", most of all in {words.listed(worst)}" if len(counties) > 1 and worst else ""
    kind = {"designated": "designated area"}.get(status, "area")
    what = words.plural(total.areas, kind) + ("" if status == "designated" else f" {STATUSES[status]}")
    return (
        f"{place} is short the equivalent of {_fte(total.fte_short_chosen)} full-time "
        f"{told.one if round(total.fte_short_chosen, 1) == 1 else told.many} in {what}{most}."
    )


def twice(total: pd.Series) -> str:
    """A warning for when both statuses are shown, or nothing if no place is listed twice."""
    if not total.areas_doubled:
        return ""
    verb = "lies" if total.areas_doubled == 1 else "lie"
    return (
        f"{words.plural(total.areas_doubled, 'area')} proposed for withdrawal {verb} mostly inside designated areas, "
        "often the old listing of one place beside the new: added together, such places count twice."
    )


def county(row: pd.Series, total: pd.Series, place: str, types: Collection[str] = ()) -> str:
    """One county beside its state; `types` are those of its designated areas."""
    if pd.isna(row.fte_short):
        return NOT_LISTED
    if not row.areas:
        return f"No designated primary care shortage area reaches into {row.county}."
    share = words.percent(row.shortage_population_share)
    group = " for a group there, such as people with low incomes" if set(types) == {"population"} else ""
    state = f"{words.percent(total.shortage_population_share)} in {words.inside(place)}"
    physicians = "physician" if round(row.fte_short, 1) == 1 else "physicians"
    return (
        f"{row.county} is short the equivalent of {_fte(row.fte_short)} full-time primary care {physicians}; {share} "
        f"of its people live in a designated shortage area{group}, compared with {state}."
    )


def _fte(fte: float) -> str:
    return f"{fte:,.0f}" if fte >= 99.5 else words.figure(fte, "FTE")


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


def decision(row: pd.Series, inside: int, place: str, rural_part: float | None = None, meant: str = "") -> str:
    """What hangs on the decision; `inside` is how many listings lie mostly inside designated areas.

    `rural_part` is the share of the people at stake who live in rural counties, `meant` which these are.
    """
    if not row.areas_proposed_withdrawal:
        return f"{place} has no primary care area that is proposed for withdrawal."
    count = f"{row.areas_proposed_withdrawal:,.0f} of {words.owner(place)} primary care shortage areas"
    counties = words.plural(row.counties, "county", "counties")
    lie = f"{inside or 'none'} of them {'lies' if inside == 1 else 'lie'} mostly inside designated areas"
    return (
        f"HRSA proposed to withdraw {count}, short {words.figure(row.fte_short_proposed_withdrawal, 'FTE')} full-time "
        f"physicians, in {counties}; {lie}. {_alone(row.proposed_alone_population, rural_part, meant)}"
    )


def _alone(people: float, rural_part: float | None, meant: str) -> str:
    if not people:
        return "Everyone who lives in them also lives in a designated one."
    who = "1 person lives" if people == 1 else f"{words.people(people)} people live"
    told = f"{who} in such an area and in no designated one"
    if rural_part is None:
        return f"{told}."
    part = words.percent(rural_part) if rural_part else "none"
    return f"{told}, {part} of them in rural counties ({meant})."
