"""Who goes without, and how unequal is it?"""

import streamlit as st

from pages.parts import gaps, looked, physician_groups, states, unequal

st.title("Who goes without, and how unequal is it?")
seen = looked.look(states.place())
if seen.counties["fte_short"].isna().all():
    st.info("HRSA’s shortage areas of this place are not loaded. Choose another state.")
    physician_groups.disparity(seen)
    st.stop()

found = gaps.answer(seen)
if not gaps.can_compare(found):
    physician_groups.disparity(seen)
    st.stop()

left, right = st.columns(2, gap="large")
with left:
    gaps.groups(seen, found)
with right:
    unequal.curves(seen)
unequal.said(seen)
left, right = st.columns(2, gap="large")
with left:
    gaps.compared(seen, found)
with right:
    unequal.indices(seen)
physician_groups.disparity(seen)
