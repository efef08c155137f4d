"""A file of one's own: how many physicians does it count in each county and specialty? Every problem at once."""

import datetime
import io
import zipfile
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from pathlib import PurePath

import pandas as pd
from python_calamine import CalamineError, CalamineWorkbook

from data.adapters import physicians
from data.adapters.own_supply_cells import FIELDS, Reader, column_of
from data.adapters.physicians import Counted
from data.errors import RosterError, SupplyError
from data.roster import delimited, workbook
from data.roster.checking import tidy
from data.roster.problems import Problem, refusal, shown
from data.roster.table import HEAD_ROWS, Numbered, Table, letter

MOST_BYTES = 20 * 10**6
MOST_UNPACKED = 100 * 10**6
TEXT, BOOKS = (".csv", ".tsv", ".txt"), (".xlsx", ".xls", ".ods")
NEEDED = ("county", "specialty", "physicians")


def read(held: bytes, name: str, as_of: datetime.date) -> Counted:
    """The physicians in the bytes of a file named `name`; its rows without a year are of the year of `as_of`.

    Raises SupplyError with every problem; with none listed if the file cannot be read at all.
    """
    try:
        return _checked(_table(held, PurePath(name).name), as_of, PurePath(name).name)
    except RosterError as refused:
        raise SupplyError(str(refused), refused.problems) from None


def _table(held: bytes, name: str) -> Table:
    suffix = PurePath(name).suffix.lower()
    if not held:
        raise SupplyError(f"{name} is empty: save it again from the program that wrote it.")
    if len(held) > MOST_BYTES:
        raise SupplyError(f"{name} is larger than {MOST_BYTES // 10**6} MB: a row a county and specialty takes less.")
    if suffix in TEXT:
        return delimited.table(held, name, _known)
    if suffix in BOOKS:
        return _sheet(held, name)
    raise SupplyError(f"{name} is not of a kind that is read here: save it as .csv or .xlsx.")


def _sheet(held: bytes, name: str) -> Table:
    """The first visible sheet that has the heads, else the first."""
    if zipfile.is_zipfile(io.BytesIO(held)):
        with zipfile.ZipFile(io.BytesIO(held)) as parts:
            if sum(part.file_size for part in parts.infolist()) > MOST_UNPACKED:
                raise SupplyError(
                    f"{name} unpacks to more than {MOST_UNPACKED // 10**6} MB: copy its rows to a new one."
                )
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(held))
        sheets = [(sheet, *_split(workbook.cells(book, held, name, sheet))) for sheet in workbook.visible(book)]
    except CalamineError:
        raise SupplyError(
            f"{name} cannot be opened as a workbook: take off its password, or save it as .csv."
        ) from None
    if not sheets:
        raise SupplyError(f"{name} has no visible sheet of cells.")
    sheet, _, rows = next((one for one in sheets if any(_known(cells) for _, cells in one[1])), sheets[0])
    return Table(sheet, rows, [])


def _split(rows: Iterator[Numbered]) -> tuple[list[Numbered], Iterator[Numbered]]:
    first = list(islice(rows, HEAD_ROWS))
    return first, chain(first, rows)


def _known(cells: Sequence[object]) -> int:
    """How many columns these cells name; 0 if too few for a row of heads."""
    found = {column_of(cell) for cell in cells} - {""}
    return len(found) if len(found) > 1 else 0


def _checked(table: Table, as_of: datetime.date, name: str) -> Counted:
    first, rows = _split(iter(table.rows))
    number, heads = max(first, key=lambda row: _known(row[1]), default=(0, []))
    if not _known(heads):
        raise SupplyError(f"{name} has no row of heads: write county, specialty, physicians, fte above the figures.")
    columns, problems = _heads(table.name, number, heads)
    if problems:
        raise refusal(name, problems)
    reader = Reader(table.name, columns, as_of)
    for row, cells in rows:
        values = {position: value for position, cell in enumerate(cells) if (value := tidy(cell)) is not None}
        if row > number and values:
            reader.take(row, values)
    if reader.problems:
        raise refusal(name, reader.problems)
    if not reader.rows:
        raise SupplyError(
            f"{name} has no figure: write how many physicians there are in a county, 0 if there are none."
        )
    frame = pd.DataFrame(reader.rows, columns=list(physicians.COLUMNS)).astype({"supply_year": "int64"})
    return Counted(frame, as_of, [*table.notices, *reader.notices()])


def _heads(sheet: str, number: int, heads: Sequence[object]) -> tuple[dict[int, str], list[Problem]]:
    columns: dict[int, str] = {}
    problems = []
    for position, cell in enumerate(heads):
        head, column = shown(cell).strip(), column_of(cell)
        if column in columns.values() and column:
            before = next(at for at, name in columns.items() if name == column)
            todo = f"This head is there twice, in columns {letter(before)} and {letter(position)}: keep one."
            problems.append(Problem(sheet, number, column, head, todo))
        if column:
            columns.setdefault(position, column)
    named = {"county" if column == "fips" else column for column in columns.values()}
    for column in NEEDED:
        if column not in named:
            todo = f"Add this column: it is required (read as {column}: {', '.join(FIELDS[column])})."
            problems.append(Problem(sheet, number, column, "", todo))
    return columns, problems
