"""What is said of a query that failed? One sentence that tells nothing of this machine."""

import re
from collections.abc import Mapping
from typing import Any

import duckdb
import pyarrow as pa

from data.errors import QueryError

SLOW = "This took longer than {:.0f} seconds and was stopped: ask for less."
LARGE = "This takes more than {} MB of memory and was stopped: ask for less."
OUTSIDE = "Files, the network and settings are out of reach here: only the tables of the Atlas can be read."
FAULT = "DuckDB fails on this by a fault of its own: write the query in another way, or ask for less."
NO_TEXT = "{} has a character that is no valid Unicode (half of a surrogate pair): write it anew."
INTERNAL = re.compile(r"(?:^|[\s:])INTERNAL Error")
AT_LINE = re.compile(r"\nLINE (\d+):")
PLACE = re.compile(r"(?<![\w/])(?:/[\w.@+-]+){2,}/?")


def said(problem: Exception, seconds: float, memory_mb: int, statement: str) -> str:
    """What went wrong with the statement, in a sentence; with the line of it, where it has such a line."""
    if isinstance(problem, QueryError):
        return str(problem)
    if isinstance(problem, duckdb.InterruptException):
        return SLOW.format(seconds)
    if isinstance(problem, (MemoryError, pa.ArrowMemoryError, duckdb.OutOfMemoryException)):
        return LARGE.format(memory_mb)
    if isinstance(problem, (duckdb.PermissionException, duckdb.IOException, duckdb.HTTPException)):
        return OUTSIDE
    told = str(problem)
    if isinstance(problem, (duckdb.InternalException, duckdb.FatalException)) or INTERNAL.search(told):
        return FAULT
    line = _line(told, statement) if isinstance(problem, duckdb.ParserException) else ""
    words = [part for part in told.splitlines()[:2] if part and not part.startswith("LINE")]
    return PLACE.sub("…", f"DuckDB cannot answer this: {' '.join(words)[:300]}{line}")


def _line(told: str, statement: str) -> str:
    """Where DuckDB found it, unless it means a text that it made of the statement itself."""
    line = AT_LINE.search(told)
    return f" (line {line[1]})" if line and int(line[1]) <= statement.count("\n") + 1 else ""


def required(statement: str, params: Mapping[str, Any]) -> None:
    """Nothing, if the query and its values can be written at all. Raises QueryError naming what cannot."""
    for name, told in (("This query", statement), *((f"${name}", value) for name, value in params.items())):
        try:
            str(told).encode()
        except UnicodeEncodeError:
            raise QueryError(NO_TEXT.format(name)) from None
