"""Which parts of the shortage page run again when a filter changes?"""

import streamlit as st

# The map first, for it takes longest to paint.
REDRAWN = ("map", "answer", "picker", "table", "outlined", "section", "physicians")


def redraw() -> None:
    """Callback: run only those parts again, not the whole page."""
    st.rerun(REDRAWN)
