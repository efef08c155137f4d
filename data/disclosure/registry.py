"""Which dimensions of participants may be published, and how: data/publishable.toml."""

import tomllib
from functools import cache
from typing import Any, NamedTuple

from data.disclosure.rollup import Others
from data.errors import SourceError
from data.registry import FOLDER

PATH = FOLDER / "publishable.toml"
FOLDS = ("tree", "neighbours", "never", "landmark")
LEAST, MOST = 5, 20


class Dimension(NamedTuple):
    """One way to divide participants, and down to which level it is crossed with the phase reached."""

    dimension: str
    label: str
    crossed: int
    folds: str
    is_overlapping: bool = False
    keeps_parents: bool = False
    others: Others = Others()
    impossible: dict[str, list[str]] = {}  # noqa: RUF012


class Publishable(NamedTuple):
    """The whole registry."""

    least_count: int
    share_base: int
    dimensions: dict[str, Dimension]


@cache
def publishable() -> Publishable:
    """The registry as written.

    Raises SourceError naming the entry that is wrong.
    """
    return read(PATH.read_text(encoding="utf-8"))


def require_dimension(dimension: str) -> None:
    """Nothing, if participants are divided by it. Raises ValueError naming those they are."""
    known = publishable().dimensions
    if dimension not in known:
        raise ValueError(f"There is no dimension {dimension!r}: choose from {', '.join(known)}.")


def read(text: str) -> Publishable:
    """The registry of a TOML text.

    Raises SourceError for a least count outside 5 to 20, a field or a way to fold that does not exist.
    """
    entries: dict[str, Any] = tomllib.loads(text)
    missing = {"least_count", "share_base"} - set(entries)
    if missing:
        raise SourceError(f"publishable.toml: say {' and '.join(sorted(missing))} before the dimensions.")
    least, base = entries.pop("least_count"), entries.pop("share_base")
    if not LEAST <= least <= MOST:
        raise SourceError(f"publishable.toml: least_count is {least}; choose {LEAST} to {MOST}.")
    dimensions = {}
    for name, entry in entries.items():
        wrong = set(entry) - set(Dimension._fields) | {"label", "crossed"} - set(entry)
        if wrong or entry.get("folds") not in FOLDS:
            told = f"add or remove {', '.join(sorted(wrong))}; " if wrong else ""
            raise SourceError(f"publishable.toml [{name}]: {told}folds is one of {', '.join(FOLDS)}.")
        others = {"others": Others(*entry["others"])} if "others" in entry else {}
        dimensions[name] = Dimension(name, **entry | others)
    return Publishable(least, base, dimensions)
