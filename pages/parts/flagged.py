"""Where the areas of a discipline are not loaded: what flags there are, what is missing, and how to load it."""

import pandas as pd
import streamlit as st

from analysis import disciplines, flag_sentences, flags, words
from analysis.measures import MEAN, Measure
from analysis.selection import Selection
from pages.parts import choice, maps
from pages.parts.answers import ask
from pages.parts.choice import Place
from pages.parts.exhibits import Exhibit, listed, show
from pages.parts.tables import table

TRACTS = Measure("mental_health_tract_share", "Flags", "need", MEAN, "mn_county_flags")
TRACT_NOTE = (
    "A flag: a share of tracts, not of people, without status, type, scores or FTE, and older than today’s areas."
)
ROW_NOTE = (
    "A flag, without status, type, scores or FTE. Rows are not areas: one area has several, and which are designated "
    "today is not known."
)
TRACT_COLUMNS = ("county", "mental_health_tract_share", "tracts_2010", "mental_health_components")
ROW_COLUMNS = ("county", "dental_components", "population")


def answer(selection: Selection, total: pd.Series, where: str) -> None:
    """What the flags say and no more, or that nothing is loaded; and how to load it."""
    said = flag_sentences.headline(ask(flags.by_county, selection=selection), selection.discipline, where)
    st.subheader(said or disciplines.not_listed(total, selection.discipline, where), anchor=False)
    st.info(disciplines.how_to_load(selection.discipline), icon=":material/download:")


def drawn(place: Place, selection: Selection) -> None:
    """The flags: a map of tracts for mental health, a table of rows for dental care; nothing where there are none."""
    rows = ask(flags.by_county, selection=selection)
    if rows.empty:
        return
    where = words.inside(choice.where(place, selection)).rstrip(",")
    if selection.discipline != "mental_health":
        title = f"Rows of HRSA’s dental file by county, {where} (HRSA, March 2026)"
        ordered = rows.sort_values("dental_components", ascending=False, kind="stable")
        counties = words.plural(len(rows), "county", "counties")
        listed(Exhibit(title, ordered, flags.by_county, f"{title}: {counties}", ROW_NOTE, ROW_COLUMNS), "flags")
        return
    title = f"Census tracts of 2010 in a mental-health shortage area, by county, {where} (HRSA, October 2022)"
    figure, legend = maps.county_map(rows, TRACTS, pd.Series(dtype=object), place, height=520)
    alt = f"Map: {title}. {flag_sentences.headline(rows, selection.discipline, where)}"
    show(Exhibit(title, rows, flags.by_county, alt, TRACT_NOTE, TRACT_COLUMNS, legend), figure, "flags")


def ranked(selection: Selection) -> None:
    """Beside the map of tracts, its rows; dental rows stand in the map's place already."""
    rows = ask(flags.by_county, selection=selection)
    if rows.empty or selection.discipline != "mental_health":
        return
    st.markdown(f"**{words.plural(len(rows), 'county', 'counties')}, the most first: flags, no scores and no FTE**")
    ordered = rows.sort_values("mental_health_tract_share", ascending=False, kind="stable")
    alt = "Counties by the share of their tracts in a mental-health shortage area"
    table(ordered, "flags_ranked", alt, TRACT_COLUMNS[:3], height=430)
