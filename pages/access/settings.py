"""What the reader chooses on the access page, and travel times of the reader's own."""

from typing import Any

import pandas as pd
import streamlit as st

from analysis.access import network, places_of_care, sentences, travel_times
from analysis.access.exhibits import GROUPINGS, WEIGHTS, Choices, supplies
from analysis.access.supplies import CUTOFFS, KINDS, Catchment
from analysis.exhibits.desk import Desk
from analysis.query.run import Query
from data.errors import AccessDataError
from pages.kit import robustness
from pages.kit.cache import DESK, ask, ask_own
from pages.kit.place import URL, Place
from pages.physicians import settings as physicians_settings

OWN_TIMES, FILE, REFUSED = "own_times", "own_times_file", "own_times_refused"
HELP = (
    "In a floating catchment a place’s supply is shared among everyone within reach, and a tract adds up the shares of "
    "the places within its own. Physicians are those of the count that is loaded. " + physicians_settings.TO_LOAD
)


class OwnTimes:
    """A desk that answers by the reader's own travel times, which this session alone holds: nothing is kept."""

    @property
    def shapes(self) -> str:
        """The address below which outlines of counties are served."""
        return DESK.shapes

    def ask(self, query: Query, **params: Any) -> pd.DataFrame:
        """The rows of a query, by the reader's own times where it counts minutes."""
        if query.__module__ == "analysis.access.queries":
            return ask_own(query, times=st.session_state[OWN_TIMES], **params)
        return ask(query, **params)

    @staticmethod
    def compute(function: Any, *args: Any) -> Any:
        """The result of the function, worked out anew."""
        return function(*args)

    explore = staticmethod(DESK.explore)


def desk() -> Desk:
    """What answers: the road model, or the reader's own times."""
    return OwnTimes() if is_used() else DESK


def choices(place: Place) -> Choices:
    """To what, of whom, which supply and by which method."""
    st.markdown("**How far**")
    kinds = list(KINDS)
    kind = st.radio("To the nearest", kinds, format_func=lambda name: KINDS[name].label, key="nearest", bind=URL)
    grouping = st.selectbox("People by", list(GROUPINGS), format_func=GROUPINGS.__getitem__, key="people_by", bind=URL)
    return Choices(place, kind, grouping, robustness.rural(place), _catchment(), is_used())


def _catchment() -> Catchment:
    """Which supply, by which method, how far."""
    st.markdown("**How much is within reach**")
    names = supplies(DESK)
    supply = st.selectbox("Supply", list(names), format_func=names.__getitem__, key="supply", bind=URL)
    methods = sentences.METHODS
    method = st.selectbox(
        "Method", list(methods), index=1, format_func=methods.__getitem__, key="method", bind=URL, help=HELP
    )
    cutoff = st.radio(
        "Catchment", CUTOFFS, index=1, format_func=lambda minutes: f"{minutes} minutes", key="catchment", bind=URL
    )
    if method != "enhanced":
        return Catchment(supply, method, cutoff)
    weights = st.radio("Nearness", list(WEIGHTS), format_func=WEIGHTS.__getitem__, key="weights", bind=URL)
    return Catchment(supply, method, cutoff, weights=weights)


def panel() -> None:
    """Drop a file of travel times, and see whose minutes are shown."""
    with st.expander("Use travel times of your own", icon=":material/upload_file:"):
        st.caption(
            "A Parquet file in the layout of OpenTimes: origin_id and destination_id (codes of census tracts of 2020, "
            "as text) and duration_sec. It stays in this session’s memory and is never written to disk; it is gone "
            f"when you close the tab. {sentences.OWN}"
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


def _changed() -> None:
    """Callback: read the file whole, or keep what is wrong with it; without one, forget it."""
    _drop()
    dropped = st.session_state.get(FILE)
    if dropped is None:
        return
    tracts = network.tract_ids(ask(places_of_care.origins))
    try:
        places = travel_times.Places(tracts, tracts)
        st.session_state[OWN_TIMES] = travel_times.read_matrix(dropped, places=places, cutoff_min=network.MOST_MIN)
    except AccessDataError as refused:
        st.session_state[REFUSED] = str(refused)


def _drop() -> None:
    """Callback: nothing of the file is left."""
    for key in (OWN_TIMES, REFUSED):
        st.session_state.pop(key, None)
