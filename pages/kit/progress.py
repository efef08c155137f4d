"""How far is longer work? A bar, only where it takes longer than a reader notices."""

import time
from collections.abc import Iterable
from typing import Any

import streamlit as st

PATIENCE_S = 0.3


def through(steps: Iterable[Any], label: str) -> list[Any]:
    """The parts of all steps. Drawing the bar is where Streamlit stops the run if the reader asks something else."""
    # The box is there in any case, so that nothing below it moves in the browser's tree.
    box, began, found = st.empty(), time.monotonic(), []
    for step in steps:
        found.append(step.part)
        if time.monotonic() - began > PATIENCE_S:
            box.progress(step.done, f"{label} {step.done:.0%}")
    box.empty()
    return found
