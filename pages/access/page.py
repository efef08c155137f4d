"""How far is care, and how much of it is within reach?"""

import streamlit as st

from analysis.access import exhibits
from pages.access import sections, settings
from pages.kit import place as kit_place
from pages.kit.cache import DESK

st.title("How far is care, and how much of it is within reach?")
place = kit_place.place()
with st.sidebar:
    choices = settings.choices(place)

if not exhibits.is_loaded(DESK, place):
    st.info("Only Minnesota’s census tracts are loaded, and distances start from them. Choose Minnesota as the state.")
    st.page_link("pages/access/page.py", label="Show Minnesota", query_params={"state": "Minnesota"})
    st.stop()

sections.how_far(choices)
sections.how_much(choices)
