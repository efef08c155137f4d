"""Each filter once, in one order, bound to the URL."""

from typing import NamedTuple

import pandas as pd
import streamlit as st

from analysis import county, sentences
from analysis.classes import SCHEMES
from analysis.measures import MEASURES, Measure
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


class Place(NamedTuple):
    """The state that the reader chose, or the nation."""

    state: str | None
    name: str
    label: str
    state_fips: str | None
    regions: list[str]


def state() -> Place:
    """The state to look at; Minnesota at first."""
    places = ask(county.listing)
    names = places["state_name"].unique().tolist()
    name = st.selectbox("State", [NATION, *names], index=names.index(HOME) + 1, key="state", bind=URL)
    if name == NATION:
        return Place(None, "The United States", NATION, None, [])
    chosen = places[places["state_name"] == name]
    regions = sorted(chosen["region"].dropna().unique().tolist())
    return Place(chosen["state"].iloc[0], name, name, chosen["county_fips"].iloc[0][:2], regions)


def region(place: Place) -> str | None:
    """A region of the state, where it has any that we know; None for all."""
    if not place.regions:
        return None
    return st.selectbox(
        "Region",
        [None, *place.regions],
        format_func=lambda name: name or "All regions",
        key="region",
        bind=URL,
        help="Regions of the State Community Health Services Advisory Committee (MDH).",
    )


def rural(place: Place) -> tuple[str, str | None]:
    """A rural definition and one of its classes; None for all."""
    definitions = list(RURAL) if place.state == "MN" else ["rucc_metro", "rucc_code"]
    definition = st.selectbox(
        "What counts as rural",
        definitions,
        format_func=RURAL.__getitem__,
        key="rural",
        bind=URL,
        help="State law uses a third rule, by city and township, that county figures cannot follow.",
    )
    chosen = st.selectbox(
        "Rural or not",
        [None, *CLASSES_OF[definition]],
        format_func=lambda name: RURAL_CLASS[name] if name else "All counties",
        key="rural_class",
        bind=URL,
    )
    return definition, chosen


def status() -> str:
    """Designated, proposed for withdrawal, or both."""
    return st.radio(
        "Designation status",
        list(STATUS),
        format_func=STATUS.__getitem__,
        key="status",
        bind=URL,
        help="HRSA proposed these areas for withdrawal; the decision was due in July 2026, after this vintage.",
    )


def designation_type() -> str:
    """Geographic areas, high-needs ones, or those for a group of people."""
    return st.selectbox("Designation type", list(TYPE), format_func=TYPE.__getitem__, key="type", bind=URL)


def measure() -> Measure:
    """The measure to map."""
    column = st.selectbox(
        "Measure",
        list(MEASURES),
        format_func=lambda name: f"{MEASURES[name].group}: {MEASURES[name].label}",
        key="measure",
        bind=URL,
    )
    return MEASURES[column]


def classes() -> str:
    """How the map's classes are found."""
    return st.selectbox("Classes", list(SCHEMES), format_func=SCHEME.__getitem__, key="classes", bind=URL)


def care() -> bool:
    """Whether hospitals and health centers are drawn."""
    return st.toggle("Show hospitals and health centers", key="care", bind=URL)


def county_of(counties: pd.DataFrame, first: str | None = None) -> str | None:
    """A county of the rows, by name; None while none is chosen."""
    names = dict(zip(counties["county_fips"], sentences.named(counties), strict=True))
    ordered = sorted(names, key=names.__getitem__)
    return st.selectbox(
        "County",
        ordered,
        index=ordered.index(first) if first else None,
        format_func=names.__getitem__,
        key="county",
        bind=URL,
        placeholder="Pick a county, or click one on the map",
    )


def chosen(place: Place) -> Selection:
    """All the filters of the shortage pages, in the sidebar, in their order."""
    with st.sidebar:
        picked = region(place)
        definition, rural_class = rural(place)
        return Selection(
            status=status(),
            designation_type=designation_type(),
            state=place.state,
            region=picked,
            rural_definition=definition,
            rural_class=rural_class,
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
