"""The exhibits of the overview: the map of physicians short, and the ten largest gaps."""

import pandas as pd

from analysis.charts import bars
from analysis.charts import county_map as charts_county_map
from analysis.definitions import exhibits as definitions_exhibits
from analysis.definitions import queries as definitions_queries
from analysis.definitions import robustness
from analysis.definitions.exhibits import Claimed
from analysis.definitions.robustness import PLAIN, Headline
from analysis.exhibits import registry
from analysis.exhibits.address import Address
from analysis.exhibits.desk import Desk
from analysis.exhibits.model import Exhibit
from analysis.exhibits.registry import View
from analysis.place import choices as place_choices
from analysis.query.selection import Selection
from analysis.shortage import claims, queries, sentences
from analysis.shortage import exhibits as shortage_exhibits
from analysis.shortage.exhibits import BY_SHORTAGE, Choices
from analysis.withdrawals import exhibits as withdrawals_exhibits
from analysis.wording.measures import MEASURES

MEASURE = MEASURES["fte_short_chosen"]
HEIGHT, MOST = 284, 10
COLUMNS = ("county", "fte_short_chosen", "shortage_population_share", "population")


def read(desk: Desk, address: Address) -> Choices:
    """The choices of an address: the place alone."""
    place = place_choices.read_place(desk, address)
    return Choices(place, Selection(state=place.state), MEASURE)


def leading(desk: Desk, choices: Choices) -> tuple[str, str]:
    """The part of the place that alone is short of most, "" where none is, and the column that divides the place."""
    every = desk.ask(definitions_queries.by_county, state=choices.place.state)
    by = claims.divided_by(every)
    most = claims.leader(robustness.under(every, PLAIN), by)
    return most.place if most and most.is_alone else "", by


def answer(desk: Desk, choices: Choices) -> str:
    """Where the shortage stands, and which part of the place is short of most."""
    total = desk.ask(queries.state, selection=choices.selection).iloc[0]
    name, by = leading(desk, choices)
    most = f"the {name} region" if name and by == "region" else name
    return sentences.answer(total, choices.place.name, most)


def claim(desk: Desk, choices: Choices) -> Claimed | None:
    """That the part that the answer names leads; None where it names none."""
    name, by = leading(desk, choices)
    if not name:
        return None
    every = desk.ask(definitions_queries.by_county, state=choices.place.state)
    return Claimed(every, Headline(claims.Leads(name, by), BY_SHORTAGE))


VIEW = View("overview", "Overview", ("state",), read, answer, stated="overview_map")
definitions_exhibits.register_badge(VIEW, "overview", "overview", claim)
registry.also(VIEW, withdrawals_exhibits.people_of, "alone")


@registry.exhibit(VIEW, "overview.county_map", "overview_map")
def county_map_of(desk: Desk, choices: Choices) -> Exhibit:
    """The map of physicians short by county."""
    counties = desk.ask(queries.by_county, selection=choices.selection)
    total = desk.ask(queries.state, selection=choices.selection).iloc[0]
    return shortage_exhibits.county_map(desk, counties, total, choices, None, HEIGHT)


@registry.exhibit(VIEW, "overview.largest_gaps", "deepest")
def largest_gaps_of(desk: Desk, choices: Choices) -> Exhibit:
    """The ten counties that are short of the most physicians."""
    return largest_gaps(desk.ask(queries.by_county, selection=choices.selection))


def largest_gaps(counties: pd.DataFrame) -> Exhibit:
    """The same, from rows of shortage.by_county, most short first."""
    rows = counties.head(MOST)
    figure = bars.ranked_bars(rows, charts_county_map.named(counties)[:MOST], MEASURE, height=312)
    title = "The ten largest gaps: physicians short (FTE)"
    return Exhibit(title, rows, queries.by_county, sentences.deepest(rows), columns=COLUMNS, figure=figure)
