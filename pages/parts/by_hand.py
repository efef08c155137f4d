"""A choice by hand: one physician sent to an area, or a group kept out of one, and what that costs."""

import pandas as pd
import streamlit as st

from analysis import placement_cohort, placement_worth
from analysis.placement_cohort import Group
from analysis.placement_worth import Plan
from pages.parts.states import URL

HANDS = {"none": "Nothing by hand", "pin": "Send one of a group to an area", "forbid": "Keep a group out of an area"}


def by_hand(places: pd.DataFrame, groups: tuple[Group, ...], plan: Plan) -> Plan:
    """The plan with the reader's own choice, if any: a group that can be placed, and an area that is short."""
    hand = st.radio("By hand", list(HANDS), format_func=HANDS.__getitem__, key="hand", bind=URL)
    placed = sorted(set(placement_worth.members(groups, plan).tolist()))
    told = {f"Group {n + 1}: {placement_cohort.told(groups[n])}": n for n in placed}
    short = [row for row in places.itertuples() if row.fte_to_target > 0]
    areas = {f"{row.area} ({row.county}, {row.area_id})": row.area_id for row in short}
    if hand == "none" or not told or not areas:
        return plan
    group = told[st.selectbox("Which group", list(told), key="hand_group", bind=URL)]
    area = areas[st.selectbox("Which area", sorted(areas), key="hand_area", bind=URL)]
    chosen = ((group, area),)
    return plan._replace(pins=chosen) if hand == "pin" else plan._replace(forbidden=chosen)
