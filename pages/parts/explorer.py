"""The shortage page in parts that run again by themselves: the answer, the map, the picker, the table."""

import pandas as pd
import streamlit as st

from analysis import disciplines, hovers, sentences, shortage, words
from analysis.measures import Measure
from pages.parts import choice, filters, flagged, headlines, maps, outlined, panels
from pages.parts.answers import ask
from pages.parts.choice import Place
from pages.parts.exhibits import show
from pages.parts.tables import table

BESIDE = ("picker", "map", "table", "outlined", "section", "physicians")


@st.fragment(key="answer")
def answer(place: Place) -> None:
    """One sentence for the current filters, and what is set."""
    selection = choice.chosen(place)
    counties = ask(shortage.by_county, selection=selection)
    summary = choice.summary(place, selection)
    if counties.empty:
        st.info(f"No county matches {summary}. Choose all regions or all counties.")
        return
    total = ask(shortage.state, selection=selection).iloc[0]
    where = choice.where(place, selection)
    measure = _measure()
    if not total.states_listed and selection.discipline != disciplines.PRIMARY_CARE:
        flagged.answer(selection, total, where)
    else:
        said = sentences.selection(total, counties, where, selection.status, selection.discipline)
        st.subheader(said, anchor=False)
        headlines.shortage(selection, counties)
    twice = sentences.twice(total) if selection.status == "both" and pd.notna(total.areas_doubled) else ""
    counted = disciplines.counted(ask(shortage.areas, selection=selection))
    about = hovers.of_measure(counties, measure, total, place.name)
    st.caption(f"{about}{summary}. {twice} {counted} {panels.TERMS}", help=measure.meaning)


def _is_unknown(counties: pd.DataFrame, measure: Measure) -> bool:
    """Whether the measure is of areas that are loaded for none of these counties."""
    return measure.group == "Shortage" and bool(counties["fte_short"].isna().all())


def _measure() -> Measure:
    return choice.measure_of(st.session_state["measure"])


@st.fragment(key="map")
def drawn(place: Place) -> None:
    """The map of the chosen measure."""
    selection = choice.chosen(place)
    counties = ask(shortage.by_county, selection=selection)
    if counties.empty:
        return
    measure = _measure()
    if _is_unknown(counties, measure):
        flagged.drawn(place, selection)
        return
    total = ask(shortage.state, selection=selection).iloc[0]
    picked = st.session_state.get(maps.PICKED)
    figure, legend = maps.county_map(
        counties,
        measure,
        total,
        place,
        scheme=st.session_state["classes"],
        chosen=picked if picked in set(counties["county_fips"]) else None,
        care=st.session_state["care"],
        height=520,
    )
    exhibit = panels.map_exhibit(counties, measure, choice.where(place, selection), selection)
    if outlined.is_on(place):
        figure, legend, note = outlined.over(figure, legend, place, selection)
        exhibit = exhibit._replace(note=f"{exhibit.note} {note}")
    if st.session_state["care"]:
        exhibit = exhibit._replace(note=f"{exhibit.note} {panels.care_note(place)}")
    show(exhibit._replace(legend=legend), figure, key=maps.MAP, on_select=pick)


@st.fragment(key="picker")
def picker(place: Place) -> None:
    """The county to look at, by name: the keyboard's way to the map."""
    counties = ask(shortage.by_county, selection=choice.chosen(place))
    if not counties.empty:
        filters.county_of(counties, maps.PICKED, on_change=beside)
        outlined.picker(place, choice.chosen(place))


@st.fragment(key="table")
def ranked(place: Place) -> None:
    """The panel of the county picked, and the rows beside the map."""
    selection = choice.chosen(place)
    counties = ask(shortage.by_county, selection=selection)
    if counties.empty:
        return
    measure = _measure()
    chosen = st.session_state.get(maps.PICKED)
    if chosen in set(counties["county_fips"]):
        total = ask(shortage.state, selection=selection).iloc[0]
        panels.county_panel(counties, chosen, total, place, selection.discipline)
    outlined.panel(place, selection)
    if _is_unknown(counties, measure):
        flagged.ranked(selection)
        return
    st.markdown(f"**{words.plural(len(counties), 'county', 'counties')}, the most first: {measure.label}**")
    ordered = counties.sort_values(measure.column, ascending=False, kind="stable")
    alt = f"Counties of {choice.where(place, selection)}, the most first: {measure.label}"
    columns = panels.ranked_columns(counties, measure)
    table(ordered, "ranked", alt, columns, height=430, discipline=selection.discipline)


def beside() -> None:
    """Callback: the chosen county changes the map and the table, not the answer."""
    st.rerun(BESIDE)


def pick() -> None:
    """Callback: the county or area clicked on the map becomes the one chosen in the list."""
    outlined.pick()
    beside()
