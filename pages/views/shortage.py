"""Where is the shortage, and how deep?"""

import streamlit as st

from pages.parts import choice, decision, explorer, filters, outlined, physician_sections, states

st.title("Where is the shortage, and how deep?")

filters.misread()
place = states.place()
with st.sidebar:
    filters.shortage_filters(place)

explorer.answer(place)
left, right = st.columns([3, 2], gap="medium")
with right:
    explorer.picker(place)
with left:
    explorer.drawn(place)
with right:
    explorer.ranked(place)
outlined.section(place)
decision.section(place, choice.discipline())
physician_sections.shortage(place)
