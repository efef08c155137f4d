"""One place on one page: what stands there, whatever it is printed on?"""

import datetime
from typing import NamedTuple

import pandas as pd

from analysis import district_lines, district_sentences, locator, outlines, words
from analysis.district_lines import Line

MOST_AREAS = 8
NAMED = 5
TERMS = (
    "FTE: full-time equivalent, 40 hours a week. Shortage area: designated by HRSA, the federal Health Resources and "
    "Services Administration; LI in a name: for people with low incomes, where the figures count everyone. Proposed "
    "for withdrawal: the decision was due in July 2026, after these figures. Limited English: aged 5 or more, speaking "
    "English not well or not at all."
)


class Told(NamedTuple):
    """Rows of the questions of analysis/district.py: the place, the state, its areas, all errors, county names."""

    row: pd.Series
    state: pd.Series
    areas: pd.DataFrame
    errors: pd.DataFrame
    county_names: dict[str, str]


class OnePager(NamedTuple):
    """Everything on the page, in words; `areas` are name, status, FTE short there and score, the most short first."""

    place_id: str
    title: str
    answer: str
    name: str
    state_name: str
    lines: tuple[Line, ...]
    areas: tuple[tuple[str, str, str, str], ...]
    areas_left: int
    picture: str
    picture_alt: str
    estimate: str
    sources: str
    made: str


def composed(told: Told, sources: str, version: str, made: datetime.date) -> OnePager:
    """The page of a place; `sources` are as-of labels, `version` is of the database."""
    row, designated = told.row, told.areas[told.areas["status"] == "designated"]
    return OnePager(
        row.place_id,
        district_sentences.title(row),
        district_sentences.answer(row, told.state, set(designated["designation_type"])),
        row.place_name,
        told.state.place_name,
        district_lines.lines(row, told.state),
        tuple(_area(area) for area in told.areas.head(MOST_AREAS).itertuples()),
        max(len(told.areas) - MOST_AREAS, 0),
        locator.svg(row.place_id, told.county_names),
        picture_alt(row, told.county_names),
        district_sentences.estimate(row, told.errors),
        f"Sources: {sources}.",
        f"Physician Gap Atlas, data {version}, made {made.day} {made:%B %Y}",
    )


def _area(area: pd.Series) -> tuple[str, str, str, str]:
    status = words.SPELLED["status"][area.status]
    return area.area, status, words.figure(area.place_area_fte_short, "FTE"), words.figure(area.hpsa_score, "score")


def picture_alt(row: pd.Series, county_names: dict[str, str]) -> str:
    """The locator in words: where the place lies."""
    near = [county_names[county] for county in outlines.counties_of(row.place_id) if county in county_names]
    said = [*near[:NAMED], f"{len(near) - NAMED} more"] if len(near) > NAMED + 1 else near
    where = "" if row.place_level == "county" or not near else f" It lies in {words.listed(said)}."
    return f"Map of Minnesota with {district_sentences.name(row)} filled, and a close-up of it.{where}"
