"""The county map as pages use it: classes, hovers, the chosen county, clicks."""

from typing import Any

import pandas as pd
import streamlit as st

from analysis.charts import classes, legend
from analysis.charts import county_map as charts_county_map
from analysis.county import queries as county_queries
from analysis.wording.measures import Measure
from data import store
from pages.kit import scripts
from pages.kit.cache import ask, reckon
from pages.kit.place import Place

MAP = "map"
PICKED = "picked"


def county_map(
    counties: pd.DataFrame, measure: Measure, total: pd.Series, place: Place, **drawn: Any
) -> tuple[dict[str, Any], list[legend.Entry]]:
    """The map of a measure over `counties`, with hovers beside the place's figure, and its legend.

    `drawn`: scheme, chosen (county_fips), care (bool), height (pixels).
    """
    values = counties[measure.column].astype("float64").to_numpy()
    classed = reckon(classes.classify, values, drawn.get("scheme", "natural_breaks"))
    hover = charts_county_map.hover(counties, measure, total, place.name)
    view = charts_county_map.MapView(
        state_fips=place.state_fips,
        chosen=drawn.get("chosen"),
        care=ask(county_queries.care, state=place.state) if drawn.get("care") else None,
        height=drawn.get("height", 480),
        shapes=scripts.shapes(store.current()),
    )
    told = legend.entries(classed, measure)
    told += [] if view.care is None else legend.of_care(view.care)
    return charts_county_map.county_map(counties, measure, classed, hover, view), told


def clicked() -> str | None:
    """What was clicked on the map, by its id: a county, or an area where areas are drawn."""
    points = st.session_state[MAP]["selection"]["points"]
    return next((point["location"] for point in points if point.get("location")), None)


def pick() -> None:
    """Callback: the county clicked on the map becomes the one chosen in the list."""
    county_fips = clicked()
    if county_fips:
        st.session_state[PICKED] = county_fips
