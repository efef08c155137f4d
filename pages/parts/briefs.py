"""Everything that a county's page and its printed brief say, asked once."""

from typing import NamedTuple

import pandas as pd

from analysis import county, sentences, shortage, words
from analysis.measures import MEASURES
from analysis.selection import Selection
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
        ask(county.intervals, county_fips=fips),
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
    said[told.row.county] = [_with_interval(told, column) for column in COMPARED]
    rank = [
        f"{words.ordinal(ranks.loc[column, 'measure_rank'])} of {ranks.loc[column, 'counties_ranked']}"
        if column in ranks.index and ranks.loc[column, "measured"] > 0
        else ""
        for column in COMPARED
    ]
    return pd.DataFrame({"Measure": [MEASURES[column].label for column in COMPARED], **said, "Rank": rank})


def _with_interval(told: CountyBrief, column: str) -> str:
    """The county's figure, with its 90% interval where there is sampling."""
    unit = MEASURES[column].unit
    figure = words.figure(told.row.get(column), unit)
    ends = told.intervals[told.intervals["measure"] == column]
    if ends.empty:
        return figure
    low, high = (words.figure(ends.iloc[0][name], unit) for name in ("measured_low", "measured_high"))
    return f"{figure} ({low} to {high})"


def answer(told: CountyBrief) -> str:
    """The county in a sentence."""
    designated = told.areas[told.areas["status"] == "designated"]
    return sentences.county(told.row, told.state, told.state_name, designated["designation_type"])
