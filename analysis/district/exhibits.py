"""The exhibits of one place: its figures beside the state's, the areas that reach into it, how sure estimates are."""

import datetime
from typing import NamedTuple

import pandas as pd

from analysis.district import one_pager, queries, sentences
from analysis.district.one_pager import OnePager, Told
from analysis.documents.model import InWords
from analysis.exhibits import registry
from analysis.exhibits.address import Address
from analysis.exhibits.desk import Desk
from analysis.exhibits.model import Exhibit
from analysis.exhibits.registry import View
from analysis.place import choices as place_choices
from analysis.place.choices import Place
from analysis.query import run as query_run
from data import store

STATE = "state-MN"
FIGURES = (
    "place_name", "people_estimate", "shortage_people_estimate", "shortage_population_share",
    "fte_short", "areas_designated", "areas_proposed_withdrawal", "fte_short_proposed_withdrawal",
    "proposed_alone_people_estimate", "hospitals", "hospitals_not_placed", "health_centers",
    "limited_english_estimate", "limited_english_share",
)  # fmt: skip
AREAS = ("area", "status", "place_area_fte_short", "place_area_share", "fte_short", "hpsa_score", "designation_type")
ERRORS = (
    "place_level", "districts", "districts_in_part", "ways_differ_median", "ways_differ_most", "ways_differ_place",
    "people_error_median", "people_error_most", "people_error_place",
)  # fmt: skip
TWICE = "A place can be listed twice: designated, and proposed for withdrawal. LI: for people with low incomes."
TWO_WAYS = "Two estimates: parts of census tracts, and whole tracts. People: estimated without that kind’s own counts."


class Choices(NamedTuple):
    """The state, and the place of Minnesota by its place_id (house-12A); None while none is chosen."""

    place: Place
    place_id: str | None


def read(desk: Desk, address: Address) -> Choices:
    """The choices of an address, which names a place by its place_id."""
    place = place_choices.read_place(desk, address)
    named = names(desk)
    known = {None: "", **{place_id: place_id for place_id in named}}
    return Choices(place, address.one("district", known, None, "Place") if place.state == "MN" else None)


def names(desk: Desk) -> dict[str, str]:
    """The name of every place, by place_id."""
    places = desk.ask(queries.places)
    return dict(zip(places["place_id"], places["place_name"], strict=True))


def rows_of(desk: Desk, place_id: str) -> Told:
    """What the queries say of a place: its row, the state's, its areas, how sure estimates are, all names."""
    row, state = (desk.ask(queries.one, place_id=name).iloc[0] for name in (place_id, STATE))
    return Told(row, state, desk.ask(queries.areas, place_id=place_id), desk.ask(queries.errors), names(desk))


def page(rows: Told, made: datetime.date) -> OnePager:
    """The page of a place in words, with its picture."""
    return one_pager.composed(rows, source_labels(rows.row), store.current(), made)


def source_labels(row: pd.Series) -> str:
    """The as-of labels of all figures of a place."""
    sources = query_run.sources_of("district.one", columns(row))
    return "; ".join(dict.fromkeys(source.as_of_label for source in sources))


def columns(row: pd.Series) -> tuple[str, ...]:
    """The figures of a place; of a district also the second estimate, which rests on its lines."""
    return (*FIGURES, "whole_tracts_share") if sentences.is_district(row) else FIGURES


def answer(desk: Desk, choices: Choices) -> str:
    """How short the place is; "" while none is chosen."""
    return page(rows_of(desk, choices.place_id), datetime.date.today()).answer if choices.place_id else ""


VIEW = View("district", "My district", ("state", "district", "counted_by", "physicians_in"), read, answer)


@registry.exhibit(VIEW, "district.figures", "district_figures")
def figures_of(desk: Desk, choices: Choices) -> Exhibit | None:
    """The figures of a district, county or region of Minnesota beside the state's; None while none is chosen."""
    if choices.place_id is None:
        return None
    rows = rows_of(desk, choices.place_id)
    return figures(rows, page(rows, datetime.date.today()))


def figures(rows: Told, one: OnePager) -> Exhibit:
    """The same, from the rows of a place and its page; documents have the page's words, and how sure they are."""
    title = f"{one.name} beside {one.state_name}"
    lines = pd.DataFrame(one.lines).set_axis(["Figure", one.name, one.state_name], axis=1)
    both = pd.DataFrame([rows.row, rows.state])
    worded = InWords(lines, one.estimate)
    return Exhibit(title, both, queries.one, one.answer, columns=columns(rows.row), worded=worded)


@registry.exhibit(VIEW, "district.areas", "district_areas")
def areas_of(desk: Desk, choices: Choices) -> Exhibit | None:
    """Primary care shortage areas that reach into a place; None while none is chosen."""
    if choices.place_id is None:
        return None
    return areas(desk.ask(queries.areas, place_id=choices.place_id), _name(desk, choices.place_id))


def _name(desk: Desk, place_id: str) -> str:
    return desk.ask(queries.one, place_id=place_id).iloc[0].place_name


def areas(rows: pd.DataFrame, name: str) -> Exhibit:
    """The same, from rows of district.areas and the name of the place."""
    title = f"Primary care shortage areas that reach into {name}"
    alt = f"HRSA lists none in {name}." if rows.empty else f"{title}: {len(rows)}"
    return Exhibit(title, rows, queries.areas, alt, TWICE, AREAS)


@registry.exhibit(VIEW, "district.errors", "district_errors")
def errors_of(desk: Desk, choices: Choices) -> Exhibit | None:
    """How sure the estimates of districts are, by kind of district; None while no place is chosen."""
    return errors(desk.ask(queries.errors)) if choices.place_id else None


def errors(rows: pd.DataFrame) -> Exhibit:
    """The same, from rows of district.errors."""
    title = "How sure the estimates of districts are, by kind of district"
    return Exhibit(title, rows, queries.errors, title, TWO_WAYS, ERRORS)
