"""Does a table end where its publisher ended it, or where a connection broke off?"""

import csv
import itertools
from pathlib import Path

from data.errors import SourceError

DELIMITERS = ",|\t"
# A line after the last one: a row of its own, unless a quotation mark before it was never closed.
END = "\x1eend"


def expect_whole(path: Path) -> None:
    """Nothing, if the last row of a table in plain text has all its fields, be it with or without a line end.

    Raises SourceError saying that it seems to be a part of the file.
    """
    why = _broken(path)
    if why:
        raise SourceError(f"{path.name} breaks off {why}: it seems to be a part of the file.")


def _broken(path: Path) -> str:
    with path.open(encoding="latin-1", newline="") as file:
        head = file.readline()
        file.seek(0)
        rows = csv.reader(itertools.chain(file, [END]), delimiter=max(DELIMITERS, key=head.count))
        names, last, end = next(rows), [], []
        try:
            for row in rows:
                last, end = (end or last), row
        except csv.Error:
            end = []
    if end != [END]:
        return "before a quotation mark is closed"
    return f"in its last row, after {len(last)} of {len(names)} fields" if last and len(last) < len(names) else ""
