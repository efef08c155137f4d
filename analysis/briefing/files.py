"""How is a briefing written into a file or an address, and read back, or told what of it could not be read?"""

import base64
import binascii
import json
import re
import zlib
from collections.abc import Sequence
from typing import Any, NamedTuple

from analysis.briefing.model import LONGEST_NOTE, LONGEST_TITLE, MOST, NAMELESS, Briefing, Entry

KIND, VERSION = "physician-gap-atlas-briefing", 1
KEY = re.compile(r"[a-z][a-z0-9_-]{0,60}")
NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
LONGEST_VALUE, MOST_PARTS = 400, 60
BYTES = 200_000
OTHER = "The briefing is of another version: what this one knows is shown."
UNREAD = "The briefing in this address could not be read: open its file, or begin a new one."
_DEFAULTS: dict[str, Any] = {"query": {}, "key": "", "title": "", "note": ""}


class Reading(NamedTuple):
    """What could be read of a briefing, and a sentence for each part that could not."""

    briefing: Briefing
    lost: list[str]


def written(briefing: Briefing) -> str:
    """The briefing as JSON, which `read` takes back unchanged."""
    return json.dumps({"kind": KIND, "version": VERSION, **_parts(briefing)}, indent=1, ensure_ascii=False)


def packed(briefing: Briefing) -> str:
    """The briefing as letters for an address."""
    text = json.dumps({"v": VERSION, **_parts(briefing)}, separators=(",", ":"), ensure_ascii=False)
    return base64.urlsafe_b64encode(zlib.compress(text.encode(), 9)).decode().rstrip("=")


def read(file: bytes, views: Sequence[str]) -> Reading:
    """The briefing of a file: what it can of it, with a sentence for what it cannot."""
    try:
        held = json.loads(file.decode("utf-8-sig")) if len(file) <= BYTES else None
    except (ValueError, RecursionError):
        held = None
    if not isinstance(held, dict) or held.get("kind") != KIND:
        return Reading(Briefing(), ["This is no briefing: open a file that “Save briefing” wrote."])
    found = _read(held, views)
    other = [] if held.get("version") == VERSION else [OTHER]
    return found._replace(lost=[*other, *found.lost])


def unpacked(text: str, views: Sequence[str]) -> Reading:
    """The briefing of an address: what it can of it, with a sentence for what it cannot."""
    try:
        packed_bytes = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        held = json.loads(zlib.decompressobj().decompress(packed_bytes, BYTES))
    except (binascii.Error, zlib.error, ValueError, RecursionError):
        held = None
    if not isinstance(held, dict):
        return Reading(Briefing(), [UNREAD])
    found = _read(held, views)
    return found._replace(lost=found.lost if held.get("v") == VERSION else [OTHER, *found.lost])


def _parts(briefing: Briefing) -> dict[str, Any]:
    entries = [entry._asdict() | {"query": dict(entry.query)} for entry in briefing.entries]
    return {"title": briefing.title, "slides": [{k: v for k, v in one.items() if v} for one in entries]}


def _read(held: dict[str, Any], views: Sequence[str]) -> Reading:
    slides = held.get("slides")
    if not isinstance(slides, list):
        return Reading(Briefing(), ["The briefing has no slides."])
    read_entries = [_entry(one, views) for one in slides[:MOST]]
    lost = [
        f"Slide {n}{_named(given)} could not be read and is left out."
        for n, (one, given) in enumerate(zip(read_entries, slides, strict=False), 1)
        if one is None
    ]
    lost += [f"Only the first {MOST} of {len(slides):,} slides are shown."] if len(slides) > MOST else []
    title = held.get("title")
    name = title[:LONGEST_TITLE] if _is_text(title) and title.strip() else NAMELESS
    return Reading(Briefing(name, tuple(one for one in read_entries if one)), lost)


def _named(given: Any) -> str:
    told = [given.get(part) for part in ("view", "title")] if isinstance(given, dict) else []
    named = " ".join(re.sub(r"[^\w ]", "?", part[:40]) for part in told if _is_text(part) and part)
    return f" ({named})" if named else ""


def _is_text(value: Any) -> bool:
    """Whether it is text that can be written: half of a letter cannot."""
    return isinstance(value, str) and not any(0xD800 <= ord(letter) <= 0xDFFF for letter in value)


def _entry(given: Any, views: Sequence[str]) -> Entry | None:
    if not isinstance(given, dict) or given.get("view") not in views:
        return None
    query, key, title, note = (given.get(part, default) for part, default in _DEFAULTS.items())
    if not isinstance(query, dict) or len(query) > MOST_PARTS or not _is_text(key) or not KEY.fullmatch(key):
        return None
    for name, value in query.items():
        if not (_is_text(name) and NAME.fullmatch(name) and _is_text(value) and len(value) <= LONGEST_VALUE):
            return None
    texts = [text if _is_text(text) else "" for text in (title, note)]
    return Entry(given["view"], tuple(query.items()), key, texts[0][:LONGEST_TITLE], texts[1][:LONGEST_NOTE])
