"""What would you like to know? Any table or question, cut and drawn as the reader wants it."""

import streamlit as st

from pages.explore import filters, views
from pages.kit import place, url_state

st.title("What would you like to know of these figures?")
told: list[str] = []
with st.sidebar:
    sought = filters.sought(place.place(), told)
url_state.told(told)
views.shown(sought)
