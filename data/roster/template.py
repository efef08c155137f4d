"""Where does one begin? An empty roster with drop-downs, notes, an example and instructions."""

import csv
import io
from pathlib import Path

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from data.errors import RosterError
from data.roster import columns
from data.spreadsheets import lists

LAST_ROW = 5000
DROPPED_DOWN = ("county", "country", "specialty", "gender", "yes_no")
BOLD = Font(bold=True)
HOW_TO = (
    "Write one person a row on the sheet Roster, below the heads. Leave a cell empty if it is not known, or not yet.",
    "participant_id and enrolled_date are required. Use numbers or codes for participant_id, never names.",
    "Point at a head to read what belongs in its column; many cells have a list to choose from.",
    "Several languages or regions stand in one cell with ; between them, such as: Somali; Arabic",
    "Counties in other states: write the five-digit FIPS code and confirm.",
    "Values only: copy cells that hold formulas and paste them as values.",
    f"The sheet Example shows a filled row. Rows whose participant_id starts with {columns.EXAMPLE} are passed over.",
    "Check the file before it is used: python -m data.roster check FILE",
)


def write(path: Path, *, force: bool = False) -> None:
    """An empty roster at `path`, a workbook or a text file by its ending.

    Raises RosterError if the file is there and `force` is not given, or if it cannot be written.
    """
    makers = {".xlsx": workbook, ".csv": text}
    if path.suffix.lower() not in makers:
        raise RosterError(f"A template is .xlsx or .csv: {path} is neither.")
    made = makers[path.suffix.lower()]()
    try:
        with path.open("wb" if force else "xb") as file:
            file.write(made)
    except FileExistsError:
        raise RosterError(f"{path} is there already: choose another name, or add --force to replace it.") from None
    except OSError as problem:
        raise RosterError(f"{path} cannot be written ({problem.strerror}): choose another folder.") from None


def text() -> bytes:
    """The heads and the example as CSV, marked as UTF-8 so that spreadsheet programs keep accents."""
    lines = io.StringIO(newline="")
    csv.writer(lines).writerows([columns.COLUMNS, [field.example for field in columns.FIELDS]])
    return lines.getvalue().encode("utf-8-sig")


def workbook() -> bytes:
    """The workbook: Roster, Example, How to, and the hidden lists behind the drop-downs."""
    book = Workbook()
    roster = book.active
    roster.title = "Roster"
    _heads(roster)
    example = book.create_sheet("Example")
    _heads(example)
    example.append([field.example for field in columns.FIELDS])
    _how_to(book.create_sheet("How to"))
    hidden = book.create_sheet("Lists")
    hidden.sheet_state = "hidden"
    for position, kind in enumerate(DROPPED_DOWN, 1):
        _drop_down(roster, hidden, position, kind)
    _formats(roster)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def _heads(sheet: Worksheet) -> None:
    sheet.append(list(columns.COLUMNS))
    sheet.freeze_panes = "B2"
    for cell, field in zip(sheet[1], columns.FIELDS, strict=True):
        cell.font = BOLD
        cell.comment = Comment(columns.note(field), "Roster", height=140, width=280)
        sheet.column_dimensions[cell.column_letter].width = max(14, len(field.column) + 2)


def _how_to(sheet: Worksheet) -> None:
    sheet.column_dimensions["A"].width = 110
    for line in HOW_TO:
        sheet.append([line])
        sheet.cell(sheet.max_row, 1).alignment = Alignment(wrap_text=True, vertical="top")


def _drop_down(roster: Worksheet, hidden: Worksheet, position: int, kind: str) -> None:
    """A list in a column of the hidden sheet, and the cells that choose from it."""
    labels = lists.choices(kind).labels
    entries = [f"{label} ({code})" if kind == "county" else label for code, label in labels.items()]
    for row, entry in enumerate([kind, *entries], 1):
        hidden.cell(row, position, entry)
    letter = get_column_letter(position)
    choice = DataValidation("list", formula1=f"Lists!${letter}$2:${letter}${len(entries) + 1}")
    choice.errorTitle, choice.error = "Not in the list", f"Write: {columns.KINDS[kind]}. Keep what you wrote?"
    choice.errorStyle = "warning"  # a code is as good as a name
    _apply(roster, choice, kind)


def _formats(roster: Worksheet) -> None:
    """Dates look like dates, and codes with a 0 in front keep it."""
    for number, field in enumerate(columns.FIELDS, 1):
        column = roster.column_dimensions[get_column_letter(number)]
        if field.kind == "date":
            column.number_format = "yyyy-mm-dd"
        elif field.kind in ("name", "county"):
            column.number_format = "@"
    days = DataValidation("date", operator="greaterThan", formula1="14611", errorStyle="warning")
    days.errorTitle, days.error = "Not a date", "Write yyyy-mm-dd or month/day/year. Keep what you wrote?"
    _apply(roster, days, "date")


def _apply(roster: Worksheet, choice: DataValidation, kind: str) -> None:
    choice.showErrorMessage = True
    roster.add_data_validation(choice)
    for number, field in enumerate(columns.FIELDS, 1):
        if field.kind == kind:
            choice.add(f"{get_column_letter(number)}2:{get_column_letter(number)}{LAST_ROW}")
