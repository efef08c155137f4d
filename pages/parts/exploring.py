"""What does the reader want to explore? Rows, place and filters in the sidebar."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import streamlit as st

from analysis import (
    disciplines,
    explore,
    explore_columns,
    explore_cut,
    explore_reach,
    explore_subjects,
    methods,
    pathways,
    questions,
)
from analysis.explore_cut import Cut
from analysis.explore_once import Subject
from analysis.explore_reach import RURAL_CLASS, Where
from analysis.selection import DISCIPLINES
from analysis.supplies import SUPPLIES
from pages.parts import exploring_filters
from pages.parts.answers import ask, explored
from pages.parts.choice import Place
from pages.parts.exploring_widgets import one
from pages.parts.labels import CLASSES_OF, RURAL, STATUS, TYPE
from pages.parts.labels import RURAL_CLASS as CLASSES

ALL = "All of them"


class Sought(NamedTuple):
    """What is explored: the place, the rows, the cut to begin with, its own columns and those that it can reach."""

    place: Place
    subject: Subject
    cut: Cut
    columns: list[str]
    reach: list[str]
    is_of_place: bool = True

    @property
    def where(self) -> str:
        """The place that rows are of, as a sentence begins with it; all there is where they have no state."""
        return self.place.name if self.is_of_place else "all that is loaded"

    @property
    def every(self) -> list[str]:
        """All columns, its own first."""
        return [*self.columns, *self.reach]

    @property
    def is_by_county(self) -> bool:
        """Whether each row is a county, once."""
        return self.subject.one == "county" and "county_fips" in self.columns and not explore_cut.doubled(self.cut)


def sought(place: Place, said: list[str]) -> Sought:
    """What the sidebar says now; what the address cannot have goes into `said`."""
    every = explore_subjects.every(ask(methods.tables)["table_name"].tolist())
    labels = {name: subject.label for name, subject in every.items()}
    name = one("Rows of", labels, "rows_of", said)
    asked = questions.parameters(name) if name in explore_subjects.QUESTIONS else []
    params = tuple(_params(asked, said))
    bare = Cut(name, Where(state=place.state), params)
    columns = explored(explore.columns, bare)
    reach = explore_reach.reachable(columns)
    known = [*columns, *reach, *asked]
    where = _where(place, "region" in known, RURAL_CLASS in [*reach, *asked], said)
    filters = exploring_filters.filters(bare._replace(where=where), every[name], [*columns, *reach], said)
    cut = bare._replace(where=where, filters=tuple(filters))
    return Sought(place, every[name], cut, columns, reach, "state" in known)


def _params(asked: Sequence[str], said: list[str]) -> list[tuple[str, Any]]:
    """What the question is asked with besides the place."""
    choices = {
        "discipline": ("Discipline", {name: name.replace("_", " ").capitalize() for name in DISCIPLINES}),
        "status": ("Designation status", STATUS),
        "designation_type": ("Designation type", TYPE),
        "supply": ("Supply", {name: supply.label for name, supply in SUPPLIES.items()}),
    }
    told = [
        (name, one(label, options, f"q_{name}", said)) for name, (label, options) in choices.items() if name in asked
    ]
    if "language_group" in asked:
        told.append(("language_group", _held("county_language_group", "language_group", said)))
    if "place_level" in asked:
        told.append(("place_level", _held("place_list", "place_level", said)))
    if "dimension" in asked:
        names = dict.fromkeys(ask(pathways.groups)["dimension"])
        told.append(("dimension", one("Groups by", {name: name.capitalize() for name in names}, "q_dimension", said)))
    return told


def _held(table: str, column: str, said: list[str]) -> str:
    names = explored(explore.values, Cut(table), column)
    label = explore_columns.explained(column).label
    start = explore_subjects.CHOICES[column]
    return one(label, {name: name for name in names}, f"q_{column}", said, index=names.index(start))


def _where(place: Place, has_region: bool, has_rural: bool, said: list[str]) -> Where:
    """The region and the rural class, where rows have them."""
    region, definition, rural_class = None, "rucc_metro", None
    if place.regions and has_region:
        names = {None: "All regions"} | {name: name for name in place.regions}
        region = one("Region", names, "in_region", said)
    if has_rural:
        definitions = {name: label for name, label in RURAL.items() if place.state == "MN" or name != "seven_county"}
        definition = one("What counts as rural", definitions, "rural_as", said)
        classes = {None: "All counties"} | {name: CLASSES[name] for name in CLASSES_OF[definition]}
        rural_class = one("Rural or not", classes, "rural_is", said)
    return Where(place.state, region, definition, rural_class)


def nothing(sought: Sought) -> None:
    """What to say where no row is left, or where none is loaded."""
    others = [name for name in explore_cut.disciplines(sought.cut) if name != disciplines.PRIMARY_CARE]
    if len(others) == 1:
        area = disciplines.EVERY[others[0]].area
        st.info(f"No row of {area} shortage areas here. If none is loaded: {disciplines.how_to_load(others[0])}")
        return
    st.info(f"No row is left of “{sought.subject.label}” here. Take off a filter, or choose another state.")
