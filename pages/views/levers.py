"""What would each policy lever do, and at what cost?"""

import streamlit as st

from pages.parts import levers

st.title("What would each policy lever do, and at what cost?")
levers.section()
