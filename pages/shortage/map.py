"""The shortage page in parts that run again by themselves: the answer, the map, the picker, the table."""

import pandas as pd
import streamlit as st

from analysis.charts import county_map
from analysis.place import choices as place_choices
from analysis.query.selection import Selection
from analysis.shortage import exhibits, queries, sentences
from analysis.shortage.exhibits import Choices
from analysis.wording import disciplines, numbers
from pages.kit import county_map as kit_county_map
from pages.kit import filters as kit_filters
from pages.kit import panels as kit_panels
from pages.kit import place as kit_place
from pages.kit import robustness
from pages.kit.cache import DESK, ask
from pages.kit.exhibits import listed, show
from pages.kit.place import Place
from pages.kit.tables import table
from pages.shortage import outlines
from pages.shortage.choices import choices

BESIDE = ("picker", "map", "table", "outlined", "section", "physicians")
FIXED = "These filters set the status and type of areas; no other definition of a shortage is compared."


@st.fragment(key="answer")
def answer(place: Place) -> None:
    """One sentence for the current filters, and what is set."""
    chosen = choices(place)
    selection = chosen.selection
    counties = ask(queries.by_county, selection=selection)
    summary = place_choices.summary(place, selection)
    if counties.empty:
        st.info(f"No county matches {summary}. Choose all regions or all counties.")
        return
    total = ask(queries.state, selection=selection).iloc[0]
    st.subheader(exhibits.answer(DESK, chosen), anchor=False)
    if exhibits.has_flags(DESK, chosen):
        st.info(disciplines.how_to_load(selection.discipline), icon=":material/download:")
    else:
        _badge(chosen, counties)
    twice = sentences.twice(total) if selection.status == "both" and pd.notna(total.areas_doubled) else ""
    counted = disciplines.counted(ask(queries.areas, selection=selection))
    about = county_map.of_measure(counties, chosen.measure, total, place.name)
    st.caption(f"{about}{summary}. {twice} {counted} {kit_panels.TERMS}", help=chosen.measure.meaning)


def _badge(chosen: Choices, counties: pd.DataFrame) -> None:
    """Whether the county with the most physicians short is the same under other definitions."""
    has_leader = len(counties) > 1 and counties["fte_short_chosen"].max() > 0
    if chosen.selection.discipline == disciplines.PRIMARY_CARE and has_leader and exhibits.is_fixed(chosen.selection):
        st.caption(FIXED)
    robustness.badge(exhibits.claim(DESK, chosen), "shortage")


@st.fragment(key="map")
def drawn(place: Place) -> None:
    """The map of the chosen measure, or the flags that stand in its place."""
    chosen = choices(place)
    exhibit = exhibits.county_map_of(DESK, chosen)
    if exhibit:
        show(exhibit, kit_county_map.MAP, on_select=pick)
        return
    flags = exhibits.flags_of(DESK, chosen)
    if flags and flags.figure:
        show(flags, "flags")
    elif flags:
        listed(flags, "flags")


@st.fragment(key="picker")
def picker(place: Place) -> None:
    """The county to look at, by name: the keyboard's way to the map."""
    counties = ask(queries.by_county, selection=kit_place.chosen(place))
    if not counties.empty:
        kit_filters.county_of(counties, kit_county_map.PICKED, on_change=beside)
        outlines.picker(choices(place))


@st.fragment(key="table")
def ranked(place: Place) -> None:
    """The panel of the county picked, and the rows beside the map."""
    chosen = choices(place)
    selection, measure = chosen.selection, chosen.measure
    counties = ask(queries.by_county, selection=selection)
    if counties.empty:
        return
    if chosen.picked in set(counties["county_fips"]):
        total = ask(queries.state, selection=selection).iloc[0]
        kit_panels.county_panel(counties, chosen.picked, total, place, selection.discipline)
    outlines.panel(chosen)
    if exhibits.is_unknown(counties, measure):
        _flags_ranked(selection)
        return
    st.markdown(f"**{numbers.plural(len(counties), 'county', 'counties')}, the most first: {measure.label}**")
    ordered = counties.sort_values(measure.column, ascending=False, kind="stable")
    alt = f"Counties of {place_choices.where(place, selection)}, the most first: {measure.label}"
    columns = exhibits.ranked_columns(counties, measure)
    table(ordered, "ranked", alt, columns, height=430, discipline=selection.discipline)


def _flags_ranked(selection: Selection) -> None:
    """Beside the map of tracts, its rows; dental rows stand in the place of the map already."""
    rows = ask(queries.flags_by_county, selection=selection)
    if rows.empty or selection.discipline != "mental_health":
        return
    st.markdown(f"**{numbers.plural(len(rows), 'county', 'counties')}, the most first: flags, no scores and no FTE**")
    ordered = rows.sort_values("mental_health_tract_share", ascending=False, kind="stable")
    alt = "Counties by the share of their tracts in a mental-health shortage area"
    table(ordered, "flags_ranked", alt, exhibits.TRACT_COLUMNS[:3], height=430)


def beside() -> None:
    """Callback: the chosen county changes the map and the table, not the answer."""
    st.rerun(BESIDE)


def pick() -> None:
    """Callback: the county or area clicked on the map becomes the one chosen in the list."""
    outlines.pick()
    beside()
