"""The rows of a cut to take along."""

import streamlit as st

from analysis.explore_cut import Found
from pages.parts.exploring import Sought


def offered(sought: Sought, found: Found, seen: str) -> None:
    """All rows as files."""
    st.caption(f"{found.rows.num_rows:,} rows")
