"""Blocks that more than one page shows: figures of a county beside its state, headline figures, next steps."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analysis.wording import disciplines, numbers
from analysis.wording.measures import MEASURES
from pages.kit.place import Place
from pages.kit.tables import words_table

TERMS = (
    "FTE: full-time equivalent, 40 hours a week. HPSA: health professional shortage area, as designated by "
    "HRSA, the federal Health Resources and Services Administration."
)
PICKED = ("county", "fte_short", "shortage_population_share", "population")
FIVE = ("fte_short_chosen", "shortage_population_share", "hpsa_score_max", "limited_english", "population")


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
