"""Rows of queries and tables with their sources, read beside other requests: each on its own cursor and thread."""

import asyncio
import contextlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

import duckdb
import pandas as pd

from analysis.access.supplies import PHYSICIANS
from analysis.api.errors import RefusedError, SlowError, UnknownError
from analysis.catalog import call
from analysis.methods import queries as methods_queries
from analysis.participants import queries as participants_queries
from data import registry, store
from data.registry import Source
from data.roster.current import SOURCE as ROSTER

T = TypeVar("T")

SECONDS = 10.0
# Few at once, because the dashboard answers from the same process.
THREADS = ThreadPoolExecutor(8, thread_name_prefix="api")
COUNTED = "A county without a figure in the source adds nobody: 0 here is none counted, not none at all."
NULL = "null is a figure that is not known; 0 is counted and none."
WITHHELD = (
    "Counts of participants are protected: where participants_status is withheld, null is a count that is too small to "
    "be told, or from which such a count would follow."
)
# The table and column that hold every value that an option may have.
KNOWN = {
    "state": ("state", "state"),
    "region": ("county_region", "region"),
    "rural_class": ("county_rural_class", "rural_class"),
    "language_group": ("county_language_group", "language_group"),
    "county_fips": ("county", "county_fips"),
    "place_id": ("place_list", "place_id"),
    "member": ("participant_count", "member"),
}
# Where to read the values of an option that has too many for a sentence.
LISTED = {"county_fips": "definitions/by_county", "place_id": "district/places", "member": "pathways/groups"}


class SourcedRows(NamedTuple):
    """Rows with their sources and notes for the reader; `total` is the length of the table that they are a part of."""

    rows: pd.DataFrame
    sources: list[Source]
    notes: list[str]
    total: int | None = None


@lru_cache(maxsize=2)
def connection(version: str) -> duckdb.DuckDBPyConnection:
    """The public database of a version, kept open; use cursors of it only."""
    return store.open_database(version)


async def bounded(
    work: Callable[[duckdb.DuckDBPyConnection], T], con: duckdb.DuckDBPyConnection, seconds: float = SECONDS
) -> T:
    """The result of `work`, called with a cursor of its own in a thread of its own.

    Raises SlowError after this many seconds, and interrupts the cursor's query.
    """
    cursor = con.cursor()
    try:
        return await asyncio.wait_for(asyncio.get_running_loop().run_in_executor(THREADS, work, cursor), seconds)
    except TimeoutError:
        with contextlib.suppress(duckdb.Error):
            cursor.interrupt()
        raise SlowError(f"This took longer than {seconds:g} seconds and was stopped: ask for less.") from None


def query(con: duckdb.DuckDBPyConnection, name: str, options: dict[str, Any]) -> SourcedRows:
    """The rows of a query with their sources.

    Raises UnknownError for a place or group that does not exist, RefusedError for any other value that is not allowed.
    """
    chosen = {option: call.value(option, text) for option, text in options.items()}
    for option in KNOWN.keys() & chosen.keys():
        _require(con, option, chosen[option])
    try:
        rows = call.run(con, name, chosen)
    except ValueError as error:
        raise RefusedError(str(error)) from None
    sources, notes = sources_and_notes(con, call.sources(name, rows), rows.empty)
    is_counted = name.startswith("supply.") and chosen.get("supply", "").startswith(PHYSICIANS)
    return SourcedRows(rows, sources, [*notes, COUNTED] if is_counted else notes)


def table(con: duckdb.DuckDBPyConnection, name: str, limit: int, offset: int) -> SourcedRows:
    """Some rows of a table in its own order. Raises UnknownError for a table that does not exist."""
    lengths = tables(con)
    if name not in lengths:
        raise UnknownError(f"There is no table {name!r}; there are {', '.join(lengths)}.")
    rows = con.table(name).limit(limit, offset).df()
    of_table = [source for source in registry.sources().values() if name in source.tables]
    return SourcedRows(rows, *sources_and_notes(con, of_table, rows.empty), total=lengths[name])


def tables(con: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """The tables that everybody may read, with the number of rows of each."""
    return {row.table_name: row.table_rows for row in methods_queries.tables(con).itertuples()}


def known_values(con: duckdb.DuckDBPyConnection, option: str) -> list[str]:
    """The values of an option of KNOWN in this database, sorted."""
    name, column = KNOWN[option]
    return sorted(value for (value,) in con.table(name).project(column).distinct().fetchall())


def _require(con: duckdb.DuckDBPyConnection, option: str, value: Any) -> None:
    if value is None or (option, value) == ("member", call.ALL):
        return
    values = known_values(con, option)
    if value not in values:
        where = f"see /api/v1/{LISTED[option]}" if option in LISTED else f"it can be {', '.join(values)}"
        raise UnknownError(f"There is no {option} {value!r}; {where}.")


def sources_and_notes(
    con: duckdb.DuckDBPyConnection, sources: list[Source], is_empty: bool = False
) -> tuple[list[Source], list[str]]:
    """The sources as this database has them, and notes: whose roster it is, what null means, whether rows are missing.

    The source of participants has the title, date and limits of the roster in the database.
    """
    notes = [NULL]
    if any(source.source_id == ROSTER for source in sources):
        roster = participants_queries.roster(con).iloc[0]
        label = f"{roster.roster_title}, {roster.roster_date.day} {roster.roster_date:%B %Y}"
        limits = registry.sources()[ROSTER].limits if roster.is_made_up else ""
        own = {"title": roster.roster_title, "as_of": roster.roster_date.date(), "as_of_label": label, "limits": limits}
        sources = [source._replace(**own) if source.source_id == ROSTER else source for source in sources]
        if roster.is_made_up:
            notes.append(f"Participants are of the {roster.roster_title}: these people do not exist.")
        notes.append(WITHHELD)
    if not sources:
        notes.append("This is a list of the program's own: no publisher stands behind it.")
    if is_empty:
        notes.append("There are no rows for these choices.")
    return sources, notes
