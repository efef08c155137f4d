"""What differs between two databases: areas, people in them by state, and every source that changed?

Each is looked at while it is there (`taken`); the two pictures are then held against each other (`compared`).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import duckdb

from data import registry as data_registry
from data import store
from data.roster import current as roster_current

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

SQL = Path(__file__).parent / "sql"
PICTURES = ("area", "people", "source")
# From the surest: what is unique on both sides by one is paired and out of the way of the next.
BASES = ("id", "name, type and status", "name and type", "name")
OUTLINES, DETAIL = "the file of outlines", "the detail file"
NO_COMPARISON = (
    "{discipline}: the areas before came from {before}, those after from {after}. The two do not list the same areas, "
    "so they are not compared."
)
FIRST = "{discipline}: loaded for the first time, so there is nothing to compare with."
GONE = "{discipline}: no longer loaded, so there is nothing to compare."

Rows = list[dict[str, Any]]


class Picture(NamedTuple):
    """What is kept of a database to compare it: its areas, people by state, sources, and its reference files."""

    version: str
    area: pd.DataFrame
    people: pd.DataFrame
    source: pd.DataFrame
    reference: Mapping[str, Path]


def taken() -> Picture:
    """The database that serves now, and the reference files behind it.

    Raises DatabaseMissingError if there is none.
    """
    version = store.current()
    with store.open_database(version) as con:
        return pictured(con, version)


def pictured(con: duckdb.DuckDBPyConnection, version: str) -> Picture:
    """What is kept of an open database of this version."""
    frames = {name: _frame(con, f"picture.{name}") for name in PICTURES}
    return Picture(version, **frames, reference=data_registry.reference())


def compared(before: Picture, after: Picture) -> dict[str, Any]:
    """What moved: `disciplines`, `areas`, `states` and `sources`, each a list of rows of plain values.

    Areas of a discipline that cannot be compared are in `disciplines` alone, with the reason as `problem`.
    """
    with duckdb.connect() as con:
        for name in ("area", "people", "source"):
            con.register(f"before_{name}", getattr(before, name))
            con.register(f"after_{name}", getattr(after, name))
        disciplines = [_discipline(name, before, after) for name in _disciplines(before, after)]
        _keep_only(con, [row["discipline"] for row in disciplines if not row["problem"]])
        con.execute("CREATE TABLE pair (id_before VARCHAR, id_after VARCHAR, match_basis VARCHAR)")
        for basis in BASES:
            con.execute(f"INSERT INTO pair {_sql('pair')}", {"basis": basis})
        found = {name: _rows(con, name) for name in ("areas", "states", "sources")}
    found["sources"] = [row | _lengths(row["source_id"], before, after) for row in found["sources"]]
    return {"disciplines": disciplines} | found


def _disciplines(before: Picture, after: Picture) -> list[str]:
    return sorted({*before.area["discipline"], *after.area["discipline"]}, reverse=True)


def _discipline(name: str, before: Picture, after: Picture) -> dict[str, Any]:
    """How many areas each side has and of when; `problem` says why the two are not compared, "" if they are."""
    ids = [picture.area.loc[picture.area["discipline"] == name, "area_id"].tolist() for picture in (before, after)]
    kinds = [kind(some) for some in ids]
    said = {"discipline": name.replace("_", " ").capitalize(), "before": kinds[0], "after": kinds[1]}
    problem = FIRST if not ids[0] else GONE if not ids[1] else NO_COMPARISON if kinds[0] != kinds[1] else ""
    told = {"discipline": name, "problem": problem.format(**said)}
    told |= {"areas_before": len(ids[0]), "areas_after": len(ids[1])}
    return told | {"vintage_before": vintage(name, before), "vintage_after": vintage(name, after)}


def kind(area_ids: list[str]) -> str:
    """Which of HRSA's files areas come from: its IDs are numbers, ours of the file of outlines are hexadecimal."""
    numbers = sum(area_id.isdigit() for area_id in area_ids)
    return DETAIL if area_ids and numbers > 0.9 * len(area_ids) else OUTLINES


def vintage(discipline: str, picture: Picture) -> str:
    """The label of the file that lists the areas of a discipline; of all that list areas where none is its own."""
    listing = picture.source[picture.source["is_of_areas"]]
    own = listing[listing["source_id"].str.contains(discipline, regex=False)]
    return "; ".join(dict.fromkeys((listing if own.empty else own)["as_of_label"]))


def _keep_only(con: duckdb.DuckDBPyConnection, disciplines: list[str]) -> None:
    for side in ("before", "after"):
        rows = con.execute(f"SELECT * FROM {side}_area WHERE list_contains($1, discipline)", [disciplines]).df()
        con.unregister(f"{side}_area")
        con.register(f"{side}_area", rows)


def _lengths(source_id: str, before: Picture, after: Picture) -> dict[str, int]:
    """How long a source's tables were and are, and how many rows are new or changed; no table, no number."""
    sources = {**data_registry.loadable(), **data_registry.embedded()}
    tables = sources[source_id].reference if source_id in sources else []
    told: dict[str, int] = {}
    with duckdb.connect() as con:
        for table in tables:
            files = {"before": str(before.reference[table]), "after": str(after.reference[table])}
            lengths = con.execute(_sql("rows"), files).df().iloc[0].to_dict()
            told = {name: told.get(name, 0) + int(value) for name, value in lengths.items()}
    return told


def _frame(con: duckdb.DuckDBPyConnection, name: str) -> pd.DataFrame:
    sql = _sql(name)
    return con.execute(sql, {"roster": roster_current.SOURCE} if "$roster" in sql else None).df()


def _rows(con: duckdb.DuckDBPyConnection, name: str) -> Rows:
    """As JSON has them: a missing figure is None."""
    return json.loads(con.execute(_sql(name)).df().to_json(orient="records", double_precision=4))


def _sql(name: str) -> str:
    return (SQL / f"{name}.sql").read_text(encoding="utf-8")
