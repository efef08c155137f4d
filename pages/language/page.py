"""Who could be cared for in their own language?"""

import streamlit as st

from pages.kit import place as kit_place
from pages.kit import robustness
from pages.language import cohort as language_cohort
from pages.language import exhibits

st.title("Who could be cared for in their own language?")
place = kit_place.place()
languages = exhibits.languages_of(place)
with st.sidebar:
    name = exhibits.chosen_language(languages)
    group = exhibits.group()

if languages.empty:
    exhibits.answer(place, languages, name, 1.0, group)
    exhibits.counties_exhibit(place, group)
    st.stop()

with st.sidebar:
    share = exhibits.panel_share()
    cohort = language_cohort.cohort(languages)
    rural = robustness.rural(place)
exhibits.answer(place, languages, name, share, group)

left, right = st.columns(2, gap="large")
with left:
    exhibits.languages_exhibit(place, languages)
with right:
    language_cohort.lines(place, cohort, share)
language_cohort.numbers(place, cohort, share)
exhibits.participants(place, share)
exhibits.by_county(place, group, rural)
exhibits.counties_exhibit(place, group)
