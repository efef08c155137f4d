"""What stands in the file, row by row, whatever program wrote it?"""

from pathlib import Path, PurePath

from data.errors import RosterError
from data.roster import delimited, workbook
from data.roster.table import Table

READERS = {suffix: delimited.table for suffix in (".csv", ".tsv", ".txt")}
READERS |= {suffix: workbook.table for suffix in (".xlsx", ".xls", ".ods")}


def content(file: Path | str | bytes) -> bytes:
    """The bytes of the file, which is never changed. Raises RosterError if it cannot be read."""
    if isinstance(file, bytes):
        return file
    try:
        return Path(file).read_bytes()
    except FileNotFoundError:
        raise RosterError(f"There is no file {file}: check its name and folder.") from None
    except OSError as problem:
        raise RosterError(f"{file} cannot be read ({problem.strerror}): close it elsewhere, or copy it.") from None


def table(held: bytes, name: str) -> Table:
    """The sheet that holds the people. `name` says by its ending what kind of file the bytes are.

    Raises RosterError for a file that is empty, of another kind or damaged.
    """
    reader = READERS.get(PurePath(name).suffix.lower())
    if reader is None:
        raise RosterError(f"{name} is not of a kind that is read here: save it as .xlsx or .csv.")
    if not held:
        raise RosterError(f"{name} is empty: save it again from the program that wrote it.")
    return reader(held, PurePath(name).name)
