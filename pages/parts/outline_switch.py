"""Are the areas' own outlines drawn, and where are they to be had?"""

import streamlit as st

from analysis import disciplines
from data import shape_files
from pages.parts import choice
from pages.parts.choice import Place
from pages.parts.redrawn import redraw
from pages.parts.states import URL

OUTLINES = "outlines"
GET_THEM = (
    "The areas’ own outlines are not loaded: these figures carry none. `make refresh` brings them, or "
    "`python -m data.outlines FILE` for a file of HRSA’s that you have."
)
CHOOSE = "The areas’ own outlines can be drawn for one state: choose it above."


def outlines(place: Place) -> None:
    """Whether the areas' own outlines are drawn, where they are there for the state; one line where they are not.

    They are of primary care areas: nothing is said of them beside another discipline.
    """
    if choice.discipline() != disciplines.PRIMARY_CARE:
        return
    if shape_files.of_areas(place.state_fips):
        st.toggle("Show the areas’ own outlines", key=OUTLINES, bind=URL, on_change=redraw)
    else:
        st.caption(GET_THEM if place.state else CHOOSE)
