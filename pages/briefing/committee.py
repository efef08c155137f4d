"""Questions that a committee asks, answered from the figures of the place that is shown."""

import datetime

import streamlit as st

from analysis.briefing import committee
from analysis.briefing.committee import Facts
from analysis.participants import queries as participants_queries
from analysis.query.selection import Selection
from analysis.shortage import queries as shortage_queries
from data import registry as data_registry
from data import store
from pages.kit import place as kit_place
from pages.kit.cache import ask
from pages.kit.place import Place

LABEL = "Questions a committee asks"


def button() -> None:
    """The way to the answers, on every page; nothing is asked until somebody opens it."""
    if st.button(LABEL, key="committee", icon=":material/contact_support:", width="stretch"):
        _shown(kit_place.place())


@st.dialog(LABEL, width="large")
def _shown(place: Place) -> None:
    row, roster = (
        ask(shortage_queries.state, selection=Selection(state=place.state)).iloc[0],
        ask(participants_queries.roster).iloc[0],
    )
    sources = data_registry.sources()
    facts = Facts(row, place.name, list(sources.values()), roster, store.current(), datetime.date.today())
    for answer in committee.answers(facts):
        with st.expander(answer.question):
            st.markdown(answer.text)
    st.caption(f"Figures of {place.name}: {sources[committee.HRSA].as_of_label}.")
