"""Which state? One choice for all pages."""

import pandas as pd
import streamlit as st

from analysis import county, words
from pages.parts import choice
from pages.parts.answers import ask
from pages.parts.choice import Place

NATION = "United States"
URL = "query-params"
ELSEWHERE = f"The place in this address is not in these figures; {choice.HOME} is shown. Choose another as the state."


def state() -> str:
    """The state to look at; Minnesota at first. Returns what to say of an address that names another place, or ""."""
    states = ask(county.states).set_index("state_name")
    names = states.index.tolist()
    asked = _by_name(states["state"])
    st.selectbox(
        "State",
        [NATION, *names],
        index=names.index(choice.HOME) + 1,
        key="state",
        bind=URL,
        on_change=choice.let_go,
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
    return named(st.session_state.get("state", choice.HOME))


def named(name: str) -> Place:
    """A state by its name, or the nation."""
    states = ask(county.states).set_index("state_name")
    if name == NATION:
        return Place(None, "The United States", "the nation’s", NATION, None, [])
    code, fips = states.loc[name, ["state", "state_fips"]]
    said = f"The {name}" if code == "DC" else name
    return Place(code, said, f"{words.inside(said)}’s", name, fips, ask(county.regions, state=code)["region"].tolist())
