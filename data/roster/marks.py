"""Which cells of a workbook hold a formula or an error, where the reader of values shows neither?"""

import io
import posixpath
import zipfile
import zlib
from collections import defaultdict
from xml.etree import ElementTree
from xml.parsers import expat

from data.errors import RosterError

# By row from 1, then position from 0: "formula" or "error".
Marks = dict[int, dict[int, str]]
MOST_BYTES = 2 * 10**9
# The reader keeps a rectangle in memory: one stray cell in the last column would fill it.
MOST_CELLS = 60 * 10**6
# What damaged archives and damaged XML raise; KeyError and StopIteration: a part that is not there.
DAMAGED = (
    zipfile.BadZipFile, zlib.error, ElementTree.ParseError, expat.ExpatError, EOFError, KeyError, OSError,
    RuntimeError, StopIteration, ValueError,
)  # fmt: skip


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
