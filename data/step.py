"""What is kept of one time that other figures came into use, and is the file of it whole?"""

from __future__ import annotations

import datetime
import json
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

DAMAGED = "{name} is damaged and cannot be shown: remove it from {folder}."


def _sides(names: str) -> set[str]:
    return {f"{name}_{side}" for name in names.split() for side in ("before", "after")}


# What a row must have to be told of.
FIELDS = {
    "disciplines": {"discipline", "problem", "areas_after", "vintage_before", "vintage_after"},
    "areas": {"discipline", "state_name", "area", "change", "what", *_sides("area_id status type score fte fte_short")},
    "states": {"discipline", "state_name", *_sides("designated proposed short_designated short_proposed people")},
    "sources": {"title", "as_of_before", "as_of_after"},
}


class Step(NamedTuple):
    """One time that other figures came into use: when (UTC), the databases, and what moved; `problem` if not known."""

    when: datetime.datetime | None
    before: str
    after: str
    problem: str = ""
    disciplines: Sequence[dict[str, Any]] = ()
    areas: Sequence[dict[str, Any]] = ()
    states: Sequence[dict[str, Any]] = ()
    sources: Sequence[dict[str, Any]] = ()


def read(path: Path) -> Step:
    """The step that a file keeps; one with nothing but its problem if it cannot be read."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        when = datetime.datetime.fromisoformat(told.pop("when"))
        if any(not fields <= set(row) for name, fields in FIELDS.items() for row in told.get(name, [])):
            raise TypeError(path.name)
        return Step(when, **told)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Step(None, "", "", DAMAGED.format(name=path.name, folder=path.parent))
