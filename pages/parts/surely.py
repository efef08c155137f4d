"""How sure is it where they go? Weights drawn a hundred times, beside the list."""

from typing import NamedTuple

import numpy as np
import streamlit as st

from analysis import allocation_ranges, placement_sure
from analysis.placement_sure import DRAWS
from pages.parts import listing
from pages.parts.placing import Placed

DRAWN = "placed_drawn"
EVERY = 5
HELP = (
    "Every weight is drawn 100 times, as much lower or higher as is set here, the others too, and everyone is placed "
    "anew. The same each time that you ask. Any change on the left stops it."
)


class Drawn(NamedTuple):
    """How often each place was chosen, and what the caption says of the draws."""

    shares: np.ndarray
    told: str


def sure(found: Placed) -> Drawn | None:
    """A button that draws, and how often each place was chosen since; nothing until it is asked of just this."""
    asked = found.asked
    left, right = st.columns([2, 3], gap="large", vertical_alignment="bottom")
    with right:
        spread = listing.spread()
    key = (asked.place.state, asked.target, asked.groups, asked.plan, asked.point, spread)
    with left:
        is_asked = st.button(
            "How sure? Draw the weights 100 times", key="placed_sure", help=HELP, icon=":material/casino:"
        )
    if is_asked:
        st.session_state[DRAWN] = (key, _drawn(found, spread))
    kept = st.session_state.get(DRAWN)
    if not kept or kept[0] != key:
        return None
    return Drawn(
        kept[1], f"Chosen in draws: of {DRAWS} draws of the weights, each from {spread}% lower to {spread}% higher."
    )


def _drawn(found: Placed, spread: int) -> np.ndarray:
    asked, drawn = found.asked, []
    bar = st.progress(0.0, "Drawing the weights …")
    every = placement_sure.draws(asked.places, asked.groups, asked.plan, found.outcome.minima, spread=spread / 100)
    for n, placement in enumerate(every, 1):
        drawn.append(placement)
        if n % EVERY == 0:
            bar.progress(n / DRAWS, f"Drawing the weights: {n} of {DRAWS}")
    bar.empty()
    return allocation_ranges.often(drawn).shares
