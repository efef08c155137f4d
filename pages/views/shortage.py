"""Where is the shortage, and how deep?"""

import streamlit as st

from analysis import sentences, shortage
from pages.parts import filters, maps, panels
from pages.parts.answers import ask
from pages.parts.exhibits import show, table

st.title("Where is the shortage, and how deep?")

with st.sidebar:
    place = filters.state()
selection = filters.chosen(place)
with st.sidebar:
    measure = filters.measure()
    scheme = filters.classes()
    care = filters.care()
    filters.reset()

counties = ask(shortage.by_county, selection=selection)
if counties.empty:
    st.info(f"No county matches {filters.summary(place, selection)}. Choose all regions or all counties.")
    st.stop()

total = ask(shortage.state, selection=selection).iloc[0]
where = filters.where(place, selection)
st.subheader(sentences.selection(total, counties, where, selection.status), anchor=False)
st.caption(filters.summary(place, selection) + ". " + panels.TERMS)
if selection.status == "both":
    st.caption(sentences.twice(total))

left, right = st.columns([3, 2], gap="medium")
with right:
    chosen = filters.county_of(counties)
    if chosen:
        panels.county_panel(counties, chosen, total, place)
    st.markdown(f"**Counties, most physicians short first ({len(counties):,})**")
    columns = panels.ranked_columns(counties, measure)
    table(counties, "ranked", f"Counties of {where}, most physicians short first", columns, height=430)
with left:
    figure = maps.county_map(counties, measure, total, place, scheme=scheme, chosen=chosen, care=care, height=520)
    show(panels.map_exhibit(counties, measure, where), figure, key=maps.MAP, on_select=maps.pick)
