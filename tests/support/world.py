"""A database of just the rows that a test states: the rest is filled, the real build makes the tables.

`world(county=[{"county_fips": "27001"}], shortage_area=[{"fte_short": 4.0}])` is one county, wholly
in one shortage area. Rows go in as reference tables (a county's columns into whichever of them holds
each), so every table comes from data/tables/*.sql.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from graphlib import TopologicalSorter
from itertools import chain
from typing import Any

import duckdb
import pandas as pd

from data import registry as data_registry
from data.build import schema as build_schema
from data.lineage import tables_read
from tests.support.typical import COUNTY_TABLES, FRAMES, MINNESOTA_TABLES, PLAIN, STATES, TYPICAL, Row

Rows = list[dict[str, Any]]

# Tables of one row, there even if a test says nothing of them.
ALWAYS = ("roster", "protected_audit")
# So many random worlds are kept for the next test of the same file, of 7 MB each.
KEPT = 24
_same: dict[str, duckdb.DuckDBPyConnection] = {}


@cache
def headers() -> dict[str, list[str]]:
    """The columns of every reference table: those of data/reference, and of frames."""
    return written() | FRAMES


@cache
def written() -> dict[str, list[str]]:
    """The columns of every table of data/reference."""
    files = data_registry.REFERENCE.glob("*.csv")
    return {path.stem: path.read_text(encoding="utf-8").split("\n", 1)[0].split(",") for path in files}


def columns(table: str) -> list[str]:
    """The columns of a table of a world; `county` has those of every table about counties."""
    names = [name for part in sorted(COUNTY_TABLES) for name in headers()[part]] if table == "county" else []
    return list(dict.fromkeys(names)) or headers()[table]


def filled(tables: Mapping[str, Sequence[Row]]) -> dict[str, Rows]:
    """The same rows with every column that was not stated, and the links that areas need.

    An area without links lies wholly in the first county; without pieces, each link is its own piece.
    """
    unknown = set(tables) - set(TYPICAL)
    assert not unknown, f"world has no {unknown}; it has {', '.join(TYPICAL)}"
    stated = dict(tables)
    counties = stated.setdefault("county", [{}])
    areas = stated.get("shortage_area", [])
    first = counties[0].get("county_fips", "27001") if counties else None
    everywhere = [{"area_id": area.get("area_id", "a"), "county_fips": first} for area in areas if first]
    links = stated.setdefault("shortage_area_county", everywhere)
    names = ("county_fips", "area_id", "county_population_share")
    pieces = [{name: link[name] for name in names if name in link} | {"piece": n} for n, link in enumerate(links)]
    stated.setdefault("shortage_area_piece", pieces)
    unsaid = {table: [{}] for table in ALWAYS}
    return {table: [_filled(table, row) for row in stated.get(table, unsaid.get(table, []))] for table in TYPICAL}


def _filled(table: str, row: Row) -> dict[str, Any]:
    full = {name: PLAIN[data_registry.dictionary()[name].type] for name in columns(table)} | TYPICAL[table]
    if table == "county":
        fips = row.get("county_fips", full["county_fips"])
        full["state"], full["state_name"] = STATES[fips[:2]]
        row = {"population_2024" if name == "population" else name: value for name, value in row.items()}
        full |= {"county": f"{fips} County"}
    unknown = set(row) - set(full)
    assert not unknown, f"{table} has no {unknown}"
    return full | row


def world(**tables: Sequence[Row]) -> duckdb.DuckDBPyConnection:
    """An in-memory database of these rows, built by data/tables/*.sql."""
    # Of so few rows, planning is most of the time, and threads wait for each other: a third less, and the same rows.
    con = duckdb.connect(config={"threads": 1})
    con.execute("PRAGMA disable_optimizer")
    con.execute("ATTACH ':memory:' AS reference")
    con.register("sources", _sources())
    con.execute("CREATE TABLE reference.source AS SELECT * FROM sources")
    con.unregister("sources")
    for name, rows in reference_rows(filled(tables)):
        _insert(con, name, [[row[column] for column in headers()[name]] for row in rows])
    for name, statement in _statements():
        con.execute(f"CREATE TABLE {name} AS {statement}")
    con.execute("DETACH reference")
    build_schema.add_macros(con)
    con.execute("PRAGMA enable_optimizer")
    return con


def same_world(**tables: Sequence[Row]) -> duckdb.DuckDBPyConnection:
    """As world(), but one database for all tests that state the same rows: to be read, not changed."""
    stated = repr(tables)
    if stated not in _same:
        while len(_same) >= KEPT:
            _same.pop(next(iter(_same))).close()
        _same[stated] = world(**tables)
    return _same[stated].cursor()


def reference_rows(tables: dict[str, Rows]) -> Iterator[tuple[str, Rows]]:
    """The rows of each reference table; regions are Minnesota's alone."""
    for name in headers():
        rows = tables["county" if name in COUNTY_TABLES else name]
        yield name, [row for row in rows if name not in MINNESOTA_TABLES or row["county_fips"].startswith("27")]


def _insert(con: duckdb.DuckDBPyConnection, name: str, rows: list[list[Any]]) -> None:
    typed = ", ".join(f"{column} {data_registry.dictionary()[column].type}" for column in headers()[name])
    con.execute(f"CREATE TABLE reference.{name} ({typed})")
    if rows:
        marks = "(" + ", ".join("?" * len(rows[0])) + ")"
        con.execute(f"INSERT INTO reference.{name} VALUES {', '.join([marks] * len(rows))}", list(chain(*rows)))


@cache
def _statements() -> list[tuple[str, str]]:
    """Name and SQL of every table, each after the tables it reads."""
    sql = build_schema.statements(build_schema.TABLES) | build_schema.statements(build_schema.STAFF)
    needs = {name: tables_read(text, sql) - {name} for name, text in sql.items()}
    return [(name, sql[name]) for name in TopologicalSorter(needs).static_order()]


@cache
def _sources() -> pd.DataFrame:
    return pd.DataFrame(
        source._asdict() | {"table_name": table, "as_of_date": source.as_of, "retrieved_date": source.retrieved}
        for source in data_registry.sources().values()
        for table in source.tables
    )
