"""A table of travel times for this session only: checked, kept in memory, never written."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from analysis import access_sentences, care, networks, opentimes
from analysis.questions import Question
from data.errors import AccessDataError
from pages.parts.answers import ask, ask_own, reckon

OWN_TIMES, FILE, REFUSED = "own_times", "own_times_file", "own_times_refused"


def panel() -> None:
    """Drop a file of travel times, and see whose minutes are shown."""
    with st.expander("Use travel times of your own", icon=":material/upload_file:"):
        st.caption(
            "A Parquet file in the layout of OpenTimes: origin_id and destination_id (codes of census tracts of 2020, "
            "as text) and duration_sec. It stays in this session’s memory and is never written to disk; it is gone "
            f"when you close the tab. {access_sentences.OWN}"
        )
        st.file_uploader("Travel times", type=["parquet"], key=FILE, on_change=_changed)
        if is_used():
            st.button("Stop using them", on_click=_drop)
    if REFUSED in st.session_state:
        st.error(st.session_state[REFUSED], icon=":material/error:")
    if is_used():
        st.success("Your travel times are in use for this session.")


def is_used() -> bool:
    """Whether minutes are the reader's own."""
    return OWN_TIMES in st.session_state


def asked(question: Question, **params: Any) -> pd.DataFrame:
    """The rows of a question by the road model; by the reader's own times, not kept, if there are any."""
    if not is_used():
        return ask(question, **params)
    return ask_own(question, times=st.session_state[OWN_TIMES], **params)


def reckoned(algorithm: Callable[..., Any], *args: Any) -> Any:
    """The result of an algorithm on the rows of such a question, kept if they are."""
    return algorithm(*args) if is_used() else reckon(algorithm, *args)


def _changed() -> None:
    """Callback: read the file whole, or keep what is wrong with it; without one, forget it."""
    _drop()
    dropped = st.session_state.get(FILE)
    if dropped is None:
        return
    tracts = networks.tract_ids(ask(care.origins))
    try:
        places = opentimes.Places(tracts, tracts)
        st.session_state[OWN_TIMES] = opentimes.read_matrix(dropped, places=places, cutoff_min=networks.MOST_MIN)
    except AccessDataError as refused:
        st.session_state[REFUSED] = str(refused)


def _drop() -> None:
    """Callback: nothing of the file is left."""
    for key in (OWN_TIMES, REFUSED):
        st.session_state.pop(key, None)
