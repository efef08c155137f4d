"""How short of physicians is my district, county or region?"""

import streamlit as st

from analysis.district import sentences
from pages.district import picker, sections
from pages.kit import place as kit_place
from pages.physicians import sections as physicians_sections

place = kit_place.place()
if place.state != "MN":
    st.title("How short of physicians is my district?")
    st.info("Districts and regions of Minnesota alone are loaded. Choose Minnesota as the state.")
    st.page_link("pages/district/page.py", label="Show Minnesota", query_params={"state": "Minnesota"})
    st.stop()

with st.sidebar:
    chosen = picker.chosen()
if not chosen:
    st.title("How short of physicians is my district?")
    st.info("Choose a district, county or region in the list at the side (on a phone, open it at the top left).")
    st.stop()

told = sections.told(chosen)
st.title(sentences.title(told.row))
one = sections.page(told)
st.subheader(one.answer, anchor=False)
sections.terms()
sections.offered(one)

left, right = st.columns(2, gap="large")
with left:
    sections.figures(told, one)
with right:
    sections.picture(one)
sections.areas(told, one)
sections.estimates(told, one)
physicians_sections.district(place, told, one)
