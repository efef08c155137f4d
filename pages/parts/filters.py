"""Each filter once, in one order, bound to the URL."""

from collections.abc import Callable
from typing import NamedTuple

import pandas as pd
import streamlit as st

from analysis import county, sentences
from analysis.classes import SCHEMES
from analysis.measures import MEASURES
from analysis.selection import Selection
from pages.parts.answers import ask

URL = "query-params"
HOME = "Minnesota"
NATION = "United States"
STATUS = {
    "designated": "Designated",
    "proposed_withdrawal": "Proposed for withdrawal",
    "both": "Both",
}
TYPE = {
    "all": "All types",
    "geographic": "Geographic (everyone there)",
    "high_needs": "Geographic, high needs",
    "population": "A group of people there",
}
RURAL = {
    "seven_county": "Seven-county metro",
    "rucc_metro": "Metropolitan county (USDA)",
    "rucc_code": "Rural-urban code (USDA, 1-9)",
}
RURAL_CLASS = {
    "seven_county_metro": "Seven-county metro",
    "greater_minnesota": "Greater Minnesota",
    "metro": "Metropolitan",
    "nonmetro": "Not metropolitan",
    "1": "1 · Metro, 1 million or more",
    "2": "2 · Metro, 250,000 to 1 million",
    "3": "3 · Metro, under 250,000",
    "4": "4 · Urban 20,000+, beside a metro",
    "5": "5 · Urban 20,000+, not beside one",
    "6": "6 · Urban 5,000-20,000, beside a metro",
    "7": "7 · Urban 5,000-20,000, not beside one",
    "8": "8 · Urban under 5,000, beside a metro",
    "9": "9 · Urban under 5,000, not beside one",
}
CLASSES_OF = {
    "seven_county": ("seven_county_metro", "greater_minnesota"),
    "rucc_metro": ("metro", "nonmetro"),
    "rucc_code": tuple("123456789"),
}
SCHEME = {
    "natural_breaks": "Natural breaks",
    "quantiles": "Quantiles (as many counties in each)",
    "equal_steps": "Equal steps",
}
KEYS = ("state", "region", "rural", "rural_class", "status", "type", "measure", "classes", "care", "county")


# The parts of the shortage page that a filter changes: the map first, for it takes longest to paint.
REDRAWN = ("map", "answer", "table")


def redraw() -> None:
    """Callback: run only those parts again, not the whole page."""
    st.rerun(REDRAWN)


class Place(NamedTuple):
    """The state that the reader chose, or the nation."""

    state: str | None
    name: str
    label: str
    state_fips: str | None
    regions: list[str]


def state() -> Place:
    """The state to look at; Minnesota at first."""
    states = ask(county.states).set_index("state_name")
    names = states.index.tolist()
    name = st.selectbox("State", [NATION, *names], index=names.index(HOME) + 1, key="state", bind=URL)
    if name == NATION:
        return Place(None, "The United States", NATION, None, [])
    code, fips = states.loc[name, ["state", "state_fips"]]
    return Place(code, name, name, fips, ask(county.regions, state=code)["region"].tolist())


def region(place: Place) -> None:
    """A region of the state, where it has any that we know; None for all."""
    if not place.regions:
        return
    st.selectbox(
        "Region",
        [None, *place.regions],
        format_func=lambda name: name or "All regions",
        key="region",
        bind=URL,
        on_change=redraw,
        help="Regions of the State Community Health Services Advisory Committee (MDH).",
    )


def rural(place: Place) -> None:
    """A rural definition, and one of its classes or all."""
    definitions = list(RURAL) if place.state == "MN" else ["rucc_metro", "rucc_code"]
    definition = st.selectbox(
        "What counts as rural",
        definitions,
        format_func=RURAL.__getitem__,
        key="rural",
        bind=URL,
        help="State law uses a third rule, by city and township, that county figures cannot follow.",
    )
    st.selectbox(
        "Rural or not",
        [None, *CLASSES_OF[definition]],
        format_func=lambda name: RURAL_CLASS[name] if name else "All counties",
        key="rural_class",
        bind=URL,
        on_change=redraw,
    )


def status() -> None:
    """Designated, proposed for withdrawal, or both."""
    st.radio(
        "Designation status",
        list(STATUS),
        format_func=STATUS.__getitem__,
        key="status",
        bind=URL,
        on_change=redraw,
        help="HRSA proposed these areas for withdrawal; the decision was due in July 2026, after this vintage.",
    )


def designation_type() -> None:
    """Geographic areas, high-needs ones, or those for a group of people."""
    st.selectbox("Designation type", list(TYPE), format_func=TYPE.__getitem__, key="type", bind=URL, on_change=redraw)


def measure() -> None:
    """The measure to map."""
    st.selectbox(
        "Measure",
        list(MEASURES),
        format_func=lambda name: f"{MEASURES[name].group}: {MEASURES[name].label}",
        key="measure",
        bind=URL,
        on_change=redraw,
    )


def classes() -> None:
    """How the map's classes are found."""
    st.selectbox("Classes", list(SCHEMES), format_func=SCHEME.__getitem__, key="classes", bind=URL, on_change=redraw)


def care() -> None:
    """Whether hospitals and health centers are drawn."""
    st.toggle("Show hospitals and health centers", key="care", bind=URL, on_change=redraw)


def county_of(counties: pd.DataFrame, on_change: Callable[[], None] | None = None) -> str | None:
    """A county of the rows, by name; None while none is chosen."""
    names = dict(zip(counties["county_fips"], sentences.named(counties), strict=True))
    ordered = sorted(names, key=names.__getitem__)
    return st.selectbox(
        "County",
        ordered,
        index=None,
        format_func=names.__getitem__,
        key="county",
        bind=URL,
        on_change=on_change or "rerun",
        placeholder="Pick a county, or click one on the map",
    )


def shortage_filters(place: Place) -> None:
    """The filters of the shortage page, in their order."""
    region(place)
    rural(place)
    status()
    designation_type()
    measure()
    classes()
    care()
    reset()


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


def reset() -> None:
    """A button that puts every filter back."""
    st.button("Reset filters", on_click=_forget, icon=":material/restart_alt:", width="stretch")


def _forget() -> None:
    for key in KEYS:
        st.session_state.pop(key, None)


def where(place: Place, selection: Selection) -> str:
    """The place that a sentence names: Minnesota; the Metro region of Minnesota (Metropolitan)."""
    name = f"The {selection.region} region of {place.name}" if selection.region else place.name
    return name + (f" ({RURAL_CLASS[selection.rural_class]})" if selection.rural_class else "")


def summary(place: Place, selection: Selection) -> str:
    """One line on what is set."""
    parts = [place.name, selection.region, RURAL_CLASS.get(selection.rural_class or "")]
    parts += [STATUS[selection.status], TYPE[selection.designation_type]]
    return " · ".join(part for part in parts if part)
