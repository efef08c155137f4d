"""Which place of Minnesota? Chosen by kind and name, held in the address as house-12A, taken only from the list."""

import pandas as pd
import streamlit as st

from analysis.district import queries
from pages.kit.cache import ask

ADDRESS, LEVEL, SEEN = "district", "district_level", "district_seen"
LEVELS = {
    "house": "Minnesota House district",
    "senate": "Minnesota Senate district",
    "congress": "U.S. House district",
    "county": "County",
    "region": "Region (MDH)",
}
UNKNOWN = "The place in this address is not on the list. Choose one below, or at the side."


def chosen() -> str | None:
    """Draw the two choices and keep the address in step. Returns the place_id; None while none is chosen."""
    places, state = ask(queries.places), st.session_state
    asked = st.query_params.get(ADDRESS)
    if asked and asked != state.get(SEEN):
        _fill(places, asked)
    state.setdefault(LEVEL, "house")
    level = st.selectbox("Kind of place", list(LEVELS), format_func=LEVELS.__getitem__, key=LEVEL)
    place_id = _named(places[places["place_level"] == level], level)
    state[SEEN] = place_id
    if place_id:
        st.query_params[ADDRESS] = place_id
    else:
        st.query_params.pop(ADDRESS, None)
    return place_id


def _fill(places: pd.DataFrame, asked: str) -> None:
    known = places[places["place_id"] == asked]
    if known.empty:
        st.warning(UNKNOWN)
        return
    level = known.iloc[0].place_level
    st.session_state.update({LEVEL: level, _key(level): asked})


def _named(rows: pd.DataFrame, level: str) -> str | None:
    names = dict(zip(rows["place_id"], rows["place_name"], strict=True))
    ordered = sorted(names, key=names.__getitem__)
    state = st.session_state
    state.setdefault(_key(level), None)
    return st.selectbox(
        LEVELS[level], ordered, format_func=names.__getitem__, key=_key(level), placeholder="Type or choose"
    )


def _key(level: str) -> str:
    return f"district_{level}"


def names() -> dict[str, str]:
    """The name of every place, by place_id."""
    places = ask(queries.places)
    return dict(zip(places["place_id"], places["place_name"], strict=True))
