"""Who could be cared for in their own language?"""

import streamlit as st

from pages.kit import place as kit_place
from pages.language import sections, settings

st.title("Who could be cared for in their own language?")
with st.sidebar:
    choices = settings.choices(kit_place.place())

sections.answer(choices)
if choices.language is None:
    sections.counties(choices)
    st.stop()

left, right = st.columns(2, gap="large")
with left:
    sections.languages(choices)
with right:
    sections.cohort_lines(choices)
sections.cohort_table(choices)
sections.participants(choices)
sections.in_rural(choices)
sections.counties(choices)
