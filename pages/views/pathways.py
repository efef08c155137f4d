"""How far along the road to practice are participants?"""

import streamlit as st

from pages.parts import own_roster, people, people_filters, people_panels, people_times, published

st.title("How far along the road to practice are participants?")
with st.sidebar:
    own_roster.panel()
    picked = people_filters.picked()
own_roster.report()

if people.reached(picked).rows.iloc[0].participants_status == "none":
    st.info("No participant matches all of these filters. Reset them on the left, or drop one.")
    st.stop()

people_panels.answer(picked)

left, right = st.columns([5, 6], gap="large")
with left:
    people_panels.funnel(picked)
with right:
    people_times.times(picked)
    people_panels.cost(picked)

left, right = st.columns([6, 5], gap="large")
with left:
    people_panels.waiting(picked)
with right:
    people_panels.waits(picked)

people_panels.flows(picked)
people_panels.groups(picked)
people_panels.obligations(picked)
published.figures()
