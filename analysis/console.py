"""What does one query of a reader's own give, and how is it kept from files, settings and everybody else's time?

It runs in a process of its own (console_child.py), which can be stopped whatever it does: no file and no network, no
setting that can be changed, no disk to spill to, little memory, and a clock.
"""

import json
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import duckdb
import pandas as pd
import pyarrow as pa

from data import store
from data.errors import QueryError

SECONDS, MEMORY_MB, MOST_ROWS, LONGEST = 10.0, 512, 100_000, 20_000
STARTING = 5.0  # seconds that a process may take besides
ONE = "One query for rows at a time: {}."
SLOW = "This took longer than {:.0f} seconds and was stopped: ask for less."
LARGE = f"This takes more than {MEMORY_MB} MB of memory and was stopped: ask for less."
# They tell where files lie and how the server is set up.
INSIDE = (
    "duckdb_databases", "duckdb_settings", "duckdb_secrets", "duckdb_logs", "duckdb_temporary_files", "current_setting",
    "getenv", "pragma_database_list", "pragma_database_size", "which_secret",
)  # fmt: skip


class Answer(NamedTuple):
    """The rows of a statement, 100,000 at most; whether there were more."""

    rows: pd.DataFrame
    is_cut: bool


def answer(statement: str, *, seconds: float = SECONDS) -> Answer:
    """The rows of one query on what every reader may see.

    Raises QueryError, in one sentence, for anything else, for what takes too long or too much memory, and for what
    DuckDB does not understand.
    """
    checked(statement)
    asked = {"path": str(store.path(store.current())), "statement": statement, "seconds": seconds}
    asked |= {"memory_mb": MEMORY_MB, "rows": MOST_ROWS + 1}
    try:
        done = subprocess.run(
            [sys.executable, "-m", "analysis.console_child"],
            input=json.dumps(asked).encode(),
            capture_output=True,
            timeout=seconds + STARTING,
            cwd=Path(__file__).parents[1],
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise QueryError(SLOW.format(seconds)) from None
    if done.returncode:
        raise QueryError(_said(done.stderr.decode(errors="replace"), seconds))
    found = pa.ipc.open_stream(BytesIO(done.stdout)).read_all().to_pandas()
    return Answer(found.head(MOST_ROWS), len(found) > MOST_ROWS)


def checked(statement: str) -> None:
    """Nothing, if it is one query that asks nothing of the server. Raises QueryError as `answer` does."""
    if len(statement) > LONGEST:
        raise QueryError(ONE.format(f"this has {len(statement):,} letters, of {LONGEST:,} at most"))
    try:
        found = duckdb.extract_statements(statement)
    except duckdb.Error as problem:
        raise QueryError(_said(f"Parser {problem}", SECONDS)) from None
    if len(found) != 1:
        raise QueryError(ONE.format(f"there are {len(found)} statements"))
    if found[0].type != duckdb.StatementType.SELECT:
        raise QueryError(ONE.format(f"this is {found[0].type.name}"))
    asked = next((name for name in INSIDE if name in statement.lower()), "")
    if asked:
        raise QueryError(f"{asked} tells of the server, and not of the figures: leave it out.")


def _said(problem: str, seconds: float) -> str:
    """What a child that failed says of it: the kind of error, a space, its words."""
    kind, _, told = problem.strip().partition(" ")
    if kind == "InterruptException":
        return SLOW.format(seconds)
    if kind in ("", "OutOfMemoryException", "MemoryError", "Fatal"):
        return LARGE
    return f"DuckDB cannot answer this: {told.splitlines()[0][:300] if told else kind}"
