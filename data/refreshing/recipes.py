"""What does each source's current file become? One line a source: who reads it, and what to expect of it."""

import datetime
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from data import registry

TYPED = {"VARCHAR": "str", "DATE": "str", "BIGINT": "Int64"}


class Fresh(NamedTuple):
    """What a file gives: reference tables (the one that it is for first), and the day that it says itself, if any.

    `label` names a day or a period in the publisher's own way ("Census Bureau, July 2024"); `known` are other fields
    of registry.Source that differ with the file; `files` are kept beside the tables.
    """

    tables: Mapping[str, pd.DataFrame]
    as_of: datetime.date | None = None
    label: str = ""
    known: Mapping[str, Any] = {}
    files: Mapping[str, bytes] = {}


class Recipe(NamedTuple):
    """How a source's file is read (path -> Fresh), and what is expected of it before that.

    `kinds` as in checks.kind; `most_mb` what it may be, `usual_mb` what it is about; `least_rows_share` of the rows in
    use; `least_states` where a download is of the nation; `follows` if its address names the file in a JSON of its own.
    """

    read: Callable[[Path], Fresh]
    who: str
    kinds: Collection[str] = ("text",)
    most_mb: float = 100.0
    usual_mb: float = 0.0
    least_rows_share: float = 0.9
    least_states: int = 50
    follows: bool = False
    has_files: bool = False


def in_use(table: str) -> pd.DataFrame:
    """A reference table as it is in use: figures as numbers, codes and names as text."""
    path = registry.reference()[table]
    header = pd.read_csv(path, nrows=0).columns
    kinds = {name: registry.dictionary()[name].type for name in header}
    told = {name: TYPED[kind] for name, kind in kinds.items() if kind in TYPED}
    return pd.read_csv(path, dtype=told)
