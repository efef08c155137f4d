"""Where could immigrant physicians fill Minnesota's gaps?"""

import streamlit as st

from analysis.charts import bars
from analysis.charts import county_map as charts_county_map
from analysis.query.selection import Selection
from analysis.shortage import queries as shortage_queries
from analysis.shortage import sentences as shortage_sentences
from analysis.wording.measures import MEASURES
from pages.kit import county_map, headlines
from pages.kit import panels as kit_panels
from pages.kit import place as kit_place
from pages.kit.cache import ask
from pages.kit.exhibits import Exhibit, show_figure
from pages.withdrawals import exhibits as withdrawals_exhibits

place = kit_place.place()
st.title(f"Where could immigrant physicians fill {place.owner} gaps?")
selection = Selection(state=place.state)
measure = MEASURES["fte_short_chosen"]
counties = ask(shortage_queries.by_county, selection=selection)
total = ask(shortage_queries.state, selection=selection).iloc[0]
deepest = counties.head(10)

headlines.overview(place, total)
kit_panels.headline_figures(total)
kit_panels.next_steps(place)

left, right = st.columns([3, 2], gap="medium")
with left:
    figure, legend = county_map.county_map(counties, measure, total, place, height=284)
    exhibit = kit_panels.map_exhibit(counties, measure, place.name, selection)._replace(legend=legend)
    show_figure(exhibit, figure, key="overview_map")
with right:
    show_figure(
        Exhibit(
            "The ten largest gaps: physicians short (FTE)",
            deepest,
            shortage_queries.by_county,
            shortage_sentences.deepest(deepest),
            columns=("county", "fte_short_chosen", "shortage_population_share", "population"),
        ),
        bars.ranked_bars(deepest, charts_county_map.named(counties)[:10], measure, height=312),
        key="deepest",
    )
withdrawals_exhibits.section(place)
