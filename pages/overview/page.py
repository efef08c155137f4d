"""Where could immigrant physicians fill Minnesota's gaps?"""

import streamlit as st

from analysis.overview import exhibits
from analysis.query.selection import Selection
from analysis.shortage import queries as shortage_queries
from analysis.shortage.exhibits import Choices
from pages.kit import panels, robustness
from pages.kit import place as kit_place
from pages.kit.cache import DESK, ask
from pages.kit.exhibits import show
from pages.withdrawals import sections

place = kit_place.place()
st.title(f"Where could immigrant physicians fill {place.owner} gaps?")
choices = Choices(place, Selection(state=place.state), exhibits.MEASURE)

st.subheader(exhibits.answer(DESK, choices), anchor=False)
robustness.badge(exhibits.claim(DESK, choices), "overview")
panels.headline_figures(ask(shortage_queries.state, selection=choices.selection).iloc[0])
panels.next_steps(place)

left, right = st.columns([3, 2], gap="medium")
with left:
    show(exhibits.county_map_of(DESK, choices), "overview_map")
with right:
    show(exhibits.largest_gaps_of(DESK, choices), "deepest")
sections.section(place)
