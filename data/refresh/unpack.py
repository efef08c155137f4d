"""What has come of a file, and what its publisher said of it, kept for a next time."""

import contextlib
import errno
import json
import os
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from data.errors import SourceError

CHUNK = 2**17
GZIP = 31
MOST_ENTRIES = 1000


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


class TooMuchError(SourceError):
    """More bytes than a file may have."""


def bounded(size: int, most_bytes: int, who: str) -> None:
    """Nothing, if so many bytes may come. Raises TooMuchError."""
    if size > most_bytes:
        most = f"{most_bytes / 2**20:,.0f} MB" if most_bytes >= 2**20 else f"{most_bytes:,} bytes"
        raise TooMuchError(f"{who} is larger than {most}, the most that it may be: give the right file with --file.")


def gunzip(part: Path, most_bytes: int) -> None:
    """The file itself in the place of one that the publisher packed on the way, though that was not asked for.

    Raises SourceError if it is damaged, TooMuchError if it is larger than it may be.
    """
    inflate, size = zlib.decompressobj(GZIP), 0
    unpacked = part.with_name(f"{part.name}.unpacked")
    try:
        with part.open("rb") as packed, unpacked.open("wb") as file:
            while not inflate.eof and (piece := inflate.unconsumed_tail or packed.read(CHUNK)):
                plain = inflate.decompress(piece, CHUNK * 8)
                size += len(plain)
                bounded(size, most_bytes, "The file that was sent packed")
                file.write(plain)
        if not inflate.eof:
            raise zlib.error("it breaks off")
        os.replace(unpacked, part)
    except zlib.error:
        discard(part)
        raise SourceError("The file was sent packed, and is damaged: refresh again, or give --file.") from None
    except OSError as problem:
        raise SourceError(unwritten(problem, part)) from None
    finally:
        unpacked.unlink(missing_ok=True)


def check_zip(path: Path, most_bytes: int) -> None:
    """Nothing, if every file in a zip is whole and all together are not larger than they may be.

    Raises SourceError, or TooMuchError before anything is unpacked.
    """
    try:
        with zipfile.ZipFile(path) as packed:
            entries = packed.infolist()
            bounded(sum(entry.file_size for entry in entries), most_bytes, f"What {path.name} unpacks to")
            # What an entry unpacks to is never more than it says: Python stops reading there.
            damaged = "too many files" if len(entries) > MOST_ENTRIES else packed.testzip()
    except (zipfile.BadZipFile, zlib.error, OSError, NotImplementedError, RuntimeError) as problem:
        damaged = str(problem)
    if damaged:
        raise SourceError(f"{path.name} is a damaged zip ({damaged}): refresh again, or give --file.")
