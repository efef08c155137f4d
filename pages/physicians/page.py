"""How many physicians are there, and of which specialties?"""

import streamlit as st

from pages.kit import place as kit_place
from pages.physicians import exhibits, settings

st.title("How many physicians are there, and of which specialties?")
place = kit_place.place()
seen = settings.look(place, settings.region(place))
if seen is None or seen.specialties.empty:
    st.info(settings.nothing(seen))
    settings.own_supply_panel()
    settings.panel()
    st.stop()

exhibits.answer(seen)
left, right = st.columns(2, gap="large")
with left:
    exhibits.drawn(seen)
with right:
    exhibits.ranked(seen)
left, right = st.columns(2, gap="large")
with left:
    exhibits.specialties(seen)
    exhibits.by_specialty(seen)
with right:
    exhibits.regions(seen)
left, right = st.columns(2, gap="large")
with left:
    exhibits.gaps(seen)
with right:
    exhibits.years(seen)
exhibits.counties(seen)

st.caption(settings.TO_LOAD)
settings.own_supply_panel()
settings.panel()
