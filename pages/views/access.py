"""How far is care, and how much of it is within reach?"""

import streamlit as st

from pages.parts import catchment, own_times, reaching, states

st.title("How far is care, and how much of it is within reach?")
place = states.place()
with st.sidebar:
    far, chosen = reaching.filters(place), catchment.filters()

if not reaching.is_loaded(place):
    st.info("Only Minnesota’s census tracts are loaded, and distances start from them. Choose Minnesota as the state.")
    st.page_link("pages/views/access.py", label="Show Minnesota", query_params={"state": "Minnesota"})
    st.stop()

reaching.answer(place, far)
own_times.panel()
left, right = st.columns(2, gap="large")
with left:
    reaching.tracts(place, far)
with right:
    reaching.counties(place, far)
reaching.groups(place, far)

catchment.answer(chosen)
left, right = st.columns(2, gap="large")
with left:
    catchment.tracts(place, chosen)
with right:
    catchment.counties(place, chosen)
catchment.border(place, chosen)
