"""Physicians counted on pages about other groups: groups of counties, and the counties that a place lies in."""

import pandas as pd
import streamlit as st

from analysis.charts.bars import Reference
from analysis.district.one_pager import OnePager, Told
from analysis.physicians import charts, queries, sentences
from analysis.query.physician_sources import ONE_ADDRESS, PILED_UP, Counter
from analysis.wording import disciplines, numbers
from pages.county.exhibits import CountyBrief
from pages.disparity.settings import BY, Look
from pages.kit import place as kit_place
from pages.kit.cache import ask
from pages.kit.exhibits import Exhibit, listed, show_figure
from pages.kit.place import URL, Place
from pages.physicians import exhibits, settings
from pages.physicians.settings import Seen

GROUPS = (
    "county_group", "people_per_practicing", "counties_not_counted", "practicing_physicians", "people_counted",
    "counties_counted", "counties_none",
)  # fmt: skip
COUNTIES = (
    "county", "supply_status", "practicing_physicians", "people_per_practicing", "place_county_share", "people",
)  # fmt: skip
FIFTHS = "Fifths are of all residents, by whole counties: not always the groups above."
NO_CAUSE = "A difference is no cause."
DASHED = f"{exhibits.DASH}: no physician to share people among, or no county that is counted."
WHOLE = "Of whole counties, not shared out to the place. Counties with under 0.1% of its people are left out."
COLUMNS = (
    "specialty_label", "supply_status", "practicing_physicians", "people_per_practicing", "people_per_practicing_state",
)  # fmt: skip
YEARS = ("supply_year", "practicing_physicians")


def _chosen(place: Place, question: str) -> Seen | None:
    """Whose count and which specialty, in a section of its own; what to load, and None, where nothing is counted."""
    st.divider()
    st.markdown(f"**{question}**")
    seen = settings.look(place, is_section=True)
    if seen is None or seen.specialties.empty:
        st.info(settings.nothing(seen))
        link("What can be loaded, and where it is to be had")
        return None
    return seen


def disparity(looked: Look) -> None:
    """People for each physician of a specialty in the groups that the page compares."""
    seen = _chosen(looked.place, "How many physicians are counted, group by group?")
    if seen is None:
        return
    found = ask(
        queries.by_group,
        supply=seen.counter.source_id, specialty=seen.specialty, state=seen.place.state, ranking=looked.drawn_from[-1],
    )  # fmt: skip
    rows = sentences.named(found, looked.dimension)
    where = f"{seen.whom}, {numbers.inside(seen.place.name)}, {seen.row.supply_year}"
    by = numbers.lower(BY[looked.dimension])
    title = f"Physicians per 100,000 people, and people for each, by {by}: {where}"
    st.markdown(sentences.group_headline(rows, seen.whom))
    st.caption(seen.counter.caveat)
    grouped = looked.rural if looked.is_by_rural else FIFTHS
    alt = sentences.bars_alt(rows, title)
    note = f"{grouped} {exhibits.ALONE} {NO_CAUSE}"
    exhibit = Exhibit(title, rows, queries.by_group, alt, note, GROUPS, missing=exhibits.DASH)
    exhibit = exhibit._replace(about=looked.drawn_from[-1:])
    reference = Reference(exhibits.COUNTED, seen.row.practicing_per_100k)
    left, right = st.columns(2, gap="large")
    with left:
        show_figure(exhibits.of(seen, exhibit), charts.groups(rows, reference), key="groups_physicians")
    with right:
        title = f"People for each, and counties not known, by {by}: {where}"
        table = exhibit._replace(title=title, alt=title, note=DASHED)
        listed(exhibits.of(seen, table), "groups_physicians_table")
    to_load()


