"""Where could immigrant physicians fill Minnesota's gaps?"""

import streamlit as st

from analysis import charts, hovers, sentences, shortage
from analysis.measures import MEASURES
from analysis.selection import Selection
from pages.parts import decision, headlines, maps, panels, states
from pages.parts.answers import ask
from pages.parts.exhibits import Exhibit, show

place = states.place()
st.title(f"Where could immigrant physicians fill {place.owner} gaps?")
selection = Selection(state=place.state)
measure = MEASURES["fte_short_chosen"]
counties = ask(shortage.by_county, selection=selection)
total = ask(shortage.state, selection=selection).iloc[0]
deepest = counties.head(10)

headlines.overview(place, total)
panels.headline_figures(total)
panels.next_steps(place)

left, right = st.columns([3, 2], gap="medium")
with left:
    figure, legend = maps.county_map(counties, measure, total, place, height=284)
    exhibit = panels.map_exhibit(counties, measure, place.name, selection)._replace(legend=legend)
    show(exhibit, figure, key="overview_map")
with right:
    show(
        Exhibit(
            "The ten largest gaps: physicians short (FTE)",
            deepest,
            shortage.by_county,
            sentences.deepest(deepest),
            columns=("county", "fte_short_chosen", "shortage_population_share", "population"),
        ),
        charts.ranked_bars(deepest, hovers.named(counties)[:10], measure, height=312),
        key="deepest",
    )
decision.section(place)
