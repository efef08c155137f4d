"""How far is care, and how much of it is within reach?"""

import streamlit as st

from pages.access import catchments, travel
from pages.kit import place as kit_place

st.title("How far is care, and how much of it is within reach?")
place = kit_place.place()
with st.sidebar:
    far, chosen = travel.filters(place), catchments.filters()

if not travel.is_loaded(place):
    st.info("Only Minnesota’s census tracts are loaded, and distances start from them. Choose Minnesota as the state.")
    st.page_link("pages/access/page.py", label="Show Minnesota", query_params={"state": "Minnesota"})
    st.stop()

travel.answer(place, far)
travel.panel()
left, right = st.columns(2, gap="large")
with left:
    travel.tracts(place, far)
with right:
    travel.counties(place, far)
travel.groups(place, far)

catchments.answer(chosen)
left, right = st.columns(2, gap="large")
with left:
    catchments.tracts(place, chosen)
with right:
    catchments.counties(place, chosen)
catchments.border(place, chosen)
