"""What the reader sets beside the list of a placement: whom it shows, and how far weights are drawn."""

import pandas as pd
import streamlit as st

from analysis import placement_lists, placement_sure
from analysis.placement_lists import EVERYWHERE
from pages.parts import address
from pages.parts.states import URL

WHERE, WHERE_LABEL = "list_area", "Who would go to"
SPREAD, SPREAD_LABEL = "spread", "Each weight at most so much lower or higher, in percent"
LEAST, MOST, START = (round(100 * share) for share in (*placement_sure.SPREADS, placement_sure.SPREAD))


def odd(places: pd.DataFrame) -> list[str]:
    """What to say of each that the address has and that cannot be used."""
    options = placement_lists.choices(places)
    told = address.within(SPREAD, SPREAD_LABEL, LEAST, MOST, START)
    return told + address.among(WHERE, WHERE_LABEL, options, EVERYWHERE)


def spread() -> int:
    """How much lower or higher each weight is drawn, in percent."""
    return st.slider(SPREAD_LABEL, LEAST, MOST, START, 10, key=SPREAD, bind=URL, format="%d%%")


def where(places: pd.DataFrame) -> str:
    """All areas, those of one county, or one area."""
    options = placement_lists.choices(places)
    if st.session_state.get(WHERE, EVERYWHERE) not in options:
        # Of the state that was shown before.
        st.session_state[WHERE] = EVERYWHERE
    return st.selectbox(WHERE_LABEL, options, key=WHERE, bind=URL)
