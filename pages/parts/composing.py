"""The cohort to place: groups of physicians that the reader composes, held in the address."""

import streamlit as st

from analysis import placement_cohort
from analysis.placement_cohort import EXAMPLE, LANGUAGES, MOST_GROUPS, MOST_PHYSICIANS, SPECIALTIES, STAGES, Group

# As in composed.py: read where it is new to this session, and otherwise written from the widgets.
ADDRESS, NUMBER, READ = "cohort", "placed_groups", "placed_read"
UNRESOLVED = {"lim": " (unresolved law)"}


def cohort() -> tuple[Group, ...]:
    """Draw the widgets of the cohort, and keep the address in step. Returns its groups."""
    asked, state = st.query_params.get(ADDRESS), st.session_state
    if NUMBER not in state or asked not in state.get(READ, ()):
        _fill(asked)
    st.markdown("**Your physicians**")
    st.caption("An assumption of yours: ten to begin with, and no figure of any source.")
    number = st.number_input("Groups of physicians who are alike", 0, MOST_GROUPS, key=NUMBER, step=1)
    groups = tuple(_group(n) for n in range(number))
    text = placement_cohort.written(groups)
    state[READ] = {*state.get(READ, ()), asked, text}
    st.query_params[ADDRESS] = text
    return groups


def _fill(asked: str | None) -> None:
    found = placement_cohort.read(asked)
    st.session_state[NUMBER] = len(found.groups)
    for n, group in enumerate(found.groups):
        for name, value in group._asdict().items():
            st.session_state[_key(n, name)] = value


def _group(n: int) -> Group:
    for name, value in EXAMPLE[-1]._asdict().items():
        st.session_state.setdefault(_key(n, name), value)
    with st.container(border=True, key=f"placed_{n}"):
        left, right = st.columns([2, 3])
        physicians = left.number_input(f"Group {n + 1}", 0, MOST_PHYSICIANS, key=_key(n, "physicians"), step=1)
        specialty = right.selectbox(
            "Specialty", list(SPECIALTIES), format_func=SPECIALTIES.__getitem__, key=_key(n, "specialty")
        )
        stage = st.selectbox("Stage", list(STAGES), format_func=_stage, key=_key(n, "stage"))
        language = st.selectbox("Language", list(LANGUAGES), format_func=_language, key=_key(n, "language"))
    return Group(physicians, specialty, language, stage)


def _stage(code: str) -> str:
    return STAGES[code] + UNRESOLVED.get(code, "")


def _language(code: str) -> str:
    return LANGUAGES[code].name


def _key(n: int, name: str) -> str:
    return f"placed_{n}_{name}"
