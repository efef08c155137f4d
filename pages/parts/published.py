"""What has been published about the program, apart from the counts of any roster."""

import streamlit as st

from analysis import pathways
from pages.parts.answers import ask


def figures() -> None:
    """The published figures, each with who published it and when."""
    st.header("Published about the program", anchor=False)
    st.caption(
        "These count other people at other times than the roster above, and one another: they are not to be added, "
        "divided or drawn on one axis."
    )
    for row in ask(pathways.figures).itertuples():
        st.markdown(f"- {row.statement} *{row.publisher}, {row.as_of_date:%B %Y}*".replace("$", "\\$"))
