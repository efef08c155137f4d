"""The place and the filters that the reader chose, from the widgets of the page."""

import pandas as pd
import streamlit as st

from analysis.charts.classes import SCHEMES
from analysis.place import choices as place_choices
from analysis.place import queries as place_queries
from analysis.place.choices import HOME, NATION, STATUS, TYPE, Place
from analysis.query.selection import Selection
from analysis.wording.measures import MEASURES, Measure
from pages.kit.cache import DESK, ask

URL = "query-params"
ELSEWHERE = f"The place in this address is not in these figures; {HOME} is shown. Choose another as the state."


def chosen(place: Place) -> Selection:
    """What the filters say now."""
    state_of = st.session_state
    return Selection(
        discipline=discipline(),
        status=state_of["status"],
        designation_type=state_of["type"],
        state=place.state,
        region=region(place),
        rural_definition=state_of["rural"],
        rural_class=state_of["rural_class"],
    )


def region(place: Place) -> str | None:
    """The region chosen; None for all, or where there are none."""
    return st.session_state.get("region") if place.regions else None


def discipline() -> str:
    """The discipline chosen; primary care where none can be."""
    return st.session_state.get("discipline", Selection().discipline)


def measure_of(name: str) -> Measure:
    """A measure in the words of the discipline chosen."""
    return MEASURES[name].of(discipline())


def reset() -> None:
    """A button that puts every filter back."""
    st.button("Reset filters", on_click=_forget, icon=":material/restart_alt:", width="stretch")


def _forget() -> None:
    """Callback: popping the keys would not do, for the address would set them again."""
    state = st.session_state
    state.update(
        state=HOME,
        discipline=Selection().discipline,
        rural="seven_county",
        rural_class=None,
        status=next(iter(STATUS)),
        type=next(iter(TYPE)),
        measure=next(iter(MEASURES)),
        classes=SCHEMES[0],
        care=False,
        region=None,
        picked=None,
        outlines=False,
        area=None,
    )


def let_go(*keys: str) -> None:
    """Callback: what was chosen within a place or a definition that is no longer there."""
    for key in keys:
        if key in st.session_state:
            st.session_state[key] = None


def state() -> str:
    """The state to look at; Minnesota at first. Returns what to say of an address that names another place, or ""."""
    states = ask(place_queries.states).set_index("state_name")
    names = states.index.tolist()
    asked = _by_name(states["state"])
    st.selectbox(
        "State",
        [NATION, *names],
        index=names.index(HOME) + 1,
        key="state",
        bind=URL,
        on_change=let_go,
        args=("region", "rural_class", "picked", "county", "area"),
    )
    return "" if asked in (NATION, *names) else ELSEWHERE


def _by_name(codes: pd.Series) -> str:
    """The place of the address; one by its postal code is put there by its name."""
    asked = st.query_params.get("state", NATION)
    found = codes.index[codes == asked.upper()]
    if len(found):
        st.query_params["state"] = asked = found[0]
    return asked


def place() -> Place:
    """The state that is chosen, with what pages need to know of it."""
    return named(st.session_state.get("state", HOME))


def named(name: str) -> Place:
    """A state by its name, or the nation."""
    return place_choices.named(DESK, name)
