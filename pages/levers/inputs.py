"""The reader's scenario: what is funded, how far to look, who is on the road, and every assumption."""

import pandas as pd
import streamlit as st

from analysis.levers.assumptions import LEVERS, Span
from analysis.levers.editor import editable, edited, from_address, in_address
from analysis.levers.exhibits import AS_IF, FUNDS, LOOK, MATTERS, STAGES, START, START_YEARS, levers_of
from analysis.levers.scenarios import FUNDED, HORIZONS, MOST_FUNDED, MOST_PEOPLE
from analysis.levers.timeline import Pipeline
from data import registry as data_registry
from pages.kit import url_state
from pages.kit.place import URL

HORIZON, LIMITED, ADDRESS = "lever_years", "lever_if_law", "assumed"
NOW, OPENED, EDITION = "levers_now", "levers_opened", "levers_edition"
BILL = "147.037 subd. 1b was a bill in 2024 and 2025. Sources disagree on whether it became law: off unless you ask."
CHOSEN = "lever_chosen"
FIXED = ["lever_label", "assumption_label", "assumption_unit", "assumption_source"]
_ENDS = ["assumption_low", "assumption_likely", "assumption_high"]


def funded(is_limited_on: bool) -> dict[str, int]:
    """How many of each lever are paid for."""
    found = {}
    for column, lever in zip(st.columns(len(FUNDED)), FUNDED, strict=True):
        with column:
            is_off, label, key = lever == "limited" and not is_limited_on, FUNDS[lever], f"lever_{lever}"
            found[lever] = st.number_input(label, 0, MOST_FUNDED, START, step=1, key=key, bind=URL, disabled=is_off)
    return found


def horizon() -> int:
    """How many years to look ahead."""
    least, most = HORIZONS
    return st.slider(LOOK, least, most, START_YEARS, key=HORIZON, bind=URL)


def is_limited_on() -> bool:
    """Whether the limited license, a bill of unknown fate, is among the levers."""
    return st.toggle(AS_IF, key=LIMITED, bind=URL, help=BILL)


def chosen(is_limited_on: bool) -> str:
    """The lever whose assumptions are told apart."""
    return st.selectbox(MATTERS, list(levers_of(is_limited_on)), format_func=LEVERS.__getitem__, key=CHOSEN, bind=URL)


def pipeline() -> Pipeline:
    """People at each stage now."""
    counts = []
    starts = Pipeline()._asdict()
    for column, (stage, label) in zip(st.columns(len(STAGES)), STAGES.items(), strict=True):
        with column:
            key = f"pipeline_{stage}"
            counts.append(st.number_input(label, 0, MOST_PEOPLE, starts[stage], step=1, key=key, bind=URL))
    return Pipeline(*counts)


def assumptions() -> dict[str, Span]:
    """The table of assumptions to edit. A row that makes no sense keeps its earlier range, and says why."""
    state = st.session_state
    if NOW not in state:
        state[NOW] = from_address(st.query_params.get(ADDRESS, "")).values
    key = f"levers_editor_{state.setdefault(EDITION, 0)}"
    # Where the editor is new (a scenario was opened, or the page is), it starts from what was last in use.
    if key not in state or OPENED not in state:
        state[OPENED] = state[NOW]
    left = st.data_editor(
        editable(state[OPENED]),
        key=key,
        hide_index=True,
        disabled=FIXED,
        column_config={name: _column(name) for name in [*FIXED, *_ENDS]},
        height=480,
        alt=f"Table: {len(state[OPENED])} assumptions with low, likely and high, to edit.",
    )
    found, problems = edited(pd.DataFrame(left), state[NOW])
    for problem in problems:
        st.error(f"{problem} Until then its earlier range is used.", icon=":material/error:")
    state[NOW] = found
    _address(in_address(found))
    return found


def _address(text: str) -> None:
    """The address says what is not as shipped: it is read when a session begins, and then written only."""
    if text:
        st.query_params[ADDRESS] = text
    else:
        st.query_params.pop(ADDRESS, None)


def _column(name: str) -> object:
    column = data_registry.dictionary()[name]
    if name in _ENDS:
        return st.column_config.NumberColumn(column.label, format="localized", required=True)
    widths = {"lever_label": 160, "assumption_label": 290, "assumption_unit": 60, "assumption_source": 360}
    return st.column_config.Column(
        "Published figure, if any" if name == "assumption_source" else column.label, width=widths[name]
    )


def odd() -> list[str]:
    """A sentence for each value that cannot be used."""
    is_on = st.query_params.get(LIMITED, "").lower() == "true" or bool(st.session_state.get(LIMITED))
    levers = list(levers_of(is_on).values())
    found = url_state.within(HORIZON, LOOK, *HORIZONS, START_YEARS)
    found += url_state.switched(LIMITED, AS_IF) + url_state.among(CHOSEN, MATTERS, levers, levers[0])
    for lever in FUNDED:
        found += url_state.within(f"lever_{lever}", FUNDS[lever], 0, MOST_FUNDED, START)
    for stage, start in Pipeline()._asdict().items():
        found += url_state.within(f"pipeline_{stage}", STAGES[stage], 0, MOST_PEOPLE, start)
    return found + _assumed()


def _assumed() -> list[str]:
    """Of the assumptions, read when a session begins and then only written."""
    is_read = NOW in st.session_state
    return [] if is_read else from_address(st.query_params.get(ADDRESS, "")).problems
