"""What is said of a query that failed? One sentence that tells nothing of this machine."""

import re

import duckdb
import pyarrow as pa

from data.errors import QueryError

SLOW = "This took longer than {:.0f} seconds and was stopped: ask for less."
LARGE = "This takes more than {} MB of memory and was stopped: ask for less."
OUTSIDE = "Files, the network and settings are out of reach here: only the tables of the Atlas can be read."
AT_LINE = re.compile(r"\nLINE (\d+):")
PLACE = re.compile(r"(?<![\w/])(?:/[\w.@+-]+){2,}/?")


def said(problem: Exception, seconds: float, memory_mb: int) -> str:
    """What went wrong, in a sentence."""
    if isinstance(problem, QueryError):
        return str(problem)
    if isinstance(problem, duckdb.InterruptException):
        return SLOW.format(seconds)
    if isinstance(problem, (MemoryError, pa.ArrowMemoryError, duckdb.OutOfMemoryException)):
        return LARGE.format(memory_mb)
    if isinstance(problem, (duckdb.PermissionException, duckdb.IOException, duckdb.HTTPException)):
        return OUTSIDE
    told = str(problem)
    line = AT_LINE.search(told) if isinstance(problem, duckdb.ParserException) else None
    words = [part for part in told.splitlines()[:2] if part and not part.startswith("LINE")]
    where = f" (line {line[1]})" if line else ""
    return PLACE.sub("…", f"DuckDB cannot answer this: {' '.join(words)[:300]}{where}")
