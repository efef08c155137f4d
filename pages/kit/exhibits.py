"""What is an exhibit made of? Everything that its page, a briefing and a document need of it."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st
from plotly.basedatatypes import BaseFigure

from analysis.charts import legend as charts_legend
from analysis.charts.legend import Entry
from analysis.documents.model import InWords
from analysis.physicians import sources as physicians_sources
from analysis.query import run as query_run
from analysis.sql_console import schema as sql_console_schema
from analysis.wording import csv_files
from analysis.wording.columns import slug
from data.registry import Source
from data.roster.current import SOURCE as ROSTER
from pages.briefing import page_runner
from pages.kit import briefing_button, scripts, tables
from pages.kit.participants import roster_label
from pages.sql_console.state import LINKED, PAGE, QUESTION, SEEN, STATEMENT, VALUE, page_link, put


class Exhibit(NamedTuple):
    """What is shown, of what, and which question it comes from; None where it was reckoned from assumptions.

    `exact`: what is shown follows from people of the roster, for staff alone. `missing`: where a table has no figure.
    `assumed`: what was assumed, for who takes the rows along; without a question also the source line.
    `about`: columns that are not shown, but whose sources are named because what is shown was made of them.
    `worded`: what documents show instead of rows that the page says in words. `discipline`: whose words and source.
    `drawn_from`: columns of the question that rows were worked out from, where the rows are not its own.
    `supply`: whose count of physicians it is, of those loaded; or what a file of this session alone is called.
    `sql`, `named`: statement and sources of a reader's own cut. `grid`: a legend of two measures on screen.
    """

    title: str
    rows: pd.DataFrame
    question: query_run.Query | None
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
    supply: str = ""
    discipline: str = "primary_care"
    sql: str = ""
    named: Sequence[Source] = ()
    grid: str = ""


def show(exhibit: Exhibit, figure: dict[str, Any], key: str, on_select: Callable[[], None] | None = None) -> None:
    """Title, chart, legend, source line and the buttons for rows, CSV and SQL."""
    if page_runner.catch(exhibit, figure, key, is_exact=is_exact(exhibit)):
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
        st.html(exhibit.grid or charts_legend.html(exhibit.legend))


def listed(exhibit: Exhibit, key: str) -> None:
    """Title, rows as a table, source line; the exhibit's alt text where there are no rows."""
    if page_runner.catch(exhibit, None, key, is_exact=is_exact(exhibit)):
        return
    st.markdown(f"**{exhibit.title}**")
    if exhibit.rows.empty:
        st.info(exhibit.alt)
        return
    tables.shown(exhibit, key)
    _foot(exhibit, f"{key}_foot", key)


def foot(exhibit: Exhibit, key: str) -> None:
    """The source line, and under it the exhibit's rows, CSV and SQL."""
    if not page_runner.catch(exhibit, None, key, is_exact=is_exact(exhibit)):
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
            briefing_button.button(name)
        if exhibit.question or exhibit.sql:
            sql_popover = st.popover(
                "SQL", key=f"{key}_sql", on_change="rerun", icon=":material/code:", type="tertiary"
            )
    if rows.open:
        with rows:
            tables.shown(exhibit, f"{key}_table")
    if (exhibit.question or exhibit.sql) and sql_popover.open:
        with sql_popover:
            code(exhibit.sql, exhibit.question, exhibit.rows, f"{key}_open")


def sources(exhibit: Exhibit) -> list[Source]:
    """The sources of what the exhibit shows; none where it was reckoned from assumptions."""
    if exhibit.named or not exhibit.question:
        return list(exhibit.named)
    named = [*(exhibit.drawn_from or exhibit.columns), *exhibit.about]
    found = query_run.sources_of(query_run.name_of(exhibit.question), named, exhibit.discipline)
    return physicians_sources.only(found, exhibit.supply, exhibit.rows)


def source_line(exhibit: Exhibit) -> str:
    """The sources of what the exhibit shows, with their as-of dates; whose assumptions, where it has none."""
    exact, found = is_exact(exhibit), sources(exhibit)
    labels = [roster_label(exact) if source.source_id == ROSTER else source.as_of_label for source in found]
    told = dict.fromkeys([*physicians_sources.owned(exhibit.supply), *labels])
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
    return exhibit.exact or (exhibit.question is not None and query_run.name_of(exhibit.question).startswith("cohort."))


CONFIG = {
    "displaylogo": False,
    "scrollZoom": False,
    "modeBarButtonsToRemove": ["pan2d", "select2d", "lasso2d", "zoom2d", "autoScale2d", "pan", "select", "lasso"],
}


class Drawn(BaseFigure):
    """A figure that the tests hold valid: Plotly need not check it again on every rerun (13 ms).

    Streamlit draws each chart twice. The second time costs nothing if the figure has no template of
    Streamlit's (theme=None), says that its data are the same, and its box is whole pixels wide.
    """

    def __init__(self, figure: dict[str, Any]) -> None:
        object.__setattr__(self, "drawn", figure)

    def to_dict(self) -> dict[str, Any]:
        """The figure itself."""
        return self.drawn | {"layout": self.drawn["layout"] | {"datarevision": 1}}


def code(own: str, question: query_run.Query | None, rows: pd.DataFrame, key: str) -> None:
    """The SQL of a reader's own cut or of a question, with a link to the SQL page that fills it in.

    A question's values there are those that these rows were asked with.
    """
    if own and len(own) <= LINKED:
        page_link({STATEMENT: own})
    elif own and st.button("Open in the SQL page", key=key, icon=":material/terminal:", type="tertiary"):
        # Too long for an address: it goes along in the session.
        put(own, {})
        st.session_state[SEEN] = ()
        st.switch_page(PAGE)
    if own or not question:
        st.code(own, language="sql")
        return
    name = query_run.name_of(question)
    if not name.startswith("cohort."):
        values = sql_console_schema.values_of(rows, name) or {}
        query = {QUESTION: name} | {VALUE + option: value for option, value in values.items()}
        page_link(query)
    st.code(query_run.sql(name), language="sql")
