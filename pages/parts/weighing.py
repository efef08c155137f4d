"""What counts, and how much: the switches and weights of a placement, all in the address."""

from typing import NamedTuple

import pandas as pd
import streamlit as st

from analysis import placement
from analysis.allocation_worth import LAST_SHARE
from analysis.placement_cohort import Group
from analysis.placement_outcomes import POINTS
from analysis.placement_worth import ACCESS, DESIGNATION, Plan, Weights
from analysis.placement_years import Clock
from pages.parts import by_hand, clocks, composing
from pages.parts.answers import ask
from pages.parts.choice import Place
from pages.parts.states import URL

WHAT_COUNTS = {ACCESS: "Access: 1.0 FTE once practising", DESIGNATION: "Designation: as HRSA counts"}
TARGETS = {
    "designation": "What removes the designation",
    "3500": "3,500 people for each physician",
    "3000": "3,000 people for each physician",
    "2000": "2,000 people for each physician",
    "median": "The median of areas with physicians",
}
FAIRNESS = ("Most gap closed", *(f"Step {n} toward fairest" for n in range(1, POINTS - 1)), "Fairest")
DEFAULT = Weights()


class Asked(NamedTuple):
    """What the reader asks: whom to place, in which places with their need, by which plan, at which compromise."""

    place: Place
    places: pd.DataFrame
    groups: tuple[Group, ...]
    plan: Plan
    target: str
    point: int
    is_exact: bool
    clock: Clock


def asked(place: Place) -> Asked:
    """The reader's choices, in the sidebar: what counts, the cohort, limits and weights."""
    with st.sidebar:
        effect = st.radio(
            "What counts", list(WHAT_COUNTS), format_func=WHAT_COUNTS.__getitem__, key="counts", bind=URL,
            help="The two are never mixed. For designation a resident counts 0.1, a physician with a limited licence "
            "0.5, a licensed one 1.0, one with a J-1 waiver 0.",
        )  # fmt: skip
        target = _target(place)
        fairness = st.select_slider("Most gap closed, or fairest to regions", FAIRNESS, key="fairness", bind=URL)
        cohort = composing.cohort(place)
        is_limited = st.toggle("Allow the limited licence (unresolved law, 147.037 subd. 1b)", key="limited", bind=URL)
        capacity, minimum = _limits()
        weights = _weights()
        clock = clocks.clock(cohort.groups)
        places = _places(place, target)
        plan = Plan(effect, weights, capacity, minimum, is_limited)
        plan = by_hand.by_hand(places, cohort, plan)
    if cohort.problem:
        st.warning(cohort.problem)
    return Asked(place, places, cohort.groups, plan, target, FAIRNESS.index(fairness), cohort.is_exact, clock)


def _target(place: Place) -> str:
    told = ask(placement.targets, state=place.state).set_index("target_ratio")["people_per_physician"]
    known = [ratio for ratio in told.index if ratio == "designation" or pd.notna(told[ratio])]
    return st.selectbox(
        "Need is measured against", known, format_func=TARGETS.__getitem__, key="target", bind=URL,
        help="3,500 people for each physician is HRSA’s ratio, 3,000 in areas of high need or for a group of people.",
    )  # fmt: skip


def _places(place: Place, target: str) -> pd.DataFrame:
    told = ask(placement.targets, state=place.state).set_index("target_ratio")["people_per_physician"]
    ratio = None if target == "designation" else float(told[target])
    return ask(placement.places, state=place.state, people_per_physician=ratio)


def _limits() -> tuple[int, int]:
    capacity = st.slider(
        "At most so many in an area", 1, 10, 2, key="most", bind=URL,
        help="An assumption of yours, about supervision and room; no source counts it.",
    )  # fmt: skip
    minimum = st.slider("At least so many in each region", 0, 5, 0, key="least", bind=URL)
    return capacity, minimum


def _weights() -> Weights:
    st.markdown("**Weights**")
    st.caption("Assumptions of ours, for you to change: what is added to one FTE of gap closed, in FTE.")
    language = st.slider(
        "Language: 5% of people with limited English speak theirs", 0.0, 2.0, DEFAULT.language, 0.1, key="by_language",
        bind=URL, help="In proportion below 5%, and no more above. By the survey’s group of languages.",
    )  # fmt: skip
    score = st.slider("HPSA score of 25", 0.0, 2.0, DEFAULT.score, 0.1, key="by_score", bind=URL)
    rural = st.slider("Rural: USDA codes 4 to 9", 0.0, 2.0, DEFAULT.rural, 0.1, key="by_rural", bind=URL)
    last = st.slider(
        "The last FTE of an area’s need, beside the first", 0.0, 1.0, LAST_SHARE, 0.1, key="by_last", bind=URL,
        help="1: as much as the first. 0: nothing. In a straight line between.",
    )  # fmt: skip
    return Weights(language, score, rural, last)
