"""The answer of the placement page, in sentences."""

import streamlit as st

from analysis import placement_caveats, placement_problems, placement_sentences, placement_words, placement_worth
from pages.parts import placing
from pages.parts.placing import Placed
from pages.parts.weighing import Asked

LOW_INCOME = "LI in HRSA’s names: the people with low incomes of a place."
OVERLAP = "People of places that are in two areas count in both."


def answer(found: Placed) -> None:
    """Where they would go and what that closes, in sentences."""
    places, plan = found.asked.places, found.asked.plan
    st.subheader(_headline(found), anchor=False)
    st.markdown(placement_sentences.changes(places, found.outcome, plan))
    if plan != placement_worth.freely(plan):
        free = placing.outcomes_of(found.asked, placement_worth.freely(plan))
        st.markdown(placement_sentences.by_hand(free[found.asked.point], found.outcome))
    if not found.outcome.is_proven:
        st.info(placement_words.NOT_PROVEN)
    st.markdown(placement_caveats.in_time(found.years))
    left_out(found.asked)
    more = placement_problems.unplaced(places, found.asked.groups, plan, found.outcome)
    if more:
        st.info(more)
    doubtful = placement_caveats.doubtful(places, found.outcome)
    if doubtful:
        st.warning(doubtful)
    st.caption(f"{placement_sentences.COUNTS[plan.effect]}. {OVERLAP} {LOW_INCOME} {placing.ASSUMED}")


def _headline(found: Placed) -> str:
    asked = found.asked
    return placement_sentences.headline(asked.places, found.outcome, asked.plan, found.inside, found.beside.by_place)


def left_out(asked: Asked) -> None:
    """Who of the cohort is not placed, and why."""
    for sentence in placement_problems.left_out(asked.groups, asked.plan):
        st.info(sentence)
