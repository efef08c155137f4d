"""The exhibits of the placement page: the answer and the list."""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
import streamlit as st

from analysis.optimization import sensitivity
from analysis.placement import charts, problems, queries, sentences, tables, timeline, worth
from analysis.placement import outcomes as placement_outcomes
from analysis.placement.outcomes import DRAWS, NextBest, Outcome
from analysis.placement.scenarios import Scenario
from analysis.placement.sentences import TARGETS, WHAT_COUNTS
from analysis.placement.tables import EVERYWHERE
from analysis.placement.worth import Plan
from analysis.wording import numbers
from data.errors import PlacementError
from pages.kit import participants
from pages.kit.cache import ask, reckon, reckon_own, reckon_steps
from pages.kit.exhibits import Exhibit, foot
from pages.placement import settings
from pages.placement.settings import Asked

ASSUMED = "The cohort, the weights and the most in an area are assumptions of yours."
LOW_INCOME = "LI in HRSA’s names: the people with low incomes of a place."
OVERLAP = "People of places that are in two areas count in both."
DRAWN_CERTAINTY = "placed_drawn"
EVERY = 5
HELP = (
    "Every weight is drawn 100 times, as much lower or higher as is set here, the others too, and everyone is placed "
    "anew. The same each time that you ask. Any change on the left stops it."
)
LIST_COLUMNS = (
    "physician_group", "placement_reason", "area", "county", "placement_region", "next_best_area", "next_best_loss_fte",
    "fte_counted_each", "fte_to_target", "hpsa_score",
)  # fmt: skip
DRAWN = ("fte_to_target", "hpsa_score")
LISTED = 15
SPOKEN = "limited_english_spanish"


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
        return numbers.inside(self.asked.place.name)

    @property
    def as_of(self) -> str:
        """Whose need it is, and as of when."""
        return charts.BEFORE.as_of

    @property
    def note(self) -> str:
        """What counts and against which target, and what is assumed."""
        what, target = WHAT_COUNTS[self.asked.plan.effect], TARGETS[self.asked.target]
        told = f"Counted: {numbers.lower(what)}. Need: {numbers.lower(target)}."
        return (
            f"{told} Physicians: {participants.roster_label(True)}. {participants.EXACT}"
            if self.asked.is_exact
            else told
        )

    @property
    def years(self) -> pd.DataFrame:
        """What is closed from now to ten years on, with ranges."""
        asked = self.asked
        return self.reckon(timeline.years, asked.places, asked.groups, asked.plan, self.outcome, asked.clock)

    @property
    def assumed(self) -> str:
        """All that the reader set, for a file that is taken along; of people of the roster not who they are."""
        asked = self.asked
        groups = () if asked.is_exact else asked.groups
        scenario = Scenario("", asked.place.label, asked.target, asked.point, groups, asked.plan, asked.clock)
        areas = dict(zip(asked.places["area_id"], asked.places["area"], strict=True))
        told = sentences.settings(scenario, areas) | ({"Physicians": "of the roster"} if asked.is_exact else {})
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
    return problems.problem(asked.places, asked.groups, asked.plan)


class Found(NamedTuple):
    """The nine compromises, and at the reader's own what counties are short of before and after."""

    outcomes: list[Outcome]
    counties: pd.DataFrame


def compromises(asked: Asked) -> Found:
    """The best placements of this cohort, kept for the next time that the same is asked."""
    outcomes = outcomes_of(asked, asked.plan)
    sharing = ask(queries.sharing, state=asked.place.state)
    return Found(outcomes, tables.counties(sharing, asked.places, outcomes[asked.point]))


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


