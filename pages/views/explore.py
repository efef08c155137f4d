"""What would you like to know? Any table or question, cut and drawn as the reader wants it."""

import streamlit as st

from pages.parts import address, explored, exploring, states

st.title("What would you like to know of these figures?")
told: list[str] = []
with st.sidebar:
    sought = exploring.sought(states.place(), told)
address.told(told)
explored.shown(sought)
