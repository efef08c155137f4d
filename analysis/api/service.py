"""How does a question get its answer while others ask too? A cursor and a thread each, and ten seconds at most."""

import asyncio
import contextlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

import duckdb
import pandas as pd

from analysis.access.supplies import PHYSICIANS
from analysis.catalog import call as catalog_call
from analysis.methods import queries as methods_queries
from analysis.participants import queries as participants_queries
from data import registry as data_registry
from data import store
from data.errors import AtlasError
from data.registry import Source
from data.roster.current import SOURCE as ROSTER

Found = TypeVar("Found")

SECONDS = 10.0
# As many as run at once: the dashboard answers beside them.
THREADS = ThreadPoolExecutor(8, thread_name_prefix="api")
COUNTED = "A county without a figure in the source adds nobody: 0 here is none counted, not none at all."
NULL = "null is a figure that is not known; 0 is counted and none."
WITHHELD = (
    "Counts of participants are protected: where participants_status is withheld, null is a count that is too small to "
    "be told, or from which such a count would follow."
)
# A value that a parameter may have stands in this column of this table.
KNOWN = {
    "state": ("state", "state"),
    "region": ("county_region", "region"),
    "rural_class": ("county_rural_class", "rural_class"),
    "language_group": ("county_language_group", "language_group"),
    "county_fips": ("county", "county_fips"),
    "place_id": ("place_list", "place_id"),
    "member": ("participant_count", "member"),
}
# Where the values can be read, if they are too many for a sentence.
LISTED = {"county_fips": "definitions/by_county", "place_id": "district/places", "member": "pathways/groups"}


class Answer(NamedTuple):
    """Rows with what has to stand beside them; `total` rows, where these are some of a table."""

    rows: pd.DataFrame
    sources: list[Source]
    notes: list[str]
    total: int | None = None


class UnknownError(AtlasError):
    """Something that was asked for is not there; the message says where to look."""


class RefusedError(AtlasError):
    """Values that do not go together or cannot be; the message says what can."""


class SlowError(AtlasError):
    """An answer that took too long and was stopped."""


@lru_cache(maxsize=2)
def connection(version: str) -> duckdb.DuckDBPyConnection:
    """The public database of a version, kept open: to be asked on cursors of it only."""
    return store.open_database(version)


async def bounded(
    work: Callable[[duckdb.DuckDBPyConnection], Found], con: duckdb.DuckDBPyConnection, seconds: float = SECONDS
) -> Found:
    """What `work` makes of a cursor of its own, in a thread of its own.

    Raises SlowError after so many seconds; then its query is stopped.
    """
    cursor = con.cursor()
    try:
        return await asyncio.wait_for(asyncio.get_running_loop().run_in_executor(THREADS, work, cursor), seconds)
    except TimeoutError:
        with contextlib.suppress(duckdb.Error):
            cursor.interrupt()
        raise SlowError(f"This took longer than {seconds:g} seconds and was stopped: ask for less.") from None


def question(con: duckdb.DuckDBPyConnection, name: str, given: dict[str, Any]) -> Answer:
    """The rows of a question with their sources.

    Raises UnknownError for a place or group that does not exist, RefusedError for another value that cannot be.
    """
    chosen = {option: catalog_call.value(option, told) for option, told in given.items()}
    for option in KNOWN.keys() & chosen.keys():
        _require(con, option, chosen[option])
    try:
        rows = catalog_call.run(con, name, chosen)
    except ValueError as problem:
        raise RefusedError(str(problem)) from None
    found, notes = beside(con, catalog_call.sources(name, rows), rows.empty)
    is_counted = name.startswith("supply.") and chosen.get("supply", "").startswith(PHYSICIANS)
    return Answer(rows, found, [*notes, COUNTED] if is_counted else notes)


def table(con: duckdb.DuckDBPyConnection, name: str, limit: int, offset: int) -> Answer:
    """Some rows of a table in its own order. Raises UnknownError for a table that does not exist."""
    lengths = tables(con)
    if name not in lengths:
        raise UnknownError(f"There is no table {name!r}; there are {', '.join(lengths)}.")
    rows = con.table(name).limit(limit, offset).df()
    found = [source for source in data_registry.sources().values() if name in source.tables]
    return Answer(rows, *beside(con, found, rows.empty), total=lengths[name])


def tables(con: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """The tables that everybody may read, and how many rows each has."""
    return {row.table_name: row.table_rows for row in methods_queries.tables(con).itertuples()}


def known(con: duckdb.DuckDBPyConnection, option: str) -> list[str]:
    """The values of an option of KNOWN that this database has, in order."""
    name, column = KNOWN[option]
    return sorted(value for (value,) in con.table(name).project(column).distinct().fetchall())


def _require(con: duckdb.DuckDBPyConnection, option: str, told: Any) -> None:
    if told is None or (option, told) == ("member", catalog_call.ALL):
        return
    values = known(con, option)
    if told not in values:
        where = f"see /api/v1/{LISTED[option]}" if option in LISTED else f"it can be {', '.join(values)}"
        raise UnknownError(f"There is no {option} {told!r}; {where}.")


def beside(
    con: duckdb.DuckDBPyConnection, found: list[Source], is_empty: bool = False
) -> tuple[list[Source], list[str]]:
    """The sources as this database has them, and what a reader has to know: whose roster it is, and what null is."""
    notes = [NULL]
    if any(source.source_id == ROSTER for source in found):
        told = participants_queries.roster(con).iloc[0]
        label = f"{told.roster_title}, {told.roster_date.day} {told.roster_date:%B %Y}"
        limits = data_registry.sources()[ROSTER].limits if told.is_made_up else ""
        own = {"title": told.roster_title, "as_of": told.roster_date.date(), "as_of_label": label, "limits": limits}
        found = [source._replace(**own) if source.source_id == ROSTER else source for source in found]
        notes += [f"Participants are of the {told.roster_title}: these people do not exist."] if told.is_made_up else []
        notes.append(WITHHELD)
    notes += [] if found else ["This is a list of the program's own: no publisher stands behind it."]
    notes += ["There are no rows for these choices."] if is_empty else []
    return found, notes
