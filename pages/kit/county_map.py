"""Clicks on the county map."""

import streamlit as st

MAP = "map"
PICKED = "picked"


def clicked() -> str | None:
    """The id of what was clicked on the map: a county, or an area where areas are drawn."""
    points = st.session_state[MAP]["selection"]["points"]
    return next((point["location"] for point in points if point.get("location")), None)
