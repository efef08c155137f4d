"""The exhibits of a county's page."""

from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from analysis.charts import strips
from analysis.county import brief, queries
from analysis.place import queries as place_queries
from analysis.query.selection import Selection
from analysis.shortage import queries as shortage_queries
from analysis.shortage import sentences as shortage_sentences
from analysis.wording import disciplines, numbers
from analysis.wording.measures import MEASURES
from data import registry as data_registry
from pages.kit import panels as kit_panels
from pages.kit.cache import ask
from pages.kit.exhibits import Exhibit, foot, listed
from pages.kit.place import Place
from pages.kit.tables import table, words_table

COMPARED = (
    "fte_short_chosen",
    "fte_short_chosen_per_100k",
    "shortage_population_share",
    "poverty_share",
    "uninsured_share",
    "limited_english_share",
    "age_65_plus_share",
    "median_income_usd",
)
RANKED = COMPARED[1:7]
PRINTED = (
    "hrsa_primary_care",
    "census_population",
    "census_population_2019",
    "census_saipe",
    "census_language",
    "cdc_svi",
    "cms_hospitals",
    "hifld_hospitals",
)
OTHERS = tuple(name for name in disciplines.EVERY if name != disciplines.PRIMARY_CARE)
AREAS = ("area", "status", "fte_short", "hpsa_score", "area_population_share", "designation_type", "fte")
FLAGS = {
    "mental_health": ("mental_health_tract_share", "mental_health_components"),
    "dental": ("dental_components",),
}
BY_PEOPLE = "shared out by people"
SHARED = {"component_count": "shared out by the number of tracts: how many people live in each is not known"}
NONE_KNOWN = "Mental health and dental care: no flags for this state. The shortage map says what is loaded."


class CountyBrief(NamedTuple):
    """A county's row, its region's, state's and nation's totals, and its lists."""

    fips: str
    row: pd.Series
    state_name: str
    region: pd.Series | None
    state: pd.Series
    nation: pd.Series
    ranks: pd.DataFrame
    intervals: pd.DataFrame
    areas: pd.DataFrame
    years: pd.DataFrame
    languages: pd.DataFrame
    care: pd.DataFrame
    flags: pd.DataFrame
    counties: pd.DataFrame


def gather(counties: pd.DataFrame, fips: str) -> CountyBrief:
    """All that is known of the county `fips`, one of the rows of `counties`."""
    row = counties.set_index("county_fips", drop=False).loc[fips]
    here = Selection(state=row.state)
    states = ask(place_queries.states).set_index("state")
    region = row.region if isinstance(row.region, str) else None
    return CountyBrief(
        fips,
        row,
        states.loc[row.state, "state_name"],
        ask(shortage_queries.state, selection=here._replace(region=region)).iloc[0] if region else None,
        ask(shortage_queries.state, selection=here).iloc[0],
        ask(shortage_queries.state, selection=here._replace(state=None)).iloc[0],
        ask(queries.ranks, county_fips=fips),
        ask(queries.intervals, county_fips=fips),
        ask(shortage_queries.areas, selection=here._replace(status="both"), county_fips=fips),
        ask(queries.population, county_fips=fips),
        ask(queries.languages, county_fips=fips),
        ask(queries.care, county_fips=fips),
        ask(queries.flags, county_fips=fips),
        ask(shortage_queries.by_county, selection=here),
    )


def places(told: CountyBrief) -> dict[str, pd.Series]:
    """The places that the county is held against, by name."""
    region = {} if told.region is None else {f"{told.row.region} region": told.region}
    return region | {told.state_name: told.state, "United States": told.nation}


def brief_comparison(told: CountyBrief) -> pd.DataFrame:
    """Measures down; county, region, state, nation and the county's rank across, in words."""
    ranks = told.ranks.set_index("measure")
    columns = {told.row.county: told.row, **places(told)}
    said = {
        name: [numbers.figure(row.get(column), MEASURES[column].unit) for column in COMPARED]
        for name, row in columns.items()
    }
    said[told.row.county] = [_with_interval(told, column) for column in COMPARED]
    rank = [
        f"{numbers.ordinal(ranks.loc[column, 'measure_rank'])} of {ranks.loc[column, 'counties_ranked']}"
        if column in ranks.index and ranks.loc[column, "measured"] > 0
        else ""
        for column in COMPARED
    ]
    return pd.DataFrame({"Measure": [MEASURES[column].label for column in COMPARED], **said, "Rank": rank})


