"""Whose count of physicians, and of which specialty? One choice, for every place that shows them."""

from typing import Any, NamedTuple

import pandas as pd
import pyarrow as pa
import streamlit as st

from analysis.physicians import queries, sentences
from analysis.place import choices as place_choices
from analysis.query import physician_sources as sources
from analysis.query.physician_sources import COUNTERS, SESSION, Counter
from analysis.query.run import Query
from analysis.wording import numbers
from data import registry as data_registry
from data.errors import SupplyError
from data.supply import load as supply_load
from data.supply.__main__ import form, told
from pages.kit import filters as kit_filters
from pages.kit import url_state
from pages.kit.cache import ask, ask_own
from pages.kit.place import URL, Place

SPECIALTY = "physicians_in"
FAMILY = "family_medicine"
TO_LOAD = "For other specialties load a file: `python -m data.supply own FILE`, or ahrf, nppes, cms_clinicians."

NEVER_ADDED = "Sources differ in whom they count, and where: they are never added."
COMMANDS = {
    "own_supply": (
        "own FILE",
        "CSV or Excel: county, specialty, physicians, fte, year. `template FILE` writes a form.",
    ),
    "ahrf": ("ahrf FILE", "Download “Area Health Resources Files, county data”: as CSV, SAS or its ZIP."),
    "cms_clinicians": ("cms_clinicians FILE", "Download “National Downloadable File”, a CSV of about 700 MB."),
    "nppes": ("nppes FILE", "Download the “Full Replacement Monthly NPI File”, a ZIP with 9 GB in it; it is streamed."),
}
ORDER = (
    "Where several are loaded, your own is shown first, else AHRF, else Doctors and Clinicians, else NPPES, and the "
    "embedded OB/GYNs where there is none. They are never added: each counts other people at other addresses."
)
HELD, TITLE, FILE = "own_supply", "own_supply_title", "own_supply_file"
NOTICES, REFUSED = "own_supply_notices", "own_supply_refused"
MOST = 200
# The choice of whose count is shown.
BY = "counted_by"
TABLE = supply_load.TABLES["own_supply"]


class Seen(NamedTuple):
    """What is looked at: the place, whose count, the specialties that it counts there, and the one chosen.

    `region`: of the state, where one is chosen; the place then has its name.
    """

    place: Place
    counter: Counter
    specialties: pd.DataFrame
    specialty: str
    label: str
    region: str | None = None

    @property
    def whom(self) -> str:
        """Whom figures count, within a sentence."""
        return sentences.whom(self.counter, self.label)

    @property
    def row(self) -> pd.Series:
        """The specialty's row of the place."""
        return self.specialties.set_index("specialty", drop=False).loc[self.specialty]

    @property
    def supply(self) -> str:
        """What the source line names: the source, or the reader's own file."""
        return called() if self.counter.source_id == SESSION else self.counter.source_id

    @property
    def as_of(self) -> str:
        """Who counted, and as of when."""
        is_own = self.counter.source_id == SESSION
        return called() if is_own else data_registry.sources()[self.counter.source_id].as_of_label


def offered(*, has_own: bool) -> list[Counter]:
    """The counts that can be chosen, what the session alone holds first if asked for; none where nothing is loaded."""
    loaded = ask(queries.sources)["supply_source"].tolist()
    loaded += [SESSION] if has_own and is_used() else []
    return [COUNTERS[name] for name in sources.offered(loaded)]


def first() -> Counter | None:
    """The count that other pages begin with."""
    return next(iter(offered(has_own=False)), None)


def asked(seen: Seen, question: Query, **params: Any) -> pd.DataFrame:
    """The rows of a question of the count chosen, in the place; of a session's own file they are not kept."""
    region = {"region": seen.region} if seen.region else {}
    chosen = {"supply": seen.counter.source_id, "state": seen.place.state} | region | params
    if seen.counter.source_id == SESSION:
        return ask_own(question, own=held(), **chosen)
    return ask(question, **chosen)


def whole(seen: Seen) -> Seen:
    """The same of the whole state."""
    if not seen.region:
        return seen
    state = seen._replace(region=None, place=seen.place._replace(name=seen.place.label))
    return state._replace(specialties=asked(state, queries.by_specialty))


def look(place: Place, region: str | None = None, *, is_section: bool = False) -> Seen | None:
    """What the reader chose, in the sidebar or in a section of another page; None where nothing counts physicians.

    A section shows what is loaded for every page: not what this session alone holds.
    """
    labels = {counter.label: counter for counter in offered(has_own=not is_section)}
    if not labels:
        return None
    _told(BY, "Physicians counted by", list(labels), next(iter(labels)))
    with st.container() if is_section else st.sidebar:
        label = st.selectbox("Physicians counted by", list(labels), key=BY, bind=URL, help=NEVER_ADDED)
    bare = Seen(place_choices.within(place, region), labels[label], pd.DataFrame(), "", "", region)
    rows = asked(bare, queries.by_specialty)
    rows = rows[rows["counties_counted"] > 0]
    if rows.empty:
        return bare._replace(specialties=rows)
    names = dict(zip(rows["specialty_label"], rows["specialty"], strict=True))
    ordered = sorted(names)
    begin = next((n for n, name in enumerate(ordered) if names[name] == FAMILY), 0)
    _told(SPECIALTY, "Specialty", ordered, ordered[begin])
    with st.container() if is_section else st.sidebar:
        chosen = st.selectbox("Specialty", ordered, index=begin, key=SPECIALTY, bind=URL)
    return bare._replace(specialties=rows, specialty=names[chosen], label=chosen)


