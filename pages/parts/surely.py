"""How sure is it where they go? Weights drawn a hundred times, beside the list."""

import numpy as np
import streamlit as st

from analysis import allocation_ranges, placement_sure
from analysis.placement_sure import DRAWS
from pages.parts.placing import Placed

DRAWN = "placed_drawn"
EVERY = 5
HELP = (
    "Every weight is drawn 100 times between half and one and a half times what it is, the others too, and everyone "
    "is placed anew. The same each time that you ask. Any change on the left stops it."
)


def sure(found: Placed) -> np.ndarray | None:
    """A button that draws, and how often each place was chosen since; nothing until it is asked of just this."""
    asked = found.asked
    key = (asked.place.state, asked.target, asked.groups, asked.plan, asked.point)
    if st.button("How sure? Draw the weights 100 times", key="placed_sure", help=HELP, icon=":material/casino:"):
        st.session_state[DRAWN] = (key, _drawn(found))
    told = st.session_state.get(DRAWN)
    return told[1] if told and told[0] == key else None


def _drawn(found: Placed) -> np.ndarray:
    asked, drawn = found.asked, []
    bar = st.progress(0.0, "Drawing the weights …")
    every = placement_sure.draws(asked.places, asked.groups, asked.plan, found.outcome.minima)
    for n, placement in enumerate(every, 1):
        drawn.append(placement)
        if n % EVERY == 0:
            bar.progress(n / DRAWS, f"Drawing the weights: {n} of {DRAWS}")
    bar.empty()
    return allocation_ranges.often(drawn).shares
