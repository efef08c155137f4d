"""A scenario and its file: named, saved, opened, or set beside another. It holds numbers, and no person."""

import streamlit as st

from analysis.levers.scenarios import Scenario, read, written
from pages.kit import scenario_files
from pages.levers import inputs

NAME, OPEN, ANOTHER = "lever_name", "lever_open", "lever_another"
OTHER, REFUSED = "levers_other", "levers_refused"


def name() -> str:
    """What the reader calls the scenario."""
    return scenario_files.name(NAME)


def files(scenario: Scenario) -> None:
    """Save the scenario, open one in its place, or open another to compare with."""
    left, middle, right = st.columns(3, gap="large")
    with left:
        scenario_files.save(scenario.name, written(scenario), "lever_save")
        st.button("Assumptions as shipped", on_click=_use, args=(Scenario(),), icon=":material/restart_alt:")
    with middle:
        scenario_files.drop("Open a scenario", OPEN, _opened)
    with right:
        scenario_files.drop("Compare with another", ANOTHER, _opened)
    scenario_files.refused(REFUSED)


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
    state.update({NAME: scenario.name, inputs.HORIZON: scenario.horizon_years})
    state[inputs.LIMITED] = scenario.is_limited_on
    state.update({f"lever_{lever}": count for lever, count in scenario.funded.items()})
    state.update({f"pipeline_{stage}": count for stage, count in scenario.pipeline._asdict().items()})
    state[inputs.NOW] = scenario.values
    state[inputs.EDITION] = state.get(inputs.EDITION, 0) + 1
