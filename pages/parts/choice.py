"""What has the reader chosen, and how is it said?"""

from typing import NamedTuple

import streamlit as st

from analysis import words
from analysis.classes import SCHEMES
from analysis.measures import MEASURES, Measure
from analysis.selection import Selection
from pages.parts.labels import DISCIPLINE, RURAL_CLASS, RURAL_PHRASE, STATUS, TYPE

HOME = "Minnesota"


class Place(NamedTuple):
    """The state that the reader chose, or the nation."""

    state: str | None
    name: str
    owner: str
    label: str
    state_fips: str | None
    regions: list[str]


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


def where(place: Place, selection: Selection) -> str:
    """The place as a sentence begins with it: Minnesota; Greater Minnesota; The Metro region of Minnesota."""
    name = within(place, selection.region).name
    if not selection.rural_class:
        return name
    if selection.rural_class == "greater_minnesota" and not selection.region:
        return "Greater Minnesota"
    only = RURAL_PHRASE.get(selection.rural_class, f"counties of code {selection.rural_class}")
    return f"{name}, counted only in {only},"


def within(place: Place, region: str | None) -> Place:
    """The place under the name of one of its regions; itself for None."""
    return place._replace(name=f"The {region} region of {words.inside(place.name)}") if region else place


def summary(place: Place, selection: Selection) -> str:
    """One line on what is set."""
    parts = [place.name, selection.region, RURAL_CLASS.get(selection.rural_class or "")]
    parts += [DISCIPLINE[selection.discipline], STATUS[selection.status], TYPE[selection.designation_type]]
    return " · ".join(part for part in parts if part)


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
