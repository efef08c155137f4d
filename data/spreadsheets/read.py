"""What stands in the file, row by row, whatever program wrote it?"""

import codecs
import csv
import io
import posixpath
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path, PurePath
from xml.etree import ElementTree
from xml.parsers import expat

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from data.errors import RosterError
from data.spreadsheets.problems import Marked
from data.spreadsheets.table import HEAD_ROWS, Numbered, Table, heads, known

UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
SEPARATORS = ",;\t"
MOST_BYTES = 2 * 10**9
# The reader keeps a rectangle in memory: one stray cell in the last column would fill it.
MOST_CELLS = 60 * 10**6
# What damaged archives and damaged XML raise; KeyError and StopIteration: a part that is not there.
DAMAGED = (
    zipfile.BadZipFile, zlib.error, ElementTree.ParseError, expat.ExpatError, EOFError, KeyError, OSError,
    RuntimeError, StopIteration, ValueError,
)  # fmt: skip
ROSTER = "roster"
PASSED_OVER = ("example", "how to")


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


# How many columns of a format a row of cells names.
Known = Callable[[Sequence[object]], int]


def delimited_table(held: bytes, name: str, known: Known = known) -> Table:
    """The rows of a text file, all cells text; of the separators, the one by which a row names most heads.

    Raises RosterError for bytes that are no text.
    """
    if held.startswith(WORKBOOKS):
        raise RosterError(f"{name} is a workbook named as text: name it .xlsx, or save it as CSV.")
    text, notices = decoded(held, name)
    separator = max(SEPARATORS, key=lambda separator: _heads(text, separator, known))
    return Table(name, _rows(text, separator, name), notices)


def decoded(held: bytes, name: str) -> tuple[str, list[str]]:
    """The text, and a notice if its encoding was a guess. Raises RosterError for bytes that are no text."""
    notices: list[str] = []
    try:
        if held.startswith(UTF_16):
            text = held.decode("utf-16")
        else:
            text, notices = _decoded_bytes(held, name)
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        raise RosterError(f"{name} is not text that can be read: save it again as CSV UTF-8, or as .xlsx.")
    return text, notices


def _decoded_bytes(held: bytes, name: str) -> tuple[str, list[str]]:
    try:
        return held.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        notice = f"{name} is not in UTF-8; it was read as Windows-1252: look at letters with accents."
        return held.decode("cp1252"), [notice]


def _heads(text: str, separator: str, known: Known) -> int:
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        return max((known(cells) for cells in islice(lines, HEAD_ROWS)), default=0)
    except csv.Error:
        return 0


def _rows(text: str, separator: str, name: str) -> Iterator[Numbered]:
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        yield from enumerate(lines, 1)
    except csv.Error:
        raise RosterError(
            f'{name} cannot be split into cells from line {lines.line_num} on: look for a quotation mark (") '
            "without its pair."
        ) from None


# By row from 1, then position from 0: "formula" or "error".
Marks = dict[int, dict[int, str]]


def marks(held: bytes, sheet: str, name: str) -> Marks:
    """Formulas and errors on a sheet of an .xlsx workbook; none for other kinds, which are not looked into.

    Raises RosterError for a workbook that is damaged or too large.
    """
    if not zipfile.is_zipfile(io.BytesIO(held)):
        return {}
    try:
        with zipfile.ZipFile(io.BytesIO(held)) as parts:
            if "[Content_Types].xml" not in parts.namelist():
                return {}
            if sum(part.file_size for part in parts.infolist()) > MOST_BYTES:
                raise RosterError(f"{name} is too large to be read: copy the people's rows to a new workbook.")
            scan = Scan()
            with parts.open(part_of(parts, sheet)) as xml:
                scan.read(xml)
    except DAMAGED:
        raise RosterError(f"{name} is damaged: open it in a spreadsheet program and save it again.") from None
    if scan.last_row * scan.last_column > MOST_CELLS:
        raise RosterError(f"{name} has a stray cell far from the people: copy the people's rows to a new workbook.")
    return dict(scan.marks)


def part_of(parts: zipfile.ZipFile, sheet: str) -> str:
    """The file inside the workbook that holds `sheet`. Raises StopIteration or KeyError if there is none."""
    book = next(target for kind, target in _links(parts, "").values() if kind == "officeDocument")
    sheets = ElementTree.fromstring(parts.read(book)).findall(".//{*}sheet")
    attributes = next(found.attrib for found in sheets if found.get("name") == sheet)
    link = next(value for attribute, value in attributes.items() if attribute.endswith("}id"))
    return _links(parts, book)[link][1]


def _links(parts: zipfile.ZipFile, source: str) -> dict[str, tuple[str, str]]:
    folder, file = posixpath.split(source)
    links = ElementTree.fromstring(parts.read(posixpath.join(folder, "_rels", f"{file}.rels")))
    return {
        link.attrib["Id"]: (
            link.attrib["Type"].rpartition("/")[2],
            posixpath.normpath(posixpath.join("/", folder, link.attrib["Target"])).lstrip("/"),
        )
        for link in links.findall("{*}Relationship")
    }


class Scan:
    """One pass over a sheet's XML: where formulas and errors are, and how far the cells reach."""

    def __init__(self) -> None:
        self.marks: defaultdict[int, dict[int, str]] = defaultdict(dict)
        self.positions: dict[str, int] = {}
        self.last_row = self.last_column = self.row = self.column = 0

    def read(self, xml: object) -> None:
        """Take in the whole sheet, a piece at a time."""
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.ParseFile(xml)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        kind = tag.rpartition(":")[2]
        if kind in ("v", "is"):
            self.last_row, self.last_column = max(self.last_row, self.row), max(self.last_column, self.column)
        elif kind == "c":
            self.column = self._position(attributes["r"]) if "r" in attributes else self.column + 1
            if attributes.get("t") == "e":
                self.marks[self.row][self.column - 1] = "error"
        elif kind == "f":
            self.marks[self.row][self.column - 1] = "formula"
        elif kind == "row":
            self.row = int(attributes.get("r", self.row + 1))
            self.column = 0

    def _position(self, place: str) -> int:
        """The number of a cell's column, from 1; `place` is as in AB12."""
        letters = place.rstrip("0123456789")
        if letters not in self.positions:
            number = 0
            for one in letters:
                number = number * 26 + ord(one) - 64
            self.positions[letters] = number
        return self.positions[letters]


def workbook_table(held: bytes, name: str) -> Table:
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
    return _workbook_rows(book.get_sheet_by_name(sheet), marked)


def _opened(book: CalamineWorkbook, held: bytes, name: str, sheet: str) -> tuple[Table, bool]:
    rows = cells(book, held, name, sheet)
    first = list(islice(rows, HEAD_ROWS))
    return Table(sheet, chain(first, rows), []), heads(first, sheet) is not None


def _workbook_rows(sheet: CalamineSheet, marked: Marks) -> Iterator[Numbered]:
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


READERS = {suffix: delimited_table for suffix in (".csv", ".tsv", ".txt")}
READERS |= {suffix: workbook_table for suffix in (".xlsx", ".xls", ".ods")}
