"""The rows of a cut to take along: CSV, workbook, Parquet, and outlines where rows are counties."""

from collections.abc import Callable

import streamlit as st

from analysis import (
    explore_files,
    explore_measures,
    explore_outlines,
    explore_sentences,
    explore_words,
    explore_workbook,
    methods,
    words,
)
from analysis.explore_cut import Found
from analysis.explore_files import About
from data import store
from data.enrolment import SOURCE as ROSTER
from pages.parts.answers import ask
from pages.parts.explored_look import Look, of_place
from pages.parts.people import made_of

FORMS: tuple[tuple[str, str, str, Callable], ...] = (
    ("CSV", "csv", "text/csv", explore_files.csv_file),
    ("Excel", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", explore_workbook.xlsx_file),
    ("Parquet", "parquet", "application/vnd.apache.parquet", explore_outlines.parquet_file),
    ("GeoJSON", "geojson", "application/geo+json", explore_outlines.geojson_file),
)


def offered(look: Look, found: Found) -> None:
    """All rows of what is shown, in each form that can hold them; made when they are asked for."""
    about = _about(look, found)
    count = words.plural(found.rows.num_rows, "row")
    st.caption(
        f"All {count} as a file, each with its sources, their dates and the filters. In CSV, text that a spreadsheet "
        "would run as a formula has an apostrophe before it."
    )
    forms = FORMS if explore_outlines.can_outline(found.rows) else FORMS[:-1]
    with st.container(horizontal=True, gap="small", key="explored_files"):
        for label, ending, mime, made in forms:
            st.download_button(
                label,
                data=lambda made=made: made(found.rows, about),
                file_name=f"{explore_words.slug(about.title)}.{ending}",
                mime=mime,
                key=f"explored_{ending}",
                on_click="ignore",
                icon=":material/download:",
            )


def _about(look: Look, found: Found) -> About:
    named = {source.source_id for source in explore_measures.sources(look.cut, found.rows.column_names)}
    known = ask(methods.sources)
    rows = known[known["source_id"].isin(named)].to_dict("records")
    made_up = made_of(exact=False) if ROSTER in named else ""
    title = f"{look.sought.subject.label}, {of_place(look)}"
    title += f" ({made_up})" if made_up else ""
    return About(title, explore_sentences.kept(look.cut), rows, found.sql, store.current(), made_up)