def _with_interval(told: CountyBrief, column: str) -> str:
    """The county's figure, with its 90% interval where there is sampling."""
    unit = MEASURES[column].unit
    figure = numbers.figure(told.row.get(column), unit)
    ends = told.intervals[told.intervals["measure"] == column]
    if ends.empty:
        return figure
    low, high = (numbers.figure(ends.iloc[0][name], unit) for name in ("measured_low", "measured_high"))
    return f"{figure} ({low} to {high})"


def answer(told: CountyBrief) -> str:
    """The county in a sentence."""
    designated = told.areas[told.areas["status"] == "designated"]
    return shortage_sentences.county(told.row, told.state, told.state_name, designated["designation_type"])


def unchosen(place: Place, counties: pd.DataFrame) -> None:
    """Before a county is chosen: how to choose one, and all there are."""
    st.title(f"Which county of {numbers.inside(place.name)} would you like to read about?")
    st.info(
        "Pick a county in the list at the side (on a phone, open it at the top left), or click one on the shortage map."
    )
    table(counties, "pick", f"Counties of {place.name}", kit_panels.PICKED)


def download(told: CountyBrief) -> None:
    """The brief on one page of paper, to take along."""
    st.download_button(
        "Download the one-page brief",
        data=lambda: page(told),
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
        queries.ranks,
        f"{told.row.county}: ranks of its figures in {told.state_name}",
        "Shares and medians of larger places are means of their counties, weighted by people. Rank 1 has the most.",
        ("measured", *COMPARED),
    )
    st.markdown(f"**{exhibit.title}**")
    words_table(brief_comparison(told))
    foot(exhibit, "comparison")


def strips_exhibit(told: CountyBrief) -> Exhibit:
    """Where the county stands among all counties of its state."""
    first = told.ranks.sort_values("measure_rank").iloc[0]
    alt = (
        f"Strips of every county in {told.state_name} on {len(RANKED)} measures. {told.row.county} ranks "
        f"highest on {MEASURES[first.measure].label}: {numbers.ordinal(first.measure_rank)} of {first.counties_ranked}."
    )
    title = f"{told.row.county} among the {len(told.counties)} counties of {told.state_name}"
    note = "Each tick is a county. Every strip has its own scale, from the least to the most in the state."
    return Exhibit(title, told.counties, shortage_queries.by_county, alt, note, ("county", *RANKED))


def strip_figure(told: CountyBrief) -> dict[str, Any]:
    """The figure of strips_exhibit."""
    measures = [MEASURES[column] for column in RANKED]
    return strips.rank_strips(told.counties, told.fips, measures, places(told))


def areas_exhibit(told: CountyBrief) -> Exhibit:
    """The county's shortage areas with status and score."""
    one = "primary care shortage area"
    count = numbers.plural(len(told.areas), one) if len(told.areas) else f"no {one}"
    return Exhibit(
        f"Primary care shortage areas that reach into {told.row.county}",
        told.areas,
        shortage_queries.areas,
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
        queries.population,
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
        queries.languages,
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
        queries.care,
        f"{numbers.plural(len(told.care), 'hospital or health-center site', 'hospitals and health-center sites')} in "
        f"{told.row.county}.",
        "Hospitals as CMS lists them, beds and places as of 2020; health centers about 2020.",
        ("place", "place_kind", "beds", "city"),
    )


