"""Blocks that more than one page arranges: figures of a county beside its state, the map's exhibit."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analysis.county import queries as county_queries
from analysis.query.selection import Selection
from analysis.shortage import queries as shortage_queries
from analysis.shortage import sentences as shortage_sentences
from analysis.wording import disciplines, numbers
from analysis.wording.measures import MEASURES, Measure
from data import registry as data_registry
from pages.kit.cache import ask
from pages.kit.exhibits import Exhibit
from pages.kit.place import TYPE, Place
from pages.kit.tables import words_table

TERMS = (
    "FTE: full-time equivalent, 40 hours a week. HPSA: health professional shortage area, as designated by "
    "HRSA, the federal Health Resources and Services Administration."
)
EVERYONE = "Where an area is for a group, such as people with low incomes, everyone who lives there is counted."
PICKED = ("county", "fte_short", "shortage_population_share", "population")
FIVE = ("fte_short_chosen", "shortage_population_share", "hpsa_score_max", "limited_english", "population")


def map_exhibit(counties: pd.DataFrame, measure: Measure, where: str, selection: Selection) -> Exhibit:
    """The map's title, alt text and notes, from the numbers it draws."""
    figures = counties[measure.column].dropna()
    title = map_title(measure, where, selection)
    alt = f"Map: {title}."
    if len(figures):
        ends = [numbers.figure(end, measure.unit) for end in (figures.min(), figures.max())]
        alt += f" From {ends[0]} to {ends[1]}, the most in {counties.loc[figures.idxmax(), 'county']}."
    columns = ["county", measure.column, "fte_short", "shortage_population_share", "population"]
    columns = list(dict.fromkeys(columns))
    note = f"{shared_out(counties)} {EVERYONE}" if measure.group == "Shortage" else ""
    return Exhibit(title, counties, shortage_queries.by_county, alt, note, columns, discipline=selection.discipline)


def ranked_columns(counties: pd.DataFrame, measure: Measure) -> list[str]:
    """The columns of the table beside the map."""
    state = ["state"] if counties["state"].nunique() > 1 else []
    return list(dict.fromkeys(["county", *state, measure.column, "fte_short_chosen", "population"]))


def map_title(measure: Measure, where: str, selection: Selection) -> str:
    """What is measured, in which areas, where, by what and when."""
    is_said = selection.discipline == disciplines.PRIMARY_CARE or measure.label != MEASURES[measure.column].label
    area = disciplines.EVERY[selection.discipline].area
    kind = "" if is_said or measure.group != "Shortage" else f", {area},"
    if measure.group == "Shortage" and (selection.status, selection.designation_type) != ("designated", "all"):
        kind += f" in areas {shortage_sentences.STATUSES[selection.status]}"
        kind += "" if selection.designation_type == "all" else f", {TYPE[selection.designation_type].lower()} only"
    return f"{measure.label}{kind} by county, {numbers.inside(where).rstrip(',')} ({measure.as_of})"


def care_note(place: Place) -> str:
    """Where the places of care come from, and how many hospitals could not be placed."""
    care = ask(county_queries.care, state=place.state)
    missing = int(care["latitude"].isna().sum())
    lost = f"; {numbers.plural(missing, 'hospital')} could not be placed" if missing else ""
    names = ("cms_hospitals", "hifld_hospitals", "hrsa_health_centers")
    listed, placed, centers = (data_registry.sources()[name].as_of_label for name in names)
    return (
        f"Hospitals of all {numbers.inside(place.name)}: {listed}, placed by {placed}{lost}. Health centers: {centers}."
    )


def beside(
    columns: Sequence[str], *places: tuple[str, pd.Series], discipline: str = disciplines.PRIMARY_CARE
) -> pd.DataFrame:
    """Measures down, places across, each figure as it is said."""
    rows = {
        name: [numbers.figure(row.get(column), MEASURES[column].unit) for column in columns] for name, row in places
    }
    return pd.DataFrame({"": [MEASURES[column].of(discipline).label for column in columns]} | rows)


def county_panel(counties: pd.DataFrame, chosen: str, total: pd.Series, place: Place, discipline: str) -> None:
    """Five figures of a county, the place's beside each, and the way to its page."""
    row = counties[counties["county_fips"] == chosen].iloc[0]
    with st.container(border=True):
        region = f", {row.region} region" if isinstance(row.region, str) else ""
        st.markdown(f"**{row.county}**{region}")
        words_table(beside(FIVE, (row.county, row), (place.name, total), discipline=discipline))
        st.page_link(
            "pages/county/page.py",
            label=f"Open the brief of {row.county}",
            icon=":material/arrow_forward:",
            query_params={"state": place.label, "county": row.county},
        )


def headline_figures(total: pd.Series) -> None:
    """The four numbers under the answer."""
    figures = (
        ("Physicians short (FTE)", numbers.figure(total.fte_short, "FTE"), "In designated areas. " + TERMS),
        (
            "Designated areas",
            numbers.figure(total.areas_designated, "count"),
            "Geographic and population areas; facilities apart.",
        ),
        (
            "People living in them",
            numbers.people(total.shortage_population),
            "Each counted once. Where an area is for a group, such as people with low incomes, everyone living "
            "there is in this number. An estimate: census tracts in Minnesota, land area elsewhere.",
        ),
        (
            "Proposed for withdrawal",
            numbers.plural(total.areas_proposed_withdrawal, "area"),
            f"Short {numbers.figure(total.fte_short_proposed_withdrawal, 'FTE')} FTE, not part of the first number. "
            "The decision was due in July 2026, after this vintage.",
        ),
    )
    with st.container(horizontal=True, gap="large"):
        for label, value, meaning in figures:
            st.metric(label, value, help=meaning, width="content")


def next_steps(place: Place) -> None:
    """Where to go from the answer."""
    with st.container(horizontal=True, gap="medium"):
        st.page_link(
            "pages/shortage/page.py",
            label="Explore the map",
            icon=":material/map:",
            query_params={"state": place.label},
        )
        st.page_link(
            "pages/county/page.py",
            label="Find your county",
            icon=":material/location_on:",
            query_params={"state": place.label},
        )
        st.page_link("pages/participants/page.py", label="Follow the participants", icon=":material/route:")
        st.page_link("pages/methods/page.py", label="Check the sources", icon=":material/menu_book:")


BY_TRACT = "Areas across county lines are shared out by people in census tracts; the smallest areas by land."
BY_LAND = "Areas across county lines are shared out by land area."
BY_COMPONENT = "Areas across county lines are shared out by people of the whole counties that they are made of."
BY_COUNT = (
    "Areas are shared out by people where they are made of whole counties; where of census tracts, each tract counts "
    "alike, and how many of a county’s people live there is not known."
)
BOTH_WAYS = "Areas across county lines are shared out by people in Minnesota, by land area elsewhere."


def shared_out(counties: pd.DataFrame) -> str:
    """How areas over these counties were shared out, in a sentence."""
    methods = set(counties["sharing_method"].dropna())
    if {"component_people", "component_count"} & methods:
        return BY_COUNT if "component_count" in methods else BY_COMPONENT
    if "tract_population" not in methods:
        return BY_LAND
    return BY_TRACT if counties["state"].nunique() == 1 else BOTH_WAYS
