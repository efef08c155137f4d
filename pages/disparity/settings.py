"""What the reader chooses on the disparity page."""

import streamlit as st

from analysis.disparity.exhibits import BY, LABELS, RANK, WHAT, Choices
from pages.kit import robustness
from pages.kit.place import URL, Place

Look = Choices


def choices(place: Place) -> Choices:
    """The widgets of the sidebar: the quantity, the ranking, and what counts as rural and as a shortage."""
    with st.sidebar:
        quantity = st.radio(WHAT, list(LABELS), format_func=LABELS.__getitem__, key="what", bind=URL)
        dimension = st.selectbox(RANK, list(BY), format_func=BY.__getitem__, key="rank", bind=URL)
        definition = robustness.switches(place)
    return Choices(place, definition, quantity, dimension)
