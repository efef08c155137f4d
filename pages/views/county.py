"""What does one county look like beside its state?"""

import streamlit as st

from analysis import charts, sentences, shortage
from analysis.selection import Selection
from pages.parts import (
    briefs,
    county_disciplines,
    county_panels,
    filters,
    headlines,
    panels,
    physician_sections,
    states,
)
from pages.parts.answers import ask
from pages.parts.exhibits import listed, show

place = states.place()
with st.sidebar:
    counties = ask(shortage.by_county, selection=Selection(state=place.state))
    chosen = filters.county_of(counties, "county")

if not chosen:
    county_panels.unchosen(place, counties)
    st.stop()

brief = briefs.gather(counties, chosen)
row, name = brief.row, brief.row.county
st.title(f"What does {name} look like beside {brief.state_name}?")
st.subheader(briefs.answer(brief), anchor=False)
headlines.county(row)
st.caption(panels.TERMS)
county_panels.download(brief)

county_panels.comparison(brief)

left, right = st.columns(2, gap="large")
with left:
    show(county_panels.strips_exhibit(brief), county_panels.strip_figure(brief), key="strips")
with right:
    listed(county_panels.areas_exhibit(brief), "areas")
    listed(county_panels.care_exhibit(brief), "care_table")

left, right = st.columns(2, gap="large")
with left:
    years = county_panels.population_exhibit(brief)
    show(years, charts.population_line(years.rows), key="population")
with right:
    groups = county_panels.language_exhibit(brief)
    show(groups, charts.language_bars(groups.rows), key="languages")
    st.caption(sentences.reliability(groups.rows))
county_disciplines.section(brief)
physician_sections.county(brief)
