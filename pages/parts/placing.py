"""The exhibits of the placement page: the answer and the list."""

from collections.abc import Callable
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from analysis import (
    placement,
    placement_charts,
    placement_outcomes,
    placement_problems,
    placement_rows,
    placement_sentences,
    placement_words,
    placement_worth,
    words,
)
from analysis.placement_outcomes import NextBest, Outcome
from analysis.placement_words import TARGETS, WHAT_COUNTS
from analysis.placement_worth import Plan
from pages.parts import people
from pages.parts.answers import ask, reckon, reckon_own, reckon_steps
from pages.parts.weighing import Asked

OVERLAP = "People of places that are in two areas count in both."
ASSUMED = "The cohort, the weights and the most in an area are assumptions of yours."


class Placed(NamedTuple):
    """What was asked, all nine compromises, and at the reader's own the counties and each area's next best."""

    asked: Asked
    outcomes: list[Outcome]
    counties: pd.DataFrame
    beside: NextBest

    @property
    def outcome(self) -> Outcome:
        """The reader's compromise."""
        return self.outcomes[self.asked.point]

    @property
    def inside(self) -> str:
        """The state within a sentence."""
        return words.inside(self.asked.place.name)

    @property
    def as_of(self) -> str:
        """Whose need it is, and as of when."""
        return placement_charts.BEFORE.as_of

    @property
    def note(self) -> str:
        """What counts and against which target, and what is assumed."""
        what, target = WHAT_COUNTS[self.asked.plan.effect], TARGETS[self.asked.target]
        told = f"Counted: {words.lower(what)}. Need: {words.lower(target)}. {ASSUMED}"
        return f"{told} Physicians: {people.roster_label(True)}. {people.EXACT}" if self.asked.is_exact else told

    def reckon(self, algorithm: Callable[..., Any], *args: Any) -> Any:
        """The result of a pure algorithm; kept, unless it follows from people of the roster."""
        return reckon_own(algorithm, *args) if self.asked.is_exact else reckon(algorithm, *args)


def problem(asked: Asked) -> str:
    """Why nobody can be placed, in one sentence; "" if all is well."""
    if asked.place.state is None:
        return "Choose a state: physicians are placed within one."
    if asked.places.empty:
        return f"{asked.place.name} has no designated primary care area. Choose another state."
    return placement_problems.problem(asked.places, asked.groups, asked.plan)


class Found(NamedTuple):
    """The nine compromises, and at the reader's own what counties are short of before and after."""

    outcomes: list[Outcome]
    counties: pd.DataFrame


def compromises(asked: Asked) -> Found:
    """The best placements of this cohort, kept for the next time that the same is asked."""
    outcomes = _outcomes(asked, asked.plan)
    sharing = ask(placement.sharing, state=asked.place.state)
    return Found(outcomes, placement_rows.counties(sharing, asked.places, outcomes[asked.point]))


def placed(asked: Asked) -> Placed:
    """These placements, and each area's next best."""
    outcomes, counties = compromises(asked)
    mine = outcomes[asked.point]
    steps = (asked.places, asked.groups, asked.plan, mine)
    parts = reckon_steps(
        placement_outcomes.next_best_steps,
        *steps,
        label="Looking for each area’s next best …",
        is_kept=not asked.is_exact,
    )
    return Placed(asked, outcomes, counties, placement_outcomes.beside(mine, parts))


def _outcomes(asked: Asked, plan: Plan) -> list[Outcome]:
    steps = (asked.places, asked.groups, plan)
    return reckon_steps(
        placement_outcomes.frontier_steps, *steps, label="Placing everyone …", is_kept=not asked.is_exact
    )


def answer(found: Placed) -> None:
    """Where they would go and what that closes, in sentences."""
    places, plan = found.asked.places, found.asked.plan
    st.subheader(_headline(found), anchor=False)
    st.markdown(placement_sentences.changes(places, found.outcome, plan))
    if plan != placement_worth.freely(plan):
        free = _outcomes(found.asked, placement_worth.freely(plan))
        st.markdown(placement_sentences.by_hand(free[found.asked.point], found.outcome))
    if not found.outcome.is_proven:
        st.info(placement_words.NOT_PROVEN)
    left_out(found.asked)
    more = placement_problems.unplaced(places, found.asked.groups, plan, found.outcome)
    if more:
        st.info(more)
    st.caption(f"{placement_sentences.COUNTS[plan.effect]}. {OVERLAP} {ASSUMED}")


def _headline(found: Placed) -> str:
    asked = found.asked
    return placement_sentences.headline(asked.places, found.outcome, asked.plan, found.inside, found.beside.losses)


def left_out(asked: Asked) -> None:
    """Who of the cohort is not placed, and why."""
    for sentence in placement_problems.left_out(asked.groups, asked.plan):
        st.info(sentence)
