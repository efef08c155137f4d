"""The access page's first half: how far the nearest place of care is."""

from typing import NamedTuple

import streamlit as st

from analysis import access_sentences, care, choropleth, reach, reach_charts, tract_map, words
from analysis.robustness import Definition
from analysis.supplies import KINDS
from data import store
from pages.parts import headlines, own_times, robust, scripts
from pages.parts.answers import ask
from pages.parts.choice import Place
from pages.parts.exhibits import Exhibit, listed, show
from pages.parts.labels import RURAL_CLASS
from pages.parts.states import URL

GROUPINGS = {
    "region": "Region",
    "seven_county": "Seven-county metro or Greater Minnesota",
    "rucc_metro": "Metropolitan county or not (USDA)",
    "rucc_code": "Rural-urban code of the county (USDA, 1-9)",
}
COLUMNS = ("group_name", "nearest_mean_min", "within_30_share")
NO_WAY = "No known way"
HEIGHT = 480


class Far(NamedTuple):
    """What the first half shows: the kind of place, how people are grouped, and what counts as rural."""

    kind: str
    grouping: str
    rural: Definition


def filters(place: Place) -> Far:
    """To what, and of whom."""
    st.markdown("**How far**")
    kinds = list(KINDS)
    kind = st.radio("To the nearest", kinds, format_func=lambda name: KINDS[name].label, key="nearest", bind=URL)
    grouping = st.selectbox("People by", list(GROUPINGS), format_func=GROUPINGS.__getitem__, key="people_by", bind=URL)
    return Far(kind, grouping, robust.rural(place))


def is_loaded(place: Place) -> bool:
    """Whether the place's census tracts are loaded."""
    return place.label in set(ask(reach.within, kind="hospital_min", grouping="state")["group_name"])


def answer(place: Place, far: Far) -> None:
    """How far it is, in a sentence; whose minutes they are, and how wrong."""
    total = own_times.asked(reach.within, kind=far.kind, grouping="state").iloc[0]
    headline = access_sentences.how_far(total, far.kind, place.name, minutes())
    if own_times.is_used():
        st.subheader(headline, anchor=False)
    else:
        ways = ask(reach.within, kind=far.kind, grouping="county")
        headlines.access(place, headline, ways, KINDS[far.kind].noun, far.rural)
    st.caption(access_sentences.OWN if own_times.is_used() else access_sentences.road_model())


def tracts(place: Place, far: Far) -> None:
    """The map: minutes of each census tract."""
    rows = own_times.asked(reach.nearest)
    marks = tract_map.minutes_marks(rows[far.kind].to_numpy(float), NO_WAY)
    hover = tract_map.told(rows, far.kind, "minutes", NO_WAY)
    view = choropleth.MapView(place.state_fips, height=HEIGHT, shapes=scripts.shapes(store.current()))
    title = titled(f"{minutes().capitalize()} to the nearest {KINDS[far.kind].noun}, census tracts of {place.name}")
    alt = f"Map: {title}. {words.listed([entry.name for entry in marks.entries])}."
    columns = ["tract_geoid", "county", far.kind, "household_population"]
    drawn = tract_map.tract_map(rows, marks, hover, "Minutes", view)
    show(Exhibit(title, rows, reach.nearest, alt, note(place, far), columns, marks.entries), drawn, "far")


def groups(place: Place, far: Far) -> None:
    """Shares of people within so many minutes, by group."""
    rows = own_times.asked(reach.within, kind=far.kind, grouping=far.grouping)
    names = [RURAL_CLASS.get(name, name) for name in rows["group_name"]]
    title = titled(f"People in households by {minutes()} to the nearest {KINDS[far.kind].noun}, {place.name}")
    alt = f"{title}. Within 30 minutes: " + words.listed(
        [f"{name} {words.percent(share)}" for name, share in zip(names, rows["within_30_share"], strict=True)]
    )
    bars, told = reach_charts.band_bars(rows, names), reach_charts.bands_legend()
    columns = ["group_name", *reach_charts.TOLD, "nearest_mean_min", "household_population"]
    show(Exhibit(title, rows, reach.within, alt, error(), columns, told, (far.kind,)), bars, "far_groups")


def counties(place: Place, far: Far) -> None:
    """The same by county, the farthest first: the map's twin as a table."""
    rows = own_times.asked(reach.within, kind=far.kind, grouping="county")
    title = titled(f"Mean {minutes()} to the nearest {KINDS[far.kind].noun}, counties of {place.name}, longest first")
    alt = f"{title}: {len(rows)} counties"
    notes = f"{error()} {access_sentences.CAMPUSES}" if far.kind == "hospital_min" else error()
    told = Exhibit(title, rows, reach.within, alt, notes, COLUMNS, about=(far.kind,), missing=NO_WAY.lower())
    listed(told, "far_counties")


def titled(title: str) -> str:
    """The title, which says so if minutes are the reader's own."""
    return title + (access_sentences.OWN_TITLE if own_times.is_used() else "")


def error() -> str:
    """How wrong minutes may be, or that they are the reader's own, beside each exhibit."""
    return access_sentences.OWN_SOURCE if own_times.is_used() else access_sentences.ERROR


def minutes() -> str:
    """What minutes are: those of a road model, or whatever the reader's own file counts."""
    return "minutes" if own_times.is_used() else "road minutes"


def note(place: Place, far: Far) -> str:
    """What is not on the map, and what is across the line."""
    kind = KINDS[far.kind]
    (row,) = ask(care.left_out, supply=kind.supply, state=place.state).itertuples()
    told = [error(), access_sentences.left_out(row, f"{kind.noun}s", place.name, "where they stand")]
    told += [access_sentences.CAMPUSES] if far.kind == "hospital_min" else []
    told += [] if own_times.is_used() else [access_sentences.NEIGHBORS]
    return " ".join(part for part in told if part)
