"""Files to take along: one place on paper, and all 209 districts in one archive."""

from collections.abc import Iterator

import pandas as pd
import streamlit as st

from analysis import district, district_sentences, one_pager_pdf
from analysis.one_pager import OnePager, Told
from pages.parts import district_panels, my_place
from pages.parts.answers import ask, ask_own

ARCHIVE = "minnesota-districts.zip"


def offered(one: OnePager) -> None:
    """The page as PDF, and the way to those of all districts."""
    with st.container(horizontal=True, gap="medium"):
        st.download_button(
            "Download as PDF",
            data=lambda: one_pager_pdf.pdf(one),
            file_name=f"{one.place_id}.pdf",
            mime="application/pdf",
            on_click="ignore",
            icon=":material/print:",
            help="One letter page, tagged for screen readers.",
        )
        st.download_button(
            "PowerPoint slide",
            data=lambda: district_panels.slide(one),
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
    rows = pd.concat([ask(district.all, place_level=level) for level in district_sentences.DISTRICTS])
    shown = st.progress(0.0, text="Making a page of each district")
    for done in one_pager_pdf.archive(_pages(rows), len(rows)):
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
    names, errors = my_place.names(), ask(district.errors)
    state = ask(district.one, place_id=district_panels.STATE).iloc[0]
    for row in rows.iloc:
        areas = ask_own(district.areas, place_id=row.place_id)
        yield district_panels.page(Told(row, state, areas, errors, names))
