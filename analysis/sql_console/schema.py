"""The tables that a reader can query, their columns, the saved queries, and the SQL of every other query."""

import inspect
from functools import cache
from pathlib import Path
from string import Template
from typing import Any, NamedTuple

import duckdb
import pandas as pd

from analysis.catalog import catalog
from analysis.query import run as query_run
from analysis.query.run import written
from analysis.sql_console.statement import parse_query
from data import registry
from data.errors import QueryError

FOLDER = Path(__file__).parent
TABLES = FOLDER.parents[1] / "data" / "tables"
STAFF = "This reads participants one by one: it can be read here, and only counts that are protected can be asked for."
MADE = "This reads {}, which a page makes while it answers: the SQL can be read here, and not run."
INSIDE = "This asks the server about itself: the SQL can be read here, and not run."


class TableSchema(NamedTuple):
    """A table of the database: its grain, number of rows, sources with as-of dates, and columns with their types."""

    name: str
    grain: str
    rows: int
    sources: str
    columns: tuple[tuple[str, str], ...]


class Example(NamedTuple):
    """A saved query, with the question that it answers."""

    name: str
    question: str
    statement: str


@cache
def examples() -> dict[str, Example]:
    """The saved queries of analysis/sql_console/examples by name, in the order of their questions."""
    saved = [_example(path) for path in (FOLDER / "examples").glob("*.sql")]
    return {one.name: one for one in sorted(saved, key=lambda one: one.question)}


def _example(path: Path) -> Example:
    statement = path.read_text(encoding="utf-8").rstrip()
    return Example(path.stem, statement.partition("\n")[0].removeprefix("-- "), statement)


def tables(lengths: pd.DataFrame, columns: pd.DataFrame) -> list[TableSchema]:
    """The tables, from the rows of methods.tables and methods.columns."""
    by_table: dict[str, list[tuple[str, str]]] = {}
    for row in columns.itertuples():
        by_table.setdefault(row.table_name, []).append((row.column_name, row.column_type))
    return [
        TableSchema(name, _grain(name), int(rows), _sources(name), tuple(by_table[name]))
        for name, rows in zip(lengths["table_name"], lengths["table_rows"], strict=True)
    ]


@cache
def _grain(table: str) -> str:
    """What a row of the table is: the first sentence of its SQL; "" for a table without SQL."""
    path = TABLES / f"{table}.sql"
    if not path.is_file():
        return ""
    lines: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        lines.append(line.removeprefix("--").strip())
        if not line.startswith("--") or line.endswith("."):
            break
    return " ".join(lines).partition(". ")[0].rstrip(".") + "."


def _sources(table: str) -> str:
    labels = [source.as_of_label for source in registry.sources().values() if table in source.tables]
    return "; ".join(dict.fromkeys(labels))


def search(schemas: list[TableSchema], wanted: str) -> list[TableSchema]:
    """The tables that have every word in their name, grain, or in a column's name, label or meaning."""
    words = wanted.lower().split()
    return [table for table in schemas if all(word in _text(table) for word in words)]


@cache
def _text(table: TableSchema) -> str:
    known = [registry.dictionary()[name] for name, _ in table.columns if name in registry.dictionary()]
    texts = [f"{column.column} {column.label} {column.meaning}" for column in known]
    return " ".join([table.name, table.grain, table.sources, *texts]).lower()


def starter(table: TableSchema) -> str:
    """A query for the first rows of a table that names every column."""
    form = Template((FOLDER / "starter.sql").read_text(encoding="utf-8").rstrip())
    columns = ",\n    ".join(name for name, _ in table.columns)
    return form.substitute(grain=table.grain, table=table.name, columns=columns)


def values_of(rows: Any, name: str) -> dict[str, str] | None:
    """The values of the query that gave these rows, as an address has them; None if the rows are not of this query."""
    query = rows.attrs.get(query_run.ASKED, {})
    return query["params"] if query.get("question") == name else None


def defaults(name: str) -> dict[str, str]:
    """The values that a query starts with, as an address has them; "" is NULL."""
    values: dict[str, Any] = {}
    for option, parameter in inspect.signature(catalog.every()[name]).parameters.items():
        kind = catalog.CHOICES.get(option)
        start = None if parameter.default is parameter.empty else parameter.default
        values |= kind()._asdict() if kind else {option: start}
    return {option: written(values.get(option)) for option in query_run.parameters(name)}


@cache
def unreachable(name: str, known: frozenset[str]) -> str:
    """Why a reader cannot run the SQL of a query on these tables, in a sentence; "" if it can be run."""
    if name.startswith("cohort."):
        return STAFF
    try:
        with duckdb.connect() as con:
            names = parse_query(con, query_run.sql(name))
    except QueryError:
        return INSIDE
    missing = sorted(names.tables - names.steps - known)
    return MADE.format(" and ".join(f"“{one}”" for one in missing)) if missing else ""
