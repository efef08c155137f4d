"""Which rows does a reader's own cut of a table or question give, and by which SQL?

Everything goes through DuckDB's relations: names are those of the relation itself, values are constants. No text of
a reader's becomes SQL.
"""

import datetime
import re
from collections.abc import Mapping, Sequence
from functools import reduce
from operator import and_
from typing import Any, NamedTuple

import duckdb
import pyarrow as pa
from duckdb import CaseExpression, ColumnExpression, ConstantExpression, Expression, FunctionExpression

from analysis.explore import subjects
from analysis.methods import queries as methods_queries
from analysis.query import run as query_run
from analysis.query.run import PARAMETER
from analysis.query.selection import DISCIPLINES
from analysis.wording import columns as wording_columns
from analysis.wording.columns import JOINT, NOT_KNOWN, ROWS

OF_COUNTY = ("county", "state", "state_name", "region", "is_seven_county_metro", "population")
OF_AREA = ("area", "state", "state_name")
# What rows that are of a tract or an area besides another place are given by it: its table and columns.
HELD_BY = {
    "tract_geoid": ("tract", ("household_population",)),
    "area_id": ("shortage_area", ("area", "discipline")),
    "underserved_area_id": ("underserved_area", ("underserved_area", "status")),
}
OF_STATE = ("state", "state_name", "state_fips")
RURAL_CLASS = "rural_class"
# DuckDB names what has no name by chance; readers get one that stays.
BY_CHANCE = re.compile(r"\b(unnamed_relation|JOIN_RELATION)_[0-9a-f]+")
ANY_CASE = {"unnamed_relation": "asked", "JOIN_RELATION": "joined"}
# Questions with a row an area, that a reader can ask of designated and proposed areas at once.
LISTS = ("shortage.areas",)


class Where(NamedTuple):
    """The place that rows are of; None is all."""

    state: str | None = None
    region: str | None = None
    rural_definition: str = "rucc_metro"
    rural_class: str | None = None


def reachable(columns: Sequence[str]) -> list[str]:
    """What rows of these columns can be given besides, through their county, tract, area or state."""
    given: tuple[str, ...] = ()
    if {"county_fips", "tract_geoid"} & set(columns):
        given = (*OF_COUNTY, *(() if "rural_definition" in columns else (RURAL_CLASS,)))
    elif "area_id" in columns:
        given = OF_AREA
    elif set(OF_STATE) & set(columns):
        given = OF_STATE
    given += tuple(column for by, (_, held) in HELD_BY.items() if by in columns for column in held)
    return [name for name in dict.fromkeys(given) if name not in columns]


def left_to_filter(where: Where, params: Sequence[str]) -> dict[str, str]:
    """The choices of place that the question is not asked with: column and value."""
    chosen = {"state": where.state, "region": where.region, RURAL_CLASS: where.rural_class}
    return {name: value for name, value in chosen.items() if value is not None and name not in params}


def reached(
    con: duckdb.DuckDBPyConnection, found: duckdb.DuckDBPyRelation, named: Sequence[str], rural_definition: str
) -> duckdb.DuckDBPyRelation:
    """The rows with those of `named` that are not theirs but can be reached. No row is lost and none doubled."""
    needed = [name for name in reachable(found.columns) if name in set(named)]
    for by, (table, held) in HELD_BY.items():
        wanted = [name for name in needed if name in held and by in found.columns]
        found = _joined(found, con.table(table), by, wanted)
        needed = [name for name in needed if name not in wanted]
    if not needed:
        return found
    if {"county_fips", "tract_geoid"} & set(found.columns):
        if "county_fips" not in found.columns:
            found = _joined(found, con.table("tract"), "tract_geoid", ["county_fips"])
        if RURAL_CLASS in needed:
            is_chosen = ColumnExpression("rural_definition") == ConstantExpression(rural_definition)
            found = _joined(found, con.table("county_rural_class").filter(is_chosen), "county_fips", [RURAL_CLASS])
        return _joined(found, con.table("county"), "county_fips", [name for name in needed if name != RURAL_CLASS])
    if "area_id" in found.columns:
        return _joined(found, con.table("shortage_area"), "area_id", needed)
    by = next(name for name in OF_STATE if name in found.columns)
    return _joined(found, con.table("state"), by, needed)


def _joined(
    found: duckdb.DuckDBPyRelation, other: duckdb.DuckDBPyRelation, by: str, wanted: Sequence[str]
) -> duckdb.DuckDBPyRelation:
    if not wanted:
        return found
    picked = other.select(*map(ColumnExpression, (by, *wanted)))
    return found.set_alias("kept").join(picked.set_alias("beside"), by, how="left")


