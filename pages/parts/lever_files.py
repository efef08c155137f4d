"""A scenario and its file: named, saved, opened, or set beside another. It holds numbers, and no person."""

import re

import streamlit as st

from analysis.lever_scenarios import NAMES, Scenario, is_name, read, written
from pages.parts import lever_inputs

NAME, OPEN, ANOTHER = "lever_name", "lever_open", "lever_another"
OTHER, REFUSED = "levers_other", "levers_refused"
YOURS = "My scenario"


def name() -> str:
    """What the reader calls the scenario."""
    given = st.text_input("Name of this scenario", YOURS, key=NAME)
    if is_name(given):
        return given
    st.error(f"A scenario’s name is {NAMES}; until then it is called “{YOURS}”.", icon=":material/error:")
    return YOURS


def files(scenario: Scenario) -> None:
    """Save the scenario, open one in its place, or open another to compare with."""
    left, middle, right = st.columns(3, gap="large")
    with left:
        file = re.sub(r"[^a-z0-9]+", "-", scenario.name.lower()).strip("-") or "scenario"
        st.download_button(
            "Save scenario",
            data=written(scenario),
            file_name=f"{file}.json",
            mime="application/json",
            on_click="ignore",
            icon=":material/save:",
            key="lever_save",
        )
        st.button("Assumptions as shipped", on_click=_use, args=(Scenario(),), icon=":material/restart_alt:")
    with middle:
        _dropped("Open a scenario", OPEN)
    with right:
        _dropped("Compare with another", ANOTHER)
    for problem in st.session_state.get(REFUSED, ()):
        st.error(problem, icon=":material/error:")


def _dropped(label: str, key: str) -> None:
    st.file_uploader(label, type="json", max_upload_size=1, key=key, on_change=_opened, args=(key,))


def other() -> Scenario:
    """The scenario to compare with: the one opened for that, or the assumptions as shipped."""
    return st.session_state.get(OTHER, Scenario())


def _opened(key: str) -> None:
    """Callback: take the file whole, or keep what is wrong with it; the form stays as it was."""
    state = st.session_state
    state.pop(REFUSED, None)
    dropped = state.get(key)
    if key == ANOTHER:
        state.pop(OTHER, None)
    if dropped is None:
        return
    found = read(dropped.getvalue())
    if found.scenario is None:
        state[REFUSED] = found.problems
    elif key == ANOTHER:
        state[OTHER] = found.scenario
    else:
        _use(found.scenario)


def _use(scenario: Scenario) -> None:
    """Callback: every widget as the scenario has it; the editor starts anew."""
    state = st.session_state
    state.update({NAME: scenario.name, lever_inputs.HORIZON: scenario.horizon_years})
    state[lever_inputs.LIMITED] = scenario.is_limited_on
    state.update({f"lever_{lever}": count for lever, count in scenario.funded.items()})
    state.update({f"pipeline_{stage}": count for stage, count in scenario.pipeline._asdict().items()})
    state[lever_inputs.NOW] = scenario.values
    state[lever_inputs.EDITION] = state.get(lever_inputs.EDITION, 0) + 1
