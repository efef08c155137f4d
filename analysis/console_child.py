"""One query in a process of its own: asked on stdin as JSON, answered on stdout as an Arrow stream."""

import contextlib
import json
import sys
import threading
from typing import Any

import duckdb
import pyarrow as pa

# What a process may take besides the memory that DuckDB counts: a text of two billion letters is not among it.
BESIDES_MB = 3_500


def limited(megabytes: int) -> None:
    """No more address space than this for the process, where the system can say so."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (megabytes * 2**20, megabytes * 2**20))


def opened(path: str, memory_mb: int) -> duckdb.DuckDBPyConnection:
    """A database of this process alone, with the figures attached for reading; locked."""
    config = {"memory_limit": f"{memory_mb}MB", "threads": "2", "temp_directory": ""}
    config |= {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
    con = duckdb.connect(config=config)
    con.execute("ATTACH $path AS atlas (READ_ONLY)", {"path": path})
    con.execute("USE atlas")
    con.execute("SET enable_external_access = false")
    con.execute("SET lock_configuration = true")
    return con


def answered(asked: dict[str, Any]) -> pa.Table:
    """The rows of the statement, so many at most. Raises duckdb.Error."""
    con = opened(asked["path"], asked["memory_mb"])
    clock = threading.Timer(asked["seconds"], con.interrupt)
    clock.start()
    try:
        return con.sql(asked["statement"]).limit(asked["rows"]).to_arrow_table()
    finally:
        clock.cancel()


def main() -> int:
    """0, or 1 and what went wrong on stderr."""
    asked = json.load(sys.stdin)
    limited(asked["memory_mb"] + BESIDES_MB)
    try:
        rows = answered(asked)
    except (duckdb.Error, MemoryError) as problem:
        print(type(problem).__name__, problem, file=sys.stderr)
        return 1
    with pa.ipc.new_stream(sys.stdout.buffer, rows.schema) as stream:
        stream.write_table(rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())
