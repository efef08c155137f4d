"""Which rows does a reader's own cut of a table or question give, and by which SQL?

Everything goes through DuckDB's relations: names are those of the relation itself, values are constants. No text of
a reader's becomes SQL.
"""

from functools import reduce
from operator import and_
from typing import Any

import duckdb
from duckdb import ColumnExpression, ConstantExpression, FunctionExpression

from analysis import explore_columns, explore_expressions, explore_reach, explore_subjects, methods, questions
from analysis.explore_columns import ROWS
from analysis.explore_cut import Cut, Found, is_apart


def cut(con: duckdb.DuckDBPyConnection, chosen: Cut) -> Found:
    """The rows of a cut: its columns in their order, sorted by what is no number; or one row a group.

    A group has its number of rows, then each figure and of how many rows it is not known. A missing figure is empty.
    Raises ValueError naming a column that is not there, or a way of taking together that its unit does not bear.
    """
    base = _base(con, chosen)
    found = _grouped(_kept(con, base, chosen), chosen) if _is_grouped(chosen) else _plain(con, base, chosen)
    return Found(found.to_arrow_table(), explore_reach.told(found, base, _params(chosen)))


def columns(con: duckdb.DuckDBPyConnection, chosen: Cut) -> list[str]:
    """The columns of a table or question, as they stand there."""
    return list(_base(con, chosen).columns)


def values(con: duckdb.DuckDBPyConnection, chosen: Cut, column: str) -> list[Any]:
    """What a column holds, in order, each once; 201 at most."""
    found = _kept(con, _base(con, chosen), chosen._replace(columns=(column,)))
    explore_expressions.among(column, found.columns)
    one = ColumnExpression(column)
    return [row[0] for row in found.filter(one.isnotnull()).select(one).distinct().sort(one).limit(201).fetchall()]


def _base(con: duckdb.DuckDBPyConnection, chosen: Cut) -> duckdb.DuckDBPyRelation:
    if chosen.subject in explore_subjects.QUESTIONS:
        params = _params(chosen)
        return con.sql(questions.sql(chosen.subject), params=params or None)
    known = methods.tables(con)["table_name"].tolist()
    return con.table(explore_expressions.among(chosen.subject, known))


def _params(chosen: Cut) -> dict[str, Any]:
    if chosen.subject not in explore_subjects.QUESTIONS:
        return {}
    given = explore_subjects.CHOICES | dict(chosen.params) | chosen.where._asdict()
    return {name: given.get(name) for name in questions.parameters(chosen.subject)}


def _is_grouped(chosen: Cut) -> bool:
    return bool(chosen.group or chosen.figures)


def _kept(con: duckdb.DuckDBPyConnection, base: duckdb.DuckDBPyRelation, chosen: Cut) -> duckdb.DuckDBPyRelation:
    """The rows that are kept, with what is reached for them elsewhere."""
    named = [*chosen.columns, *chosen.group, *(one.column for one in chosen.figures)]
    named += [one.column for one in chosen.filters]
    every = [*base.columns, *explore_reach.reachable(base.columns)]
    named += [explore_columns.weight(one.column, every) for one in chosen.figures if one.how == "weighted"]
    where = explore_reach.left_to_filter(chosen.where, tuple(_params(chosen)))
    found = explore_reach.reached(con, base, [*named, *where], chosen.where.rural_definition)
    kept = [
        ColumnExpression(name) == ConstantExpression(value) for name, value in where.items() if name in found.columns
    ]
    kept += [explore_expressions.condition(one, found.columns) for one in chosen.filters]
    return found.filter(reduce(and_, kept)) if kept else found


def _plain(con: duckdb.DuckDBPyConnection, base: duckdb.DuckDBPyRelation, chosen: Cut) -> duckdb.DuckDBPyRelation:
    found = _kept(con, base, chosen)
    named = list(chosen.columns or base.columns)
    # A count that may be withheld never goes without the word for it.
    named += [status for name in named if (status := f"{name}_status") in base.columns and status not in named]
    picked = found.select(*(ColumnExpression(explore_expressions.among(name, found.columns)) for name in named))
    order = [name for name in named if not explore_columns.is_figure(name)] or named
    return picked.sort(*map(ColumnExpression, order))


def _grouped(found: duckdb.DuckDBPyRelation, chosen: Cut) -> duckdb.DuckDBPyRelation:
    groups = [ColumnExpression(explore_expressions.among(name, found.columns)) for name in chosen.group]
    figures = []
    for column in dict.fromkeys(one.column for one in chosen.figures):
        own = dict.fromkeys(one for one in chosen.figures if one.column == column)
        figures += [explore_expressions.taken(one, found.columns, is_apart(chosen)) for one in own]
        figures.append(explore_expressions.missing(column))
    together = found.aggregate([*groups, FunctionExpression("count_star").alias(ROWS), *figures])
    return together.sort(*groups) if groups else together
