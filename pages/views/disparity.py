"""Who goes without, and how unequal is it?"""

import streamlit as st

from pages.parts import gaps, states

st.title("Who goes without, and how unequal is it?")
place = states.place()
with st.sidebar:
    quantity, dimension = gaps.filters()

counties = gaps.counties_of(place)
if counties["fte_short"].isna().all():
    st.info("HRSA’s shortage areas of this place are not loaded. Choose another state.")
    st.stop()

found = gaps.answer(place, counties, quantity, dimension)
left, right = st.columns(2, gap="large")
with left:
    gaps.groups(place, counties, found, quantity, dimension)
with right:
    gaps.curves(counties, quantity, dimension)
gaps.indices(counties, quantity, dimension)
