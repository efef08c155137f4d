"""What stands in a workbook, on the sheet that holds the people?"""

import io
from collections.abc import Iterator
from itertools import chain, islice

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from data.errors import RosterError
from data.roster.marks import Marks, marks
from data.roster.problems import Marked
from data.roster.table import HEAD_ROWS, Numbered, Table, heads

ROSTER = "roster"
PASSED_OVER = ("example", "how to")


def table(held: bytes, name: str) -> Table:
    """The rows of the sheet "Roster", else of the one sheet that has the heads of a roster.

    Raises RosterError for a workbook that cannot be opened, has no visible sheet, or has two with people.
    """
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(held))
        found = [_opened(book, held, name, sheet) for sheet in _sheets(book)]
    except CalamineError:
        raise RosterError(
            f"{name} cannot be opened as a workbook: take off its password, or save it again as .xlsx."
        ) from None
    if not found:
        raise RosterError(f"{name} has no visible sheet of cells: write one person a row on a sheet named Roster.")
    filled = [sheet for sheet, has_heads in found if has_heads] or [found[0][0]]
    if len(filled) > 1:
        names = " and ".join(sheet.name for sheet in filled)
        raise RosterError(f"{name} has people on the sheets {names}: put them on one sheet, named Roster.")
    return filled[0]


def _sheets(book: CalamineWorkbook) -> list[str]:
    """Names of the sheets to look at."""
    seen = visible(book)
    named = [sheet for sheet in seen if sheet.strip().casefold() == ROSTER]
    return named[:1] or [sheet for sheet in seen if sheet.strip().casefold() not in PASSED_OVER]


def visible(book: CalamineWorkbook) -> list[str]:
    """Names of the sheets of cells that are not hidden."""
    return [
        sheet.name
        for sheet in book.sheets_metadata
        if sheet.visible == SheetVisibleEnum.Visible and sheet.typ == SheetTypeEnum.WorkSheet
    ]


def cells(book: CalamineWorkbook, held: bytes, name: str, sheet: str) -> Iterator[Numbered]:
    """Every row of a sheet, formulas and errors marked. Raises RosterError for a sheet that is damaged or too large."""
    marked = marks(held, sheet, name)  # before the cells are loaded: it refuses a sheet too large for memory
    return _rows(book.get_sheet_by_name(sheet), marked)


def _opened(book: CalamineWorkbook, held: bytes, name: str, sheet: str) -> tuple[Table, bool]:
    rows = cells(book, held, name, sheet)
    first = list(islice(rows, HEAD_ROWS))
    return Table(sheet, chain(first, rows), []), heads(first, sheet) is not None


def _rows(sheet: CalamineSheet, marked: Marks) -> Iterator[Numbered]:
    blank = [""] * (sheet.start[1] if sheet.start else 0)
    number = 0
    for number, cells in enumerate(sheet.iter_rows(), 1):
        row = blank + cells
        yield number, _with_marks(row, marked[number]) if number in marked else row
    # Formulas whose value was never worked out stand in no cell that the reader knows.
    for later in sorted(row for row in marked if row > number):
        yield later, _with_marks([], marked[later])


def _with_marks(cells: list[object], marked: dict[int, str]) -> list[object]:
    cells = cells + [""] * (max(marked) + 1 - len(cells))
    for position, kind in marked.items():
        cells[position] = Marked(kind, str(cells[position]))
    return cells
