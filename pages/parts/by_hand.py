"""A choice by hand: one physician sent to an area, or a group kept out of one, and what that costs."""

import pandas as pd
import streamlit as st

from analysis import placement_cohort, placement_wishes, placement_worth
from analysis.placement_worth import Plan
from pages.parts.composing import Cohort
from pages.parts.states import URL

HANDS = {"none": "Nothing by hand", "pin": "Send one of a group to an area", "forbid": "Keep a group out of an area"}


def by_hand(places: pd.DataFrame, cohort: Cohort, plan: Plan) -> Plan:
    """The plan with the reader's own choice, if any: a group that can be placed, and an area that is short.

    What people of the roster are like does not go into the address.
    """
    groups, bound = cohort.groups, None if cohort.is_exact else URL
    hand = st.radio("By hand", list(HANDS), format_func=HANDS.__getitem__, key="hand", bind=URL)
    placed = sorted(set(placement_worth.members(groups, plan).tolist()))
    told = {f"Group {n + 1}: {placement_cohort.told(groups[n])}": n for n in placed}
    if hand == "none" or not told:
        return plan
    group = told[st.selectbox("Which group", list(told), key="hand_group", bind=bound)]
    areas = _areas(places, groups[group].wish)
    if not areas:
        st.caption("No area that is short is where this group would go.")
        return plan
    area = areas[st.selectbox("Which area", sorted(areas), key="hand_area", bind=URL)]
    chosen = ((group, area),)
    return plan._replace(pins=chosen) if hand == "pin" else plan._replace(forbidden=chosen)


def _areas(places: pd.DataFrame, wish: str) -> dict[str, str]:
    """Areas that are short and fit the wish, by what they are called."""
    fitting = places[placement_wishes.allowed(places, wish) & (places["fte_to_target"] > 0).to_numpy()]
    return {f"{row.area} ({row.county}, {row.area_id})": row.area_id for row in fitting.itertuples()}
