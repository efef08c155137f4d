"""Which tables has this machine loaded over the embedded figures, and from which files?

data/local/ (git-ignored; ATLAS_LOCAL names another) holds what a refresh or a file of the user's own brought: a folder
for each generation, complete in itself, with a CSV a table and sources.json; current.txt names the one in use.
"""

import contextlib
import datetime
import json
import os
from collections.abc import Iterator
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Any

from data import store
from data.errors import SourceError

CURRENT, RECORDS = "current.txt", "sources.json"
DATES = ("as_of", "retrieved")
PUBLISHED = Path(__file__).parent / "build" / "sql" / "published_sources.sql"

Records = dict[str, dict[str, Any]]

_TRIED: ContextVar[str | None] = ContextVar("tried", default=None)


def folder() -> Path:
    """The folder of everything that this machine loaded: ATLAS_LOCAL, or data/local."""
    return Path(os.environ.get("ATLAS_LOCAL") or Path(__file__).parent / "local")


def raw() -> Path:
    """The folder of files as published, downloaded or put there by hand."""
    return folder() / "raw"


def named() -> str:
    """The name of the generation in use, which changes with its content; "" where nothing is loaded."""
    tried = _TRIED.get()
    if tried is not None:
        return tried
    pointer = folder() / CURRENT
    return pointer.read_text(encoding="utf-8").strip() if pointer.exists() else ""


def generation(name: str) -> Path:
    """The folder of a generation."""
    return folder() / f"tables-{name}"


@contextlib.contextmanager
def trying(name: str) -> Iterator[None]:
    """Within it, builds take the generation of that name; everybody else the one in use."""
    token = _TRIED.set(name)
    try:
        yield
    finally:
        _TRIED.reset(token)


def point_at(name: str) -> None:
    """From now on, this generation is in use; "" for the embedded figures alone."""
    drafted = folder() / f"{CURRENT}.draft"
    drafted.write_text(name, encoding="utf-8")
    os.replace(drafted, folder() / CURRENT)


def tables() -> dict[str, Path]:
    """The reference tables that are loaded over the embedded ones, by name."""
    name = named()
    return {path.stem: path for path in sorted(generation(name).glob("*.csv"))} if name else {}


def records() -> Records:
    """What is known of each source that is loaded: dates, checksum, file; by source id.

    A published database brings its own: what this machine loaded has nothing to do with it.
    """
    if store.published():
        return _published(store.current())
    return _kept(folder(), named())


@cache
def _kept(within: Path, name: str) -> Records:
    if not name:
        return {}
    kept = within / f"tables-{name}" / RECORDS
    try:
        told = json.loads(kept.read_text(encoding="utf-8"))
        return {source: _known(entry) for source, entry in told.items()}
    except (OSError, ValueError, KeyError, TypeError):
        raise SourceError(f"{kept} is damaged: load its files again, or `python -m data.refresh --forget`.") from None


def _known(entry: dict[str, Any]) -> dict[str, Any]:
    """The fields of a source that the file decided; what else is kept of it is for who loads the next one."""
    told = {name: value for name, value in entry.items() if name not in ("tables", "files")}
    return told | {day: _day(entry[day]) for day in DATES}


@cache
def _published(version: str) -> Records:
    with store.open_database(version) as con:
        found = con.sql(PUBLISHED.read_text(encoding="utf-8"))
        return {row[0]: dict(zip(found.columns[1:], row[1:], strict=True)) for row in found.fetchall()}


def _day(told: str) -> datetime.date:
    return datetime.date.fromisoformat(told)


def settled() -> str:
    """A word for the sources as they are now, to key what is kept of them."""
    return f"published {store.current()}" if store.published() else f"{folder()} {named()}"
