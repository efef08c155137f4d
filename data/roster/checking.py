"""Who is in the roster, and what keeps it from being read?"""

import datetime
from collections.abc import Iterator
from itertools import chain, islice
from typing import NamedTuple

from data.errors import RosterError
from data.roster import form, lists, person, rules
from data.roster.cells import NUMBER
from data.roster.problems import Marked, Problem, Suggestions, shown
from data.roster.table import HEAD_ROWS, Heads, Numbered, Table, heads, letter

NO_HEAD = (
    "Stands in a column without a head: name the column, or empty the cell; in a CSV file, look for a separator inside "
    "a value, which then needs quotation marks."
)


class Checked(NamedTuple):
    """Every person and every problem. people: what each says by column; notices: what was assumed or skipped."""

    people: list[dict[str, object]]
    problems: list[Problem]
    notices: list[str]


def check(table: Table, as_of: datetime.date) -> Checked:
    """Read every row and note every problem; problems come in the order of the file.

    Raises RosterError if there is no row of heads, or the file breaks off.
    """
    first = list(islice(table.rows, HEAD_ROWS))
    found = heads(first, table.name)
    if found is None:
        raise RosterError(
            f"{table.name} has no row of heads among its first {HEAD_ROWS} rows: "
            "write participant_id, enrolled_date and the other columns above the people."
        )
    below = (row for row in chain(first, table.rows) if row[0] > found.row)
    return Check(table.name, found, as_of).run(below, list(table.notices))


class Check:
    """One pass over the rows of one sheet."""

    def __init__(self, sheet: str, found: Heads, as_of: datetime.date) -> None:
        self.sheet, self.as_of, self.columns = sheet, as_of, found.columns
        self.required = dict.fromkeys(column for column in form.REQUIRED if column in found.columns.values())
        self.problems = list(found.problems)
        self.suggestions = Suggestions()
        self.rows_of: dict[str, int] = {}
        self.people: list[dict[str, object]] = []

    def run(self, rows: Iterator[Numbered], notices: list[str]) -> Checked:
        """Every row below the heads."""
        examples = 0
        for number, cells in rows:
            row, stray = self._filled(cells)
            if shown(row.get("participant_id")).startswith(form.EXAMPLE):
                examples += 1
            elif row or stray:
                self._person(number, row, stray)
        if examples:
            rows_are = "1 row is an example" if examples == 1 else f"{examples} rows are examples"
            notices.append(f"{rows_are} (participant_id starts with {form.EXAMPLE}), passed over.")
        if not self.people and not self.problems:
            notices.append("There is nobody in the roster yet: write one person a row below the heads.")
        return Checked(self.people, self.problems, notices)

    def _filled(self, cells: list[object]) -> tuple[dict[str, object], dict[int, object]]:
        """The cells that are not empty: by column of the roster, and by position where there is no head."""
        row: dict[str, object] = {}
        stray: dict[int, object] = {}
        for position, cell in enumerate(cells):
            value = tidy(cell)
            if value is not None:
                column = self.columns.get(position)
                if column:
                    row[column] = value
                elif column is None:
                    stray[position] = value
        return row, stray

    def _person(self, number: int, row: dict[str, object], stray: dict[int, object]) -> None:
        for position, value in stray.items():
            self._note(number, f"column {letter(position)}", value, NO_HEAD)
        values, unread = person.read(self.required | row)
        for column, kind, value, todo in unread:
            near = self.suggestions.nearest(kind, shown(value)) if kind in lists.LISTS else ""
            self._note(number, column, value, todo + near)
        for column, value, todo in rules.broken(values, row, self.as_of):
            self._note(number, column, value, todo)
        self._once(number, values["participant_id"])
        if not self.problems:
            self.people.append(values)

    def _once(self, number: int, participant_id: object) -> None:
        if participant_id is None:
            return
        row = self.rows_of.setdefault(str(participant_id), number)
        if row != number:
            todo = f"This id is in row {row} too: give each person one row and one id."
            self._note(number, "participant_id", participant_id, todo)

    def _note(self, number: int, column: str, value: object, todo: str) -> None:
        self.problems.append(Problem(self.sheet, number, column, shown(value), todo))


def tidy(cell: object) -> object:
    """The cell without spaces around it; None if that leaves nothing; marked if it is a formula as text."""
    if not isinstance(cell, str):
        return cell
    text = cell.strip()
    if not text:
        return None
    if text[0] in "=+@" or (text[0] == "-" and not NUMBER.fullmatch(text)):
        return Marked("formula", text)
    return text
