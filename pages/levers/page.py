"""What would each policy lever do, and at what cost?"""

import streamlit as st

from pages.levers import exhibits

st.title("What would each policy lever do, and at what cost?")
exhibits.section()
