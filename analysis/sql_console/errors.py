"""What a reader is told about a query that failed: one sentence that reveals nothing about the server."""

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
PATH = re.compile(r"(?<![\w/])(?:/[\w.@+-]+){2,}/?")


def sentence(error: Exception, seconds: float, memory_mb: int, statement: str) -> str:
    """What went wrong with the statement, with the number of its line where DuckDB names one."""
    if isinstance(error, QueryError):
        return str(error)
    if isinstance(error, duckdb.InterruptException):
        return SLOW.format(seconds)
    if isinstance(error, (MemoryError, pa.ArrowMemoryError, duckdb.OutOfMemoryException)):
        return LARGE.format(memory_mb)
    if isinstance(error, (duckdb.PermissionException, duckdb.IOException, duckdb.HTTPException)):
        return OUTSIDE
    message = str(error)
    if isinstance(error, (duckdb.InternalException, duckdb.FatalException)) or INTERNAL.search(message):
        return FAULT
    line = _line(message, statement) if isinstance(error, duckdb.ParserException) else ""
    words = [part for part in message.splitlines()[:2] if part and not part.startswith("LINE")]
    return PATH.sub("…", f"DuckDB cannot answer this: {' '.join(words)[:300]}{line}")


def _line(message: str, statement: str) -> str:
    """The line that DuckDB names, unless it is beyond the statement: then it is of a text that DuckDB made."""
    line = AT_LINE.search(message)
    return f" (line {line[1]})" if line and int(line[1]) <= statement.count("\n") + 1 else ""


def require_unicode(statement: str, params: Mapping[str, Any]) -> None:
    """Check that the query and its values are valid Unicode. Raises QueryError naming the first that is not."""
    for name, text in (("This query", statement), *((f"${name}", value) for name, value in params.items())):
        try:
            str(text).encode()
        except UnicodeEncodeError:
            raise QueryError(NO_TEXT.format(name)) from None
