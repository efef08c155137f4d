"""What the reader chose on the shortage page, from its widgets."""

import streamlit as st

from analysis.shortage.exhibits import Choices
from pages.kit import county_map, filters
from pages.kit import place as kit_place
from pages.kit.place import Place

AREA = "area"


def choices(place: Place) -> Choices:
    """What the widgets say now."""
    state = st.session_state
    return Choices(
        place,
        kit_place.chosen(place),
        kit_place.measure_of(state["measure"]),
        state["classes"],
        state["care"],
        bool(state.get(filters.OUTLINES)),
        state.get(county_map.PICKED),
        state.get(AREA),
    )
