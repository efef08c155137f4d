"""An exhibit: a figure with its alt text, source line, rows, CSV and SQL. No bare charts."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from analysis import csv_files, legend, physician_sources, questions
from analysis.explore_words import slug
from data.enrolment import SOURCE as ROSTER
from data.registry import Source
from pages.parts import backstage, collected, querying, scripts, tables
from pages.parts.drawn import CONFIG, Drawn
from pages.parts.exhibit import Exhibit
from pages.parts.people import roster_label

__all__ = ["Exhibit", "drawing", "file_name", "foot", "is_exact", "listed", "show", "source_line", "sources", "to_csv"]


def show(exhibit: Exhibit, figure: dict[str, Any], key: str, on_select: Callable[[], None] | None = None) -> None:
    """Title, chart, legend, source line and the buttons for rows, CSV and SQL."""
    if backstage.catch(exhibit, figure, key, is_exact=is_exact(exhibit)):
        return
    st.markdown(f"**{exhibit.title}**")
    drawing(exhibit, figure, key, on_select)
    _foot(exhibit, key, key)


def drawing(exhibit: Exhibit, figure: dict[str, Any], key: str, on_select: Callable[[], None] | None = None) -> None:
    """The chart with its alt text, and its legend; no more."""
    selecting: dict[str, Any] = {"on_select": on_select, "selection_mode": "points"} if on_select else {}
    st.plotly_chart(
        Drawn(figure),
        key=key,
        config=CONFIG | {"topojsonURL": f"{scripts.base()}/shapes/topo/"},
        theme=None,
        alt=exhibit.alt,
        **selecting,
    )
    if exhibit.legend:
        st.html(exhibit.grid or legend.html(exhibit.legend))


def listed(exhibit: Exhibit, key: str) -> None:
    """Title, rows as a table, source line; the exhibit's alt text where there are no rows."""
    if backstage.catch(exhibit, None, key, is_exact=is_exact(exhibit)):
        return
    st.markdown(f"**{exhibit.title}**")
    if exhibit.rows.empty:
        st.info(exhibit.alt)
        return
    tables.shown(exhibit, key)
    _foot(exhibit, f"{key}_foot", key)


def foot(exhibit: Exhibit, key: str) -> None:
    """The source line, and under it the exhibit's rows, CSV and SQL."""
    if not backstage.catch(exhibit, None, key, is_exact=is_exact(exhibit)):
        _foot(exhibit, key, key)


def _foot(exhibit: Exhibit, key: str, name: str) -> None:
    st.caption(source_line(exhibit) + (f" {exhibit.note}" if exhibit.note else ""))
    # A download runs outside of the session, which alone knows whose roster is shown.
    named = source_line(exhibit._replace(columns=list(exhibit.rows.columns))).removeprefix("Source: ")
    named += " Exact counts, for staff only." if is_exact(exhibit) else ""
    with st.container(horizontal=True, gap="small", key=f"{key}_foot"):
        rows = st.popover("Rows", key=f"{key}_rows", on_change="rerun", icon=":material/table_rows:", type="tertiary")
        st.download_button(
            "CSV",
            data=lambda: to_csv(exhibit, named),
            file_name=file_name(exhibit),
            mime="text/csv",
            key=f"{key}_csv",
            on_click="ignore",
            icon=":material/download:",
            type="tertiary",
            help=f"Download the rows: {exhibit.title}",
        )
        if not is_exact(exhibit):
            collected.button(name)
        if exhibit.question or exhibit.sql:
            code = st.popover("SQL", key=f"{key}_sql", on_change="rerun", icon=":material/code:", type="tertiary")
    if rows.open:
        with rows:
            tables.shown(exhibit, f"{key}_table")
    if (exhibit.question or exhibit.sql) and code.open:
        with code:
            querying.code(exhibit.sql, exhibit.question, exhibit.rows, f"{key}_open")


def sources(exhibit: Exhibit) -> list[Source]:
    """The sources of what the exhibit shows; none where it was reckoned from assumptions."""
    if exhibit.named or not exhibit.question:
        return list(exhibit.named)
    named = [*(exhibit.drawn_from or exhibit.columns), *exhibit.about]
    found = questions.sources_of(questions.name_of(exhibit.question), named, exhibit.discipline)
    return physician_sources.only(found, exhibit.supply, exhibit.rows)


def source_line(exhibit: Exhibit) -> str:
    """The sources of what the exhibit shows, with their as-of dates; whose assumptions, where it has none."""
    exact, found = is_exact(exhibit), sources(exhibit)
    labels = [roster_label(exact) if source.source_id == ROSTER else source.as_of_label for source in found]
    told = dict.fromkeys([*physician_sources.owned(exhibit.supply), *labels])
    return f"Source: {'; '.join(told)}." if told else exhibit.assumed


def to_csv(exhibit: Exhibit, sources: str) -> str:
    """The rows as CSV, each with the sources of all its columns; a missing figure stays empty."""
    assumed = {"assumed": exhibit.assumed} if exhibit.assumed and exhibit.question else {}
    return csv_files.text(exhibit.rows.assign(source=sources, **assumed))


def file_name(exhibit: Exhibit) -> str:
    """The title as a file's name; it says so where the counts are exact."""
    return f"{'staff-only-' if is_exact(exhibit) else ''}{slug(exhibit.title)}.csv"


def is_exact(exhibit: Exhibit) -> bool:
    """Whether these are counts of people that are not protected, or follow from such."""
    return exhibit.exact or (exhibit.question is not None and questions.name_of(exhibit.question).startswith("cohort."))
