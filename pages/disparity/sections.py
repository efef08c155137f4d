"""The sections of the disparity page: the headline, groups of counties, and how unequal it is."""

import pandas as pd
import streamlit as st

from analysis.disparity import exhibits, inequality, tables
from analysis.disparity.exhibits import Choices
from pages.kit import robustness
from pages.kit.cache import DESK
from pages.kit.exhibits import foot, show
from pages.kit.tables import words_table

NOTHING = "These counties cannot be compared: a group has no figure, or under 5% of people. Rank by something else."
NOT_LOADED = "HRSA’s shortage areas of this place are not loaded. Choose another state."


def section(choices: Choices) -> None:
    """The answer and its exhibits, or why there are none."""
    counties = exhibits.counties_of(DESK, choices)
    if not exhibits.can_compare(counties, choices):
        st.info(NOTHING if exhibits.is_loaded(counties) else NOT_LOADED)
        return
    st.subheader(exhibits.headline(counties, choices), anchor=False)
    robustness.badge(exhibits.claim(DESK, choices), "gaps")
    left, right = st.columns(2, gap="large")
    with left:
        show(exhibits.groups(counties, choices), "groups_bars")
    with right:
        show(exhibits.share_curves(counties, choices), "share_curves")
    _in_words(counties, choices)
    left, right = st.columns(2, gap="large")
    with left:
        _compared(counties, choices)
    with right:
        _indices(counties, choices)


def _in_words(counties: pd.DataFrame, choices: Choices) -> None:
    """The inequality in sentences written from the numbers."""
    st.markdown("**How unequal, in words**")
    ranked = inequality.Ranked(choices.quantity, choices.dimension)
    for line in inequality.sentences(counties, ranked, choices.people):
        st.markdown(f"- {line}")


def _compared(counties: pd.DataFrame, choices: Choices) -> None:
    """The two ends as ratio and difference with intervals, and how far apart all groups lie."""
    exhibit = exhibits.compared(counties, choices)
    st.markdown(f"**{exhibit.title}**")
    words_table(tables.compared_said(exhibit.rows, choices.quantity))
    foot(exhibit, "compared")


def _indices(counties: pd.DataFrame, choices: Choices) -> None:
    """Gini, Theil, Hoover and the concentration index, with and without Olmsted County."""
    exhibit = exhibits.indices(counties, choices)
    st.markdown(f"**{exhibit.title}**")
    words_table(tables.indices_in_words(exhibit.rows, choices.quantity))
    foot(exhibit, "indices")
