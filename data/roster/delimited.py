"""What stands in a text file: in which encoding, and with which separator?"""

import codecs
import csv
import io
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from data.errors import RosterError
from data.roster.table import HEAD_ROWS, Numbered, Table, known

UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
SEPARATORS = ",;\t"
# How many columns of a format a row of cells names.
Known = Callable[[Sequence[object]], int]


def table(held: bytes, name: str, known: Known = known) -> Table:
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
