"""Show an exhibit on a page: title, chart or table, source line, and the buttons for rows, CSV and SQL."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st
from plotly.basedatatypes import BaseFigure

from analysis.charts import legend as charts_legend
from analysis.exhibits import model
from analysis.exhibits.model import Exhibit, file_name, is_exact, to_csv
from analysis.query import run as query_run
from analysis.sql_console import schema as sql_console_schema
from pages.briefing import page_runner
from pages.kit import briefing_button, scripts, tables
from pages.kit.participants import roster_label
from pages.sql_console.state import LINKED, PAGE, QUESTION, SEEN, STATEMENT, VALUE, page_link, put

CONFIG = {
    "displaylogo": False,
    "scrollZoom": False,
    "modeBarButtonsToRemove": ["pan2d", "select2d", "lasso2d", "zoom2d", "autoScale2d", "pan", "select", "lasso"],
}


def show(exhibit: Exhibit, key: str, on_select: Callable[[], None] | None = None) -> None:
    """Title, chart, legend, source line and the buttons for rows, CSV and SQL."""
    if page_runner.catch(exhibit, exhibit.figure, key, is_exact=is_exact(exhibit)):
        return
    st.markdown(f"**{exhibit.title}**")
    drawing(exhibit, key, on_select)
    _foot(exhibit, key, key)


def show_figure(
    exhibit: Exhibit, figure: dict[str, Any], key: str, on_select: Callable[[], None] | None = None
) -> None:
    """The same with a figure that is not part of the exhibit yet."""
    show(exhibit._replace(figure=figure), key, on_select)


def drawing(exhibit: Exhibit, key: str, on_select: Callable[[], None] | None = None) -> None:
    """The chart with its alt text, and its legend; no more."""
    selecting: dict[str, Any] = {"on_select": on_select, "selection_mode": "points"} if on_select else {}
    st.plotly_chart(
        Drawn(exhibit.figure or {}),
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
    named = model.all_sources(exhibit, roster_label)
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
        if exhibit.query or exhibit.sql:
            sql_popover = st.popover(
                "SQL", key=f"{key}_sql", on_change="rerun", icon=":material/code:", type="tertiary"
            )
    if rows.open:
        with rows:
            tables.shown(exhibit, f"{key}_table")
    if (exhibit.query or exhibit.sql) and sql_popover.open:
        with sql_popover:
            code(exhibit.sql, exhibit.query, exhibit.rows, f"{key}_open")


def source_line(exhibit: Exhibit) -> str:
    """The sources of what the exhibit shows, with their as-of dates; whose assumptions, where it has none."""
    return model.source_line(exhibit, roster_label)


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
