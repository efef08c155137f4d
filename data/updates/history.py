"""What changed each time that other figures came into use? One small file a step, kept beside what is loaded.

python -m data.history          prints every step, the newest first
"""

from __future__ import annotations

import contextlib
import datetime
import json
import logging
import os
from typing import TYPE_CHECKING, Any, NamedTuple

from data import loaded, store
from data.build import build as build_build
from data.errors import AtlasError, DatabaseMissingError
from data.updates import compare

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from data.updates.compare import Picture

DAMAGED = "{name} is damaged and cannot be shown: remove it from {folder}."
KEPT = 50
NOT_RECORDED = "What changed could not be recorded: {problem} The new figures are in use all the same."
NOTHING_BEFORE = "No database had been built before, so there is nothing to compare with."


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


def folder() -> Path:
    """The folder of the steps."""
    return loaded.folder() / "history"


def before() -> Picture | str:
    """The picture to hold the next database against; or, in a sentence, why there is none. Raises nothing.

    It is of the figures in use until now: a database that is older than they are is built again first.
    """
    try:
        with contextlib.suppress(AtlasError):
            build_build.ensure()
        return compare.taken()
    except DatabaseMissingError:
        return NOTHING_BEFORE
    except Exception as problem:
        return NOT_RECORDED.format(problem=_said(problem))


def record(earlier: Picture | str, built: str) -> None:
    """Keep what moved from that picture to the database of this version, if anything did; a failure as its problem.

    Raises nothing: what cannot be written is logged.
    """
    try:
        if isinstance(earlier, str):
            told = {"before": "", "problem": earlier}
        elif earlier.version == built:
            return
        else:
            told = {"before": earlier.version} | _compared(earlier)
        if _is_worth_telling(told):
            _write(
                told | {"after": built, "when": datetime.datetime.now(datetime.UTC).isoformat(timespec="microseconds")}
            )
    except Exception as problem:
        logging.getLogger(__name__).warning(NOT_RECORDED.format(problem=_said(problem)))


def _compared(earlier: Picture) -> dict[str, Any]:
    try:
        return compare.compared(earlier, compare.taken())
    except Exception as problem:
        return {"problem": NOT_RECORDED.format(problem=_said(problem))}


def _is_worth_telling(told: dict[str, Any]) -> bool:
    """Files beside the figures, such as outlines, make another database of the same figures."""
    problems = [told.get("problem"), *(row["problem"] for row in told.get("disciplines", []))]
    return any([*problems, told.get("areas"), told.get("sources")])


def _said(problem: Exception) -> str:
    return f"{type(problem).__name__}: {str(problem).strip().splitlines()[0] if str(problem).strip() else ''}."


def _write(told: dict[str, Any]) -> None:
    folder().mkdir(parents=True, exist_ok=True)
    when = told["when"].replace("-", "").replace(":", "").split("+")[0]
    name = f"{when}-{told['before'] or 'none'}-{told['after']}.json"
    drafted = folder() / f".{name}.draft"
    drafted.write_text(json.dumps(told, separators=(",", ":")), encoding="utf-8", newline="\n")
    os.replace(drafted, folder() / name)
    for old in _files()[KEPT:]:
        old.unlink(missing_ok=True)


def _files() -> list[Path]:
    return sorted(folder().glob("*.json"), reverse=True)


def newest() -> str:
    """The name of the newest step, which changes when one is added; "" where there is none."""
    return next((path.name for path in _files()), "") if not store.published() else ""


def steps() -> list[Step]:
    """Every step that is kept, the newest first; a file that cannot be read is one with nothing but its problem.

    None for a published database: what this machine loaded has nothing to do with it.
    """
    return [] if store.published() else [read(path) for path in _files()]
