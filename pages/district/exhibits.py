"""The exhibits of one place: its figures beside the state's, where it is, its areas, what is an estimate."""

import datetime
from collections.abc import Iterator

import pandas as pd
import streamlit as st

from analysis.district import one_pager, queries, sentences
from analysis.district.one_pager import OnePager, Told
from analysis.documents.model import InWords
from analysis.query import run as query_run
from data import registry as data_registry
from data import store
from pages.district import picker
from pages.kit.cache import ask, ask_own
from pages.kit.exhibits import Exhibit, foot, listed
from pages.kit.tables import words_table

STATE = "state-MN"
OUTLINES = ("mn_house_2022", "county_shapes")
FIGURES = (
    "place_name", "people_estimate", "shortage_people_estimate", "shortage_population_share",
    "fte_short", "areas_designated", "areas_proposed_withdrawal", "fte_short_proposed_withdrawal",
    "proposed_alone_people_estimate", "hospitals", "hospitals_not_placed", "health_centers",
    "limited_english_estimate", "limited_english_share",
)  # fmt: skip
AREAS = ("area", "status", "place_area_fte_short", "place_area_share", "fte_short", "hpsa_score", "designation_type")
ERRORS = (
    "place_level", "districts", "districts_in_part", "ways_differ_median", "ways_differ_most", "ways_differ_place",
    "people_error_median", "people_error_most", "people_error_place",
)  # fmt: skip
ARCHIVE = "minnesota-districts.zip"


def told(place_id: str) -> Told:
    """What the questions say of a place."""
    row, state = (ask(queries.one, place_id=name).iloc[0] for name in (place_id, STATE))
    return Told(row, state, ask(queries.areas, place_id=place_id), ask(queries.errors), picker.names())


def columns(row: pd.Series) -> tuple[str, ...]:
    """The figures of a place; of a district also the second estimate, which rests on its lines."""
    return (*FIGURES, "whole_tracts_share") if sentences.is_district(row) else FIGURES


def sources(row: pd.Series) -> str:
    """The as-of labels of all figures of a place."""
    found = query_run.sources_of("district.one", columns(row))
    return "; ".join(dict.fromkeys(source.as_of_label for source in found))


def page(of: Told) -> OnePager:
    """The page of a place in words, with its picture."""
    return one_pager.composed(of, sources(of.row), store.current(), today())


def slide(one: OnePager) -> bytes:
    """The page of a place as a slide of PowerPoint."""
    from analysis.district import one_pager

    dates = sorted(source.as_of for source in query_run.sources_of("district.one", FIGURES))
    as_of = f"{dates[0]:%B %Y} to {dates[-1]:%B %Y}"
    return one_pager.pptx(one, version=store.current(), as_of=as_of, made=today())


def today() -> datetime.date:
    """The date that a document is made on."""
    return datetime.date.today()


def figures(of: Told, one: OnePager) -> None:
    """The figures beside the state's, in words; a document has the same words, and how sure they are."""
    title = f"{one.name} beside {one.state_name}"
    rows, lines = pd.DataFrame([of.row, of.state]), pd.DataFrame(one.lines)
    st.markdown(f"**{title}**")
    words_table(lines.set_axis(["", one.name, one.state_name], axis=1))
    said = InWords(lines.set_axis(["Figure", one.name, one.state_name], axis=1), one.estimate)
    foot(Exhibit(title, rows, queries.one, one.answer, columns=columns(of.row), worded=said), "district_figures")


def picture(one: OnePager) -> None:
    """Where the place is."""
    st.markdown(f"**Where {one.name} is**")
    st.image(one.picture, alt=one.picture_alt, width="stretch")
    st.caption("Right: the place with its neighbors; dashed lines are counties. Outlines simplified: " + outlines())


def outlines() -> str:
    """Whose outlines these are."""
    return "; ".join(data_registry.sources()[name].as_of_label for name in OUTLINES) + "."


def areas(of: Told, one: OnePager) -> None:
    """The shortage areas that reach into the place."""
    title = f"Primary care shortage areas that reach into {one.name}"
    alt = f"HRSA lists none in {one.name}." if of.areas.empty else f"{title}: {len(of.areas)}"
    note = "A place can be listed twice: designated, and proposed for withdrawal. LI: for people with low incomes."
    listed(Exhibit(title, of.areas, queries.areas, alt, note, AREAS), "district_areas")


def estimates(of: Told, one: OnePager) -> None:
    """What is an estimate here, and how far it may be off."""
    st.markdown("**What is an estimate, and how sure is it?**")
    st.markdown(one.estimate)
    title = "How sure the estimates of districts are, by kind of district"
    note = "Two estimates: parts of census tracts, and whole tracts. People: estimated without that kind’s own counts."
    listed(Exhibit(title, of.errors, queries.errors, title, note, ERRORS), "district_errors")


def terms() -> None:
    """The terms of art, spelled out."""
    st.caption(one_pager.TERMS)


def offered(one: OnePager) -> None:
    """The page as PDF, and the way to those of all districts."""
    with st.container(horizontal=True, gap="medium"):
        st.download_button(
            "Download as PDF",
            data=lambda: one_pager.pdf(one),
            file_name=f"{one.place_id}.pdf",
            mime="application/pdf",
            on_click="ignore",
            icon=":material/print:",
            help="One letter page, tagged for screen readers.",
        )
        st.download_button(
            "PowerPoint slide",
            data=lambda: slide(one),
            file_name=f"{one.place_id}.pptx",
            mime="application/vnd.openxmlformats-officedocument.presentationml.presentation",
            on_click="ignore",
            icon=":material/slideshow:",
            key="district_pptx",
        )
        wanted = st.button("PDFs of all districts", icon=":material/folder_zip:", key="district_archive")
    if wanted:
        _archived()


def _archived() -> None:
    rows = pd.concat([ask(queries.all, place_level=level) for level in sentences.DISTRICTS])
    shown = st.progress(0.0, text="Making a page of each district")
    for done in one_pager.archive(_pages(rows), len(rows)):
        shown.progress(done.made / done.pages, text=f"{done.made} of {done.pages} districts")
    shown.empty()
    st.download_button(
        f"Download {len(rows)} PDFs in one archive",
        data=done.archive,
        file_name=ARCHIVE,
        mime="application/zip",
        on_click="ignore",
        icon=":material/download:",
        key="district_archive_file",
    )


def _pages(rows: pd.DataFrame) -> Iterator[OnePager]:
    """The page of each row; its areas are asked apart, so that nobody else's answers are let go."""
    names, errors = picker.names(), ask(queries.errors)
    state = ask(queries.one, place_id=STATE).iloc[0]
    for row in rows.iloc:
        areas = ask_own(queries.areas, place_id=row.place_id)
        yield page(Told(row, state, areas, errors, names))
