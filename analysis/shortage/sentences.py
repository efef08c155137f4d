"""What do the numbers say, in one plain sentence? Written from the data; no number, no sentence."""

from collections.abc import Collection, Sequence

import pandas as pd

from analysis.charts import county_map
from analysis.wording import disciplines, numbers
from analysis.wording.disciplines import EVERY

STATUSES = {
    "designated": "designated",
    "proposed_withdrawal": "proposed for withdrawal",
    "both": "designated or proposed for withdrawal",
}
NOT_LISTED = "HRSA's shortage areas of this kind are not loaded: how many physicians are missing is not known."
WHOLE = 1 - 1e-9
SAID = {"mental_health": "mental health", "dental": "dental care"}


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
        f"{numbers.plural(total.areas_designated, 'designated area')} where "
        f"{numbers.people(total.shortage_population)} people live." + _proposed(total)
    )


def _proposed(total: pd.Series) -> str:
    """What hangs on HRSA's decision, and that most of it is not a place of its own."""
    if not total.areas_proposed_withdrawal:
        return ""
    listings = numbers.plural(total.areas_proposed_withdrawal, "more listing")
    verb = "is" if total.areas_proposed_withdrawal == 1 else "are"
    fte = numbers.figure(total.fte_short_proposed_withdrawal, "FTE")
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
    worst = county_map.named(counties)[: min(3, int((counties["fte_short_chosen"] > 0).sum()))]
    most = f", most of all in {numbers.listed(worst)}" if len(counties) > 1 and worst else ""
    kind = {"designated": "designated area"}.get(status, "area")
    what = numbers.plural(total.areas, kind) + ("" if status == "designated" else f" {STATUSES[status]}")
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
        f"{numbers.plural(total.areas_doubled, 'area')} proposed for withdrawal {verb} mostly inside designated areas, "
        "often the old listing of one place beside the new: added together, such places count twice."
    )


def county(row: pd.Series, total: pd.Series, place: str, types: Collection[str] = ()) -> str:
    """One county beside its state; `types` are those of its designated areas."""
    if pd.isna(row.fte_short):
        return NOT_LISTED
    if not row.areas:
        return f"No designated primary care shortage area reaches into {row.county}."
    share = numbers.percent(row.shortage_population_share)
    group = " for a group there, such as people with low incomes" if set(types) == {"population"} else ""
    state = f"{numbers.percent(total.shortage_population_share)} in {numbers.inside(place)}"
    physicians = "physician" if round(row.fte_short, 1) == 1 else "physicians"
    return (
        f"{row.county} is short the equivalent of {_fte(row.fte_short)} full-time primary care {physicians}; {share} "
        f"of its people live in a designated shortage area{group}, compared with {state}."
    )


def _fte(fte: float) -> str:
    return f"{fte:,.0f}" if fte >= 99.5 else numbers.figure(fte, "FTE")


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
    return f"Unreliable, with a standard error over 30% of the figure: {numbers.listed(shaky)}."


def headline(flags: pd.DataFrame, discipline: str, place: str) -> str:
    """What the flags of a place say; "" where there are none."""
    if flags.empty:
        return ""
    many = EVERY[discipline].many
    where = numbers.inside(place).rstrip(",")
    told = _tracts(flags, where) if discipline == "mental_health" else _rows(flags, where)
    return f"{told} How many {many} are missing is not known."


def _tracts(flags: pd.DataFrame, where: str) -> str:
    share = flags["mental_health_tract_share"]
    every, none = int((share >= WHOLE).sum()), int((share == 0).sum())
    some = int(share.notna().sum()) - every - none
    return (
        f"Of the {numbers.plural(len(flags), 'county', 'counties')} of {where}, {every} lay wholly in mental-health "
        f"shortage areas in October 2022, {some} in part and {none} not at all, by census tract of 2010."
    )


def _rows(flags: pd.DataFrame, where: str) -> str:
    named = int((flags["dental_components"] > 0).sum())
    return (
        f"HRSA’s dental file of March 2026 has rows for {named} of the "
        f"{numbers.plural(len(flags), 'county', 'counties')} of {where}: of which areas, and whether still designated, "
        "is not known."
    )


def of_county(row: pd.Series, unknown: Sequence[str]) -> str:
    """The flags of one county and what they leave open, of the disciplines whose areas are not loaded."""
    mental = f"{numbers.percent(row.mental_health_tract_share)} lay in a mental-health shortage area"
    underserved = f"{numbers.percent(row.mua_tract_share)} lay in a medically underserved area"
    tracts = [mental, underserved] if "mental_health" in unknown else [underserved]
    told = f"Of the county’s 2010 census tracts, {numbers.listed(tracts)} (October 2022)."
    if not unknown:
        return told
    rows = [f"{numbers.plural(row[f'{name}_components'], 'row')} for {SAID[name]}" for name in unknown]
    return (
        f"{told} HRSA’s files of March 2026 have {numbers.listed(rows)}. Rows are not areas: one area has several, "
        "and which are still designated is not known; nor are scores and FTE."
    )


def title(county: str, unknown: Sequence[str]) -> str:
    """What the flags of a county are of, and of when."""
    if not unknown:
        return f"Medically underserved tracts in {county} (HRSA, October 2022)"
    named = numbers.listed([EVERY[name].label.lower() for name in unknown])
    return f"Flags of shortage of {named} care in {county} (HRSA, October 2022 and March 2026)"
