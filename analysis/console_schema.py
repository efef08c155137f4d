"""Which tables can be asked, what is in each, and what could one begin with?"""

from functools import cache
from pathlib import Path
from string import Template
from typing import NamedTuple

import pandas as pd

from data import registry

FOLDER = Path(__file__).parent
TABLES = FOLDER.parent / "data" / "tables"


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
    """The saved queries of analysis/examples by name, in the order of their questions."""
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
    named = [source.as_of_label for source in registry.sources().values() if table in source.tables]
    return "; ".join(dict.fromkeys(named))


def found(every: list[Table], wanted: str) -> list[Table]:
    """The tables that have all of these words in their name, grain, or in a column's name, label or meaning."""
    words = wanted.lower().split()
    return [table for table in every if all(word in _text(table) for word in words)]


@cache
def _text(table: Table) -> str:
    known = [registry.dictionary()[name] for name, _ in table.columns if name in registry.dictionary()]
    told = [f"{column.column} {column.label} {column.meaning}" for column in known]
    return " ".join([table.name, table.grain, table.sources, *told]).lower()


def starter(table: Table) -> str:
    """A query for the first rows of a table, with every column by name."""
    form = Template((FOLDER / "console_starter.sql").read_text(encoding="utf-8").rstrip())
    return form.substitute(
        grain=table.grain, table=table.name, columns=",\n    ".join(name for name, _ in table.columns)
    )
