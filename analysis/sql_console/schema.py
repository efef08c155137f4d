"""Which tables can be asked, what is in each, and what could one begin with?"""

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
from analysis.sql_console import statement as sql_console_statement
from data import registry as data_registry
from data.errors import QueryError

FOLDER = Path(__file__).parent
TABLES = FOLDER.parents[1] / "data" / "tables"


class Table(NamedTuple):
    """A table of the database: its grain, rows, sources with as-of dates, columns and their types."""

    name: str
    grain: str
    rows: int
    sources: str
    columns: tuple[tuple[str, str], ...]


class Example(NamedTuple):
    """A query that answers a question."""

    name: str
    question: str
    statement: str


@cache
def examples() -> dict[str, Example]:
    """The saved queries of analysis/sql_console/examples by name, in the order of their questions."""
    found = [_example(path) for path in (FOLDER / "examples").glob("*.sql")]
    return {one.name: one for one in sorted(found, key=lambda one: one.question)}


def _example(path: Path) -> Example:
    statement = path.read_text(encoding="utf-8").rstrip()
    return Example(path.stem, statement.partition("\n")[0].removeprefix("-- "), statement)


def tables(lengths: pd.DataFrame, columns: pd.DataFrame) -> list[Table]:
    """The tables, from the rows of methods.tables and methods.columns."""
    of: dict[str, list[tuple[str, str]]] = {}
    for row in columns.itertuples():
        of.setdefault(row.table_name, []).append((row.column_name, row.column_type))
    return [
        Table(
            row.table_name,
            grain(row.table_name),
            int(row.table_rows),
            _sources(row.table_name),
            tuple(of[row.table_name]),
        )
        for row in lengths.itertuples()
    ]


@cache
def grain(table: str) -> str:
    """What a row of the table is, as its SQL says first; "" if it has none."""
    path = TABLES / f"{table}.sql"
    if not path.is_file():
        return ""
    said: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        said.append(line.removeprefix("--").strip())
        if not line.startswith("--") or line.endswith("."):
            break
    return " ".join(said).partition(". ")[0].rstrip(".") + "."


def _sources(table: str) -> str:
    named = [source.as_of_label for source in data_registry.sources().values() if table in source.tables]
    return "; ".join(dict.fromkeys(named))


def found(every: list[Table], wanted: str) -> list[Table]:
    """The tables that have all of these words in their name, grain, or in a column's name, label or meaning."""
    words = wanted.lower().split()
    return [table for table in every if all(word in _text(table) for word in words)]


@cache
def _text(table: Table) -> str:
    known = [data_registry.dictionary()[name] for name, _ in table.columns if name in data_registry.dictionary()]
    told = [f"{column.column} {column.label} {column.meaning}" for column in known]
    return " ".join([table.name, table.grain, table.sources, *told]).lower()


def starter(table: Table) -> str:
    """A query for the first rows of a table, with every column by name."""
    form = Template((FOLDER / "starter.sql").read_text(encoding="utf-8").rstrip())
    return form.substitute(
        grain=table.grain, table=table.name, columns=",\n    ".join(name for name, _ in table.columns)
    )


STAFF = "This reads participants one by one: it can be read here, and only counts that are protected can be asked for."
MADE = "This reads {}, which a page makes while it answers: the SQL can be read here, and not run."
INSIDE = "This asks the server about itself: the SQL can be read here, and not run."


def asked(rows: Any, name: str) -> dict[str, str] | None:
    """The values that the rows were asked with, as an address has them; None where the rows do not say."""
    told = rows.attrs.get(query_run.ASKED, {})
    return told["params"] if told.get("question") == name else None


def defaults(name: str) -> dict[str, str]:
    """The values that a question starts with, as an address has them; "" is NULL."""
    found: dict[str, Any] = {}
    for option, parameter in inspect.signature(catalog.every()[name]).parameters.items():
        kind = catalog.CHOICES.get(option)
        given = parameter.default
        found |= kind()._asdict() if kind else {option: None if given is parameter.empty else given}
    return {option: written(found.get(option)) for option in query_run.parameters(name)}


@cache
def unreachable(name: str, known: frozenset[str]) -> str:
    """Why the SQL of a question cannot be run as a query on these tables, in a sentence; "" where it can."""
    if name.startswith("cohort."):
        return STAFF
    try:
        with duckdb.connect() as con:
            read = sql_console_statement.named(con, query_run.sql(name))
    except QueryError:
        return INSIDE
    missing = sorted(read.tables - read.steps - known)
    return MADE.format(" and ".join(f"“{one}”" for one in missing)) if missing else ""
