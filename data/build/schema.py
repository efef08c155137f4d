"""A draft of a database: the tables of data/tables, then every rule of data/checks."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
import pandas as pd

from data import registry as data_registry
from data.errors import CheckFailedError, ContractError
from data.lineage import tables_read
from data.roster.current import SOURCE

if TYPE_CHECKING:
    from data.roster.load import Roster

TABLES = data_registry.FOLDER / "tables"
CHECKS = data_registry.FOLDER / "checks"
STAFF = TABLES / "staff"
MACROS = data_registry.FOLDER / "macros"
# What is said of a roster of real people instead of the demonstration roster's entry in sources.toml.
OWN = {
    "publisher": "The program itself",
    "licence": "Private data on individuals; only protected counts leave",
    "limits": "Entered by the program's staff. Counts too small, and those from which one would follow, are withheld.",
}


def fill(con: duckdb.DuckDBPyConnection, frames: Mapping[str, pd.DataFrame]) -> None:
    """Create every table that a public reader may see, each after the tables it reads.

    `frames` are reference tables that no file holds: the roster's title and its protected counts.
    """
    _create(con, statements(TABLES), frames)


def fill_staff(con: duckdb.DuckDBPyConnection, frames: Mapping[str, pd.DataFrame]) -> None:
    """Create the tables with a row a person, and those that they read; `frames` are the roster's."""
    people, lists = statements(STAFF), statements(TABLES)
    wanted, waiting = dict(people), list(people)
    while waiting:
        for name in tables_read(wanted[waiting.pop()], lists) - set(wanted):
            wanted[name] = lists[name]
            waiting.append(name)
    _create(con, wanted, frames)
    add_macros(con)


def add_macros(con: duckdb.DuckDBPyConnection) -> None:
    """Create the choices that questions of participants make: data/macros, arguments in the second line."""
    for path in sorted(MACROS.glob("*.sql")):
        sql = path.read_text(encoding="utf-8")
        con.execute(f"CREATE MACRO {path.stem}{sql.splitlines()[1].removeprefix('-- ')} AS TABLE {sql}")


def statements(folder: Path) -> dict[str, str]:
    """The SQL of each table of a folder, by its name."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.sql"))}


def _create(con: duckdb.DuckDBPyConnection, wanted: dict[str, str], frames: Mapping[str, pd.DataFrame]) -> None:
    con.execute("ATTACH ':memory:' AS reference")
    for name, path in data_registry.reference().items():
        if any(f"reference.{name}" in sql for sql in wanted.values()):
            _load(con, path)
    for name, frame in frames.items():
        _register(con, name, frame)
    for name in in_order(wanted):
        con.execute(f"CREATE TABLE {name} AS {wanted[name]}")
        _hold_to_dictionary(con, name)
    con.execute("DETACH reference")


def _register(con: duckdb.DuckDBPyConnection, name: str, frame: pd.DataFrame) -> None:
    """The columns of a frame that the dictionary knows as a reference table, typed by it whatever the rows are."""
    con.register("frame", frame)
    known = [data_registry.dictionary()[column] for column in frame.columns if column in data_registry.dictionary()]
    typed = ", ".join(f"{column.column}::{column.type} AS {column.column}" for column in known)
    con.execute(f"CREATE TABLE reference.{name} AS SELECT {typed} FROM frame")
    con.unregister("frame")


def _load(con: duckdb.DuckDBPyConnection, path: Path) -> None:
    with path.open(encoding="utf-8") as file:
        header = file.readline().strip().split(",")
    unknown = [name for name in header if name not in data_registry.dictionary()]
    if unknown:
        raise ContractError(f"data/reference/{path.name}: add {', '.join(unknown)} to dictionary.csv.")
    types = {name: data_registry.dictionary()[name].type for name in header}
    # Told all there is to know of the file, DuckDB does not look for it: that took most of the time of a small build.
    con.execute(
        f"CREATE TABLE reference.{path.stem} AS SELECT * FROM read_csv($path, columns = $columns, "
        """header = true, auto_detect = false, delim = ',', quote = '"', escape = '"')""",
        {"path": str(path), "columns": types},
    )


def in_order(statements: dict[str, str]) -> list[str]:
    """Table names, each after those it reads."""
    waiting = {name: tables_read(sql, statements) - {name} for name, sql in statements.items()}
    ordered: list[str] = []
    while waiting:
        ready = sorted(name for name, needs in waiting.items() if needs <= set(ordered))
        if not ready:
            raise ContractError(f"data/tables: {', '.join(sorted(waiting))} read each other; break the circle.")
        ordered += ready
        for name in ready:
            del waiting[name]
    return ordered


def _hold_to_dictionary(con: duckdb.DuckDBPyConnection, name: str) -> None:
    made = con.table(f"main.{name}")
    for column, kind in zip(made.columns, map(str, made.types), strict=True):
        known = data_registry.dictionary().get(column)
        if known is None or known.type != kind:
            expected = known.type if known else "no entry"
            raise ContractError(
                f"data/tables/{name}.sql gives {column} as {kind}, dictionary.csv has {expected}: change one."
            )


def check(con: duckdb.DuckDBPyConnection) -> None:
    """Nothing, if no rule of data/checks finds a row.

    Raises CheckFailedError with the rule's first line and up to five of the rows that break it.
    """
    for path in sorted(CHECKS.glob("*.sql")):
        sql = path.read_text(encoding="utf-8")
        broken = con.execute(sql).fetchmany(5)
        if broken:
            rule = sql.splitlines()[0].removeprefix("-- ")
            rows = "; ".join(", ".join(map(str, row)) for row in broken)
            raise CheckFailedError(f"data/checks/{path.name}: {rule} Not so: {rows}.")


def source_frame(roster: Roster) -> pd.DataFrame:
    """One row per source and table that it feeds, the roster under its own title and date."""
    rows = []
    for source in data_registry.sources().values():
        told = source._asdict() | {"as_of_date": source.as_of, "retrieved_date": source.retrieved}
        if source.source_id == SOURCE:
            told |= {"title": roster.title, "as_of_label": roster.title, "as_of_date": roster.as_of}
            told |= {} if roster.is_made_up else OWN | {"retrieved_date": roster.as_of}
        rows += [told | {"table_name": table} for table in source.tables]
    return pd.DataFrame(rows)
