"""Where is the database, which version is it, and how is it opened so that nothing can change it?

Two files a build: one that every reader may see, and one with a row a participant, for staff.
"""

import hashlib
import os
from pathlib import Path

import duckdb

from data.errors import AccessError, DatabaseMissingError

CURRENT = "current.txt"
FOR_STAFF = "Participants are for staff: set ATLAS_ACCESS=staff on a trusted machine."
LOCKED = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "temp_directory": "",
    "lock_configuration": "true",
}


def is_staff() -> bool:
    """Whether this process reads participants: asked for, and not a published copy, which holds none."""
    return is_staff_asked() and not published()


def is_staff_asked() -> bool:
    """Whether ATLAS_ACCESS=staff, which is for trusted machines."""
    return os.environ.get("ATLAS_ACCESS", "public") == "staff"


def published() -> Path | None:
    """The published database that ATLAS_DATABASE names instead of a build of our own."""
    named = os.environ.get("ATLAS_DATABASE")
    return Path(named) if named else None


def folder() -> Path:
    """The folder of built databases: ATLAS_BUILT, or data/built."""
    return Path(os.environ.get("ATLAS_BUILT") or Path(__file__).parent / "built")


def path(version: str) -> Path:
    """Where the database of that version is, or would be."""
    return published() or folder() / f"atlas-{version}.duckdb"


def staff_path(version: str) -> Path:
    """Where the database of that version's participants is, or would be."""
    return folder() / f"staff-{version}.duckdb"


def current() -> str:
    """The version that serves now.

    Raises DatabaseMissingError with the command that builds one.
    """
    given = published()
    if given:
        return _version_of(given)
    pointer = folder() / CURRENT
    version = pointer.read_text(encoding="utf-8").strip() if pointer.exists() else ""
    if not version or not path(version).exists():
        raise DatabaseMissingError("There is no database yet: run `python -m data.build`.")
    return version


def _version_of(given: Path) -> str:
    if not given.is_file():
        raise DatabaseMissingError(
            f"ATLAS_DATABASE names {given}, which is not there: write it with `python -m data.build --publish {given}`."
        )
    seen = given.stat()
    return hashlib.sha256(f"{given.resolve()} {seen.st_mtime_ns} {seen.st_size}".encode()).hexdigest()[:12]


def open_database(version: str | None = None) -> duckdb.DuckDBPyConnection:
    """A read-only, locked connection: no files, no network, no settings.

    Threads must not share it: take a `.cursor()` for each query.
    Raises DatabaseMissingError if the file is no database, AccessError if it holds people.
    """
    found = path(version or current())
    try:
        con = duckdb.connect(str(found), read_only=True, config=LOCKED)
    except duckdb.IOException:
        raise DatabaseMissingError(f"{found} is no database of the Atlas: write one with `--publish`.") from None
    if published() and con.execute("FROM duckdb_tables() WHERE table_name = 'participant'").fetchone():
        con.close()
        raise AccessError(f"{found.name} holds people and is not for publishing: write a copy with `--publish`.")
    return con


def open_staff(version: str | None = None) -> duckdb.DuckDBPyConnection:
    """The same, of the participants' database.

    Raises AccessError unless this is staff level, DatabaseMissingError if the file is not there.
    """
    if not is_staff():
        raise AccessError(FOR_STAFF)
    found = staff_path(version or current())
    if not found.exists():
        raise DatabaseMissingError("This database holds no participants: build one with `python -m data.build`.")
    return duckdb.connect(str(found), read_only=True, config=LOCKED)
