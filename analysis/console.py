"""What does one query of a reader's own give, and how is it kept from files, settings and everybody else's time?

It runs in a process of its own (console_child.py), which can be stopped whatever it does: no file and no network, no
setting that can be changed, no disk to spill to, little memory, and a clock. Even its text is read there alone: some
texts of 20,000 letters keep a parser busy for minutes.
"""

import datetime
import json
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any, NamedTuple

import pandas as pd
import pyarrow as pa

from analysis import console_process
from analysis.console_checks import LONGEST, ONE
from analysis.console_words import required
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
    with console_process.place(waiting):
        done = console_process.run(asked, waiting)
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
