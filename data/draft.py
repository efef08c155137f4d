"""A draft of the database: every table of data/tables, then every rule of data/checks."""

from pathlib import Path

import duckdb
import pandas as pd

from data import registry
from data.errors import CheckFailedError, ContractError
from data.sql import tables_read

TABLES = registry.FOLDER / "tables"
CHECKS = registry.FOLDER / "checks"


def fill(con: duckdb.DuckDBPyConnection) -> None:
    """Create every table of data/tables, each after the tables it reads."""
    con.execute("ATTACH ':memory:' AS reference")
    for path in sorted(registry.REFERENCE.glob("*.csv")):
        _load(con, path)
    con.register("source_frame", _source_rows())
    con.execute("CREATE TABLE reference.source AS SELECT * FROM source_frame")
    con.unregister("source_frame")
    statements = {path.stem: path.read_text(encoding="utf-8") for path in sorted(TABLES.glob("*.sql"))}
    for name in _in_order(statements):
        con.execute(f"CREATE TABLE {name} AS {statements[name]}")
        _hold_to_dictionary(con, name)
    con.execute("DETACH reference")


def _load(con: duckdb.DuckDBPyConnection, path: Path) -> None:
    with path.open(encoding="utf-8") as file:
        header = file.readline().strip().split(",")
    unknown = [name for name in header if name not in registry.dictionary()]
    if unknown:
        raise ContractError(f"data/reference/{path.name}: add {', '.join(unknown)} to dictionary.csv.")
    types = {name: registry.dictionary()[name].type for name in header}
    con.read_csv(str(path), header=True, dtype=types).create(f"reference.{path.stem}")


def _source_rows() -> pd.DataFrame:
    rows = []
    for source in registry.sources().values():
        for table in source.tables:
            rows.append(
                source._asdict() | {"table_name": table, "as_of_date": source.as_of, "retrieved_date": source.retrieved}
            )
    return pd.DataFrame(rows)


def _in_order(statements: dict[str, str]) -> list[str]:
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
        known = registry.dictionary().get(column)
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