def answer(found: Placed) -> None:
    """Where they would go and what that closes, in sentences."""
    places, plan = found.asked.places, found.asked.plan
    st.subheader(_headline(found), anchor=False)
    st.markdown(sentences.changes(places, found.outcome, plan))
    if plan != worth.freely(plan):
        free = outcomes_of(found.asked, worth.freely(plan))
        st.markdown(sentences.by_hand(free[found.asked.point], found.outcome))
    if not found.outcome.is_proven:
        st.info(sentences.NOT_PROVEN)
    st.markdown(sentences.in_time(found.years))
    left_out(found.asked)
    more = problems.unplaced(places, found.asked.groups, plan, found.outcome)
    if more:
        st.info(more)
    doubtful = sentences.doubtful(places, found.outcome)
    if doubtful:
        st.warning(doubtful)
    st.caption(f"{sentences.COUNTS[plan.effect]}. {OVERLAP} {LOW_INCOME} {ASSUMED}")


def _headline(found: Placed) -> str:
    asked = found.asked
    return sentences.headline(asked.places, found.outcome, asked.plan, found.inside, found.beside.by_place)


def left_out(asked: Asked) -> None:
    """Who of the cohort is not placed, and why."""
    for sentence in problems.left_out(asked.groups, asked.plan):
        st.info(sentence)


class Drawn(NamedTuple):
    """How often each place was chosen, and what the caption says of the draws."""

    shares: np.ndarray
    told: str


def sure(found: Placed) -> Drawn | None:
    """A button that draws, and how often each place was chosen since; nothing until it is asked of just this."""
    asked = found.asked
    left, right = st.columns([2, 3], gap="large", vertical_alignment="bottom")
    with right:
        spread = settings.spread()
    key = (asked.place.state, asked.target, asked.groups, asked.plan, asked.point, spread)
    with left:
        is_asked = st.button(
            "How sure? Draw the weights 100 times", key="placed_sure", help=HELP, icon=":material/casino:"
        )
    if is_asked:
        st.session_state[DRAWN_CERTAINTY] = (key, _drawn(found, spread))
    kept = st.session_state.get(DRAWN_CERTAINTY)
    if not kept or kept[0] != key:
        return None
    return Drawn(
        kept[1], f"Chosen in draws: of {DRAWS} draws of the weights, each from {spread}% lower to {spread}% higher."
    )


def _drawn(found: Placed, spread: int) -> np.ndarray:
    asked, drawn = found.asked, []
    bar = st.progress(0.0, "Drawing the weights …")
    every = placement_outcomes.draws(asked.places, asked.groups, asked.plan, found.outcome.minima, spread=spread / 100)
    for n, placement in enumerate(every, 1):
        drawn.append(placement)
        if n % EVERY == 0:
            bar.progress(n / DRAWS, f"Drawing the weights: {n} of {DRAWS}")
    bar.empty()
    return sensitivity.often(drawn).shares


def table(found: Placed, drawn: Drawn | None) -> None:
    """Who would go where, and why: one row a physician, all or of one area; how often areas were chosen in draws."""
    asked = found.asked
    rows = tables.listed(asked.places, asked.groups, asked.plan, found.outcome, found.beside)
    rows = rows if drawn is None else tables.often(rows, asked.places, drawn.shares)
    rows = rows.assign(placement_assumed=sentences.assumed(asked.plan, asked.target))
    st.markdown(f"**Who would go where, and why, {found.inside}**")
    where = settings.where(asked.places)
    rows = tables.going(rows, asked.places, where)
    title = f"Who would go where, and why, {found.inside}" + ("" if where == EVERYWHERE else f": {where}")
    alt = f"{title}: {numbers.plural(len(rows), 'physician')}." if len(rows) else "Nobody is placed."
    columns = LIST_COLUMNS if drawn is None else ("physician_group", "chosen_share", *LIST_COLUMNS[1:])
    if len(rows):
        st.table(tables.told(rows).head(LISTED), hide_index=True)
    else:
        st.info(f"Nobody of this cohort would go there by this placement ({where}).")
    few = f"The first {LISTED} of {len(rows)}; Rows has all. " if len(rows) > LISTED else ""
    note = f"{few}{drawn.told + ' ' if drawn else ''}{sentences.next_best(asked.groups, asked.plan)} {found.note}"
    exhibit = Exhibit(title, rows, queries.places, alt, note, columns, drawn_from=(*DRAWN, SPOKEN))
    foot(exhibit._replace(exact=asked.is_exact, assumed=found.assumed), "placed_list")
