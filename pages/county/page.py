"""What does one county look like beside its state?"""

import streamlit as st

from analysis.charts import bars
from analysis.query.selection import Selection
from analysis.shortage import queries as shortage_queries
from analysis.shortage import sentences as shortage_sentences
from pages.county import exhibits
from pages.kit import filters as kit_filters
from pages.kit import headlines
from pages.kit import panels as kit_panels
from pages.kit import place as kit_place
from pages.kit.cache import ask
from pages.kit.exhibits import listed, show_figure
from pages.physicians import sections as physicians_sections

place = kit_place.place()
with st.sidebar:
    counties = ask(shortage_queries.by_county, selection=Selection(state=place.state))
    chosen = kit_filters.county_of(counties, "county")

if not chosen:
    exhibits.unchosen(place, counties)
    st.stop()

brief = exhibits.gather(counties, chosen)
row, name = brief.row, brief.row.county
st.title(f"What does {name} look like beside {brief.state_name}?")
st.subheader(exhibits.answer(brief), anchor=False)
headlines.county(row)
st.caption(kit_panels.TERMS)
exhibits.download(brief)

exhibits.comparison(brief)

left, right = st.columns(2, gap="large")
with left:
    show_figure(exhibits.strips_exhibit(brief), exhibits.strip_figure(brief), key="strips")
with right:
    listed(exhibits.areas_exhibit(brief), "areas")
    listed(exhibits.care_exhibit(brief), "care_table")

left, right = st.columns(2, gap="large")
with left:
    years = exhibits.population_exhibit(brief)
    show_figure(years, bars.population_line(years.rows), key="population")
with right:
    groups = exhibits.language_exhibit(brief)
    show_figure(groups, bars.language_bars(groups.rows), key="languages")
    st.caption(shortage_sentences.reliability(groups.rows))
exhibits.section(brief)
physicians_sections.county(brief)
