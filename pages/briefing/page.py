"""What will you show, and in what order?"""

import streamlit as st

from pages.briefing import panels, slides

st.title("What will you show, and in what order?")
held = panels.begun()
if not held.entries:
    panels.empty()
    st.stop()

with st.spinner("Asking the pages for their exhibits …"):
    shown = slides.every(held)
panels.files(held)
left, right = st.columns([1, 2], gap="large")
with left:
    number = panels.order(held, shown)
with right:
    panels.slide(held, number, shown[number])
panels.more()
