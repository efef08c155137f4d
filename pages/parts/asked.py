"""Questions that a committee asks, answered from the figures of the place that is shown."""

import datetime

import streamlit as st

from analysis import committee, pathways, shortage
from analysis.committee import Facts
from analysis.selection import Selection
from data import registry, store
from pages.parts import states
from pages.parts.answers import ask
from pages.parts.choice import Place

LABEL = "Questions a committee asks"


def button() -> None:
    """The way to the answers, on every page; nothing is asked until somebody opens it."""
    if st.button(LABEL, key="committee", icon=":material/contact_support:", width="stretch"):
        _shown(states.place())


@st.dialog(LABEL, width="large")
def _shown(place: Place) -> None:
    row, roster = ask(shortage.state, selection=Selection(state=place.state)).iloc[0], ask(pathways.roster).iloc[0]
    sources = registry.sources()
    facts = Facts(row, place.name, list(sources.values()), roster, store.current(), datetime.date.today())
    for answer in committee.answers(facts):
        with st.expander(answer.question):
            st.markdown(answer.text)
    st.caption(f"Figures of {place.name}: {sources[committee.HRSA].as_of_label}.")
