"""What will you show, and in what order?"""

import streamlit as st

from pages.parts import briefing_panels, briefings

st.title("What will you show, and in what order?")
held = briefing_panels.begun()
if not held.entries:
    briefing_panels.empty()
    st.stop()

with st.spinner("Asking the pages for their exhibits …"):
    shown = briefings.every(held)
briefing_panels.files(held)
left, right = st.columns([1, 2], gap="large")
with left:
    number = briefing_panels.order(held, shown)
with right:
    briefing_panels.slide(held, number, shown[number])
briefing_panels.more()
