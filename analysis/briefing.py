"""What is in a briefing? Exhibits in an order, each by its page, the choices there and its key; as a file or a link.

Nothing is held but codes and what the reader wrote: the figures are those of the database that is open.
"""

import base64
import binascii
import json
import re
import zlib
from collections.abc import Sequence
from typing import Any, NamedTuple

KIND, VERSION = "physician-gap-atlas-briefing", 1
MOST, LONGEST_TITLE, LONGEST_NOTE, BYTES = 40, 200, 2_000, 200_000
KEY = re.compile(r"[a-z][a-z0-9_-]{0,60}")
NAMELESS = "Briefing"
OTHER = "The briefing is of another version: what this one knows is shown."
UNREAD = "The briefing in this address could not be read: open its file, or begin a new one."
LONGEST_SENTENCE = 160
Query = tuple[tuple[str, str], ...]


class Entry(NamedTuple):
    """One exhibit: its page, the choices in its address, its key; a title and a note where the reader wrote them."""

    view: str
    query: Query
    key: str
    title: str = ""
    note: str = ""


class Briefing(NamedTuple):
    """Exhibits in the order of the slides, under a title."""

    title: str = NAMELESS
    entries: tuple[Entry, ...] = ()


class Reading(NamedTuple):
    """What could be read of a briefing, and a sentence for each part that could not."""

    briefing: Briefing
    lost: list[str]


def added(briefing: Briefing, entry: Entry) -> Briefing:
    """The same with one more at its end; unchanged where the very same is there, or where it is full."""
    same = [(one.view, one.query, one.key) for one in briefing.entries]
    if (entry.view, entry.query, entry.key) in same or len(same) >= MOST:
        return briefing
    return briefing._replace(entries=(*briefing.entries, entry))


def moved(briefing: Briefing, number: int, by: int) -> Briefing:
    """The same with one entry some places further on; it stays within the ends."""
    entries = list(briefing.entries)
    entry = entries.pop(number)
    entries.insert(min(max(number + by, 0), len(entries)), entry)
    return briefing._replace(entries=tuple(entries))


def without(briefing: Briefing, number: int) -> Briefing:
    """The same without one entry."""
    return briefing._replace(entries=briefing.entries[:number] + briefing.entries[number + 1 :])


def rewritten(briefing: Briefing, number: int, *, title: str, note: str) -> Briefing:
    """The same with another title and note of one entry."""
    entry = briefing.entries[number]._replace(title=title[:LONGEST_TITLE], note=note[:LONGEST_NOTE])
    return briefing._replace(entries=(*briefing.entries[:number], entry, *briefing.entries[number + 1 :]))


def sentence(answer: str) -> str:
    """The first sentence of what a page answers, as a title of a slide; up to a colon or semicolon if it is long."""
    first = re.split(r"(?<=[a-z0-9%)])\. (?=[A-Z])", answer.replace("**", ""))[0].rstrip(".")
    return first if len(first) <= LONGEST_SENTENCE else re.split("[:;] ", first)[0]


def chosen(query: Query) -> str:
    """The choices of an address in words: state: Wisconsin; measure: FTE short."""
    return "; ".join(f"{name.replace('_', ' ')}: {value}" for name, value in query)


def written(briefing: Briefing) -> str:
    """The briefing as JSON, which `read` takes back unchanged."""
    return json.dumps({"kind": KIND, "version": VERSION, **_parts(briefing)}, indent=1, ensure_ascii=False)


def packed(briefing: Briefing) -> str:
    """The briefing as letters for an address."""
    text = json.dumps(_parts(briefing), separators=(",", ":"), ensure_ascii=False)
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
    return _read(held, views)


def _parts(briefing: Briefing) -> dict[str, Any]:
    entries = [entry._asdict() | {"query": dict(entry.query)} for entry in briefing.entries]
    return {"title": briefing.title, "slides": [{k: v for k, v in one.items() if v} for one in entries]}


def _read(held: dict[str, Any], views: Sequence[str]) -> Reading:
    slides = held.get("slides")
    if not isinstance(slides, list):
        return Reading(Briefing(), ["The briefing has no slides."])
    read_entries = [_entry(one, views) for one in slides[:MOST]]
    lost = [f"Slide {n} could not be read and is left out." for n, one in enumerate(read_entries, 1) if one is None]
    lost += [f"Only the first {MOST} of {len(slides):,} slides are shown."] if len(slides) > MOST else []
    title = held.get("title")
    name = title[:LONGEST_TITLE] if isinstance(title, str) and title.strip() else NAMELESS
    return Reading(Briefing(name, tuple(one for one in read_entries if one)), lost)


def _entry(given: Any, views: Sequence[str]) -> Entry | None:
    if not isinstance(given, dict) or given.get("view") not in views:
        return None
    query, key, title, note = (given.get(part, default) for part, default in _DEFAULTS.items())
    is_text = isinstance(query, dict) and all(isinstance(part, str) for pair in query.items() for part in pair)
    if not is_text or not isinstance(key, str) or not KEY.fullmatch(key):
        return None
    texts = [text if isinstance(text, str) else "" for text in (title, note)]
    return Entry(given["view"], tuple(query.items()), key, texts[0][:LONGEST_TITLE], texts[1][:LONGEST_NOTE])


_DEFAULTS: dict[str, Any] = {"query": {}, "key": "", "title": "", "note": ""}
