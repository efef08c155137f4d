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
    placement_words,
    placement_years,
    words,
)
from analysis.placement_outcomes import NextBest, Outcome
from analysis.placement_scenarios import Scenario
from analysis.placement_words import TARGETS, WHAT_COUNTS
from analysis.placement_worth import Plan
from data.errors import PlacementError
from pages.parts import people
from pages.parts.answers import ask, reckon, reckon_own, reckon_steps
from pages.parts.weighing import Asked

ASSUMED = "The cohort, the weights and the most in an area are assumptions of yours."


class Placed(NamedTuple):
    """What was asked, all nine compromises, and at the reader's own the counties and each physician's next best."""

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
        told = f"Counted: {words.lower(what)}. Need: {words.lower(target)}."
        return f"{told} Physicians: {people.roster_label(True)}. {people.EXACT}" if self.asked.is_exact else told

    @property
    def years(self) -> pd.DataFrame:
        """What is closed from now to ten years on, with ranges."""
        asked = self.asked
        return self.reckon(placement_years.years, asked.places, asked.groups, asked.plan, self.outcome, asked.clock)

    @property
    def assumed(self) -> str:
        """All that the reader set, for a file that is taken along; of people of the roster not who they are."""
        asked = self.asked
        groups = () if asked.is_exact else asked.groups
        scenario = Scenario("", asked.place.label, asked.target, asked.point, groups, asked.plan, asked.clock)
        areas = dict(zip(asked.places["area_id"], asked.places["area"], strict=True))
        told = placement_words.settings(scenario, areas) | ({"Physicians": "of the roster"} if asked.is_exact else {})
        return "; ".join(f"{label}: {said}" for label, said in told.items())

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
    outcomes = outcomes_of(asked, asked.plan)
    sharing = ask(placement.sharing, state=asked.place.state)
    return Found(outcomes, placement_rows.counties(sharing, asked.places, outcomes[asked.point]))


def placed(asked: Asked) -> Placed | None:
    """These placements, and each physician's next best; None, and the page says why, where a limit cannot hold."""
    try:
        outcomes, counties = compromises(asked)
    except PlacementError as problem:
        st.error(str(problem), icon=":material/error:")
        return None
    mine = outcomes[asked.point]
    steps = (asked.places, asked.groups, asked.plan, mine)
    beside = (reckon_own if asked.is_exact else reckon)(placement_outcomes.next_best, *steps)
    return Placed(asked, outcomes, counties, beside)


def outcomes_of(asked: Asked, plan: Plan) -> list[Outcome]:
    """The compromises of this cohort by a plan."""
    steps = (asked.places, asked.groups, plan)
    return reckon_steps(
        placement_outcomes.frontier_steps, *steps, label="Placing everyone …", is_kept=not asked.is_exact
    )
