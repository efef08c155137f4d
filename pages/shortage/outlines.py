"""The areas' own outlines on the shortage map: the area picked, and all of them in a table."""

from typing import Any

import pandas as pd
import streamlit as st

from analysis.briefing import model as briefing_model
from analysis.charts import area_outlines
from analysis.shortage import exhibits, queries
from analysis.shortage.exhibits import Choices
from analysis.wording import numbers
from pages.kit import county_map, url_state
from pages.kit.cache import DESK, ask
from pages.kit.exhibits import listed
from pages.kit.filters import redraw
from pages.kit.place import URL, Place
from pages.kit.tables import words_table
from pages.shortage.choices import AREA, choices


def picker(chosen: Choices) -> None:
    """The area to look at, by name: the keyboard's way to its outline."""
    if not exhibits.has_outlines(chosen):
        return
    labels = area_outlines.labels(exhibits.outlined(DESK, chosen))
    url_state.told(url_state.among(AREA, "Shortage area", list(labels.values()), "none"))
    st.selectbox(
        "Shortage area",
        sorted(labels, key=labels.__getitem__),
        index=None,
        format_func=labels.__getitem__,
        key=AREA,
        bind=URL,
        on_change=redraw,
        placeholder="Pick an area, or click its outline on the map",
    )


def panel(chosen: Choices) -> None:
    """The figures of the area picked, and the counties that it reaches into."""
    if not exhibits.has_outlines(chosen):
        return
    areas = exhibits.outlined(DESK, chosen)
    for row in areas[areas["area_id"] == chosen.area].pipe(numbers.spelled).itertuples():
        with st.container(border=True):
            st.markdown(f"**{briefing_model.escaped(row.area)}**")
            words_table(_figures(row))
            words_table(_counties(ask(queries.parts, area_id=row.area_id)))
            st.caption(f"Source: {exhibits.as_of()}. {exhibits.EVERYONE}")


def _figures(row: Any) -> pd.DataFrame:
    told = {
        "Status": row.status,
        "Type": row.designation_type,
        "Score (of 25)": numbers.figure(row.hpsa_score, "score"),
        "Physicians there (FTE)": numbers.figure(row.fte, "FTE"),
        "Physicians short (FTE)": numbers.figure(row.fte_short, "FTE"),
    }
    return pd.DataFrame({"": list(told), "This area": list(told.values())})


def _counties(parts: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "County": parts["county"],
            "Of the area’s people": [numbers.percent(share) for share in parts["area_population_share"]],
            "Of the county’s people": [numbers.percent(share) for share in parts["county_population_share"]],
        }
    )


@st.fragment(key="outlined")
def section(place: Place) -> None:
    """Every area that is drawn, in a table."""
    exhibit = exhibits.drawn_areas_of(DESK, choices(place))
    if exhibit:
        listed(exhibit, "outlined_areas")


def pick() -> None:
    """Callback: what was clicked on the map becomes what is chosen in its list, a county or an area."""
    clicked = county_map.clicked()
    if clicked:
        st.session_state[county_map.PICKED if len(clicked) == len("27001") else AREA] = clicked