def district(place: Place, told: Told, one: OnePager) -> None:
    """Physicians of a specialty in each county that the place lies in."""
    seen = _chosen(place, "How many physicians are counted there, by whole county?")
    if seen is None:
        return
    chosen = {"supply": seen.counter.source_id, "specialty": seen.specialty}
    rows = ask(queries.in_place, place_id=told.row.place_id, **chosen)
    said = sentences.inside(rows, one.name, seen.whom)
    title = f"People for each physician, by whole county of {one.name}: {seen.whom}, {seen.row.supply_year}"
    st.markdown(said)
    note = f"{WHOLE} {seen.counter.caveat} {exhibits.DASHED}"
    exhibit = Exhibit(title, rows, queries.in_place, f"{title}. {said}", note, COUNTIES, missing=exhibits.DASH)
    listed(exhibits.of(seen, exhibit), "district_physicians")
    to_load()


def link(label: str, icon: str = ":material/stethoscope:") -> None:
    """The way to the page of physicians, which says what can be loaded, and how."""
    st.page_link("pages/physicians/page.py", label=label, icon=icon)


def to_load() -> None:
    """One line on what to load, and the way to the page that explains it."""
    st.caption(settings.TO_LOAD)
    link("What can be loaded, and where it is to be had")


def county(told: CountyBrief) -> None:
    """A county's physicians of each specialty beside its state's, and by year where the count has years."""
    st.markdown(f"**How many physicians are in {told.row.county}, and of which specialties?**")
    counter = settings.first()
    rows = ask(queries.in_county, county_fips=told.fips, supply=counter.source_id) if counter else None
    if counter is None or rows is None or rows["people_per_practicing_state"].isna().all():
        st.caption(f"No count of physicians by specialty is loaded for {told.state_name}: not known.")
        to_load()
        return
    left, right = st.columns(2, gap="large")
    with left:
        title = f"Physicians in {told.row.county} by specialty, beside {told.state_name}"
        said = sentences.beside(rows.iloc[0], told.row.county, told.state_name, _whom(counter, rows))
        note = f"{counter.caveat} {exhibits.DASHED}"
        exhibit = Exhibit(title, rows, queries.in_county, f"{title}. {said}", note, COLUMNS, missing=exhibits.DASH)
        st.markdown(said)
        listed(exhibit._replace(supply=counter.source_id), "county_physicians")
        to_load()
    with right:
        _years(told, counter, rows.iloc[0].specialty, _whom(counter, rows))


def _whom(counter: Counter, rows: pd.DataFrame) -> str:
    return sentences.whom(counter, rows.iloc[0].specialty_label)


def _years(told: CountyBrief, counter: Counter, specialty: str, whom: str) -> None:
    rows = ask(queries.over_time, supply=counter.over_time, specialty=specialty, county_fips=told.fips)
    if rows["practicing_physicians"].notna().sum() < 2:
        return
    said = sentences.years(rows, whom)
    title = f"{whom[:1].upper()}{whom[1:]} in {told.row.county} by year"
    caveat = PILED_UP if counter.over_time == ONE_ADDRESS else ""
    exhibit = Exhibit(title, rows, queries.over_time, f"Line: {title}. {said}", f"{said} {caveat}", YEARS)
    show_figure(exhibit._replace(supply=counter.over_time), charts.over_time(rows), key="county_physician_years")


@st.fragment(key="physicians")
def shortage(place: Place) -> None:
    """Physicians per person as a second map, for who asks for it: a shortage is HRSA's word, a count is not.

    A fragment, because a page that redraws only some parts forgets the downloads of all others. Beside areas short of
    dentists, say, it would answer something else: it stands beside primary care alone.
    """
    if kit_place.discipline() != disciplines.PRIMARY_CARE:
        return
    st.divider()
    st.markdown("**How many physicians are counted there, by specialty?**")
    counter = settings.first()
    st.caption(f"Counted by: {counter.label}. {counter.caveat}" if counter else "No count of physicians is loaded.")
    to_load()
    if not st.toggle("Map physicians by county", key="physicians_on", bind=URL):
        return
    seen = settings.look(place, kit_place.region(place), is_section=True)
    if seen is None or seen.specialties.empty:
        st.info(settings.nothing(seen))
        return
    exhibits.answer(seen, is_section=True)
    left, right = st.columns(2, gap="large")
    with left:
        exhibits.drawn(seen)
    with right:
        exhibits.ranked(seen)
