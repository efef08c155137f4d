"""Physicians by specialty on pages about something else: a county's brief, the shortage map."""

import pandas as pd
import streamlit as st

from analysis import disciplines, physician_charts, physician_sentences, physicians
from analysis.physician_sources import ONE_ADDRESS, PILED_UP, Counter
from pages.parts import choice, physician_choice, physician_panels
from pages.parts.answers import ask
from pages.parts.briefs import CountyBrief
from pages.parts.choice import Place
from pages.parts.exhibits import Exhibit, listed, show
from pages.parts.states import URL

COLUMNS = (
    "specialty_label", "supply_status", "practicing_physicians", "people_per_practicing", "people_per_practicing_state",
)  # fmt: skip
YEARS = ("supply_year", "practicing_physicians")


def link(label: str, icon: str = ":material/stethoscope:") -> None:
    """The way to the page of physicians, which says what can be loaded, and how."""
    st.page_link("pages/views/physicians.py", label=label, icon=icon)


def to_load() -> None:
    """One line on what to load, and the way to the page that explains it."""
    st.caption(physician_choice.TO_LOAD)
    link("What can be loaded, and where it is to be had")


def county(told: CountyBrief) -> None:
    """A county's physicians of each specialty beside its state's, and by year where the count has years."""
    st.markdown(f"**How many physicians are in {told.row.county}, and of which specialties?**")
    counter = physician_choice.first()
    rows = ask(physicians.in_county, county_fips=told.fips, supply=counter.source_id) if counter else None
    if counter is None or rows is None or rows["people_per_practicing_state"].isna().all():
        st.caption(f"No count of physicians by specialty is loaded for {told.state_name}: not known.")
        to_load()
        return
    left, right = st.columns(2, gap="large")
    with left:
        title = f"Physicians in {told.row.county} by specialty, beside {told.state_name}"
        said = physician_sentences.beside(rows.iloc[0], told.row.county, told.state_name, _whom(counter, rows))
        note = f"{counter.caveat} {physician_panels.DASHED}"
        exhibit = Exhibit(
            title, rows, physicians.in_county, f"{title}. {said}", note, COLUMNS, missing=physician_panels.DASH
        )
        st.markdown(said)
        listed(exhibit._replace(supply=counter.source_id), "county_physicians")
        to_load()
    with right:
        _years(told, counter, rows.iloc[0].specialty, _whom(counter, rows))


def _whom(counter: Counter, rows: pd.DataFrame) -> str:
    return physician_sentences.whom(counter, rows.iloc[0].specialty_label)


def _years(told: CountyBrief, counter: Counter, specialty: str, whom: str) -> None:
    rows = ask(physicians.over_time, supply=counter.over_time, specialty=specialty, county_fips=told.fips)
    if rows["practicing_physicians"].notna().sum() < 2:
        return
    said = physician_sentences.years(rows, whom)
    title = f"{whom[:1].upper()}{whom[1:]} in {told.row.county} by year"
    caveat = PILED_UP if counter.over_time == ONE_ADDRESS else ""
    exhibit = Exhibit(title, rows, physicians.over_time, f"Line: {title}. {said}", f"{said} {caveat}", YEARS)
    show(exhibit._replace(supply=counter.over_time), physician_charts.over_time(rows), key="county_physician_years")


@st.fragment(key="physicians")
def shortage(place: Place) -> None:
    """Physicians per person as a second map, for who asks for it: a shortage is HRSA's word, a count is not.

    A fragment, because a page that redraws only some parts forgets the downloads of all others. Beside areas short of
    dentists, say, it would answer something else: it stands beside primary care alone.
    """
    if choice.discipline() != disciplines.PRIMARY_CARE:
        return
    st.divider()
    st.markdown("**How many physicians are counted there, by specialty?**")
    counter = physician_choice.first()
    st.caption(f"Counted by: {counter.label}. {counter.caveat}" if counter else "No count of physicians is loaded.")
    to_load()
    if not st.toggle("Map physicians by county", key="physicians_on", bind=URL):
        return
    seen = physician_choice.look(place, choice.region(place), is_section=True)
    if seen is None or seen.specialties.empty:
        st.info(physician_choice.nothing(seen))
        return
    physician_panels.answer(seen, is_section=True)
    left, right = st.columns(2, gap="large")
    with left:
        physician_panels.drawn(seen)
    with right:
        physician_panels.ranked(seen)
