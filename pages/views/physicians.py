"""How many physicians are there, and of which specialties?"""

import streamlit as st

from pages.parts import own_supply, physician_choice, physician_files, physician_gaps, physician_panels, states

st.title("How many physicians are there, and of which specialties?")
place = states.place()
seen = physician_choice.look(place, physician_choice.region(place))
if seen is None or seen.specialties.empty:
    st.info(physician_choice.nothing(seen))
    own_supply.panel()
    physician_files.panel()
    st.stop()

physician_panels.answer(seen)
left, right = st.columns(2, gap="large")
with left:
    physician_panels.drawn(seen)
with right:
    physician_panels.ranked(seen)
left, right = st.columns(2, gap="large")
with left:
    physician_panels.specialties(seen)
    physician_gaps.by_specialty(seen)
with right:
    physician_panels.regions(seen)
left, right = st.columns(2, gap="large")
with left:
    physician_gaps.gaps(seen)
with right:
    physician_gaps.years(seen)
physician_panels.counties(seen)

st.caption(physician_choice.TO_LOAD)
own_supply.panel()
physician_files.panel()
