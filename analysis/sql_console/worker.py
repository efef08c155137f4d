"""One query in a process of its own: asked on stdin as JSON, answered on stdout as an Arrow stream, or on stderr."""

import contextlib
import datetime
import json
import math
import os
import signal
import sys
import threading
import time
from typing import Any

import duckdb
import pyarrow as pa

from analysis.sql_console import statement as sql_console_statement
from analysis.sql_console.errors import said
from data.errors import QueryError

# What a process may take besides the memory that DuckDB counts: a text of two billion letters is not among it.
BESIDES_MB = 1_500


def limited(megabytes: int, seconds: float) -> None:
    """No more address space and time than this, and others first; where the system can say so."""
    with contextlib.suppress(AttributeError, ValueError, OSError):
        # Ends the process whatever it does, and also if nobody waits for it any more.
        signal.alarm(math.ceil(seconds) + 2)
        os.nice(10)
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (megabytes * 2**20, megabytes * 2**20))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def opened(path: str, memory_mb: int) -> duckdb.DuckDBPyConnection:
    """A database of this process alone, with the figures attached for reading; locked."""
    config = {"memory_limit": f"{memory_mb}MB", "threads": "2", "temp_directory": ""}
    config |= {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
    con = duckdb.connect(config=config)
    con.execute("ATTACH $path AS atlas (READ_ONLY)", {"path": path})
    con.execute("USE atlas")
    con.execute("SET python_enable_replacements = false")
    con.execute("SET enable_external_access = false")
    con.execute("SET lock_configuration = true")
    return con


def answered(asked: dict[str, Any]) -> pa.Table:
    """The rows of the statement, so many at most, and in their metadata what is said of them.

    Raises QueryError, duckdb.Error.
    """
    con = opened(asked["path"], asked["memory_mb"])
    read = sql_console_statement.read(con, asked["statement"])
    params = {name: bound(value) for name, value in asked["params"].items() if name in read.parameters}
    missing = sorted(read.parameters - set(params))
    if missing:
        raise QueryError(
            f"This has ${' and $'.join(missing)}, and no value is given for {'it' if len(missing) == 1 else 'them'}."
        )
    clock = threading.Timer(asked["seconds"], con.interrupt)
    began = time.monotonic()
    clock.start()
    try:
        statement = sql_console_statement.without_end(asked["statement"])
        relation = con.sql(statement, params=params or None).limit(asked["rows"] + 1)
        found = taken(relation, asked["bytes"])
    finally:
        clock.cancel()
    known = {(name, str(kind)) for table in read.tables & tables(con) for name, kind in columns(con, table)}
    mine = [(name, str(kind)) for name, kind in zip(relation.columns, relation.types, strict=True)]
    told = {
        "tables": sorted(read.tables & tables(con)),
        "seconds": time.monotonic() - began,
        "is_cut": found.num_rows > asked["rows"],
        "kept": [] if read.named is None else [one for one in mine if one in known and one[0] not in read.named],
    }
    return found.slice(0, asked["rows"]).replace_schema_metadata({"told": json.dumps(told)})


def bound(value: Any) -> Any:
    """A value as DuckDB binds it: dates come as {"date": "2026-06-01"}."""
    return datetime.date.fromisoformat(value["date"]) if isinstance(value, dict) else value


def tables(con: duckdb.DuckDBPyConnection) -> set[str]:
    """The tables of the figures."""
    return {name for (name,) in con.execute("SHOW TABLES").fetchall()}


def columns(con: duckdb.DuckDBPyConnection, table: str) -> list[tuple[str, Any]]:
    """The columns of a table and their types."""
    relation = con.table(table)
    return list(zip(relation.columns, relation.types, strict=True))


def main() -> int:
    """0, or 1 and what went wrong on stderr."""
    asked = json.load(sys.stdin)
    limited(asked["memory_mb"] + BESIDES_MB, asked["seconds"])
    try:
        rows = answered(asked)
        with pa.ipc.new_stream(sys.stdout.buffer, rows.schema) as stream:
            stream.write_table(rows)
    except (duckdb.Error, QueryError, MemoryError, pa.ArrowException, RuntimeError) as problem:
        print(
            json.dumps({"said": said(problem, asked["seconds"], asked["memory_mb"], asked["statement"])}),
            file=sys.stderr,
        )
        return 1
    return 0


# Beyond these a column goes as the text that DuckDB writes of it.
PLAIN = frozenset({
    "BOOLEAN", "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER", "FLOAT", "DOUBLE",
    "VARCHAR", "DATE", "TIMESTAMP",
})  # fmt: skip
# These hold more than 64 bits do: as text every digit of them is there.
WHOLE = frozenset({"HUGEINT", "UHUGEINT", "UBIGINT"})


def _plain(column: str, kind: str) -> str:
    if kind in PLAIN:
        return column
    return f"{column}::DOUBLE" if kind.startswith("DECIMAL") else f"{column}::VARCHAR"


def taken(relation: duckdb.DuckDBPyRelation, most: int) -> pa.Table:
    """The rows as numbers, texts and dates alone. Raises QueryError for more than so many bytes."""
    parts = [_plain(f"#{place}", str(kind)) for place, kind in enumerate(relation.types, 1)]
    reader = relation.project(", ".join(parts)).to_arrow_reader(2_000)
    batches, size = [], 0
    for batch in reader:
        batches.append(batch)
        size += batch.nbytes
        if size > most:
            raise QueryError(f"The answer has more than {most // 2**20} MB: ask for fewer columns or rows.")
    found = pa.Table.from_batches(batches, schema=reader.schema).rename_columns(relation.columns)
    for place, kind in enumerate(relation.types):
        if str(kind) in WHOLE:
            found = found.set_column(place, found.schema[place].name, _number(found.column(place)))
    return found


def _number(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Whole numbers as such where all of them fit, or else as the text that they are: no digit is lost."""
    try:
        return column.cast(pa.int64())
    except pa.ArrowInvalid:
        return column


if __name__ == "__main__":
    # Nothing is left to tidy up, and DuckDB would take its time to.
    sys.stdout.flush()
    sys.exit(main())
