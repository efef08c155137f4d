"""The filters of participants, bound to the URL: any choice for staff, one at a time for everyone else."""

from typing import NamedTuple

import pandas as pd
import streamlit as st

from analysis import cohort
from data import store
from pages.parts import people
from pages.parts.people import Picked
from pages.parts.states import URL

ONE = "One filter at a time: two together could point at a person."


class Filter(NamedTuple):
    """A filter: its key in the address, what it divides by, and the part of a choice that it sets."""

    key: str
    dimension: str
    label: str
    part: str
    every: str


FILTERS = (
    Filter("home", "residence", "Region of residence", "region", "All regions"),
    Filter("specialty", "specialty", "Specialty sought", "specialty", "All specialties"),
    Filter("origin", "origin", "Region of origin", "origin", "All regions of the world"),
    Filter("language", "language", "Language", "language", "All languages"),
    Filter("graduated", "graduation", "Years since graduation", "graduation", "Any"),
    Filter("cohort", "cohort", "Year of enrolment", "cohort_year", "All years"),
)
BY = {one.dimension: one.label for one in FILTERS}
STAGES = {
    "certified": "ECFMG certified",
    "applied": "Applied to residency",
    "matched": "Accepted to residency",
    "licensed": "Licensed",
    "practising": "In practice",
}


def picked() -> Picked:
    """Draw the filters, and tell what they say."""
    groups = people.groups()
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
        return Picked("all", "all", "All participants", cohort.EVERYONE)
    used = chosen if store.is_staff() else dict([next(iter(chosen.items()))])
    if len(used) < len(chosen):
        st.caption(f"The address names several; only {next(iter(used)).label.lower()} counts here.")
    said = " · ".join(f"{one.label}: {names[one.key][member]}" for one, member in used.items())
    first, member = next(iter(used.items()))
    return Picked(first.dimension, member, said, _choice(used) if store.is_staff() else cohort.EVERYONE)


def _choice(used: dict[Filter, str]) -> cohort.Choice:
    parts = {one.part: member for one, member in used.items()}
    return cohort.Choice(**parts | ({"cohort_year": int(parts["cohort_year"])} if "cohort_year" in parts else {}))


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
