"""The exhibits of a county's page."""

from typing import Any

import pandas as pd
import streamlit as st

from analysis import county, shortage, strips, words
from analysis.measures import MEASURES
from pages.parts import briefs, panels, printed
from pages.parts.briefs import CountyBrief
from pages.parts.choice import Place
from pages.parts.exhibits import Exhibit, foot
from pages.parts.tables import table, words_table


def unchosen(place: Place, counties: pd.DataFrame) -> None:
    """Before a county is chosen: how to choose one, and all there are."""
    st.title(f"Which county of {words.inside(place.name)} would you like to read about?")
    st.info(
        "Pick a county in the list at the side (on a phone, open it at the top left), or click one on the shortage map."
    )
    table(counties, "pick", f"Counties of {place.name}", panels.PICKED)


def download(told: CountyBrief) -> None:
    """The brief on one page of paper, to take along."""
    st.download_button(
        "Download the one-page brief",
        data=lambda: printed.page(told),
        file_name=f"{told.row.county.lower().replace(' ', '-')}-brief.html",
        mime="text/html",
        on_click="ignore",
        icon=":material/print:",
        help="A file that opens in any browser, needs no network and prints on one page.",
    )


def comparison(told: CountyBrief) -> None:
    """The county's figures beside its region, state and nation, with ranks."""
    exhibit = Exhibit(
        f"{told.row.county} beside its state and the nation",
        told.ranks,
        county.ranks,
        f"{told.row.county}: ranks of its figures in {told.state_name}",
        "Shares and medians of larger places are means of their counties, weighted by people. Rank 1 has the most.",
        ("measured", *briefs.COMPARED),
    )
    st.markdown(f"**{exhibit.title}**")
    words_table(briefs.comparison(told))
    foot(exhibit, "comparison")


def strips_exhibit(told: CountyBrief) -> Exhibit:
    """Where the county stands among all counties of its state."""
    first = told.ranks.sort_values("measure_rank").iloc[0]
    alt = (
        f"Strips of every county in {told.state_name} on {len(briefs.RANKED)} measures. {told.row.county} ranks "
        f"highest on {MEASURES[first.measure].label}: {words.ordinal(first.measure_rank)} of {first.counties_ranked}."
    )
    title = f"{told.row.county} among the {len(told.counties)} counties of {told.state_name}"
    note = "Each tick is a county. Every strip has its own scale, from the least to the most in the state."
    return Exhibit(title, told.counties, shortage.by_county, alt, note, ("county", *briefs.RANKED))


def strip_figure(told: CountyBrief) -> dict[str, Any]:
    """The figure of strips_exhibit."""
    measures = [MEASURES[column] for column in briefs.RANKED]
    return strips.rank_strips(told.counties, told.fips, measures, briefs.places(told))


def areas_exhibit(told: CountyBrief) -> Exhibit:
    """The county's shortage areas with status and score."""
    one = "primary care shortage area"
    count = words.plural(len(told.areas), one) if len(told.areas) else f"no {one}"
    return Exhibit(
        f"Primary care shortage areas that reach into {told.row.county}",
        told.areas,
        shortage.areas,
        f"HRSA lists {count} in {told.row.county}, designated or proposed for withdrawal.",
        "FTE short is of the whole area. A place can be listed twice: designated, and proposed for withdrawal.",
        ("area", "status", "fte_short", "hpsa_score", "area_population_share", "designation_type", "fte"),
    )


def population_exhibit(told: CountyBrief) -> Exhibit:
    """Residents since 2010."""
    first, last = told.years.iloc[0], told.years.iloc[-1]
    return Exhibit(
        f"People in {told.row.county}, {first.population_year} to {last.population_year}",
        told.years,
        county.population,
        f"Line of people in {told.row.county}: {first.people:,} in {first.population_year}, "
        f"{last.people:,} in {last.population_year}.",
        "The line breaks in 2020: two vintages of estimates are not comparable across it.",
    )


def language_exhibit(told: CountyBrief) -> Exhibit:
    """People with limited English by language group."""
    said = [
        f"{row.language_group} {row.limited_english_group:,} (plus or minus {row.limited_english_group_moe:,.0f})"
        for row in told.languages.itertuples()
    ]
    return Exhibit(
        f"People with limited English in {told.row.county}, by language at home",
        told.languages,
        county.languages,
        f"Bars of people with limited English in {told.row.county}: {', '.join(said)}.",
        "People aged 5 or more who speak English not well or not at all; lines are 90% margins. Hmong and Karen are "
        "among Asian and Pacific Island; Somali, Amharic and Oromo among other languages.",
        ("language_group", "limited_english_group", "limited_english_group_moe", "limited_english_group_share"),
    )


def care_exhibit(told: CountyBrief) -> Exhibit:
    """Hospitals and health-center sites."""
    return Exhibit(
        f"Hospitals and health centers in {told.row.county}",
        told.care,
        county.care,
        f"{words.plural(len(told.care), 'hospital or health-center site', 'hospitals and health-center sites')} in "
        f"{told.row.county}.",
        "Hospitals as CMS lists them, beds and places as of 2020; health centers about 2020.",
        ("place", "place_kind", "beds", "city"),
    )