def page(told: CountyBrief) -> str:
    """The brief as one HTML page to print."""
    areas = told.areas.head(6)
    listed = pd.DataFrame(
        {
            "Shortage area": areas["area"],
            "Status": areas["status"].map(shortage_sentences.STATUSES),
            "Score": areas["hpsa_score"].map(lambda score: numbers.figure(score, "score")),
            "FTE short": areas["fte_short"].map(lambda fte: numbers.figure(fte, "FTE")),
            "In county": areas["area_population_share"].map(numbers.percent),
        }
    )
    tongues = pd.DataFrame(
        {
            "Language at home": told.languages["language_group"],
            "People": [
                f"{row.limited_english_group:,} ± {row.limited_english_group_moe:,.0f}"
                for row in told.languages.itertuples()
            ],
        }
    )
    kept = told.years[told.years["population_year"].isin([2010, 2015, 2019, 2020, 2024])]
    people = pd.DataFrame(
        {
            "Year (estimated in)": [f"{row.population_year} ({row.vintage_year})" for row in kept.itertuples()],
            "People": kept["people"].map("{:,}".format),
        }
    )
    hospitals = (told.care["place_kind"] != "health center").sum()
    blocks = [
        brief.Block("Beside its state and the nation", brief_comparison(told)),
        brief.Block(f"Primary care shortage areas{_first(6, len(told.areas))}", listed, "HRSA lists none here."),
        brief.Block(f"Hospitals{_first(5, hospitals)}", _hospitals(told.care, 5), "CMS lists none here."),
        brief.Block("People with limited English, 90% margin", tongues, "Not known."),
        brief.Block("People, two vintages that are not comparable", people, "Not known."),
    ]
    labels = "; ".join(data_registry.sources()[name].as_of_label for name in PRINTED)
    headline = answer(told)
    return brief.page(told.row.county, told.state_name, headline, blocks, told.fips, f"Sources: {labels}.")


def _first(most: int, there_are: int) -> str:
    return f" (the first {most} of {there_are})" if there_are > most else ""


def _hospitals(care: pd.DataFrame, most: int) -> pd.DataFrame:
    hospitals = care[care["place_kind"] != "health center"].head(most)
    return pd.DataFrame(
        {
            "Hospital": hospitals["place"] + ", " + hospitals["city"],
            "Kind": hospitals["place_kind"],
            "Beds (2020)": hospitals["beds"].map(lambda beds: numbers.figure(beds, "count")),
        }
    )


def section(told: CountyBrief) -> None:
    """The county's areas of each discipline that is loaded for its state, then what is known of the others."""
    loaded = [name for name in OTHERS if _is_loaded(told, name)]
    for name in loaded:
        listed(discipline_areas_exhibit(told, name), f"areas_{name}")
    _flags(told, [name for name in OTHERS if name not in loaded])


def _is_loaded(told: CountyBrief, discipline: str) -> bool:
    total = ask(shortage_queries.state, selection=Selection(state=told.row.state, discipline=discipline)).iloc[0]
    return bool(total.states_listed)


def discipline_areas_exhibit(told: CountyBrief, discipline: str) -> Exhibit:
    """The county's shortage areas of a discipline, and what the county's own part of them is short."""
    here, kind = Selection(state=told.row.state, discipline=discipline), disciplines.EVERY[discipline]
    areas = ask(shortage_queries.areas, selection=here._replace(status="both"), county_fips=told.fips)
    one = f"{kind.area} shortage area"
    count = numbers.plural(len(areas), one) if len(areas) else f"no {one}"
    part = _part(told, here, areas["status"])
    return Exhibit(
        f"{kind.label} shortage areas that reach into {told.row.county}",
        areas,
        shortage_queries.areas,
        f"HRSA lists {count} in {told.row.county}, designated or proposed for withdrawal. {part}".strip(),
        f"{part} FTE short in the table is of the whole area. {disciplines.counted(areas)}".strip(),
        AREAS,
        discipline=discipline,
    )


def _part(told: CountyBrief, here: Selection, status: pd.Series) -> str:
    """What the county's own part of its designated areas is short, and by what; nothing of a county without areas."""
    kind = disciplines.EVERY[here.discipline]
    if not (status == "designated").any():
        return "" if status.empty else f"No designated {kind.area} shortage area reaches into {told.row.county}."
    own = ask(shortage_queries.by_county, selection=here).set_index("county_fips").loc[told.fips]
    return (
        f"{told.row.county}’s part of the designated areas is short the equivalent of "
        f"{numbers.figure(own.fte_short, 'FTE')} full-time {kind.many}, {SHARED.get(own.sharing_method, BY_PEOPLE)}."
    )


def _flags(told: CountyBrief, unknown: list[str]) -> None:
    """What is known of the disciplines that are not loaded, and what is not."""
    if told.flags.empty:
        if unknown:
            st.caption(NONE_KNOWN)
        return
    said = shortage_sentences.of_county(told.flags.iloc[0], unknown)
    title = shortage_sentences.title(told.row.county, unknown)
    columns = tuple(column for name in unknown for column in FLAGS[name])
    shown = (*columns, "mua_tract_share", "tracts_2010")
    listed(Exhibit(title, told.flags, queries.flags, f"{title}. {said}", said, shown), "flags")
