"""What does one county look like beside its state?"""

import streamlit as st

from analysis import charts, sentences, shortage
from analysis.selection import Selection
from pages.parts import briefs, county_panels, filters, panels
from pages.parts.answers import ask
from pages.parts.exhibits import foot, show, table

with st.sidebar:
    place = filters.state()
    counties = ask(shortage.by_county, selection=Selection(state=place.state))
    chosen = filters.county_of(counties)

if not chosen:
    st.title(f"Which county of {place.name} would you like to read about?")
    st.info("Pick a county in the list on the left, or click one on the shortage map.")
    table(
        counties,
        "pick",
        f"Counties of {place.name}",
        ("county", "fte_short", "shortage_population_share", "population"),
    )
    st.stop()

brief = briefs.gather(counties, chosen)
row, name = brief.row, brief.row.county
st.title(f"What does {name} look like beside {brief.state_name}?")
st.subheader(sentences.county(row, brief.state, brief.state_name), anchor=False)
st.caption(panels.TERMS)
st.download_button(
    "One-page brief to print",
    data=lambda: briefs.printed(brief),
    file_name=f"{name.lower().replace(' ', '-')}-brief.html",
    mime="text/html",
    on_click="ignore",
    icon=":material/print:",
    help="A file that opens in any browser, needs no network and prints on one page.",
)

left, right = st.columns(2, gap="large")
with left:
    county_panels.comparison(brief)
with right:
    show(county_panels.strips_exhibit(brief), county_panels.strips(brief), key="strips")

areas = county_panels.areas_exhibit(brief)
st.markdown(f"**{areas.title}**")
if areas.rows.empty:
    st.info(f"HRSA lists no primary care shortage area in {name}, designated or proposed for withdrawal.")
else:
    table(areas.rows, "areas", areas.alt, areas.columns)
foot(areas, "areas_foot")

left, right = st.columns(2, gap="large")
with left:
    years = county_panels.population_exhibit(brief)
    show(years, charts.population_line(years.rows), key="population")
with right:
    groups = county_panels.language_exhibit(brief)
    show(groups, charts.language_bars(groups.rows), key="languages")
    st.caption(sentences.reliability(groups.rows))

care = county_panels.care_exhibit(brief)
st.markdown(f"**{care.title}**")
table(care.rows, "care_table", care.alt, care.columns)
foot(care, "care_foot")
county_panels.flags(brief)
