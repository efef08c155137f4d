"""What hangs on HRSA's decision about areas proposed for withdrawal?"""

import streamlit as st

from pages.kit import place as kit_place
from pages.withdrawals import exhibits

st.title("What hangs on HRSA’s decision about areas proposed for withdrawal?")
place = kit_place.place()
exhibits.answer(place)
left, right = st.columns(2, gap="large")
with left:
    exhibits.people(place)
with right:
    exhibits.line(place)
exhibits.areas(place)
exhibits.lost(place)
