"""What has come of a file, and what its publisher said of it, kept for a next time."""

import contextlib
import errno
import json
from collections.abc import Mapping
from pathlib import Path


def _journal(part: Path) -> Path:
    return part.with_name(f"{part.name}.json")


def size(part: Path) -> int:
    """Bytes that have come; 0 before any has."""
    return part.stat().st_size if part.exists() else 0


def note(part: Path, said: Mapping[str, str]) -> None:
    """Keep what the publisher said of the file that is coming."""
    _journal(part).write_text(json.dumps(dict(said)), encoding="utf-8")


def noted(part: Path) -> dict[str, str]:
    """What the publisher said of the part that is here; nothing where that is not known."""
    with contextlib.suppress(OSError, ValueError):
        told = json.loads(_journal(part).read_text(encoding="utf-8"))
        return told if isinstance(told, dict) else {}
    return {}


def discard(part: Path) -> None:
    """Forget what has come."""
    for path in (part, _journal(part)):
        path.unlink(missing_ok=True)


def unwritten(problem: OSError, part: Path) -> str:
    """Why nothing can be kept there, in a sentence."""
    if problem.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"The disk of {part.parent} is full: make room, then refresh again, which goes on from what has come."
    return f"{part} can't be written ({problem.strerror or problem})."
