"""What does one query of a reader's own give, and how is it kept from files, settings and everybody else's time?

It runs in a process of its own (worker.py), which can be stopped whatever it does: no file and no network, no
setting that can be changed, no disk to spill to, little memory, and a clock. Even its text is read there alone: some
texts of 20,000 letters keep a parser busy for minutes.
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

from analysis.sql_console.errors import LARGE, SLOW, required
from analysis.sql_console.statement import LONGEST, ONE
from data import store
from data.errors import QueryError

SECONDS, MEMORY_MB, MOST_ROWS, MOST_BYTES = 10.0, 512, 100_000, 64 * 2**20
UNSHOWN = "These rows hold a value that cannot be shown, such as a date of the year 10000: write it as text."


class Answer(NamedTuple):
    """The rows of a statement, 100,000 at most; whether there were more; the tables read; how long it took (seconds).

    `kept` are the columns that stand in the rows as in a table, under their own name.
    """

    rows: pd.DataFrame
    is_cut: bool
    tables: tuple[str, ...]
    seconds: float
    kept: frozenset[str]


def answer(
    statement: str,
    params: Mapping[str, Any] | None = None,
    *,
    seconds: float = SECONDS,
    waiting: Callable[[], None] = lambda: None,
) -> Answer:
    """The rows of one query on what every reader may see, with values for its `$parameters`.

    `waiting` is called ten times a second until then; what it raises ends the query.
    Raises QueryError, in one sentence, for anything else, for what takes too long or too much memory, and for what
    DuckDB does not understand.
    """
    if len(statement) > LONGEST:
        raise QueryError(ONE.format(f"this has {len(statement):,} letters, of {LONGEST:,} at most"))
    required(statement, params or {})
    asked = {"path": str(store.path(store.current()).resolve()), "statement": statement, "seconds": seconds}
    asked |= {"memory_mb": MEMORY_MB, "rows": MOST_ROWS, "bytes": MOST_BYTES}
    asked["params"] = {name: _sent(value) for name, value in (params or {}).items()}
    with place(waiting):
        done = run(asked, waiting)
    return _answer(done)


def _sent(value: Any) -> Any:
    return {"date": value.isoformat()} if isinstance(value, datetime.date) else value


def _answer(told: bytes) -> Answer:
    table = pa.ipc.open_stream(BytesIO(told)).read_all()
    about = json.loads(table.schema.metadata[b"told"])
    try:
        rows = table.to_pandas()
        # Whole numbers stay whole beside what is missing.
        for field in table.schema:
            if pa.types.is_integer(field.type) and table.column(field.name).null_count:
                rows[field.name] = table.column(field.name).to_pandas(types_mapper={field.type: pd.Int64Dtype()}.get)
    except (pa.ArrowInvalid, OverflowError, ValueError):
        raise QueryError(UNSHOWN) from None
    kept = frozenset(name for name, _ in about["kept"])
    return Answer(rows, about["is_cut"], tuple(about["tables"]), about["seconds"], kept)


STARTING = 4.0  # seconds that a process may take besides
PATIENCE = 5.0  # seconds that a reader waits for others' queries
POLL = 0.1
BUSY = "Two other queries are being answered on this server: try again in a few seconds."
AT_ONCE = threading.BoundedSemaphore(2)
# A child needs none of the server's environment; these let a process start at all.
NEEDED = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "LANG")


@contextlib.contextmanager
def place(waiting: Callable[[], None]) -> Iterator[None]:
    """One of the two places for queries. Raises QueryError if none is free for some seconds."""
    until = time.monotonic() + PATIENCE
    while not AT_ONCE.acquire(timeout=POLL):
        if time.monotonic() > until:
            raise QueryError(BUSY)
        waiting()
    try:
        yield
    finally:
        AT_ONCE.release()


def run(asked: dict[str, Any], waiting: Callable[[], None]) -> bytes:
    """What the process answers. Raises QueryError with what it says instead."""
    child = subprocess.Popen(
        [sys.executable, "-m", "analysis.sql_console.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
        env={name: os.environ[name] for name in NEEDED if name in os.environ},
        start_new_session=True,
    )
    seconds, given = asked["seconds"], json.dumps(asked).encode()
    until = time.monotonic() + seconds + STARTING
    with child:
        try:
            while True:
                try:
                    told, refused = child.communicate(given, timeout=POLL)
                    break
                except subprocess.TimeoutExpired:
                    given = None
                    if time.monotonic() > until:
                        raise QueryError(SLOW.format(seconds)) from None
                    waiting()
        finally:
            _end(child)
    if child.returncode:
        raise QueryError(_said(refused, child.returncode, seconds, asked["memory_mb"]))
    return told


def _end(child: subprocess.Popen[bytes]) -> None:
    """Nothing of the process is left."""
    if child.poll() is not None:
        return
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
    child.kill()
    child.communicate()


def _said(refused: bytes, code: int, seconds: float, memory_mb: int) -> str:
    """What a process that failed says of it; a clock or the memory ended one that says nothing."""
    with contextlib.suppress(ValueError, KeyError, IndexError):
        return json.loads(refused.splitlines()[-1])["said"]
    return SLOW.format(seconds) if code == -getattr(signal, "SIGALRM", 0) else LARGE.format(memory_mb)
