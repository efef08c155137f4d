"""How far along the road to practice are participants?"""

import streamlit as st

from pages.kit import participants
from pages.participants import exhibits, filters, tables

st.title("How far along the road to practice are participants?")
with st.sidebar:
    filters.panel()
    picked = filters.picked()
filters.report()

everyone = participants.reached(picked).rows.iloc[0]
if picked.dimension == "all" and everyone.participants_status == "withheld":
    st.info("This roster is too small for any count to be published.")
    exhibits.figures()
    st.stop()
if everyone.participants_status == "none":
    st.info("No participant matches all of these filters. Reset them on the left, or drop one.")
    st.stop()

exhibits.answer(picked)

left, right = st.columns([5, 6], gap="large")
with left:
    exhibits.funnel(picked)
with right:
    exhibits.times(picked)
    tables.cost(picked)

left, right = st.columns([6, 5], gap="large")
with left:
    tables.waiting(picked)
with right:
    tables.waits(picked)

exhibits.flows(picked)
exhibits.groups(picked)
tables.obligations(picked)
exhibits.figures()