def told(found: duckdb.DuckDBPyRelation, base: duckdb.DuckDBPyRelation, params: Mapping[str, Any]) -> str:
    """The statement of a relation as a reader can run it: what its question was asked with stands in it."""
    text = base.sql_query()
    asked = PARAMETER.sub(lambda name: str(ConstantExpression(params[name[1]])), text) if params else text
    return BY_CHANCE.sub(lambda name: ANY_CASE[name[1]], found.sql_query().replace(text, asked))


Value = str | int | float | bool | datetime.date


class Filter(NamedTuple):
    """What is kept of a column: values `among` these, text that `contains` one, numbers `between` two, or `any`.

    `unknown`: whether rows in which it is not known are kept too.
    """

    column: str
    kind: str
    values: tuple[Value, ...] = ()
    unknown: bool = False


class Figure(NamedTuple):
    """A column of grouped rows, and how it is taken together (explore_columns.HOWS)."""

    column: str
    how: str


class Cut(NamedTuple):
    """A choice of rows and columns, or, where `group` or `figures` are named, of groups and what is taken together.

    `params`: what a question is asked with besides the place.
    """

    subject: str
    where: Where = Where()
    params: tuple[tuple[str, Any], ...] = ()
    filters: tuple[Filter, ...] = ()
    columns: tuple[str, ...] = ()
    group: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()


class Found(NamedTuple):
    """The rows of a cut, typed, and the statement that gives them."""

    rows: pa.Table
    sql: str


def doubled(chosen: Cut) -> list[str]:
    """The columns by which the rows of a cut count the same thing more than once; then nothing of them is added."""
    held = {one.column: len(one.values) for one in chosen.filters if one.kind == "among"}
    found = subjects.doubled(chosen.subject, held, chosen.group)
    # Who lives in an area proposed for withdrawal can live in a designated one, too: both lists are never one sum.
    are_both = chosen.subject in LISTS and ("status", "both") in chosen.params
    return [*found, "status"] if are_both and held.get("status") != 1 and "status" not in chosen.group else found


def disciplines(chosen: Cut) -> tuple[str, ...]:
    """HRSA's disciplines that its rows are of: what is asked for, or kept; all where rows of all are left together."""
    asked = dict(chosen.params).get("discipline")
    kept = [one.values for one in chosen.filters if one.column == "discipline" and one.kind == "among"]
    if asked or kept:
        return (str(asked),) if asked else tuple(map(str, kept[0]))
    return DISCIPLINES if "discipline" in doubled(chosen) else DISCIPLINES[:1]


def is_apart(chosen: Cut) -> bool:
    """Whether its rows are known to count nothing twice, so that they can be added up and averaged."""
    return subjects.is_told(chosen.subject) and not doubled(chosen)


def cut(con: duckdb.DuckDBPyConnection, chosen: Cut) -> Found:
    """The rows of a cut: its columns in their order, sorted by what is no number; or one row a group.

    A group has its number of rows, then each figure and of how many rows it is not known. A missing figure is empty.
    Raises ValueError naming a column that is not there, or a way of taking together that its unit does not bear.
    """
    base = _base(con, chosen)
    found = _grouped(_kept(con, base, chosen), chosen) if _is_grouped(chosen) else _plain(con, base, chosen)
    return Found(found.to_arrow_table(), told(found, base, _params(chosen)))


def columns(con: duckdb.DuckDBPyConnection, chosen: Cut) -> list[str]:
    """The columns of a table or question, as they stand there."""
    return list(_base(con, chosen).columns)


def values(con: duckdb.DuckDBPyConnection, chosen: Cut, column: str) -> list[Any]:
    """What a column holds, in order, each once; 201 at most."""
    found = _kept(con, _base(con, chosen), chosen._replace(columns=(column,)))
    among(column, found.columns)
    one = ColumnExpression(column)
    return [row[0] for row in found.filter(one.isnotnull()).select(one).distinct().sort(one).limit(201).fetchall()]


def _base(con: duckdb.DuckDBPyConnection, chosen: Cut) -> duckdb.DuckDBPyRelation:
    if chosen.subject in subjects.QUESTIONS:
        params = _params(chosen)
        return con.sql(query_run.sql(chosen.subject), params=params or None)
    known = methods_queries.tables(con)["table_name"].tolist()
    return con.table(among(chosen.subject, known))


def _params(chosen: Cut) -> dict[str, Any]:
    if chosen.subject not in subjects.QUESTIONS:
        return {}
    given = subjects.CHOICES | dict(chosen.params) | chosen.where._asdict()
    return {name: given.get(name) for name in query_run.parameters(chosen.subject)}


