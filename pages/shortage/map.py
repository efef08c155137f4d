"""The shortage page in parts that run again by themselves: the answer, the map, the picker, the table."""

import pandas as pd
import streamlit as st

from analysis.charts import county_map
from analysis.query.selection import Selection
from analysis.shortage import queries, sentences
from analysis.wording import disciplines, numbers
from analysis.wording.measures import MEAN, Measure
from pages.kit import county_map as kit_county_map
from pages.kit import filters as kit_filters
from pages.kit import headlines
from pages.kit import panels as kit_panels
from pages.kit import place as kit_place
from pages.kit.cache import ask
from pages.kit.exhibits import Exhibit, listed, show_figure
from pages.kit.place import Place
from pages.kit.tables import table
from pages.shortage import outlines

BESIDE = ("picker", "map", "table", "outlined", "section", "physicians")


@st.fragment(key="answer")
def answer(place: Place) -> None:
    """One sentence for the current filters, and what is set."""
    selection = kit_place.chosen(place)
    counties = ask(queries.by_county, selection=selection)
    summary = kit_place.summary(place, selection)
    if counties.empty:
        st.info(f"No county matches {summary}. Choose all regions or all counties.")
        return
    total = ask(queries.state, selection=selection).iloc[0]
    where = kit_place.where(place, selection)
    measure = _measure()
    if not total.states_listed and selection.discipline != disciplines.PRIMARY_CARE:
        flags_answer(selection, total, where)
    else:
        said = sentences.selection(total, counties, where, selection.status, selection.discipline)
        st.subheader(said, anchor=False)
        headlines.shortage(selection, counties)
    twice = sentences.twice(total) if selection.status == "both" and pd.notna(total.areas_doubled) else ""
    counted = disciplines.counted(ask(queries.areas, selection=selection))
    about = county_map.of_measure(counties, measure, total, place.name)
    st.caption(f"{about}{summary}. {twice} {counted} {kit_panels.TERMS}", help=measure.meaning)


def _is_unknown(counties: pd.DataFrame, measure: Measure) -> bool:
    """Whether the measure is of areas that are loaded for none of these counties."""
    return measure.group == "Shortage" and bool(counties["fte_short"].isna().all())


def _measure() -> Measure:
    return kit_place.measure_of(st.session_state["measure"])


@st.fragment(key="map")
def drawn(place: Place) -> None:
    """The map of the chosen measure."""
    selection = kit_place.chosen(place)
    counties = ask(queries.by_county, selection=selection)
    if counties.empty:
        return
    measure = _measure()
    if _is_unknown(counties, measure):
        flags_drawn(place, selection)
        return
    total = ask(queries.state, selection=selection).iloc[0]
    picked = st.session_state.get(kit_county_map.PICKED)
    figure, legend = kit_county_map.county_map(
        counties,
        measure,
        total,
        place,
        scheme=st.session_state["classes"],
        chosen=picked if picked in set(counties["county_fips"]) else None,
        care=st.session_state["care"],
        height=520,
    )
    exhibit = kit_panels.map_exhibit(counties, measure, kit_place.where(place, selection), selection)
    if outlines.is_on(place):
        figure, legend, note = outlines.over(figure, legend, place, selection)
        exhibit = exhibit._replace(note=f"{exhibit.note} {note}")
    if st.session_state["care"]:
        exhibit = exhibit._replace(note=f"{exhibit.note} {kit_panels.care_note(place)}")
    show_figure(exhibit._replace(legend=legend), figure, key=kit_county_map.MAP, on_select=pick)


@st.fragment(key="picker")
def picker(place: Place) -> None:
    """The county to look at, by name: the keyboard's way to the map."""
    counties = ask(queries.by_county, selection=kit_place.chosen(place))
    if not counties.empty:
        kit_filters.county_of(counties, kit_county_map.PICKED, on_change=beside)
        outlines.picker(place, kit_place.chosen(place))


@st.fragment(key="table")
def ranked(place: Place) -> None:
    """The panel of the county picked, and the rows beside the map."""
    selection = kit_place.chosen(place)
    counties = ask(queries.by_county, selection=selection)
    if counties.empty:
        return
    measure = _measure()
    chosen = st.session_state.get(kit_county_map.PICKED)
    if chosen in set(counties["county_fips"]):
        total = ask(queries.state, selection=selection).iloc[0]
        kit_panels.county_panel(counties, chosen, total, place, selection.discipline)
    outlines.panel(place, selection)
    if _is_unknown(counties, measure):
        flags_ranked(selection)
        return
    st.markdown(f"**{numbers.plural(len(counties), 'county', 'counties')}, the most first: {measure.label}**")
    ordered = counties.sort_values(measure.column, ascending=False, kind="stable")
    alt = f"Counties of {kit_place.where(place, selection)}, the most first: {measure.label}"
    columns = kit_panels.ranked_columns(counties, measure)
    table(ordered, "ranked", alt, columns, height=430, discipline=selection.discipline)


def beside() -> None:
    """Callback: the chosen county changes the map and the table, not the answer."""
    st.rerun(BESIDE)


def pick() -> None:
    """Callback: the county or area clicked on the map becomes the one chosen in the list."""
    outlines.pick()
    beside()


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


def flags_answer(selection: Selection, total: pd.Series, where: str) -> None:
    """What the flags say and no more, or that nothing is loaded; and how to load it."""
    said = sentences.headline(ask(queries.flags_by_county, selection=selection), selection.discipline, where)
    st.subheader(said or disciplines.not_listed(total, selection.discipline, where), anchor=False)
    st.info(disciplines.how_to_load(selection.discipline), icon=":material/download:")


def flags_drawn(place: Place, selection: Selection) -> None:
    """The flags: a map of tracts for mental health, a table of rows for dental care; nothing where there are none."""
    rows = ask(queries.flags_by_county, selection=selection)
    if rows.empty:
        return
    where = numbers.inside(kit_place.where(place, selection)).rstrip(",")
    if selection.discipline != "mental_health":
        title = f"Rows of HRSA’s dental file by county, {where} (HRSA, March 2026)"
        ordered = rows.sort_values("dental_components", ascending=False, kind="stable")
        counties = numbers.plural(len(rows), "county", "counties")
        listed(Exhibit(title, ordered, queries.flags_by_county, f"{title}: {counties}", ROW_NOTE, ROW_COLUMNS), "flags")
        return
    title = f"Census tracts of 2010 in a mental-health shortage area, by county, {where} (HRSA, October 2022)"
    figure, legend = kit_county_map.county_map(rows, TRACTS, pd.Series(dtype=object), place, height=520)
    alt = f"Map: {title}. {sentences.headline(rows, selection.discipline, where)}"
    show_figure(Exhibit(title, rows, queries.flags_by_county, alt, TRACT_NOTE, TRACT_COLUMNS, legend), figure, "flags")


def flags_ranked(selection: Selection) -> None:
    """Beside the map of tracts, its rows; dental rows stand in the map's place already."""
    rows = ask(queries.flags_by_county, selection=selection)
    if rows.empty or selection.discipline != "mental_health":
        return
    st.markdown(f"**{numbers.plural(len(rows), 'county', 'counties')}, the most first: flags, no scores and no FTE**")
    ordered = rows.sort_values("mental_health_tract_share", ascending=False, kind="stable")
    alt = "Counties by the share of their tracts in a mental-health shortage area"
    table(ordered, "flags_ranked", alt, TRACT_COLUMNS[:3], height=430)
