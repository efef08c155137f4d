"""Runs one query that a reader wrote, without access to files, settings or much time of the server.

The query runs in a process of its own (worker.py) that can be stopped at any moment. The process has no network, no
setting that can be changed, no disk to spill to, little memory and a time limit. Even the text is parsed only there,
because some texts of 20,000 letters keep a parser busy for minutes.
"""

import contextlib
import datetime
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
import pyarrow as pa

from analysis.sql_console.errors import LARGE, SLOW, require_unicode
from analysis.sql_console.statement import LONGEST, ONE
from data import store
from data.errors import QueryError

SECONDS, MEMORY_MB, MOST_ROWS, MOST_BYTES = 10.0, 512, 100_000, 64 * 2**20
STARTUP_S = 4.0  # what a process may take in addition to the query
PATIENCE_S = 5.0  # how long a reader waits for the queries of others
POLL_S = 0.1
AT_ONCE = threading.BoundedSemaphore(2)
# The child gets nothing else of the server's environment; without these a process may not start.
ENVIRONMENT = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "LANG")
BUSY = "Two other queries are being answered on this server: try again in a few seconds."
UNSHOWN = "These rows hold a value that cannot be shown, such as a date of the year 10000: write it as text."


class QueryResult(NamedTuple):
    """The rows of a query, 100,000 at most, and whether there were more; the tables read; the time taken (seconds).

    `table_columns` are the columns that come unchanged from a table, under their own name.
    """

    rows: pd.DataFrame
    is_cut: bool
    tables: tuple[str, ...]
    seconds: float
    table_columns: frozenset[str]


def query(
    statement: str,
    params: Mapping[str, Any] | None = None,
    *,
    seconds: float = SECONDS,
    waiting: Callable[[], None] = lambda: None,
) -> QueryResult:
    """The rows of one query on the public database, with values for its `$parameters`.

    `waiting` is called ten times a second until the rows are there; an exception that it raises ends the query.
    Raises QueryError, in one sentence, for a statement that is not one query for rows or that DuckDB does not
    understand, and for one that takes too much time or memory.
    """
    if len(statement) > LONGEST:
        raise QueryError(ONE.format(f"this has {len(statement):,} letters, of {LONGEST:,} at most"))
    require_unicode(statement, params or {})
    job = {"path": str(store.path(store.current()).resolve()), "statement": statement, "seconds": seconds}
    job |= {"memory_mb": MEMORY_MB, "rows": MOST_ROWS, "bytes": MOST_BYTES}
    job["params"] = {name: _as_json(value) for name, value in (params or {}).items()}
    with turn(waiting):
        stream = _run_process(job, waiting)
    return _result(stream)


def _as_json(value: Any) -> Any:
    return {"date": value.isoformat()} if isinstance(value, datetime.date) else value


@contextlib.contextmanager
def turn(waiting: Callable[[], None]) -> Iterator[None]:
    """One of the two turns to run a query. Raises QueryError if none is free for some seconds."""
    until = time.monotonic() + PATIENCE_S
    while not AT_ONCE.acquire(timeout=POLL_S):
        if time.monotonic() > until:
            raise QueryError(BUSY)
        waiting()
    try:
        yield
    finally:
        AT_ONCE.release()


def _run_process(job: dict[str, Any], waiting: Callable[[], None]) -> bytes:
    """The Arrow stream that the process writes. Raises QueryError with the sentence that it writes instead."""
    child = subprocess.Popen(
        [sys.executable, "-m", "analysis.sql_console.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
        env={name: os.environ[name] for name in ENVIRONMENT if name in os.environ},
        start_new_session=True,
    )
    with child:
        try:
            stream, problem = _communicate(child, job, waiting)
        finally:
            _end(child)
    if child.returncode:
        raise QueryError(_sentence(problem, child.returncode, job["seconds"], job["memory_mb"]))
    return stream


def _communicate(
    child: subprocess.Popen[bytes], job: dict[str, Any], waiting: Callable[[], None]
) -> tuple[bytes, bytes]:
    """What the process writes on stdout and stderr. Raises QueryError if it takes too long."""
    text, until = json.dumps(job).encode(), time.monotonic() + job["seconds"] + STARTUP_S
    while True:
        try:
            return child.communicate(text, timeout=POLL_S)
        except subprocess.TimeoutExpired:
            text = None
            if time.monotonic() > until:
                raise QueryError(SLOW.format(job["seconds"])) from None
            waiting()


def _end(child: subprocess.Popen[bytes]) -> None:
    """End the process and every process that it started."""
    if child.poll() is not None:
        return
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
    child.kill()
    child.communicate()


def _sentence(problem: bytes, code: int, seconds: float, memory_mb: int) -> str:
    """Why a process failed; one that does not say was ended by its time limit or for lack of memory."""
    with contextlib.suppress(ValueError, KeyError, IndexError):
        return json.loads(problem.splitlines()[-1])["problem"]
    return SLOW.format(seconds) if code == -getattr(signal, "SIGALRM", 0) else LARGE.format(memory_mb)


def _result(stream: bytes) -> QueryResult:
    table = pa.ipc.open_stream(BytesIO(stream)).read_all()
    about = json.loads(table.schema.metadata[b"about"])
    try:
        rows = table.to_pandas()
        # Whole numbers stay whole in a column where some are missing.
        for field in table.schema:
            if pa.types.is_integer(field.type) and table.column(field.name).null_count:
                rows[field.name] = table.column(field.name).to_pandas(types_mapper={field.type: pd.Int64Dtype()}.get)
    except (pa.ArrowInvalid, OverflowError, ValueError):
        raise QueryError(UNSHOWN) from None
    table_columns = frozenset(name for name, _ in about["table_columns"])
    return QueryResult(rows, about["is_cut"], tuple(about["tables"]), about["seconds"], table_columns)
