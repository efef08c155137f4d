"""What hangs on HRSA's decision about areas proposed for withdrawal?"""

import streamlit as st

from pages.kit import place as kit_place
from pages.withdrawals import sections

st.title("What hangs on HRSA’s decision about areas proposed for withdrawal?")
place = kit_place.place()
sections.answer(place)
left, right = st.columns(2, gap="large")
with left:
    sections.people(place)
with right:
    sections.line(place)
sections.areas(place)
sections.lost(place)
