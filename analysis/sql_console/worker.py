"""The process that runs one query: it reads a job as JSON on stdin and writes rows as an Arrow stream on stdout.

If the query fails, it writes one sentence about that as JSON on stderr instead.
"""

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

from analysis.sql_console.errors import sentence
from analysis.sql_console.statement import parse, without_end
from data.errors import QueryError

# What a process may take in addition to the memory that DuckDB counts: too little for a text of two billion letters.
EXTRA_MB = 1_500
# A column of any other type leaves as the text that DuckDB writes for it.
PLAIN = frozenset({
    "BOOLEAN", "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER", "FLOAT", "DOUBLE",
    "VARCHAR", "DATE", "TIMESTAMP",
})  # fmt: skip
# These hold more than 64 bits: as text, every digit is there.
WIDE = frozenset({"HUGEINT", "UHUGEINT", "UBIGINT"})


def main() -> int:
    """Run the job on stdin. Returns 0, or 1 after a sentence on stderr that says what went wrong."""
    job = json.load(sys.stdin)
    limit_process(job["memory_mb"] + EXTRA_MB, job["seconds"])
    try:
        rows = run(job)
        with pa.ipc.new_stream(sys.stdout.buffer, rows.schema) as stream:
            stream.write_table(rows)
    except (duckdb.Error, QueryError, MemoryError, pa.ArrowException, RuntimeError) as error:
        problem = sentence(error, job["seconds"], job["memory_mb"], job["statement"])
        print(json.dumps({"problem": problem}), file=sys.stderr)
        return 1
    return 0


def limit_process(megabytes: int, seconds: float) -> None:
    """Limit the address space and time of this process and lower its priority, where the system can do so."""
    with contextlib.suppress(AttributeError, ValueError, OSError):
        # Ends the process whatever it does, and also when nobody waits for it anymore.
        signal.alarm(math.ceil(seconds) + 2)
        os.nice(10)
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (megabytes * 2**20, megabytes * 2**20))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def run(job: dict[str, Any]) -> pa.Table:
    """The rows of the job's statement, up to its limit; their metadata says what is known about them.

    Raises QueryError, duckdb.Error.
    """
    con = open_locked(job["path"], job["memory_mb"])
    names = parse(con, job["statement"])
    params = {name: _from_json(value) for name, value in job["params"].items() if name in names.parameters}
    missing = sorted(names.parameters - set(params))
    if missing:
        them = "it" if len(missing) == 1 else "them"
        raise QueryError(f"This has ${' and $'.join(missing)}, and no value is given for {them}.")
    clock = threading.Timer(job["seconds"], con.interrupt)
    began = time.monotonic()
    clock.start()
    try:
        relation = con.sql(without_end(job["statement"]), params=params or None).limit(job["rows"] + 1)
        rows = fetch(relation, job["bytes"])
    finally:
        clock.cancel()
    tables = names.tables & _tables(con)
    about = {
        "tables": sorted(tables),
        "seconds": time.monotonic() - began,
        "is_cut": rows.num_rows > job["rows"],
        "table_columns": _table_columns(con, relation, tables, names.aliases),
    }
    return rows.slice(0, job["rows"]).replace_schema_metadata({"about": json.dumps(about)})


def open_locked(path: str, memory_mb: int) -> duckdb.DuckDBPyConnection:
    """A database in memory with the Atlas attached read-only; files, network and settings are locked."""
    config = {"memory_limit": f"{memory_mb}MB", "threads": "2", "temp_directory": ""}
    config |= {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
    con = duckdb.connect(config=config)
    con.execute("ATTACH $path AS atlas (READ_ONLY)", {"path": path})
    con.execute("USE atlas")
    con.execute("SET python_enable_replacements = false")
    con.execute("SET enable_external_access = false")
    con.execute("SET lock_configuration = true")
    return con


def _from_json(value: Any) -> Any:
    """A value as DuckDB binds it: dates come as {"date": "2026-06-01"}."""
    return datetime.date.fromisoformat(value["date"]) if isinstance(value, dict) else value


def fetch(relation: duckdb.DuckDBPyRelation, most: int) -> pa.Table:
    """The rows, with numbers, texts and dates only. Raises QueryError for more than `most` bytes."""
    parts = [_plain(f"#{place}", str(kind)) for place, kind in enumerate(relation.types, 1)]
    reader = relation.project(", ".join(parts)).to_arrow_reader(2_000)
    batches, size = [], 0
    for batch in reader:
        batches.append(batch)
        size += batch.nbytes
        if size > most:
            raise QueryError(f"The answer has more than {most // 2**20} MB: ask for fewer columns or rows.")
    rows = pa.Table.from_batches(batches, schema=reader.schema).rename_columns(relation.columns)
    for place, kind in enumerate(relation.types):
        if str(kind) in WIDE:
            rows = rows.set_column(place, rows.schema[place].name, _whole_numbers(rows.column(place)))
    return rows


def _plain(column: str, kind: str) -> str:
    if kind in PLAIN:
        return column
    return f"{column}::DOUBLE" if kind.startswith("DECIMAL") else f"{column}::VARCHAR"


def _whole_numbers(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Texts of whole numbers as numbers if all of them fit in 64 bits, or else unchanged: no digit is lost."""
    try:
        return column.cast(pa.int64())
    except pa.ArrowInvalid:
        return column


def _tables(con: duckdb.DuckDBPyConnection) -> set[str]:
    return {name for (name,) in con.execute("SHOW TABLES").fetchall()}


def _table_columns(
    con: duckdb.DuckDBPyConnection, relation: duckdb.DuckDBPyRelation, tables: set[str], aliases: frozenset[str] | None
) -> list[tuple[str, str]]:
    """The name and type of each column of the relation that comes unchanged from one of these tables."""
    if aliases is None:
        return []
    known = {column for table in tables for column in _columns(con.table(table))}
    return [column for column in _columns(relation) if column in known and column[0] not in aliases]


def _columns(relation: duckdb.DuckDBPyRelation) -> list[tuple[str, str]]:
    return list(zip(relation.columns, map(str, relation.types), strict=True))


if __name__ == "__main__":
    # Nothing is left to tidy up, and DuckDB would take its time to.
    sys.stdout.flush()
    sys.exit(main())
