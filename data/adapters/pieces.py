"""A published CSV, or the .zip of one: which columns has it, and how is it read without unpacking it on the disk?"""

import contextlib
import csv
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from data.errors import SupplyError

LONGEST_HEADER = 2**20
ZIPPED = b"PK\x03\x04"
NOT_A_TABLE = "is not the file that is meant: it has no row of column names."


class WideFile:
    """One CSV of a publisher. `names`: its columns, spaces around them taken off; `label`: what it is called."""

    def __init__(self, path: Path, *members: str) -> None:
        """Raises SupplyError if there is no such CSV: `members` are parts of its name inside a .zip, the best first."""
        self.path, self.is_zip = path, _starts(path, ZIPPED)
        self.member = _member(path, members) if self.is_zip else None
        self.label = self.member.filename.rpartition("/")[2] if self.member else path.name
        with self.opened() as file, unspoiled(self.label):
            self.head = file.readline(LONGEST_HEADER)
        self.names = _names(self.head, self.label)

    def require(self, names: list[str]) -> None:
        """Raises SupplyError naming the columns that are not there."""
        missing = [name for name in names if name not in self.names]
        if missing:
            raise SupplyError(
                f"{self.label} has no column {', '.join(missing[:3])}: it is another file, or its publisher changed it."
            )

    def opened(self) -> contextlib.AbstractContextManager[IO[bytes]]:
        """The CSV's bytes, from its head on."""
        if self.member is None:
            return self.path.open("rb")
        return _inside(self.path, self.member)


@contextlib.contextmanager
def _inside(path: Path, member: zipfile.ZipInfo) -> Iterator[IO[bytes]]:
    with zipfile.ZipFile(path) as archive, archive.open(member) as file:
        yield file


def _starts(path: Path, mark: bytes) -> bool:
    with path.open("rb") as file:
        return file.read(len(mark)) == mark


def _member(path: Path, wanted: tuple[str, ...]) -> zipfile.ZipInfo:
    try:
        with zipfile.ZipFile(path) as archive:
            inside = archive.infolist()
    except zipfile.BadZipFile:
        raise SupplyError(f"{path.name} breaks off or is damaged: download it again.") from None
    for part in wanted:
        found = [one for one in inside if _is_meant(one.filename.rpartition("/")[2].casefold(), part)]
        if found:
            return max(found, key=lambda one: one.file_size)
    raise SupplyError(f"{path.name} holds no {wanted[-1]}….csv: give the .zip as it was downloaded, or the CSV.")


def _is_meant(name: str, wanted: str) -> bool:
    # Beside the file itself lies one of its heads alone.
    return wanted in name and name.endswith(".csv") and "header" not in name


@contextlib.contextmanager
def unspoiled(label: str) -> Iterator[None]:
    """Raises SupplyError for what a damaged .zip raises."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
        raise SupplyError(f"{label} breaks off or is damaged in its .zip: download it again.") from None


def _names(head: bytes, label: str) -> list[str]:
    try:
        text = head.decode("utf-8-sig")
        names = [name.strip() for name in next(csv.reader([text]), [])]
    except (UnicodeDecodeError, csv.Error):
        names = []
    if len(names) < 2:
        raise SupplyError(f"{label} {NOT_A_TABLE}")
    return names
