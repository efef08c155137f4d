"""Staff: the roster's own physicians as the cohort to place. Nothing of them stands in the address."""

import streamlit as st

from analysis import cohort, placement_roster, words
from analysis.placement_cohort import Group
from pages.parts.answers import ask_people
from pages.parts.states import URL

WHOM, STEPS = "whom", "placed_steps"
COMPOSED, ROSTER = "Compose a cohort", "Take the roster"
NOT_FOR_YOU = "This link is to people of the roster, which staff alone can open: the example is shown instead."
LABELS = {
    "applied": "Applied to residency",
    "matched": "Accepted to residency",
    "residency": "In residency",
    "licensed": "Licensed, not yet in practice",
}
USUAL = ["matched", "residency", "licensed"]


def is_asked() -> bool:
    """Whether staff would place the people of the roster."""
    return st.radio("Whom to place", (COMPOSED, ROSTER), key=WHOM, bind=URL) == ROSTER


def groups() -> tuple[Group, ...]:
    """The roster's physicians at the stages that staff choose, by specialty, language and wish."""
    steps = st.multiselect("At these stages", list(LABELS), USUAL, format_func=LABELS.__getitem__, key=STEPS, bind=URL)
    found = placement_roster.groups(ask_people(cohort.ready, stages=" ".join(steps)))
    number = sum(group.physicians for group in found)
    st.caption(
        f"{words.plural(number, 'person', 'people')} of the roster on the way at these stages, with "
        "their wishes: exact, for staff only. Whoever would not work in a rural place is kept to metropolitan "
        "counties; of several languages the first of our list counts."
    )
    return found
