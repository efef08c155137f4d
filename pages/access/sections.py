"""The two halves of the access page: how far care is, and how much of it is within reach."""

import streamlit as st

from analysis.access import exhibits, queries, sentences
from analysis.access.exhibits import Choices
from analysis.wording import numbers
from pages.access import settings
from pages.kit import robustness
from pages.kit.cache import DESK, ask
from pages.kit.exhibits import listed, show


def how_far(choices: Choices) -> None:
    """How far the nearest place of care is: the answer, whose minutes they are, and how wrong; map, table, groups."""
    desk = settings.desk()
    st.subheader(exhibits.how_far(desk, choices), anchor=False)
    robustness.badge(exhibits.claim(desk, choices), "access")
    st.caption(sentences.OWN if choices.is_own else sentences.road_model())
    settings.panel()
    left, right = st.columns(2, gap="large")
    with left:
        show(exhibits.minutes_by_tract_of(desk, choices), "far")
    with right:
        listed(exhibits.minutes_by_county_of(desk, choices), "far_counties")
    show(exhibits.minutes_by_group_of(desk, choices), "far_groups")


def how_much(choices: Choices) -> None:
    """How much care is within reach: the answer, and what the method counts; map, table, the state line."""
    desk = settings.desk()
    st.subheader(exhibits.how_much(desk, choices), anchor=False)
    people = "" if choices.is_own else f" {sentences.COMPETING}"
    method = f"{sentences.reached_by(choices.catchment)}{people}"
    st.caption(" ".join(filter(None, (method, exhibits.centers(desk, choices)))))
    left, right = st.columns(2, gap="large")
    with left:
        show(exhibits.supply_by_tract_of(desk, choices), "reach")
    with right:
        listed(exhibits.supply_by_county_of(desk, choices), "reach_counties")
    _border(choices)


def _border(choices: Choices) -> None:
    """How much the answer of counties depends on the other side of the state line."""
    st.markdown(f"**What the state line changes: {numbers.lower(exhibits.what(choices))}**")
    if choices.is_own:
        st.caption("Your travel times are of Minnesota alone: nothing across the line is counted.")
        return
    if not exhibits.has_border(choices):
        st.caption("RAAM counts cost in average crowding, which changes too if the state is looked at alone.")
        return
    exhibit = exhibits.border_of(DESK, choices)
    counties = ask(queries.by_county, catchment=choices.catchment)
    st.markdown(sentences.border(exhibit.rows, len(counties), choices.catchment))
    listed(exhibit, "border")
