"""What hangs on HRSA's decision about areas proposed for withdrawal?"""

import streamlit as st

from pages.parts import decision, states

st.title("What hangs on HRSA’s decision about areas proposed for withdrawal?")
place = states.place()
decision.answer(place)
left, right = st.columns(2, gap="large")
with left:
    decision.people(place)
with right:
    decision.line(place)
decision.areas(place)
decision.lost(place)
