"""A table of physicians for this session only: checked whole, kept in memory, never written."""

import pandas as pd
import pyarrow as pa
import streamlit as st

from analysis import physician_sources, physicians
from analysis.physician_sources import COUNTERS, SESSION
from data import supply
from data.errors import SupplyError
from data.supply_command import form, told
from pages.parts.answers import ask

HELD, TITLE, FILE = "own_supply", "own_supply_title", "own_supply_file"
NOTICES, REFUSED = "own_supply_notices", "own_supply_refused"
MOST = 200
# The choice of whose count is shown.
BY = "counted_by"
TABLE = supply.TABLES["own_supply"]


def panel() -> None:
    """Drop a table of physicians, see every cell to mend, or use it on this page until the session ends."""
    with st.expander("Use a table of your own", icon=":material/upload_file:"):
        st.caption(
            "CSV or Excel: county, specialty, physicians, and fte and year where you have them; up to you which "
            "counties. An empty cell is not known, 0 is none. It is shown on this page alone, stays in this session’s "
            "memory, is never written to disk, and is gone when you close the tab. To have it on every page of this "
            "machine: `python -m data.supply own FILE`."
        )
        st.download_button(
            "Template", form, "physicians.csv", "text/csv", key="own_supply_form", on_click="ignore",
            icon=":material/download:", type="tertiary",
        )  # fmt: skip
        st.file_uploader("Table of physicians", type=["csv", "xlsx"], key=FILE, on_change=_changed)
    _report()


def is_used() -> bool:
    """Whether this session holds a table of its own."""
    return HELD in st.session_state


def held() -> pa.Table:
    """The session's own table, laid out as physician_supply."""
    return st.session_state[HELD]


def called() -> str:
    """How captions name the session's own table."""
    return f"your file “{st.session_state[TITLE]}”, in this session alone"


def _changed() -> None:
    """Callback: read the file whole, or keep every problem with it; without one, forget it."""
    _drop()
    dropped = st.session_state.get(FILE)
    if dropped is None:
        return
    try:
        load = supply.load("own_supply", dropped)
    except SupplyError as refused:
        st.session_state[REFUSED] = refused
        return
    st.session_state[HELD] = physician_sources.held(load.tables[TABLE])
    st.session_state[TITLE] = load.known["title"]
    st.session_state[NOTICES] = told(load)
    st.session_state[BY] = COUNTERS[SESSION].label


def _drop() -> None:
    """Callback: nothing of the file is left, and what is loaded here is chosen again."""
    if st.session_state.get(BY) == COUNTERS[SESSION].label:
        loaded = physician_sources.offered(ask(physicians.sources)["supply_source"])
        st.session_state[BY] = COUNTERS[loaded[0]].label if loaded else None
    for key in (HELD, TITLE, NOTICES, REFUSED):
        st.session_state.pop(key, None)


def _report() -> None:
    if is_used():
        st.success(f"In use: {called()}.")
        st.button("Stop using it", on_click=_drop, key="own_supply_stop")
        for notice in st.session_state[NOTICES]:
            st.caption(notice)
    refused = st.session_state.get(REFUSED)
    if refused is None:
        return
    st.error(f"{refused} The figures stay as they were.", icon=":material/error:")
    if refused.problems:
        rows = pd.DataFrame(refused.problems[:MOST]).astype(str)
        rows = rows.rename(columns=str.capitalize).rename(columns={"Todo": "What to do"})
        st.dataframe(rows, hide_index=True, alt="Cells of the table to mend", key="own_supply_list")
