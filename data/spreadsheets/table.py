"""Which row holds the heads, and which column is which?"""

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from data.roster import columns as roster_columns
from data.spreadsheets.problems import Problem, shown

HEAD_ROWS = 20
Numbered = tuple[int, list[object]]


class Table(NamedTuple):
    """A sheet as read. rows: each with its number in the file, from 1; notices: what its reader had to assume."""

    name: str
    rows: Iterator[Numbered]
    notices: list[str]


class Heads(NamedTuple):
    """The row of heads.

    columns: the roster's column by position, "" where the head is none of them, nothing where there is no head.
    problems: what is wrong with the heads.
    """

    row: int
    columns: dict[int, str]
    problems: list[Problem]


def plain(head: object) -> str:
    """A head without case, spaces and what stands in brackets: "Enrolled date (required)" is enrolleddate."""
    return re.sub(r"[^a-z0-9]", "", re.sub(r"\(.*?\)", "", shown(head)).casefold())


PLAIN = {plain(column): column for column in roster_columns.COLUMNS}


def known(cells: Sequence[object]) -> int:
    """How many columns of the roster these cells name; 0 if too few for a row of heads."""
    found = {PLAIN[plain(cell)] for cell in cells if plain(cell) in PLAIN}
    return len(found) if len(found) > 1 or "participant_id" in found else 0


def heads(first: Sequence[Numbered], sheet: str) -> Heads | None:
    """The heads among the `first` rows: the row that names most columns. None if no row names any."""
    number, cells = max(first, key=lambda row: known(row[1]), default=(0, []))
    if not known(cells):
        return None
    columns: dict[int, str] = {}
    problems: list[Problem] = []
    for position, cell in enumerate(cells):
        head = shown(cell).strip()
        if head:
            column = PLAIN.get(plain(cell), "")
            todo = _wrong(column, position, columns, head)
            columns[position] = "" if todo else column
            problems += [Problem(sheet, number, column or head, head, todo)] if todo else []
    missing = [column for column in roster_columns.REQUIRED if column not in columns.values()]
    problems += [Problem(sheet, number, column, "", "Add this column: it is required.") for column in missing]
    return Heads(number, columns, problems)


def _wrong(column: str, position: int, columns: dict[int, str], head: str) -> str:
    """What to do about a head; nothing if it names a column that no head before it names."""
    if not column:
        near = get_close_matches(plain(head)[:60], PLAIN, n=1, cutoff=0.6)
        nearest = f" Did you mean {PLAIN[near[0]]}?" if near else ""
        return f"Not a column of the roster: rename or delete it.{nearest}"
    for other, name in columns.items():
        if name == column:
            return f"This head is there twice, in columns {letter(other)} and {letter(position)}: keep one."
    return ""


def letter(position: int) -> str:
    """The letters that a spreadsheet gives to a column; the first, A, has position 0."""
    letters = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
