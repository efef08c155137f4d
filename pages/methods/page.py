"""The page Sources and methods."""

import streamlit as st

from analysis.methods import queries
from data import store
from pages.kit import panels
from pages.kit.cache import ask
from pages.kit.tables import table
from pages.methods import sections

st.title("Where do these figures come from, and what can they not say?")
st.subheader(sections.answer(), anchor=False)
st.caption(f"Database {store.current()}. {panels.TERMS}")

st.header("What the words mean")
for term, meaning in sections.DEFINITIONS.items():
    st.markdown(f"**{term}.** {meaning}")

st.header("Sources")
sections.sources()

st.header("What changed since last time")
sections.changes()

st.header("How participants are protected")
st.markdown(sections.protection())

st.header("What the demonstration roster is made of")
st.caption(
    "Every person in it is made up, so that its counts need no protection: they are withheld all the same, to show "
    "how that works. What the table does not call published is assumed."
)
st.dataframe(sections.assumptions(), hide_index=True, key="assumptions", alt="Assumptions of the demonstration roster")

st.header("Not known here")
for gap in sections.GAPS:
    st.markdown(f"- {gap}")

st.header("Tables")
table(ask(queries.tables), "tables", "Tables of the database with their rows")

st.markdown(sections.over_http())

st.header("Data dictionary")
st.dataframe(
    sections.dictionary(),
    hide_index=True,
    key="dictionary",
    alt="Every column with its type, unit and meaning",
)