def region(place: Place) -> str | None:
    """A region of the state, in the sidebar; None for all, or where there are none."""
    if place.regions:
        _told("region", "Region", place.regions, "All regions")
    with st.sidebar:
        return kit_filters.region(place, None)


def _told(key: str, label: str, options: list[str], start: str) -> None:
    """A value of the address that cannot be used, when it comes: another count later on has other specialties."""
    if key not in st.session_state:
        url_state.told(url_state.among(key, label, options, start))


def nothing(seen: Seen | None) -> str:
    """What to say where nothing is counted, and what to load."""
    if seen is None:
        return f"No count of physicians is loaded. {TO_LOAD}"
    return f"“{seen.counter.label}” counts no county of {numbers.inside(seen.place.name)}: not known. {TO_LOAD}"


def panel() -> None:
    """What can be loaded, how, and what each cannot say."""
    with st.expander("Load physicians of every specialty", icon=":material/stethoscope:"):
        st.markdown(
            "Files with physicians by county and specialty may not be passed on, or are too large to come along. "
            "One that you download is read on this machine and stays on it; then every page can show it."
        )
        for source_id, (command, about) in COMMANDS.items():
            entry = data_registry.loadable()[source_id]
            address = f" [{entry.url}]({entry.url})" if entry.url else ""
            loaded = data_registry.sources().get(source_id)
            state = f" **Loaded: {loaded.as_of_label}.**" if loaded else ""
            st.markdown(
                f"**{entry.title}.**{state} {about}{address}  \n`python -m data.supply {command}`  \n"
                f"{entry.limits} {entry.licence}."
            )
        st.caption(ORDER)


def own_supply_panel() -> None:
    """Drop a table of physicians, see every cell to mend, or use it on this page until the session ends."""
    with st.expander("Use a table of your own", icon=":material/upload_file:"):
        st.caption(
            "CSV or Excel: county, specialty, physicians, and fte and year where you have them; up to you which "
            "counties. An empty cell is not known, 0 is none. It is shown on this page alone, stays in this session’s "
            "memory, is never written to disk, and is gone when you close the tab. To have it on every page of this "
            "machine: `python -m data.supply own FILE`."
        )
        st.download_button(
            "Template", form, "physicians.csv", "text/csv", key="own_supply_form", on_click="ignore",
            icon=":material/download:", type="tertiary",
        )  # fmt: skip
        st.file_uploader("Table of physicians", type=["csv", "xlsx"], key=FILE, on_change=_changed)
    _report()


def is_used() -> bool:
    """Whether this session holds a table of its own."""
    return HELD in st.session_state


def held() -> pa.Table:
    """The session's own table, laid out as physician_supply."""
    return st.session_state[HELD]


def called() -> str:
    """How captions name the session's own table."""
    return f"your file “{st.session_state[TITLE]}”, in this session alone"


def _changed() -> None:
    """Callback: read the file whole, or keep every problem with it; without one, forget it."""
    _drop()
    dropped = st.session_state.get(FILE)
    if dropped is None:
        return
    try:
        load = supply_load.load("own_supply", dropped)
    except SupplyError as refused:
        st.session_state[REFUSED] = refused
        return
    st.session_state[HELD] = sources.held(load.tables[TABLE])
    st.session_state[TITLE] = load.known["title"]
    st.session_state[NOTICES] = told(load)
    st.session_state[BY] = COUNTERS[SESSION].label


def _drop() -> None:
    """Callback: nothing of the file is left, and what is loaded here is chosen again."""
    if st.session_state.get(BY) == COUNTERS[SESSION].label:
        loaded = sources.offered(ask(queries.sources)["supply_source"])
        st.session_state[BY] = COUNTERS[loaded[0]].label if loaded else None
    for key in (HELD, TITLE, NOTICES, REFUSED):
        st.session_state.pop(key, None)


def _report() -> None:
    if is_used():
        st.success(f"In use: {called()}.")
        st.button("Stop using it", on_click=_drop, key="own_supply_stop")
        for notice in st.session_state[NOTICES]:
            st.caption(notice)
    refused = st.session_state.get(REFUSED)
    if refused is None:
        return
    st.error(f"{refused} The figures stay as they were.", icon=":material/error:")
    if refused.problems:
        rows = pd.DataFrame(refused.problems[:MOST]).astype(str)
        rows = rows.rename(columns=str.capitalize).rename(columns={"Todo": "What to do"})
        st.dataframe(rows, hide_index=True, alt="Cells of the table to mend", key="own_supply_list")
