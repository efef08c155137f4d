"""Who goes without, and how unequal is it?"""

import streamlit as st

from pages.disparity import exhibits, settings
from pages.kit import place
from pages.physicians import sections as physicians_sections

st.title("Who goes without, and how unequal is it?")
seen = settings.look(place.place())
if seen.counties["fte_short"].isna().all():
    st.info("HRSA’s shortage areas of this place are not loaded. Choose another state.")
    physicians_sections.disparity(seen)
    st.stop()

found = exhibits.answer(seen)
if not exhibits.can_compare(found):
    physicians_sections.disparity(seen)
    st.stop()

left, right = st.columns(2, gap="large")
with left:
    exhibits.groups(seen, found)
with right:
    exhibits.curves(seen)
exhibits.said(seen)
left, right = st.columns(2, gap="large")
with left:
    exhibits.compared(seen, found)
with right:
    exhibits.indices(seen)
physicians_sections.disparity(seen)
