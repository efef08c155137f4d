"""The exhibits of one place: its figures beside the state's, where it is, its areas, what is an estimate."""

import datetime
from collections.abc import Iterator

import pandas as pd
import streamlit as st

from analysis.district import exhibits, one_pager, queries, sentences
from analysis.district.one_pager import OnePager, Told
from analysis.query import run as query_run
from data import registry as data_registry
from data import store
from pages.district import picker
from pages.kit.cache import DESK, ask, ask_own
from pages.kit.exhibits import foot, listed
from pages.kit.tables import words_table

OUTLINES = ("mn_house_2022", "county_shapes")
ARCHIVE = "minnesota-districts.zip"


def told(place_id: str) -> Told:
    """What the queries say of a place."""
    return exhibits.rows_of(DESK, place_id)


def page(rows: Told) -> OnePager:
    """The page of a place in words, with its picture."""
    return exhibits.page(rows, today())


def slide(one: OnePager) -> bytes:
    """The page of a place as a slide of PowerPoint."""
    from analysis.district import one_pager

    dates = sorted(source.as_of for source in query_run.sources_of("district.one", exhibits.FIGURES))
    as_of = f"{dates[0]:%B %Y} to {dates[-1]:%B %Y}"
    return one_pager.pptx(one, version=store.current(), as_of=as_of, made=today())


def today() -> datetime.date:
    """The date that a document is made on."""
    return datetime.date.today()


def figures(of: Told, one: OnePager) -> None:
    """The figures beside the state's, in words; a document has the same words, and how sure they are."""
    exhibit = exhibits.figures(of, one)
    st.markdown(f"**{exhibit.title}**")
    words_table(pd.DataFrame(one.lines).set_axis(["", one.name, one.state_name], axis=1))
    foot(exhibit, "district_figures")


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
    listed(exhibits.areas(of.areas, one.name), "district_areas")


def estimates(of: Told, one: OnePager) -> None:
    """What is an estimate here, and how far it may be off."""
    st.markdown("**What is an estimate, and how sure is it?**")
    st.markdown(one.estimate)
    listed(exhibits.errors(of.errors), "district_errors")


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
    state = ask(queries.one, place_id=exhibits.STATE).iloc[0]
    for row in rows.iloc:
        areas = ask_own(queries.areas, place_id=row.place_id)
        yield page(Told(row, state, areas, errors, names))
