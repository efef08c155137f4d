"""How far along the road to practice are participants?"""

import streamlit as st

from pages.kit import participants
from pages.participants import filters, sections

st.title("How far along the road to practice are participants?")
with st.sidebar:
    filters.panel()
    picked = filters.picked()
filters.report()

everyone = participants.reached(picked).rows.iloc[0]
if picked.dimension == "all" and everyone.participants_status == "withheld":
    st.info("This roster is too small for any count to be published.")
    sections.figures()
    st.stop()
if everyone.participants_status == "none":
    st.info("No participant matches all of these filters. Reset them on the left, or drop one.")
    st.stop()

sections.answer(picked)

left, right = st.columns([5, 6], gap="large")
with left:
    sections.funnel(picked)
with right:
    sections.times(picked)
    sections.cost(picked)

left, right = st.columns([6, 5], gap="large")
with left:
    sections.waiting(picked)
with right:
    sections.waits(picked)

sections.flows(picked)
sections.groups(picked)
sections.obligations(picked)
sections.figures()
