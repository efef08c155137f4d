"""Where is the shortage, and how deep?"""

import streamlit as st

from pages.kit import filters as kit_filters
from pages.kit import place as kit_place
from pages.physicians import sections as physicians_sections
from pages.shortage import map, outlines
from pages.withdrawals import sections as withdrawals_sections

st.title("Where is the shortage, and how deep?")

kit_filters.misread()
place = kit_place.place()
with st.sidebar:
    kit_filters.shortage_filters(place)

map.answer(place)
left, right = st.columns([3, 2], gap="medium")
with right:
    map.picker(place)
with left:
    map.drawn(place)
with right:
    map.ranked(place)
outlines.section(place)
withdrawals_sections.section(place, kit_place.discipline())
physicians_sections.shortage(place)
