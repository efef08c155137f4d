"""Who goes without, and how unequal is it?"""

import streamlit as st

from pages.disparity import sections, settings
from pages.kit import place
from pages.physicians import sections as physicians_sections

st.title("Who goes without, and how unequal is it?")
choices = settings.choices(place.place())
sections.section(choices)
physicians_sections.disparity(choices)
