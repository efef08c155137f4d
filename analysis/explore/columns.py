"""How is a column of a cut drawn? Its scale, its name and its date, as the map's own measures have them."""

from collections.abc import Sequence
from typing import NamedTuple

from analysis.explore import query, subjects
from analysis.explore.query import Cut, Figure
from analysis.query import run as query_run
from analysis.wording import columns as wording_columns
from analysis.wording import disciplines, numbers
from analysis.wording.measures import MEASURES
from data import registry as data_registry
from data.registry import Source

NEED = ("short", "hpsa_score", "areas", "proposed", "implied")
# What rows are called in charts, the first that they have.
NAMES = (
    "county", "place_name", "area", "underserved_area", "hospital", "health_center", "place", "tract_geoid",
    "area_2022", "area_id", "underserved_area_id", "county_fips", "place_id", "member_label", "language_group",
    "language", "birthplace", "specialty_label", "stage_label", "statement", "title", "country", "district",
    "house_district", "state_name", "state",
)  # fmt: skip
WORD_OF = {
    "county_fips": "county", "area_id": "area", "underserved_area_id": "underserved_area", "state": "state_name",
}  # fmt: skip
TABLES_REACHED = ("county", "county_rural_class", "shortage_area", "tract")
FITS = "fits"


class Drawn(NamedTuple):
    """A column that is drawn, told as analysis.measures.Measure tells one of the map's own."""

    column: str
    scale: str
    label: str
    unit: str
    meaning: str
    as_of: str
    state_is: str = ""
    group: str = ""


def drawn(name: str, sources: Sequence[Source]) -> Drawn:
    """The column with its colours; its date is of its own sources among these."""
    column = wording_columns.explained(name)
    own = [source.as_of_label for source in sources if source.source_id in column.sources.split()]
    return Drawn(name, scale(name), column.label, column.unit, column.meaning, "; ".join(own))


def scale(name: str) -> str:
    """Which of the three scales a column has everywhere."""
    base = wording_columns.plain(name)
    if base in MEASURES:
        return MEASURES[base].scale
    if base.endswith("change_share"):
        return "change"
    return "need" if any(word in base for word in NEED) else "people"


def figure(column: str, taken: str, known: Sequence[str], *, is_apart: bool) -> tuple[Figure, str]:
    """How a column is taken together: as the reader wants it, or as it bears; and why not as wanted, or ""."""
    allowed = wording_columns.hows(column, known, is_apart=is_apart)
    if taken in (FITS, *allowed):
        return Figure(column, allowed[0] if taken == FITS else taken), ""
    instead = numbers.lower(wording_columns.HOWS[allowed[0]])
    label = wording_columns.explained(column).label
    why = wording_columns.why_not_added(column) if taken == "sum" else ""
    why = why or f"“{label}” has no {numbers.lower(wording_columns.HOWS[taken])} here."
    return Figure(column, allowed[0]), f"{why} Here it is the {instead}."


def sources(chosen: Cut, shown: Sequence[str]) -> list[Source]:
    """The sources of the columns of a cut that are shown, made of what their table or question reads."""
    base = [name for name in map(wording_columns.plain, shown) if name in data_registry.dictionary()]
    of = query.disciplines(chosen)
    if chosen.subject in subjects.QUESTIONS:
        return query_run.sources_of(chosen.subject, base, *of)
    others = {source for name, source in disciplines.OF_DISCIPLINE.items() if name not in of}
    every = [source for source in data_registry.sources().values() if source.source_id not in others]
    own = [source for source in every if chosen.subject in source.tables]
    read = {source.source_id for source in every if {chosen.subject, *TABLES_REACHED} & set(source.tables)}
    named = dict.fromkeys(source for name in base for source in data_registry.dictionary()[name].sources.split())
    return [data_registry.sources()[name] for name in named if name in read] or own


def name_column(columns: Sequence[str], reach: Sequence[str] = ()) -> str:
    """The column that names a row: its own, or the word for its own code that it reaches; else the first one.

    A part of an area in a county is named by the area.
    """
    is_part = {"area_id", "county_fips"} <= set(columns)
    own = "area_id" if is_part else next((name for name in NAMES if name in columns), columns[0])
    word = WORD_OF.get(own, own)
    return word if word in (*columns, *reach) else own


def apart(name: str, columns: Sequence[str], *, is_everywhere: bool) -> tuple[str, ...]:
    """What tells rows of one name apart: the county of what lies in one, the state where there are several."""
    beside = ["county"] if name in ("area", "underserved_area") and "county_fips" in columns else []
    named = [*beside, *(["state"] if is_everywhere else [])]
    return tuple(one for one in named if one in columns and one != name)
