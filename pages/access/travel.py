"""The access page's first half: how far the nearest place of care is."""

from collections.abc import Callable
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from analysis.access import charts, network, places_of_care, queries, sentences, travel_times
from analysis.access.supplies import KINDS
from analysis.charts import county_map, tract_map
from analysis.definitions.robustness import Definition
from analysis.query.run import Query
from analysis.wording import numbers
from data import store
from data.errors import AccessDataError
from pages.kit import headlines, robustness, scripts
from pages.kit.cache import ask, ask_own, reckon
from pages.kit.exhibits import Exhibit, listed, show
from pages.kit.place import RURAL_CLASS, URL, Place

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
    return Far(kind, grouping, robustness.rural(place))


def is_loaded(place: Place) -> bool:
    """Whether the place's census tracts are loaded."""
    return place.label in set(ask(queries.within, kind="hospital_min", grouping="state")["group_name"])


def answer(place: Place, far: Far) -> None:
    """How far it is, in a sentence; whose minutes they are, and how wrong."""
    total = asked(queries.within, kind=far.kind, grouping="state").iloc[0]
    headline = sentences.how_far(total, far.kind, place.name, minutes())
    if is_used():
        st.subheader(headline, anchor=False)
    else:
        ways = ask(queries.within, kind=far.kind, grouping="county")
        headlines.access(place, headline, ways, KINDS[far.kind].noun, far.rural)
    st.caption(sentences.OWN if is_used() else sentences.road_model())


def tracts(place: Place, far: Far) -> None:
    """The map: minutes of each census tract."""
    rows = asked(queries.nearest)
    marks = tract_map.minutes_marks(rows[far.kind].to_numpy(float), NO_WAY)
    hover = tract_map.told(rows, far.kind, "minutes", NO_WAY)
    view = county_map.MapView(place.state_fips, height=HEIGHT, shapes=scripts.shapes(store.current()))
    title = titled(f"{minutes().capitalize()} to the nearest {KINDS[far.kind].noun}, census tracts of {place.name}")
    alt = f"Map: {title}. {numbers.listed([entry.name for entry in marks.entries])}."
    columns = ["tract_geoid", "county", far.kind, "household_population"]
    drawn = tract_map.tract_map(rows, marks, hover, "Minutes", view)
    show(Exhibit(title, rows, queries.nearest, alt, note(place, far), columns, marks.entries), drawn, "far")


def groups(place: Place, far: Far) -> None:
    """Shares of people within so many minutes, by group."""
    rows = asked(queries.within, kind=far.kind, grouping=far.grouping)
    names = [RURAL_CLASS.get(name, name) for name in rows["group_name"]]
    title = titled(f"People in households by {minutes()} to the nearest {KINDS[far.kind].noun}, {place.name}")
    alt = f"{title}. Within 30 minutes: " + numbers.listed(
        [f"{name} {numbers.percent(share)}" for name, share in zip(names, rows["within_30_share"], strict=True)]
    )
    bars, told = charts.band_bars(rows, names), charts.bands_legend()
    columns = ["group_name", *charts.TOLD, "nearest_mean_min", "household_population"]
    show(Exhibit(title, rows, queries.within, alt, error(), columns, told, (far.kind,)), bars, "far_groups")


def counties(place: Place, far: Far) -> None:
    """The same by county, the farthest first: the map's twin as a table."""
    rows = asked(queries.within, kind=far.kind, grouping="county")
    title = titled(f"Mean {minutes()} to the nearest {KINDS[far.kind].noun}, counties of {place.name}, longest first")
    alt = f"{title}: {len(rows)} counties"
    notes = f"{error()} {sentences.CAMPUSES}" if far.kind == "hospital_min" else error()
    told = Exhibit(title, rows, queries.within, alt, notes, COLUMNS, about=(far.kind,), missing=NO_WAY.lower())
    listed(told, "far_counties")


def titled(title: str) -> str:
    """The title, which says so if minutes are the reader's own."""
    return title + (sentences.OWN_TITLE if is_used() else "")


def error() -> str:
    """How wrong minutes may be, or that they are the reader's own, beside each exhibit."""
    return sentences.OWN_SOURCE if is_used() else sentences.ERROR


def minutes() -> str:
    """What minutes are: those of a road model, or whatever the reader's own file counts."""
    return "minutes" if is_used() else "road minutes"


def note(place: Place, far: Far) -> str:
    """What is not on the map, and what is across the line."""
    kind = KINDS[far.kind]
    (row,) = ask(places_of_care.left_out, supply=kind.supply, state=place.state).itertuples()
    told = [error(), sentences.left_out(row, f"{kind.noun}s", place.name, "where they stand")]
    told += [sentences.CAMPUSES] if far.kind == "hospital_min" else []
    told += [] if is_used() else [sentences.NEIGHBORS]
    return " ".join(part for part in told if part)


OWN_TIMES, FILE, REFUSED = "own_times", "own_times_file", "own_times_refused"


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


def asked(question: Query, **params: Any) -> pd.DataFrame:
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
