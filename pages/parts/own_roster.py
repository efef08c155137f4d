"""Staff: a roster for this session only, checked, kept in memory, never written."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import duckdb
import pandas as pd
import streamlit as st

from data import draft, enrolment, store
from data.errors import RosterError
from pages.parts.answers import OWN_ROSTER

if TYPE_CHECKING:
    from data.roster import Roster

KINDS = ["xlsx", "csv", "tsv", "txt", "xls", "ods"]
MOST_PROBLEMS = 500
DAY, FILE, NOTICES, REFUSED = "own_roster_date", "own_roster_file", "own_roster_notices", "own_roster_refused"
LOCAL = ("localhost", "127.0.0.1", "::1")
# What a library might say of a roster would name its values, and end in the log.
UNREAD = RosterError(
    "The roster could not be used: run `python -m data.roster check FILE` on it, and mend what it names."
)


def panel() -> None:
    """At staff level: drop a file, see its problems, or use it until the session ends."""
    if store.is_staff_asked() and not store.is_staff():
        st.info(
            "A published copy, which holds no person: these are protected counts. Unset ATLAS_DATABASE for exact ones."
        )
    if not store.is_staff():
        return
    is_local = st.get_option("server.address") in LOCAL
    reach = "" if is_local else " Other machines may reach this address and see the same."
    st.warning(f"Staff level: exact counts of people. Not for sharing.{reach}", icon=":material/lock:")
    with st.expander("Use a roster of your own", icon=":material/upload_file:"):
        st.caption(
            "It stays in this session’s memory and is never written to disk; it is gone when you close the tab. "
            "`python -m data.roster template roster.xlsx` writes a form to fill in."
        )
        st.date_input("As of", datetime.date.today(), key=DAY, on_change=_changed)
        st.file_uploader("Roster", type=KINDS, key=FILE, on_change=_changed)
        if OWN_ROSTER in st.session_state:
            st.button("Stop using it", on_click=_drop, width="stretch")


def _changed() -> None:
    """Callback: read the roster whole, or keep what is wrong with it; without one, forget it."""
    from data.roster import load

    _drop()
    dropped, day = st.session_state.get(FILE), st.session_state[DAY]
    if dropped is None:
        return
    try:
        roster = load(dropped.getvalue(), dropped.name, day, title="Roster of this session")
        st.session_state[OWN_ROSTER] = _filled(enrolment.somebody(roster))
        st.session_state[NOTICES] = roster.notices
    except RosterError as refused:
        st.session_state[REFUSED] = refused
    except (duckdb.Error, ValueError, TypeError):
        st.session_state[REFUSED] = UNREAD


def _drop() -> None:
    """Callback: nothing of the roster is left."""
    for key in (OWN_ROSTER, NOTICES, REFUSED):
        st.session_state.pop(key, None)


def _filled(roster: Roster) -> duckdb.DuckDBPyConnection:
    """The participants' tables in memory, which no file and no setting can reach."""
    con = duckdb.connect(config={"temp_directory": "", "autoload_known_extensions": "false"})
    draft.fill_staff(con, enrolment.frames(roster))
    con.execute("SET enable_external_access = false")
    con.execute("SET lock_configuration = true")
    return con


def report() -> None:
    """What became of the roster that was dropped: in use, or every problem with what to do."""
    refused = st.session_state.get(REFUSED)
    if OWN_ROSTER in st.session_state:
        st.success("Your roster is in use for this session.")
        for notice in st.session_state.get(NOTICES, ()):
            st.caption(notice)
    elif refused is not None:
        st.error(str(refused))
        if refused.problems:
            rows = pd.DataFrame(refused.problems[:MOST_PROBLEMS]).astype(str)
            rows = rows.rename(columns=str.capitalize).rename(columns={"Todo": "What to do"})
            st.dataframe(rows, hide_index=True, alt="Problems of the roster", key="own_roster_list")
