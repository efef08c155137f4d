"""Everything that a county's page and its printed brief say, asked once."""

from typing import NamedTuple

import pandas as pd

from analysis import brief, county, sentences, shortage, words
from analysis.measures import MEASURES
from analysis.selection import Selection
from data import registry
from pages.parts.answers import ask

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


class CountyBrief(NamedTuple):
    """A county's row, its region's, state's and nation's totals, and its lists."""

    fips: str
    row: pd.Series
    state_name: str
    region: pd.Series | None
    state: pd.Series
    nation: pd.Series
    ranks: pd.DataFrame
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
    states = ask(county.states).set_index("state")
    region = row.region if isinstance(row.region, str) else None
    return CountyBrief(
        fips,
        row,
        states.loc[row.state, "state_name"],
        ask(shortage.state, selection=here._replace(region=region)).iloc[0] if region else None,
        ask(shortage.state, selection=here).iloc[0],
        ask(shortage.state, selection=here._replace(state=None)).iloc[0],
        ask(county.ranks, county_fips=fips),
        ask(shortage.areas, selection=here._replace(status="both"), county_fips=fips),
        ask(county.population, county_fips=fips),
        ask(county.languages, county_fips=fips),
        ask(county.care, county_fips=fips),
        ask(county.flags, county_fips=fips),
        ask(shortage.by_county, selection=here),
    )


def places(told: CountyBrief) -> dict[str, pd.Series]:
    """The places that the county is held against, by name."""
    region = {} if told.region is None else {f"{told.row.region} region": told.region}
    return region | {told.state_name: told.state, "United States": told.nation}


def comparison(told: CountyBrief) -> pd.DataFrame:
    """Measures down; county, region, state, nation and the county's rank across, in words."""
    ranks = told.ranks.set_index("measure")
    columns = {told.row.county: told.row, **places(told)}
    said = {
        name: [words.figure(row.get(column), MEASURES[column].unit) for column in COMPARED]
        for name, row in columns.items()
    }
    rank = [
        f"{words.ordinal(ranks.loc[column, 'measure_rank'])} of {ranks.loc[column, 'counties_ranked']}"
        if column in ranks.index
        else ""
        for column in COMPARED
    ]
    return pd.DataFrame({"Measure": [MEASURES[column].label for column in COMPARED], **said, "Rank": rank})


def printed(told: CountyBrief) -> str:
    """The brief as one HTML page to print."""
    areas = told.areas.head(8)
    listed = pd.DataFrame(
        {
            "Shortage area": areas["area"],
            "Status": areas["status"].map(sentences.STATUSES),
            "Score": areas["hpsa_score"].map(lambda score: words.figure(score, "score")),
            "FTE short": areas["fte_short"].map(lambda fte: words.figure(fte, "FTE")),
            "In county": areas["area_population_share"].map(words.percent),
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
    kept = told.years[told.years["population_year"].isin([2010, 2015, 2019, 2020, 2022, 2024])]
    people = pd.DataFrame(
        {
            "Year (estimated in)": [f"{row.population_year} ({row.vintage_year})" for row in kept.itertuples()],
            "People": kept["people"].map("{:,}".format),
        }
    )
    hospitals = (told.care["place_kind"] != "health center").sum()
    blocks = [
        brief.Block("Beside its state and the nation", comparison(told)),
        brief.Block(f"Primary care shortage areas{_first(8, len(told.areas))}", listed, "HRSA lists none here."),
        brief.Block(f"Hospitals{_first(6, hospitals)}", _hospitals(told.care, 6), "CMS lists none here."),
        brief.Block("People with limited English, 90% margin", tongues, "Not known."),
        brief.Block("People, two vintages that are not comparable", people, "Not known."),
    ]
    labels = "; ".join(registry.sources()[name].as_of_label for name in PRINTED)
    answer = sentences.county(told.row, told.state, told.state_name)
    return brief.page(told.row.county, told.state_name, answer, blocks, told.fips, f"Sources: {labels}.")


def _first(most: int, there_are: int) -> str:
    return f" (the first {most} of {there_are})" if there_are > most else ""


def _hospitals(care: pd.DataFrame, most: int) -> pd.DataFrame:
    hospitals = care[care["place_kind"] != "health center"].head(most)
    return pd.DataFrame(
        {
            "Hospital": hospitals["place"] + ", " + hospitals["city"],
            "Kind": hospitals["place_kind"],
            "Beds (2020)": hospitals["beds"].map(lambda beds: words.figure(beds, "count")),
        }
    )
