"""What would each policy lever do, and at what cost?"""

import streamlit as st

from pages.levers import sections

st.title("What would each policy lever do, and at what cost?")
sections.section()
