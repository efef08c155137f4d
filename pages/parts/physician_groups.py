"""Physicians counted on pages about other groups: groups of counties, and the counties that a place lies in."""

import streamlit as st

from analysis import physician_charts, physician_group_sentences, physician_groups, words
from analysis.disparity_charts import Reference
from analysis.one_pager import OnePager, Told
from pages.parts import physician_choice, physician_panels, physician_sections
from pages.parts.answers import ask
from pages.parts.choice import Place
from pages.parts.exhibits import Exhibit, listed, show
from pages.parts.looked import BY, Look
from pages.parts.physician_choice import Seen

GROUPS = (
    "county_group", "people_per_practicing", "counties_not_counted", "practicing_physicians", "people_counted",
    "counties_counted", "counties_none",
)  # fmt: skip
COUNTIES = (
    "county", "supply_status", "practicing_physicians", "people_per_practicing", "place_county_share", "people",
)  # fmt: skip
FIFTHS = "Fifths are of all residents, by whole counties: not always the groups above."
NO_CAUSE = "A difference is no cause."
DASHED = f"{physician_panels.DASH}: no physician to share people among, or no county that is counted."
WHOLE = "Of whole counties, not shared out to the place. Counties with under 0.1% of its people are left out."


def _chosen(place: Place, question: str) -> Seen | None:
    """Whose count and which specialty, in a section of its own; what to load, and None, where nothing is counted."""
    st.divider()
    st.markdown(f"**{question}**")
    seen = physician_choice.look(place, is_section=True)
    if seen is None or seen.specialties.empty:
        st.info(physician_choice.nothing(seen))
        physician_sections.link("What can be loaded, and where it is to be had")
        return None
    return seen


def disparity(looked: Look) -> None:
    """People for each physician of a specialty in the groups that the page compares."""
    seen = _chosen(looked.place, "How many physicians are counted, group by group?")
    if seen is None:
        return
    found = ask(
        physician_groups.by_group,
        supply=seen.counter.source_id, specialty=seen.specialty, state=seen.place.state, ranking=looked.drawn_from[-1],
    )  # fmt: skip
    rows = physician_group_sentences.named(found, looked.dimension)
    where = f"{seen.whom}, {words.inside(seen.place.name)}, {seen.row.supply_year}"
    by = words.lower(BY[looked.dimension])
    title = f"Physicians per 100,000 people, and people for each, by {by}: {where}"
    st.markdown(physician_group_sentences.headline(rows, seen.whom))
    st.caption(seen.counter.caveat)
    grouped = looked.rural if looked.is_by_rural else FIFTHS
    alt = physician_group_sentences.bars_alt(rows, title)
    note = f"{grouped} {physician_panels.ALONE} {NO_CAUSE}"
    exhibit = Exhibit(title, rows, physician_groups.by_group, alt, note, GROUPS, missing=physician_panels.DASH)
    exhibit = exhibit._replace(about=looked.drawn_from[-1:])
    reference = Reference(physician_panels.COUNTED, seen.row.practicing_per_100k)
    left, right = st.columns(2, gap="large")
    with left:
        show(physician_panels.of(seen, exhibit), physician_charts.groups(rows, reference), key="groups_physicians")
    with right:
        title = f"People for each, and counties not known, by {by}: {where}"
        table = exhibit._replace(title=title, alt=title, note=DASHED)
        listed(physician_panels.of(seen, table), "groups_physicians_table")
    physician_sections.to_load()


def district(place: Place, told: Told, one: OnePager) -> None:
    """Physicians of a specialty in each county that the place lies in."""
    seen = _chosen(place, "How many physicians are counted there, by whole county?")
    if seen is None:
        return
    chosen = {"supply": seen.counter.source_id, "specialty": seen.specialty}
    rows = ask(physician_groups.in_place, place_id=told.row.place_id, **chosen)
    said = physician_group_sentences.inside(rows, one.name, seen.whom)
    title = f"People for each physician, by whole county of {one.name}: {seen.whom}, {seen.row.supply_year}"
    st.markdown(said)
    note = f"{WHOLE} {seen.counter.caveat} {physician_panels.DASHED}"
    exhibit = Exhibit(
        title, rows, physician_groups.in_place, f"{title}. {said}", note, COUNTIES, missing=physician_panels.DASH
    )
    listed(physician_panels.of(seen, exhibit), "district_physicians")
    physician_sections.to_load()
