"""Where do the figures come from, and what can they not say?"""

import streamlit as st

from analysis import methods
from data import store
from pages.parts import moved, panels, registers
from pages.parts.answers import ask
from pages.parts.tables import table

st.title("Where do these figures come from, and what can they not say?")
st.subheader(registers.answer(), anchor=False)
st.caption(f"Database {store.current()}. {panels.TERMS}")

st.header("What the words mean")
for term, meaning in registers.DEFINITIONS.items():
    st.markdown(f"**{term}.** {meaning}")

st.header("Sources")
registers.sources()

st.header("What changed since last time")
moved.section()

st.header("How participants are protected")
st.markdown(registers.protection())

st.header("What the demonstration roster is made of")
st.caption(
    "Every person in it is made up, so that its counts need no protection: they are withheld all the same, to show "
    "how that works. What the table does not call published is assumed."
)
st.dataframe(registers.assumptions(), hide_index=True, key="assumptions", alt="Assumptions of the demonstration roster")

st.header("Not known here")
for gap in registers.GAPS:
    st.markdown(f"- {gap}")

st.header("Tables")
table(ask(methods.tables), "tables", "Tables of the database with their rows")

st.markdown(registers.over_http())

st.header("Data dictionary")
st.dataframe(
    registers.dictionary(),
    hide_index=True,
    key="dictionary",
    alt="Every column with its type, unit and meaning",
)
