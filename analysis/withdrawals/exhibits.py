"""The exhibits on areas proposed for withdrawal: people by county, how near the line, each area."""

from typing import NamedTuple

import pandas as pd

from analysis.definitions import claims as definitions_claims
from analysis.definitions import exhibits as definitions_exhibits
from analysis.definitions import queries as definitions_queries
from analysis.definitions import robustness
from analysis.definitions.exhibits import Claimed
from analysis.definitions.robustness import PLAIN, RURAL, Definition, Headline
from analysis.exhibits import registry
from analysis.exhibits.address import Address
from analysis.exhibits.desk import Desk
from analysis.exhibits.model import Exhibit
from analysis.exhibits.registry import View
from analysis.place import choices as place_choices
from analysis.place.choices import Place
from analysis.shortage import exhibits as shortage_exhibits
from analysis.withdrawals import charts, claims, queries, sentences, threshold

BY_RURAL = robustness.definitions(PLAIN, rural=True)
COLUMNS = (
    "area", "fte_short", "hpsa_score", "need_met_share", "designated_too_share", "counties_reached",
    "designation_type", "fte", "implied_population", "has_figures_of_2022", "hpsa_score_2022", "fte_short_2022",
    "match_confidence",
)  # fmt: skip
PEOPLE = ("county", "proposed_alone_population", "fte_short_proposed_withdrawal", "areas_proposed_withdrawal",
          "fte_short", "population")  # fmt: skip
CHANGED = (
    "Figures of 2022 are of the designation that an area continues, matched by name and county. A national update lies "
    "between: the two years are not comparable. Where score and shortage are as in 2022, the listing was carried along."
    " LI in a name: for people with low incomes."
)
IMPLIED = (
    "The line is HRSA’s: 3,500 people for each full-time physician, 3,000 in areas for a group or of high need. "
    "The file gives no population: it is implied by physicians there and short."
)
MOST = 10


class Choices(NamedTuple):
    """The place, and what counts as rural in the answer."""

    place: Place
    definition: Definition = PLAIN


def read(desk: Desk, address: Address) -> Choices:
    """The choices of an address."""
    place = place_choices.read_place(desk, address)
    rules = {rule: RURAL[rule] for rule in RURAL if rule != "seven_county" or place.state == "MN"}
    return Choices(place, Definition(address.one("rural_rule", rules, "metro", "What counts as rural")))


def rural_part(desk: Desk, choices: Choices) -> float | None:
    """The share of the people at stake who live in rural counties; None where it is not known."""
    every = desk.ask(definitions_queries.by_county, state=choices.place.state)
    people = claims.proposed_alone(every)
    return definitions_claims.rural_part(robustness.under(every, choices.definition), people)


def claim(desk: Desk, choices: Choices) -> Claimed | None:
    """That most of the people at stake live in rural counties, or fewer than half."""
    part = rural_part(desk, choices)
    if part is None:
        return None
    every = desk.ask(definitions_queries.by_county, state=choices.place.state)
    mostly = definitions_claims.mostly(claims.proposed_alone(every), part)
    return Claimed(every, Headline(mostly, BY_RURAL))


def inside(desk: Desk, place: Place) -> int:
    """How many listings lie mostly inside designated areas."""
    return int((desk.ask(queries.areas, state=place.state)["designated_too_share"] > 0.5).sum())


def answer(desk: Desk, choices: Choices) -> str:
    """What hangs on the decision, and whether most of the people at stake live in rural counties."""
    total = desk.ask(queries.total, state=choices.place.state).iloc[0]
    meant = robustness.MEANT[choices.definition.rural]
    part = rural_part(desk, choices)
    return sentences.decision(total, inside(desk, choices.place), choices.place.name, part, meant)


VIEW = View("cliff", "Proposed withdrawals", ("state", "rural_rule"), read, answer, stated="alone")
definitions_exhibits.register_badge(VIEW, "withdrawals", "cliff", claim)


@registry.exhibit(VIEW, "withdrawals.people_by_county", "alone")
def people_of(desk: Desk, choices: Choices) -> Exhibit | None:
    """People whom no designated area covers besides, by county; None where there are none."""
    rows = desk.ask(queries.counties, state=choices.place.state)
    areas = desk.ask(queries.areas, state=choices.place.state)
    return people(rows, areas)


registry.also(shortage_exhibits.VIEW, people_of, "alone")


def people(rows: pd.DataFrame, areas: pd.DataFrame) -> Exhibit | None:
    """The same, from rows of cliff.counties and cliff.areas."""
    drawn = rows[rows["proposed_alone_population"] > 0].head(MOST)
    if drawn.empty:
        return None
    title = "People in an area proposed for withdrawal and in no designated one, by county"
    note = f"{shortage_exhibits.EVERYONE} {threshold.implied(areas)}"
    figure = charts.alone_bars(drawn, height=30 + 34 * len(drawn))
    return Exhibit(title, rows, queries.counties, f"Bars: {threshold.alone(rows)}", note, PEOPLE, figure=figure)


@registry.exhibit(VIEW, "withdrawals.line", "line")
def line_of(desk: Desk, choices: Choices) -> Exhibit | None:
    """How near the line of designation each area stands; None without areas."""
    rows = desk.ask(queries.areas, state=choices.place.state)
    return None if rows.empty else line(rows)


def line(rows: pd.DataFrame) -> Exhibit:
    """The same, from rows of cliff.areas."""
    title = "Physicians there, of those that the line of designation asks for, by area"
    near = threshold.near(rows)
    figure = charts.line_dots(threshold.stacked(rows), height=330)
    return Exhibit(title, rows, queries.areas, f"{title}. {near}", f"{near} {IMPLIED}", COLUMNS, figure=figure)


@registry.exhibit(VIEW, "withdrawals.areas", "cliff")
def areas_of(desk: Desk, choices: Choices) -> Exhibit:
    """Each area, and how it stood in 2022 where it can be matched; a table."""
    return areas(desk.ask(queries.areas, state=choices.place.state))


def areas(rows: pd.DataFrame) -> Exhibit:
    """The same, from rows of cliff.areas."""
    title = "Areas proposed for withdrawal, the most physicians short first"
    return Exhibit(title, rows, queries.areas, f"{title}: {len(rows)} areas", CHANGED, COLUMNS)
