"""What changed since last time, on the methods page: each step that is kept, its states and its areas."""

from typing import Any

import pandas as pd
import streamlit as st

from analysis import moved, moved_tables
from data import history, loaded
from data.history import Step
from pages.parts.answers import reckon
from pages.parts.states import URL

COUNTS, FTE = "localized", "%.1f"


def section() -> None:
    """The steps, the newest first, and what moved in the one that is looked at."""
    steps = reckon(_at, f"{loaded.settled()} {history.newest()}")
    if not steps:
        st.info(moved.NOTHING)
        return
    names = _names(steps)
    name = st.selectbox("When other figures came into use", list(names), key="step", bind=URL)
    step = names[name]
    for sentence in moved.sentences(step):
        st.markdown(sentence)
    for row in step.disciplines:
        if not row["problem"]:
            _discipline(step, row["discipline"], name)
    _sources(step)
    if step.areas:
        st.caption(f"{moved.MATCHED} {moved.PEOPLE}")
    _earlier(names, name)


def _at(_key: str) -> list[Step]:
    return history.steps()


def _names(steps: list[Step]) -> dict[str, Step]:
    """Each step by what it is called; a file that cannot be read by its number."""
    return {moved.when(step) if step.when else f"Not readable ({n})": step for n, step in enumerate(steps, start=1)}


def _discipline(step: Step, discipline: str, name: str) -> None:
    areas, states = moved_tables.of_areas(step, discipline), moved_tables.by_state(step, discipline)
    title = f"{discipline.replace('_', ' ').capitalize()}, {name}"
    if len(states) > 1:
        st.markdown(f"**By state: areas, FTE short and people before and after. {title}**")
        st.dataframe(
            states,
            hide_index=True,
            column_config=_formats(states),
            key=f"moved_states_{discipline}",
            alt=f"Table: states where anything moved. {title}",
            placeholder="not known",
        )
        _csv(step, moved_tables.of(step.states, discipline), f"what-moved-by-state-{discipline}")
    if not areas.empty:
        st.markdown(f"**Areas that moved: figures before → after. {title}**")
        alt = f"Table: areas that moved. {title}"
        st.dataframe(areas, hide_index=True, key=f"moved_areas_{discipline}", alt=alt)
        _csv(step, moved_tables.of(step.areas, discipline), f"what-moved-areas-{discipline}")


def _formats(states: pd.DataFrame) -> dict[str, Any]:
    forms = {name: FTE if name.startswith("FTE") else COUNTS for name in states.columns[1:]}
    return {name: st.column_config.NumberColumn(name, format=form) for name, form in forms.items()}


def _csv(step: Step, rows: moved_tables.Rows, name: str) -> None:
    st.download_button(
        "CSV",
        data=lambda: moved_tables.csv(step, rows),
        file_name=f"{name}-{step.before}-{step.after}.csv",
        mime="text/csv",
        key=f"{name}_csv",
        on_click="ignore",
        icon=":material/download:",
        type="tertiary",
        help="Download the rows, each with both vintages",
    )


def _sources(step: Step) -> None:
    for sentence in moved.of_sources(step):
        st.markdown(f"- {sentence}")


def _earlier(names: dict[str, Step], shown: str) -> None:
    others = {name: step for name, step in names.items() if name != shown}
    if others:
        with st.expander(f"All other steps ({len(others)})"):
            for name, step in others.items():
                st.markdown(f"**{name}.** {' '.join(moved.sentences(step))}")