def _is_grouped(chosen: Cut) -> bool:
    return bool(chosen.group or chosen.figures)


def _kept(con: duckdb.DuckDBPyConnection, base: duckdb.DuckDBPyRelation, chosen: Cut) -> duckdb.DuckDBPyRelation:
    """The rows that are kept, with what is reached for them elsewhere."""
    named = [*chosen.columns, *chosen.group, *(one.column for one in chosen.figures)]
    named += [one.column for one in chosen.filters]
    every = [*base.columns, *reachable(base.columns)]
    named += [wording_columns.weight(one.column, every) for one in chosen.figures if one.how == "weighted"]
    where = left_to_filter(chosen.where, tuple(_params(chosen)))
    found = reached(con, base, [*named, *where], chosen.where.rural_definition)
    kept = [
        ColumnExpression(name) == ConstantExpression(value) for name, value in where.items() if name in found.columns
    ]
    kept += [condition(one, found.columns) for one in chosen.filters]
    return found.filter(reduce(and_, kept)) if kept else found


def _plain(con: duckdb.DuckDBPyConnection, base: duckdb.DuckDBPyRelation, chosen: Cut) -> duckdb.DuckDBPyRelation:
    found = _kept(con, base, chosen)
    named = list(chosen.columns or base.columns)
    # A count that may be withheld never goes without the word for it.
    named += [status for name in named if (status := f"{name}_status") in base.columns and status not in named]
    picked = found.select(*(ColumnExpression(among(name, found.columns)) for name in named))
    order = [name for name in named if not wording_columns.is_figure(name)] or named
    return picked.sort(*map(ColumnExpression, order))


def _grouped(found: duckdb.DuckDBPyRelation, chosen: Cut) -> duckdb.DuckDBPyRelation:
    groups = [ColumnExpression(among(name, found.columns)) for name in chosen.group]
    figures = []
    for column in dict.fromkeys(one.column for one in chosen.figures):
        own = dict.fromkeys(one for one in chosen.figures if one.column == column)
        figures += [taken(one, found.columns, is_apart(chosen)) for one in own]
        figures.append(missing(column))
    together = found.aggregate([*groups, FunctionExpression("count_star").alias(ROWS), *figures])
    return together.sort(*groups) if groups else together


def taken(figure: Figure, known: Sequence[str], is_apart: bool) -> Expression:
    """A figure of grouped rows. Raises ValueError as explore.cut does."""
    column = ColumnExpression(among(figure.column, known))
    allowed = wording_columns.hows(figure.column, known, is_apart=is_apart)
    if figure.how not in allowed:
        why = wording_columns.why_not_added(figure.column) if figure.how == "sum" else ""
        raise ValueError(f"{figure.column} by {figure.how!r}; it can be {', '.join(allowed)}. {why}".strip())
    taken = _weighted(figure.column, known) if figure.how == "weighted" else FunctionExpression(figure.how, column)
    name = f"{figure.column}{JOINT}{figure.how}"
    kind = duckdb.sqltype(wording_columns.explained(name).type)
    return taken.cast(kind).alias(name)


def missing(name: str) -> Expression:
    """In how many of grouped rows a column is not known."""
    unknown = FunctionExpression("count_star") - FunctionExpression("count", ColumnExpression(name))
    return unknown.alias(f"{name}{JOINT}{NOT_KNOWN}")


def _weighted(name: str, known: Sequence[str]) -> Expression:
    value, people = ColumnExpression(name), ColumnExpression(wording_columns.weight(name, known))
    counted = CaseExpression(value.isnotnull(), people)
    none = ConstantExpression(0)
    return FunctionExpression("sum", value * people) / FunctionExpression(
        "nullif", FunctionExpression("sum", counted), none
    )


def condition(kept: Filter, known: Sequence[str]) -> Expression:
    """What is true of the rows that are kept."""
    column = ColumnExpression(among(kept.column, known))
    given = [ConstantExpression(value) for value in kept.values]
    if kept.kind == "among":
        held = column.isin(*given) if given else column.isnotnull() & ConstantExpression(False)
    elif kept.kind == "contains":
        held = FunctionExpression("contains", FunctionExpression("lower", column), FunctionExpression("lower", *given))
    elif kept.kind == "between":
        held = (column >= given[0]) & (column <= given[1])
    else:
        held = column.isnotnull()
    return held | column.isnull() if kept.unknown else held


def among(name: str, known: Sequence[str]) -> str:
    """The name, if it is one of these. Raises ValueError for any other."""
    if name not in known:
        raise ValueError(f"{name!r} is not here; there are {', '.join(known)}.")
    return name
