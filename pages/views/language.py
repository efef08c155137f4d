"""Who could be cared for in their own language?"""

import streamlit as st

from pages.parts import composed, robust, spoken_by, states, tongues

st.title("Who could be cared for in their own language?")
place = states.place()
languages = tongues.languages_of(place)
with st.sidebar:
    name = tongues.chosen_language(languages)
    group = tongues.group()

if languages.empty:
    tongues.answer(place, languages, name, 1.0, group)
    tongues.counties_exhibit(place, group)
    st.stop()

with st.sidebar:
    share = tongues.panel_share()
    cohort = composed.cohort(languages)
    rural = robust.rural(place)
tongues.answer(place, languages, name, share, group)

left, right = st.columns(2, gap="large")
with left:
    tongues.languages_exhibit(place, languages)
with right:
    composed.lines(place, cohort, share)
composed.numbers(place, cohort, share)
spoken_by.participants(place, share)
tongues.by_county(place, group, rural)
tongues.counties_exhibit(place, group)
