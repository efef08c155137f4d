"""The two registries: sources.toml (where figures come from), dictionary.csv (what columns mean)."""

import csv
import datetime
import hashlib
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from data import loaded
from data.errors import SourceError

FOLDER = Path(__file__).parent
REFERENCE = FOLDER / "reference"
SHAPES = REFERENCE / "shapes"
CHECKSUMS = REFERENCE / "SHA256SUMS"


class Source(NamedTuple):
    """One published file and what it feeds; no file where figures were entered by hand. `address`: where a refresh
    finds the current file, "" where none is known. `is_private`: may not be passed on.
    """

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
    address: str = ""
    is_private: bool = False


class Loadable(NamedTuple):
    """A source that the embedded figures do not have: a refresh or the user brings its file."""

    source_id: str
    publisher: str
    title: str
    url: str
    licence: str
    reference: list[str]
    tables: list[str]
    limits: str
    address: str = ""
    is_private: bool = False  # may not be passed on


class Column(NamedTuple):
    """One column, wherever it stands: DuckDB type, label, unit, meaning and source ids."""

    column: str
    type: str
    label: str
    unit: str
    meaning: str
    sources: str


def sources() -> dict[str, Source]:
    """Every source in use by its id: the embedded ones, and those that this machine loaded, with their own dates.

    Raises SourceError naming the entry and the field that is missing or unknown.
    """
    return _sources(loaded.settled())


@cache
def _sources(_settled: str) -> dict[str, Source]:
    records = loaded.records()
    entries = {name: source._asdict() | records.get(name, {}) for name, source in embedded().items()}
    entries |= {name: known._asdict() | records[name] for name, known in loadable().items() if name in records}
    return {name: Source(**entry) for name, entry in entries.items()}


@cache
def embedded() -> dict[str, Source]:
    """The sources of the embedded figures, by id. Raises SourceError as `sources` does."""
    entries = {name: entry for name, entry in _entries().items() if name != "loadable"}
    return {name: Source(name, **_complete(name, entry, Source)) for name, entry in entries.items()}


@cache
def loadable() -> dict[str, Loadable]:
    """The sources that are not embedded and can be loaded, by id. Raises SourceError as `sources` does."""
    entries = _entries().get("loadable", {})
    return {name: Loadable(name, **_complete(name, entry, Loadable)) for name, entry in entries.items()}


def _entries() -> dict[str, Any]:
    return tomllib.loads((FOLDER / "sources.toml").read_text(encoding="utf-8"))


def _complete(name: str, entry: dict[str, Any], kind: type[Source] | type[Loadable]) -> dict[str, Any]:
    wrong = (set(entry) ^ set(kind._fields)) - {"source_id", *kind._field_defaults} | set(entry) - set(kind._fields)
    if wrong:
        raise SourceError(f"sources.toml [{name}]: add or remove {', '.join(sorted(wrong))}.")
    return entry


@cache
def dictionary() -> dict[str, Column]:
    """Every column by its name."""
    with (FOLDER / "dictionary.csv").open(encoding="utf-8", newline="") as file:
        return {row["column"]: Column(**row) for row in csv.DictReader(file)}


def reference() -> dict[str, Path]:
    """Where each reference table is, by name: what this machine loaded, or else the embedded one."""
    return {path.stem: path for path in sorted(REFERENCE.glob("*.csv"))} | loaded.tables()


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
    claimed = {name for source in (*embedded().values(), *loadable().values()) for name in source.reference}
    for path in REFERENCE.glob("*.csv"):
        if path.stem not in claimed:
            raise SourceError(f"data/reference/{path.name} has no source: add it to sources.toml.")
