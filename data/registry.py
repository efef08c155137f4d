"""The two registries: sources.toml (where figures come from), dictionary.csv (what columns mean)."""

import csv
import datetime
import hashlib
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from data.errors import SourceError

FOLDER = Path(__file__).parent
REFERENCE = FOLDER / "reference"
SHAPES = REFERENCE / "shapes"
CHECKSUMS = REFERENCE / "SHA256SUMS"


class Source(NamedTuple):
    """One published file and what it feeds; no file where figures were entered by hand."""

    source_id: str
    publisher: str
    title: str
    url: str
    as_of: datetime.date
    as_of_label: str
    retrieved: datetime.date
    licence: str
    file: str
    sha256: str
    reference: list[str]
    tables: list[str]
    limits: str


class Column(NamedTuple):
    """One column, wherever it stands: DuckDB type, label, unit, meaning and source ids."""

    column: str
    type: str
    label: str
    unit: str
    meaning: str
    sources: str


@cache
def sources() -> dict[str, Source]:
    """Every source by its id.

    Raises SourceError naming the entry and the field that is missing or unknown.
    """
    entries = tomllib.loads((FOLDER / "sources.toml").read_text(encoding="utf-8"))
    for name, entry in entries.items():
        wrong = set(entry) ^ (set(Source._fields) - {"source_id"})
        if wrong:
            raise SourceError(f"sources.toml [{name}]: add or remove {', '.join(sorted(wrong))}.")
    return {name: Source(name, **entry) for name, entry in entries.items()}


@cache
def dictionary() -> dict[str, Column]:
    """Every column by its name."""
    with (FOLDER / "dictionary.csv").open(encoding="utf-8", newline="") as file:
        return {row["column"]: Column(**row) for row in csv.DictReader(file)}


def sha256(path: Path) -> str:
    """The file's checksum, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def record(folder: Path = REFERENCE) -> None:
    """Write the checksum of every file in `folder`, so that a build notices edited figures."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != CHECKSUMS.name)
    lines = [f"{sha256(path)}  {path.relative_to(folder).as_posix()}\n" for path in files]
    (folder / CHECKSUMS.name).write_text("".join(lines), encoding="utf-8", newline="\n")


def verify_reference() -> None:
    """Nothing, if every reference file is the one that was distilled and every table has a source.

    Raises SourceError naming the file.
    """
    lines = CHECKSUMS.read_text(encoding="utf-8").splitlines()
    for expected, name in (line.split("  ", 1) for line in lines):
        path = REFERENCE / name
        if not path.exists() or sha256(path) != expected:
            raise SourceError(
                f"data/reference/{name} is not what was distilled: restore it with git, "
                "or write it again with `python -m data.distil FOLDER`."
            )
    claimed = {name for source in sources().values() for name in source.reference}
    for path in REFERENCE.glob("*.csv"):
        if path.stem not in claimed:
            raise SourceError(f"data/reference/{path.name} has no source: add it to sources.toml.")
