"""How far along the road to practice are participants?"""

import streamlit as st

from pages.parts import own_roster, people, people_filters, people_panels, people_tables, people_times, published

st.title("How far along the road to practice are participants?")
with st.sidebar:
    own_roster.panel()
    picked = people_filters.picked()
own_roster.report()

everyone = people.reached(picked).rows.iloc[0]
if picked.dimension == "all" and everyone.participants_status == "withheld":
    st.info("This roster is too small for any count to be published.")
    published.figures()
    st.stop()
if everyone.participants_status == "none":
    st.info("No participant matches all of these filters. Reset them on the left, or drop one.")
    st.stop()

people_panels.answer(picked)

left, right = st.columns([5, 6], gap="large")
with left:
    people_panels.funnel(picked)
with right:
    people_times.times(picked)
    people_tables.cost(picked)

left, right = st.columns([6, 5], gap="large")
with left:
    people_tables.waiting(picked)
with right:
    people_tables.waits(picked)

people_panels.flows(picked)
people_panels.groups(picked)
people_tables.obligations(picked)
published.figures()
