"""The filters of participants, bound to the URL: any choice for staff, one at a time for everyone else."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import duckdb
import pandas as pd
import streamlit as st

from analysis.participants import staff_queries
from analysis.participants.exhibits import BY, EVERYONE, FILTERS, Filter
from data import store
from data.build import schema as build_schema
from data.errors import RosterError
from data.roster import current as roster_current
from pages.kit import participants
from pages.kit.cache import OWN_ROSTER
from pages.kit.participants import Picked
from pages.kit.place import URL

if TYPE_CHECKING:
    from data.roster.load import Roster

ONE = "One filter at a time: two together could point at a person."
STAGES = {
    "certified": "ECFMG certified",
    "applied": "Applied to residency",
    "matched": "Accepted to residency",
    "licensed": "Licensed",
    "practising": "In practice",
}
KINDS = ["xlsx", "csv", "tsv", "txt", "xls", "ods"]
MOST_PROBLEMS = 500
DAY, FILE, NOTICES, REFUSED = "own_roster_date", "own_roster_file", "own_roster_notices", "own_roster_refused"
LOCAL = ("localhost", "127.0.0.1", "::1")
# What a library might say of a roster would name its values, and end in the log.
UNREAD = RosterError(
    "The roster could not be used: run `python -m data.roster check FILE` on it, and mend what it names."
)


def picked() -> Picked:
    """Draw the filters, and tell what they say."""
    groups = participants.groups()
    if not store.is_staff():
        st.caption(ONE)
    asked = {one: st.query_params.get(one.key) for one in FILTERS}
    names = {one.key: _select(one, groups[groups["dimension"] == one.dimension]) for one in FILTERS}
    for one, name in asked.items():
        if name and name != one.every and st.session_state[one.key] is None:
            st.warning(f"“{name}” is no group of this roster: {one.label.lower()} is left open.")
    st.button("Reset filters", on_click=_forget, icon=":material/restart_alt:", width="stretch", key="reset_people")
    chosen = {one: st.session_state[one.key] for one in FILTERS if st.session_state[one.key] is not None}
    if not chosen:
        return Picked("all", "all", EVERYONE, staff_queries.EVERYONE)
    used = chosen if store.is_staff() else dict([next(iter(chosen.items()))])
    if len(used) < len(chosen):
        st.caption(f"The address names several; only {next(iter(used)).label.lower()} counts here.")
    said = " · ".join(f"{one.label}: {names[one.key][member]}" for one, member in used.items())
    first, member = next(iter(used.items()))
    return Picked(first.dimension, member, said, _choice(used) if store.is_staff() else staff_queries.EVERYONE)


def _choice(used: dict[Filter, str]) -> staff_queries.Choice:
    parts = {one.part: member for one, member in used.items()}
    return staff_queries.Choice(
        **parts | ({"cohort_year": int(parts["cohort_year"])} if "cohort_year" in parts else {})
    )


def _select(one: Filter, groups: pd.DataFrame) -> dict[str, str]:
    names = dict(zip(groups["member"], groups["member_label"], strict=True))
    st.selectbox(
        one.label,
        [None, *names],
        format_func=lambda member: names.get(member, one.every),
        key=one.key,
        bind=URL,
        placeholder=one.every,
        on_change=None if store.is_staff() else _alone,
        args=(one.key,),
    )
    return names


def _alone(key: str) -> None:
    """Callback: a new filter lets go of the others."""
    if st.session_state[key] is not None:
        for one in FILTERS:
            if one.key != key:
                st.session_state[one.key] = None


def _forget() -> None:
    for one in FILTERS:
        st.session_state[one.key] = None


def divided_by() -> str:
    """The dimension to compare groups by."""
    return st.selectbox(
        "Compare groups by",
        list(BY),
        index=list(BY).index("specialty"),
        format_func=BY.__getitem__,
        key="by",
        bind=URL,
    )


def stage() -> str:
    """The stage that the curves lead to; for staff."""
    return st.selectbox("Time to", list(STAGES), index=2, format_func=STAGES.__getitem__, key="to", bind=URL)


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
    from data.roster.load import load

    _drop()
    dropped, day = st.session_state.get(FILE), st.session_state[DAY]
    if dropped is None:
        return
    try:
        roster = load(dropped.getvalue(), dropped.name, day, title="Roster of this session")
        st.session_state[OWN_ROSTER] = _filled(roster_current.somebody(roster))
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
    build_schema.fill_staff(con, roster_current.frames(roster))
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
