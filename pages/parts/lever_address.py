"""What in the address of the policy levers cannot be used? Asked before the widgets are drawn: they put it right."""

import streamlit as st

from analysis.lever_assumptions import LEVERS
from analysis.lever_editing import from_address
from analysis.lever_scenarios import FUNDED, HORIZONS, MOST_FUNDED, MOST_PEOPLE
from analysis.lever_timeline import Pipeline
from pages.parts import address, lever_inputs
from pages.parts.lever_inputs import AS_IF, CHOSEN, FUNDS, LIMITED, LOOK, MATTERS, STAGES, START, START_YEARS


def odd() -> list[str]:
    """A sentence for each value that cannot be used."""
    is_on = st.query_params.get(LIMITED, "").lower() == "true" or bool(st.session_state.get(LIMITED))
    levers = [LEVERS[lever] for lever in lever_inputs.choices(is_on)]
    found = address.within(lever_inputs.HORIZON, LOOK, *HORIZONS, START_YEARS)
    found += address.switched(LIMITED, AS_IF) + address.among(CHOSEN, MATTERS, levers, levers[0])
    for lever in FUNDED:
        found += address.within(f"lever_{lever}", FUNDS[lever], 0, MOST_FUNDED, START)
    for stage, start in Pipeline()._asdict().items():
        found += address.within(f"pipeline_{stage}", STAGES[stage], 0, MOST_PEOPLE, start)
    return found + _assumed()


def _assumed() -> list[str]:
    """Of the assumptions, read when a session begins and then only written."""
    is_read = lever_inputs.NOW in st.session_state
    return [] if is_read else from_address(st.query_params.get(lever_inputs.ADDRESS, "")).problems
