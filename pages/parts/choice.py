"""What has the reader chosen, and how is it said?"""

from typing import NamedTuple

import streamlit as st

from analysis.selection import Selection
from pages.parts.labels import RURAL_CLASS, STATUS, TYPE

KEYS = ("state", "region", "rural", "rural_class", "status", "type", "measure", "classes", "care", "picked")


class Place(NamedTuple):
    """The state that the reader chose, or the nation."""

    state: str | None
    name: str
    label: str
    state_fips: str | None
    regions: list[str]


def chosen(place: Place) -> Selection:
    """What the filters say now."""
    state_of = st.session_state
    return Selection(
        status=state_of["status"],
        designation_type=state_of["type"],
        state=place.state,
        region=state_of.get("region") if place.regions else None,
        rural_definition=state_of["rural"],
        rural_class=state_of["rural_class"],
    )


def where(place: Place, selection: Selection) -> str:
    """The place that a sentence names: Minnesota; the Metro region of Minnesota (Metropolitan)."""
    name = f"The {selection.region} region of {place.name}" if selection.region else place.name
    return name + (f" ({RURAL_CLASS[selection.rural_class]})" if selection.rural_class else "")


def summary(place: Place, selection: Selection) -> str:
    """One line on what is set."""
    parts = [place.name, selection.region, RURAL_CLASS.get(selection.rural_class or "")]
    parts += [STATUS[selection.status], TYPE[selection.designation_type]]
    return " · ".join(part for part in parts if part)


def reset() -> None:
    """A button that puts every filter back."""
    st.button("Reset filters", on_click=_forget, icon=":material/restart_alt:", width="stretch")


def _forget() -> None:
    for key in KEYS:
        st.session_state.pop(key, None)
