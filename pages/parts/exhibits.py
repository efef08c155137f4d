"""An exhibit: a figure with its alt text, source line, rows, CSV and SQL. No bare charts."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from analysis import legend, questions
from analysis.documents.model import InWords
from analysis.explore_words import slug
from analysis.legend import Entry
from data.enrolment import SOURCE as ROSTER
from data.registry import Source
from pages.parts import backstage, collected, scripts
from pages.parts.drawn import CONFIG, Drawn
from pages.parts.people import roster_label
from pages.parts.tables import table


class Exhibit(NamedTuple):
    """What is shown, of what, and which question it comes from; None where it was reckoned from assumptions.

    `exact`: what is shown follows from people of the roster, for staff alone. `missing`: where a table has no figure.
    `assumed`: what was assumed, for who takes the rows along; without a question also the source line.
    `about`: columns that are not shown, but whose sources are named because what is shown was made of them.
    `worded`: what documents show instead of the rows, where the page itself says them in words.
    `drawn_from`: columns of the question that rows were worked out from, where the rows are not its own.
    `sql`, `named`: statement and sources of a reader's own cut. `grid`: a legend of two measures on screen.
    """

    title: str
    rows: pd.DataFrame
    question: questions.Question | None
    alt: str
    note: str = ""
    columns: Sequence[str] = ()
    legend: Sequence[Entry] = ()
    about: Sequence[str] = ()
    missing: str = "not known"
    drawn_from: Sequence[str] = ()
    assumed: str = ""
    exact: bool = False
    worded: InWords | None = None
    sql: str = ""
    named: Sequence[Source] = ()
    grid: str = ""


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
    table(exhibit.rows, key, exhibit.alt, exhibit.columns, missing=exhibit.missing)
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
            table(exhibit.rows, f"{key}_table", exhibit.alt, exhibit.columns, missing=exhibit.missing)
    if (exhibit.question or exhibit.sql) and code.open:
        with code:
            st.code(exhibit.sql or questions.sql(questions.name_of(exhibit.question)), language="sql")


def sources(exhibit: Exhibit) -> list[Source]:
    """The sources of what the exhibit shows; none where it was reckoned from assumptions."""
    if exhibit.named or not exhibit.question:
        return list(exhibit.named)
    shown = exhibit.drawn_from or exhibit.columns
    return questions.sources_of(questions.name_of(exhibit.question), [*shown, *exhibit.about])


def source_line(exhibit: Exhibit) -> str:
    """The sources of what the exhibit shows, with their as-of dates; whose assumptions, where it has none."""
    exact, found = is_exact(exhibit), sources(exhibit)
    labels = [roster_label(exact) if source.source_id == ROSTER else source.as_of_label for source in found]
    return f"Source: {'; '.join(dict.fromkeys(labels))}." if labels else exhibit.assumed


def to_csv(exhibit: Exhibit, sources: str) -> str:
    """The rows as CSV, each with the sources of all its columns; a missing figure stays empty."""
    assumed = {"assumed": exhibit.assumed} if exhibit.assumed and exhibit.question else {}
    return exhibit.rows.assign(source=sources, **assumed).to_csv(index=False, lineterminator="\n")


def file_name(exhibit: Exhibit) -> str:
    """The title as a file's name; it says so where the counts are exact."""
    return f"{'staff-only-' if is_exact(exhibit) else ''}{slug(exhibit.title)}.csv"


def is_exact(exhibit: Exhibit) -> bool:
    """Whether these are counts of people that are not protected, or follow from such."""
    return exhibit.exact or (exhibit.question is not None and questions.name_of(exhibit.question).startswith("cohort."))
