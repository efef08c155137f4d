"""A choice by hand: one physician sent to an area, or a group kept out of one, and what that costs."""

from typing import NamedTuple

import pandas as pd
import streamlit as st

from analysis import placement_cohort, placement_wishes, placement_worth
from analysis.placement_cohort import Group
from analysis.placement_worth import Plan
from pages.parts import address
from pages.parts.composing import Cohort
from pages.parts.states import URL

LABEL, CHOOSE = "By hand", "Choose an area"
HANDS = {"none": "Nothing by hand", "pin": "Send one of a group to an area", "forbid": "Keep a group out of an area"}


class Hand(NamedTuple):
    """The plan with the reader's own choice, if any, and what the address has of it that cannot be used."""

    plan: Plan
    told: list[str]


def by_hand(places: pd.DataFrame, cohort: Cohort, plan: Plan) -> Hand:
    """The reader's own choice: a group that can be placed, and an area that is short and where it would go.

    What people of the roster are like does not go into the address.
    """
    told = address.among("hand", LABEL, HANDS.values(), HANDS["none"])
    hand = st.radio(LABEL, list(HANDS), format_func=HANDS.__getitem__, key="hand", bind=URL)
    named, bound = group_names(cohort.groups, plan), None if cohort.is_exact else URL
    if hand == "none" or not named:
        return Hand(plan, told)
    told += address.among("hand_group", "Which group", named, next(iter(named)))
    group = named[st.selectbox("Which group", list(named), key="hand_group", bind=bound)]
    areas = area_names(places, cohort.groups[group].wish)
    if not areas:
        st.caption("No area that is short is where this group would go.")
        return Hand(plan, told)
    told += address.among("hand_area", "Which area", areas, CHOOSE)
    named_area = st.selectbox("Which area", sorted(areas), None, key="hand_area", bind=bound, placeholder=CHOOSE)
    if named_area is None:
        return Hand(plan, told)
    chosen = ((group, areas[named_area]),)
    return Hand(plan._replace(pins=chosen) if hand == "pin" else plan._replace(forbidden=chosen), told)


def group_names(groups: tuple[Group, ...], plan: Plan) -> dict[str, int]:
    """The position of each group that can be placed, by what it is called here."""
    placed = sorted(set(placement_worth.members(groups, plan).tolist()))
    return {f"Group {n + 1}: {placement_cohort.told(groups[n])}": n for n in placed}


def area_names(places: pd.DataFrame, wish: str) -> dict[str, str]:
    """The area_id of each area that is short and fits the wish, by what it is called here."""
    fitting = places[placement_wishes.allowed(places, wish) & (places["fte_to_target"] > 0).to_numpy()]
    names = [f"{row.area} ({row.county})" for row in fitting.itertuples()]
    twice = {name for name in names if names.count(name) > 1}
    ids = fitting["area_id"].tolist()
    return {f"{name} {area}" if name in twice else name: area for name, area in zip(names, ids, strict=True)}
