"""Whose count of physicians, and of which specialty? One choice, for every place that shows them."""

from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from analysis import physician_sentences, physician_sources, physicians, words
from analysis.physician_sources import COUNTERS, SESSION, Counter
from analysis.questions import Question
from data import registry
from pages.parts import address, choice, filters, own_supply
from pages.parts.answers import ask, ask_own
from pages.parts.choice import Place
from pages.parts.own_supply import BY
from pages.parts.states import URL

SPECIALTY = "physicians_in"
FAMILY = "family_medicine"
TO_LOAD = "For other specialties load a file: `python -m data.supply own FILE`, or ahrf, nppes, cms_clinicians."

NEVER_ADDED = "Sources differ in whom they count, and where: they are never added."


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
        return physician_sentences.whom(self.counter, self.label)

    @property
    def row(self) -> pd.Series:
        """The specialty's row of the place."""
        return self.specialties.set_index("specialty", drop=False).loc[self.specialty]

    @property
    def supply(self) -> str:
        """What the source line names: the source, or the reader's own file."""
        return own_supply.called() if self.counter.source_id == SESSION else self.counter.source_id

    @property
    def as_of(self) -> str:
        """Who counted, and as of when."""
        is_own = self.counter.source_id == SESSION
        return own_supply.called() if is_own else registry.sources()[self.counter.source_id].as_of_label


def offered(*, has_own: bool) -> list[Counter]:
    """The counts that can be chosen, what the session alone holds first if asked for; none where nothing is loaded."""
    loaded = ask(physicians.sources)["supply_source"].tolist()
    loaded += [SESSION] if has_own and own_supply.is_used() else []
    return [COUNTERS[name] for name in physician_sources.offered(loaded)]


def first() -> Counter | None:
    """The count that other pages begin with."""
    return next(iter(offered(has_own=False)), None)


def asked(seen: Seen, question: Question, **params: Any) -> pd.DataFrame:
    """The rows of a question of the count chosen, in the place; of a session's own file they are not kept."""
    region = {"region": seen.region} if seen.region else {}
    chosen = {"supply": seen.counter.source_id, "state": seen.place.state} | region | params
    if seen.counter.source_id == SESSION:
        return ask_own(question, own=own_supply.held(), **chosen)
    return ask(question, **chosen)


def whole(seen: Seen) -> Seen:
    """The same of the whole state."""
    if not seen.region:
        return seen
    state = seen._replace(region=None, place=seen.place._replace(name=seen.place.label))
    return state._replace(specialties=asked(state, physicians.by_specialty))


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
    bare = Seen(choice.within(place, region), labels[label], pd.DataFrame(), "", "", region)
    rows = asked(bare, physicians.by_specialty)
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
        return filters.region(place, None)


def _told(key: str, label: str, options: list[str], start: str) -> None:
    """A value of the address that cannot be used, when it comes: another count later on has other specialties."""
    if key not in st.session_state:
        address.told(address.among(key, label, options, start))


def nothing(seen: Seen | None) -> str:
    """What to say where nothing is counted, and what to load."""
    if seen is None:
        return f"No count of physicians is loaded. {TO_LOAD}"
    return f"“{seen.counter.label}” counts no county of {words.inside(seen.place.name)}: not known. {TO_LOAD}"
