"""How short of physicians is my district, county or region?"""

import streamlit as st

from analysis import district_sentences
from pages.parts import district_files, district_panels, my_place, physician_groups, states

place = states.place()
if place.state != "MN":
    st.title("How short of physicians is my district?")
    st.info("Districts and regions of Minnesota alone are loaded. Choose Minnesota as the state.")
    st.page_link("pages/views/district.py", label="Show Minnesota", query_params={"state": "Minnesota"})
    st.stop()

with st.sidebar:
    chosen = my_place.chosen()
if not chosen:
    st.title("How short of physicians is my district?")
    st.info("Choose a district, county or region in the list at the side (on a phone, open it at the top left).")
    st.stop()

told = district_panels.told(chosen)
st.title(district_sentences.title(told.row))
one = district_panels.page(told)
st.subheader(one.answer, anchor=False)
district_panels.terms()
district_files.offered(one)

left, right = st.columns(2, gap="large")
with left:
    district_panels.figures(told, one)
with right:
    district_panels.picture(one)
district_panels.areas(told, one)
district_panels.estimates(told, one)
physician_groups.district(place, told, one)
