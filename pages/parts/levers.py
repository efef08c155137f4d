"""Policy levers side by side, what matters most to each, and the pipeline's years: a section of a page."""

import streamlit as st

from analysis.lever_scenarios import Scenario
from pages.parts import address, lever_address, lever_files, lever_inputs, lever_panels
from pages.parts.choice import Place

ELSEWHERE = "These levers are Minnesota’s: the choice of another state does not change them."


def section(place: Place | None = None) -> None:
    """The whole section: the answer, the levers, what matters most, the timeline, the assumptions, two scenarios."""
    if place is not None and place.state != "MN":
        st.caption(ELSEWHERE)
    address.told(lever_address.odd())
    # What is shown first is reckoned from what is set below it.
    answer, asked, compared, stages, timeline, below = (st.container() for _ in range(6))
    with asked:
        horizon, is_on, chosen = _asked()
        funded = lever_inputs.funded(is_on)
    with stages:
        st.markdown("#### When would the people on the road practice in shortage areas?")
        pipeline = lever_inputs.pipeline()
    with below:
        st.markdown("**What is assumed: change any low, likely or high**")
        values = lever_inputs.assumptions()
        name = lever_files.name()
        scenario = Scenario(name, horizon, is_on, funded, pipeline, values)
        lever_panels.assumed(scenario)
        lever_files.files(scenario)
        lever_panels.beside(scenario, lever_files.other())
    with answer:
        lever_panels.said(scenario)
    with compared:
        lever_panels.levers(scenario, chosen)
    with timeline:
        lever_panels.by_year(scenario)


def _asked() -> tuple[int, bool, str]:
    left, middle, right = st.columns([2, 3, 4], gap="large", vertical_alignment="bottom")
    with left:
        horizon = lever_inputs.horizon()
    with right:
        is_on = lever_inputs.is_limited_on()
    with middle:
        return horizon, is_on, lever_inputs.chosen(is_on)
