"""Who is in one row? A person if every cell can be read; what to mend if not."""

import datetime
from collections.abc import Collection, Iterator
from itertools import chain, islice, pairwise
from typing import Annotated, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError, create_model

from data.errors import RosterError
from data.roster import columns
from data.spreadsheets import cells as spreadsheets_cells
from data.spreadsheets import lists
from data.spreadsheets.cells import NUMBER
from data.spreadsheets.problems import Marked, Problem, Suggestions, shown
from data.spreadsheets.table import HEAD_ROWS, Heads, Numbered, Table, heads, letter

# In each line no date comes before one to its left. Exams may come before enrolment: no line says otherwise.
ORDER = (
    ("enrolled_date", "left_date"),
    ("step_1_date", "ecfmg_date"),
    ("step_2_ck_date", "ecfmg_date"),
    ("ecfmg_date", "residency_start_date", "licensed_date", "practice_start_date", "obligation_end_date"),
    ("applied_date", "matched_date", "residency_start_date"),
    ("residency_start_date", "residency_end_date"),
    ("clinical_start_date", "clinical_end_date"),
)
PAST = tuple(
    field.column for field in columns.FIELDS if field.kind == "date" and field.column not in columns.MAY_LIE_AHEAD
)
NO_HEAD = (
    "Stands in a column without a head: name the column, or empty the cell; in a CSV file, look for a separator inside "
    "a value, which then needs quotation marks."
)


def _several(kind: str) -> object:
    return Annotated[
        list[Annotated[str, spreadsheets_cells.cell(spreadsheets_cells.chosen(kind))]],
        BeforeValidator(spreadsheets_cells.split),
    ]


def _one(kind: str) -> object:
    return Annotated[str | None, spreadsheets_cells.cell(spreadsheets_cells.chosen(kind))]


KINDS = {
    "name": Annotated[str, spreadsheets_cells.cell(spreadsheets_cells.name)],
    "text": Annotated[str | None, spreadsheets_cells.cell(spreadsheets_cells.text)],
    "date": Annotated[datetime.date | None, spreadsheets_cells.cell(spreadsheets_cells.date)],
    "year": Annotated[int | None, spreadsheets_cells.cell(spreadsheets_cells.year)],
    "years": Annotated[float | None, spreadsheets_cells.cell(spreadsheets_cells.years)],
    "languages": _several("languages"),
    "regions": _several("regions"),
    **{kind: _one(kind) for kind in ("county", "country", "specialty", "gender", "yes_no")},
}


def _field(field: columns.Field) -> tuple[object, object]:
    if field.column == "enrolled_date":
        return Annotated[datetime.date, spreadsheets_cells.cell(spreadsheets_cells.enrolled)], None
    return KINDS[field.kind], [] if field.kind in ("languages", "regions") else None


class Strict(BaseModel):
    """What holds for every row: no value of a person in an error's text, no column that the form lacks."""

    model_config = ConfigDict(hide_input_in_errors=True, extra="forbid")


Person = create_model("Person", __base__=Strict, **{field.column: _field(field) for field in columns.FIELDS})
Wrong = tuple[str, str, object, str]


def read(row: dict[str, object]) -> tuple[dict[str, object], list[Wrong]]:
    """What the row says by column, with its empty cells as None, and what could not be read.

    `row` holds the cells that are not empty. A required column that the file has stands in it with
    None if the cell is empty. What could not be read: column, kind of list or "cell", value, what to do.
    """
    try:
        return Person.model_validate(row).__dict__, []
    except ValidationError as errors:
        unread = list(_unread(errors))
    legible = {column: value for column, value in row.items() if column not in {wrong[0] for wrong in unread}}
    return Person.model_validate(legible).__dict__, unread


def _unread(errors: ValidationError) -> Iterator[Wrong]:
    for error in errors.errors(include_url=False, include_context=False):
        yield str(error["loc"][0]), error["type"], error["input"], error["msg"]


Broken = tuple[str, str, str]


def broken(person: dict[str, object], filled: Collection[str], as_of: datetime.date) -> Iterator[Broken]:
    """Each rule that the row breaks: column, value, what to do.

    `filled` are the columns with something in their cell; one that cannot be read is None in `person`.
    """
    yield from _ahead(person, as_of)
    yield from _out_of_order(person)
    yield from _incomplete(filled)


def _ahead(person: dict[str, object], as_of: datetime.date) -> Iterator[Broken]:
    for column in PAST:
        day = person[column]
        if day is not None and day > as_of:
            yield column, str(day), f"Lies after {as_of}, the day of this roster: only what has happened goes in."
    year = person["graduation_year"]
    if year is not None and year > as_of.year:
        yield "graduation_year", str(year), f"Lies after {as_of}, the day of this roster: correct the year."


def _out_of_order(person: dict[str, object]) -> Iterator[Broken]:
    for line in ORDER:
        known = [(column, person[column]) for column in line if person[column] is not None]
        for (before, earlier), (column, day) in pairwise(known):
            if day < earlier:
                yield column, f"{day} ({before} {earlier})", f"Comes before {before}: correct the one that is wrong."
    year, start = person["graduation_year"], person["residency_start_date"]
    if year is not None and start is not None and start.year < year:
        value = f"{start} (graduation_year {year})"
        yield "residency_start_date", value, "Comes before graduation_year: correct the one that is wrong."


def _incomplete(filled: Collection[str]) -> Iterator[Broken]:
    if "alternative_career" in filled and "alternative_career_date" not in filled:
        yield "alternative_career_date", "", "Write when the career of alternative_career began, or empty that cell."
    if "alternative_career_date" in filled and "alternative_career" not in filled:
        yield "alternative_career", "", "Write what the career of alternative_career_date is, or empty that cell."
    if "practice_county" in filled and "practice_start_date" not in filled:
        yield "practice_start_date", "", "Write when practice in practice_county began, or empty that cell."


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
        self.required = dict.fromkeys(column for column in columns.REQUIRED if column in found.columns.values())
        self.problems = list(found.problems)
        self.suggestions = Suggestions()
        self.rows_of: dict[str, int] = {}
        self.people: list[dict[str, object]] = []

    def run(self, rows: Iterator[Numbered], notices: list[str]) -> Checked:
        """Every row below the heads."""
        examples = 0
        for number, cells in rows:
            row, stray = self._filled(cells)
            if shown(row.get("participant_id")).startswith(columns.EXAMPLE):
                examples += 1
            elif row or stray:
                self._person(number, row, stray)
        if examples:
            rows_are = "1 row is an example" if examples == 1 else f"{examples} rows are examples"
            notices.append(f"{rows_are} (participant_id starts with {columns.EXAMPLE}), passed over.")
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
        values, unread = read(self.required | row)
        for column, kind, value, todo in unread:
            near = self.suggestions.nearest(kind, shown(value)) if kind in lists.LISTS else ""
            self._note(number, column, value, todo + near)
        for column, value, todo in broken(values, row, self.as_of):
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
