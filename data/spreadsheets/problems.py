"""What is wrong with a roster, where, and what is to be done about it?"""

import datetime
from collections.abc import Sequence
from difflib import get_close_matches
from itertools import takewhile
from typing import NamedTuple

from data.errors import RosterError
from data.spreadsheets import lists

DID_YOU_MEAN = " Did you mean "
# Comparing takes milliseconds; a column in the wrong place would be compared a hundred thousand times.
SUGGESTIONS = 200


class Problem(NamedTuple):
    """One cell to mend: sheet, row and column as in the file, the value found, and what to do."""

    sheet: str
    row: int
    column: str
    value: str
    todo: str


class Marked(NamedTuple):
    """A cell that is no value: a formula, or an error such as #N/A. `shown` is what the program showed."""

    kind: str
    shown: str


class Suggestions:
    """The nearest names of the lists, looked up once a value and kept no longer than the check."""

    def __init__(self) -> None:
        self.found: dict[tuple[str, str], str] = {}

    def nearest(self, kind: str, value: str) -> str:
        """ " Did you mean X?", or nothing if no name is near or enough were looked up."""
        if (kind, value) not in self.found:
            if len(self.found) >= SUGGESTIONS:
                return ""
            self.found[kind, value] = _nearest(kind, value)
        return self.found[kind, value]


def _nearest(kind: str, value: str) -> str:
    choices = lists.choices(kind)
    wanted = lists.key(value[:60])
    # Any two or three letters are near the code of some language, and any digits near some FIPS code.
    if len(wanted) < 4 or wanted.isdigit():
        return ""
    near = get_close_matches(wanted, choices.codes, n=5, cutoff=0.7)
    if not near:
        return ""
    # Of several as near, one that begins alike: Somaly is Somali, not Somray.
    best = max(near, key=lambda name: _alike(name, wanted))
    code = choices.codes[best]
    return f"{DID_YOU_MEAN}{choices.labels.get(code, code)}?"


def _alike(name: str, wanted: str) -> int:
    """How many letters both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(name, wanted, strict=False)))


def shown(value: object) -> str:
    """A cell as its reader sees it: 5.0 is 5, a date is yyyy-mm-dd."""
    if isinstance(value, Marked):
        return value.shown
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    return "" if value is None else str(value)


def refusal(name: str, problems: Sequence[Problem]) -> RosterError:
    """The error that holds every problem. Its message, which may reach a log, holds no person's value."""
    first = problems[0]
    count = "1 problem" if len(problems) == 1 else f"{len(problems):,} problems"
    place = f"row {first.row}, column {first.column}" if first.column else f"row {first.row}"
    todo = first.todo.split(DID_YOU_MEAN)[0].rstrip(".")
    return RosterError(f"{name} has {count}; the first is in {place}: {todo}.", problems)
