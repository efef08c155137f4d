"""Mental health and dental care on a county's page: the areas of files that are loaded, flags for the others."""

import pandas as pd
import streamlit as st

from analysis import county, disciplines, flag_sentences, shortage, words
from analysis.selection import Selection
from pages.parts.answers import ask
from pages.parts.briefs import CountyBrief
from pages.parts.exhibits import Exhibit, listed

OTHERS = tuple(name for name in disciplines.EVERY if name != disciplines.PRIMARY_CARE)
AREAS = ("area", "status", "fte_short", "hpsa_score", "area_population_share", "designation_type", "fte")
FLAGS = {
    "mental_health": ("mental_health_tract_share", "mental_health_components"),
    "dental": ("dental_components",),
}
BY_PEOPLE = "shared out by people"
SHARED = {"component_count": "shared out by the number of tracts: how many people live in each is not known"}
NONE_KNOWN = "Mental health and dental care: no flags for this state. The shortage map says what is loaded."


def section(told: CountyBrief) -> None:
    """The county's areas of each discipline that is loaded for its state, then what is known of the others."""
    loaded = [name for name in OTHERS if _is_loaded(told, name)]
    for name in loaded:
        listed(areas_exhibit(told, name), f"areas_{name}")
    _flags(told, [name for name in OTHERS if name not in loaded])


def _is_loaded(told: CountyBrief, discipline: str) -> bool:
    total = ask(shortage.state, selection=Selection(state=told.row.state, discipline=discipline)).iloc[0]
    return bool(total.states_listed)


def areas_exhibit(told: CountyBrief, discipline: str) -> Exhibit:
    """The county's shortage areas of a discipline, and what the county's own part of them is short."""
    here, kind = Selection(state=told.row.state, discipline=discipline), disciplines.EVERY[discipline]
    areas = ask(shortage.areas, selection=here._replace(status="both"), county_fips=told.fips)
    one = f"{kind.area} shortage area"
    count = words.plural(len(areas), one) if len(areas) else f"no {one}"
    part = _part(told, here, areas["status"])
    return Exhibit(
        f"{kind.label} shortage areas that reach into {told.row.county}",
        areas,
        shortage.areas,
        f"HRSA lists {count} in {told.row.county}, designated or proposed for withdrawal. {part}".strip(),
        f"{part} FTE short in the table is of the whole area. {disciplines.counted(areas)}".strip(),
        AREAS,
        discipline=discipline,
    )


def _part(told: CountyBrief, here: Selection, status: pd.Series) -> str:
    """What the county's own part of its designated areas is short, and by what; nothing of a county without areas."""
    kind = disciplines.EVERY[here.discipline]
    if not (status == "designated").any():
        return "" if status.empty else f"No designated {kind.area} shortage area reaches into {told.row.county}."
    own = ask(shortage.by_county, selection=here).set_index("county_fips").loc[told.fips]
    return (
        f"{told.row.county}’s part of the designated areas is short the equivalent of "
        f"{words.figure(own.fte_short, 'FTE')} full-time {kind.many}, {SHARED.get(own.sharing_method, BY_PEOPLE)}."
    )


def _flags(told: CountyBrief, unknown: list[str]) -> None:
    """What is known of the disciplines that are not loaded, and what is not."""
    if told.flags.empty:
        if unknown:
            st.caption(NONE_KNOWN)
        return
    said = flag_sentences.of_county(told.flags.iloc[0], unknown)
    title = flag_sentences.title(told.row.county, unknown)
    columns = tuple(column for name in unknown for column in FLAGS[name])
    shown = (*columns, "mua_tract_share", "tracts_2010")
    listed(Exhibit(title, told.flags, county.flags, f"{title}. {said}", said, shown), "flags")
