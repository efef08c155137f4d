"""The cohort to place: groups that the reader composes, held in the address, or at staff level the roster."""

from typing import NamedTuple

import streamlit as st

from analysis.participants import queries as participants_queries
from analysis.participants import staff_queries
from analysis.placement import cohort as placement_cohort
from analysis.placement.cohort import (
    ANYWHERE,
    LANGUAGES,
    MOST_GROUPS,
    MOST_PHYSICIANS,
    NO_LANGUAGE,
    REGIONS,
    SPECIALTIES,
    STAGES,
    WISHES,
    Group,
)
from analysis.wording import numbers
from data import store
from pages.kit import participants
from pages.kit.cache import ask, ask_people, reckon
from pages.kit.place import URL, Place

# As in composed.py: read where it is new to this session, and otherwise written from the widgets.
ADDRESS, NUMBER, READ = "cohort", "placed_groups", "placed_read"
UNRESOLVED = {"lim": " (unresolved law)"}
NEW = Group(3, "fm", NO_LANGUAGE, "res")
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


class Cohort(NamedTuple):
    """The groups, whether they are of the roster (for staff alone), and what the address had that is no cohort."""

    groups: tuple[Group, ...]
    is_exact: bool = False
    problem: str = ""


def cohort(place: Place) -> Cohort:
    """Draw the widgets of the cohort, and keep the address in step."""
    st.markdown("**Your physicians**")
    if store.is_staff() and is_asked():
        st.query_params.pop(ADDRESS, None)
        return Cohort(groups(), is_exact=True)
    asked, state = st.query_params.get(ADDRESS), st.session_state
    problem = placement_cohort.read(asked, example()).problem
    if NUMBER not in state or asked not in state.get(READ, ()):
        _fill(asked)
    st.caption(_whose())
    number = st.number_input("Groups of physicians who are alike", 0, MOST_GROUPS, key=NUMBER, step=1)
    chosen = tuple(_group(n, place) for n in range(number))
    text = placement_cohort.written(chosen)
    state[READ] = {*state.get(READ, ()), asked, text}
    st.query_params[ADDRESS] = text
    if not store.is_staff() and st.query_params.get(WHOM) == ROSTER:
        problem = NOT_FOR_YOU
    return Cohort(chosen, problem=problem)


def example() -> tuple[Group, ...]:
    """The cohort to begin with, in the proportions of published counts."""
    margins = (ask(participants_queries.by_group, dimension=dimension) for dimension in ("specialty", "language"))
    return reckon(placement_cohort.typical, *margins)


def _whose() -> str:
    told = (
        f"To begin with ten in residency, in the proportions of published counts ({participants.roster_label(False)})"
    )
    if example() == placement_cohort.EXAMPLE:
        told = "To begin with ten of our choosing"
    return (
        f"An assumption of yours. {told}. Assumed: who speaks what, that other primary care is pediatrics, and that "
        "all are in residency."
    )


def _fill(asked: str | None) -> None:
    found = placement_cohort.read(asked, example())
    st.session_state[NUMBER] = len(found.groups)
    for n, group in enumerate(found.groups):
        for name, value in group._asdict().items():
            st.session_state[_key(n, name)] = value


def _group(n: int, place: Place) -> Group:
    for name, value in NEW._asdict().items():
        st.session_state.setdefault(_key(n, name), value)
    # Regions are Minnesota's; what a group wished there stays in the list, and leaves it no place elsewhere.
    wishes = [wish for wish in WISHES if place.state == "MN" or wish not in REGIONS]
    wishes += [wish for wish in [st.session_state[_key(n, "wish")]] if wish not in wishes]
    held = Group(*(st.session_state[_key(n, name)] for name in Group._fields))
    with st.expander(f"{held.physicians} · {placement_cohort.cohort_sentence(held)}", key=f"placed_{n}"):
        physicians = st.number_input(
            f"Group {n + 1}: physicians", 0, MOST_PHYSICIANS, key=_key(n, "physicians"), step=1
        )
        specialty = st.selectbox(
            "Specialty", list(SPECIALTIES), format_func=SPECIALTIES.__getitem__, key=_key(n, "specialty")
        )
        stage = st.selectbox("Stage", list(STAGES), format_func=_stage, key=_key(n, "stage"))
        language = st.selectbox("Language", list(LANGUAGES), format_func=_language, key=_key(n, "language"))
        wish = st.selectbox("Would go", wishes, format_func=WISHES.__getitem__, key=_key(n, "wish"))
    return Group(physicians, specialty, language, stage, wish or ANYWHERE)


def _stage(code: str) -> str:
    return STAGES[code] + UNRESOLVED.get(code, "")


def _language(code: str) -> str:
    return LANGUAGES[code].name


def _key(n: int, name: str) -> str:
    return f"placed_{n}_{name}"


def is_asked() -> bool:
    """Whether staff would place the people of the roster."""
    return st.radio("Whom to place", (COMPOSED, ROSTER), key=WHOM, bind=URL) == ROSTER


def groups() -> tuple[Group, ...]:
    """The roster's physicians at the stages that staff choose, by specialty, language and wish."""
    steps = st.multiselect("At these stages", list(LABELS), USUAL, format_func=LABELS.__getitem__, key=STEPS, bind=URL)
    found = placement_cohort.groups(ask_people(staff_queries.ready, stages=" ".join(steps)))
    number = sum(group.physicians for group in found)
    st.caption(
        f"{numbers.plural(number, 'person', 'people')} of the roster on the way at these stages, with "
        "their wishes: exact, for staff only. Whoever would not work in a rural place is kept to metropolitan "
        "counties; of several languages the first of our list counts."
    )
    return found
