"""Which expressions of DuckDB's do a filter and a figure become? Names are given, values are constants."""

from collections.abc import Sequence

import duckdb
from duckdb import CaseExpression, ColumnExpression, ConstantExpression, Expression, FunctionExpression

from analysis import explore_columns
from analysis.explore_columns import JOINT, NOT_KNOWN
from analysis.explore_cut import Figure, Filter


def taken(figure: Figure, known: Sequence[str], is_apart: bool) -> Expression:
    """A figure of grouped rows. Raises ValueError as explore.cut does."""
    column = ColumnExpression(among(figure.column, known))
    allowed = explore_columns.hows(figure.column, known, is_apart=is_apart)
    if figure.how not in allowed:
        why = explore_columns.why_not_added(figure.column) if figure.how == "sum" else ""
        raise ValueError(f"{figure.column} by {figure.how!r}; it can be {', '.join(allowed)}. {why}".strip())
    taken = _weighted(figure.column, known) if figure.how == "weighted" else FunctionExpression(figure.how, column)
    name = f"{figure.column}{JOINT}{figure.how}"
    kind = duckdb.sqltype(explore_columns.explained(name).type)
    return taken.cast(kind).alias(name)


def missing(name: str) -> Expression:
    """In how many of grouped rows a column is not known."""
    unknown = FunctionExpression("count_star") - FunctionExpression("count", ColumnExpression(name))
    return unknown.alias(f"{name}{JOINT}{NOT_KNOWN}")


def _weighted(name: str, known: Sequence[str]) -> Expression:
    value, people = ColumnExpression(name), ColumnExpression(explore_columns.weight(name, known))
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
