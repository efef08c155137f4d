"""Each filter once, in one order, bound to the URL."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from analysis.charts import county_map
from analysis.charts.classes import SCHEMES
from analysis.place.choices import CLASSES_OF, DISCIPLINE, RURAL, RURAL_CLASS, SCHEME, STATUS, TYPE
from analysis.wording import disciplines
from analysis.wording.measures import MEASURES
from data.geography import shapes
from pages.kit import place as kit_place
from pages.kit import url_state
from pages.kit.place import URL, Place

# The map first, for it takes longest to paint.
REDRAWN = ("map", "answer", "picker", "table", "outlined", "section", "physicians")
OUTLINES = "outlines"
GET_THEM = (
    "The areas’ own outlines are not loaded: these figures carry none. `make refresh` brings them, or "
    "`python -m data.outlines FILE` for a file of HRSA’s that you have."
)
CHOOSE = "The areas’ own outlines can be drawn for one state: choose it above."


def redraw() -> None:
    """Callback: run only those parts again, not the whole page."""
    st.rerun(REDRAWN)


def region(place: Place, on_change: Callable[[], None] | None = redraw) -> str | None:
    """A region of the state, where it has any that we know; None for all. Redraws parts of the shortage map alone.

    With None as `on_change` the whole page is asked again.
    """
    if not place.regions:
        return None
    return st.selectbox(
        "Region",
        [None, *place.regions],
        format_func=lambda name: name or "All regions",
        key="region",
        bind=URL,
        on_change=on_change or "rerun",
        help="Regions of the State Community Health Services Advisory Committee (MDH).",
    )


def discipline() -> None:
    """Primary care, mental health or dental care: the whole page is asked again, for its words change."""
    st.selectbox(
        "Discipline",
        list(DISCIPLINE),
        format_func=DISCIPLINE.__getitem__,
        key="discipline",
        bind=URL,
        help="HRSA designates areas short of primary care physicians, of mental-health providers (psychiatrists or "
        "core mental health professionals) and of dentists, each by ratios and scores of its own.",
    )


def misread() -> None:
    """What the address has that is no discipline, told before the filter puts it right."""
    url_state.told(url_state.among("discipline", "Discipline", DISCIPLINE.values(), next(iter(DISCIPLINE.values()))))


def rural(place: Place) -> None:
    """A rural definition, and one of its classes or all."""
    definitions = list(RURAL) if place.state == "MN" else ["rucc_metro", "rucc_code"]
    definition = st.selectbox(
        "What counts as rural",
        definitions,
        format_func=RURAL.__getitem__,
        key="rural",
        bind=URL,
        on_change=kit_place.let_go,
        args=("rural_class",),
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
        format_func=lambda name: f"{MEASURES[name].group}: {disciplines.neutral(MEASURES[name].label)}",
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


def county_of(counties: pd.DataFrame, key: str, on_change: Callable[[], None] | None = None) -> str | None:
    """A county of the rows, by name; None while none is chosen.

    Each page has a key of its own: Streamlit forgets a key that two pages share when one links to the other.
    """
    names = dict(zip(counties["county_fips"], county_map.named(counties), strict=True))
    ordered = sorted(names, key=names.__getitem__)
    url_state.told(url_state.among(key, "County", names.values(), "none yet"))
    return st.selectbox(
        "County",
        ordered,
        index=None,
        format_func=names.__getitem__,
        key=key,
        bind=URL,
        on_change=on_change or "rerun",
        placeholder="Pick a county, or click one on the map",
    )


def shortage_filters(place: Place) -> None:
    """The filters of the shortage page, in their order."""
    region(place)
    discipline()
    rural(place)
    status()
    designation_type()
    measure()
    classes()
    care()
    outlines(place)
    kit_place.reset()


def outlines(place: Place) -> None:
    """Whether the areas' own outlines are drawn, where they are there for the state; one line where they are not.

    They are of primary care areas: nothing is said of them beside another discipline.
    """
    if kit_place.discipline() != disciplines.PRIMARY_CARE:
        return
    if shapes.of_areas(place.state_fips):
        st.toggle("Show the areas’ own outlines", key=OUTLINES, bind=URL, on_change=redraw)
    else:
        st.caption(GET_THEM if place.state else CHOOSE)
