"""Where is the database, which version is it, and how is it opened so that nothing can change it?"""

import os
from pathlib import Path

import duckdb

from data.errors import DatabaseMissingError

CURRENT = "current.txt"


def folder() -> Path:
    """The folder of built databases: ATLAS_BUILT, or data/built."""
    return Path(os.environ.get("ATLAS_BUILT") or Path(__file__).parent / "built")


def path(version: str) -> Path:
    """Where the database of that version is, or would be."""
    return folder() / f"atlas-{version}.duckdb"


def current() -> str:
    """The version that serves now.

    Raises DatabaseMissingError with the command that builds one.
    """
    pointer = folder() / CURRENT
    version = pointer.read_text(encoding="utf-8").strip() if pointer.exists() else ""
    if not version or not path(version).exists():
        raise DatabaseMissingError("There is no database yet: run `python -m data.build`.")
    return version


def open_database(version: str | None = None) -> duckdb.DuckDBPyConnection:
    """A read-only, locked connection: no files, no network, no settings.

    Threads must not share it: take a `.cursor()` for each query.
    """
    return duckdb.connect(
        str(path(version or current())),
        read_only=True,
        config={
            "enable_external_access": "false",
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "lock_configuration": "true",
        },
    )
