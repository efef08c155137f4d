"""Is this a scenario that a page wrote? What all kinds of scenario file share: a name, a kind, what is refused."""

import json
import re
from typing import Any, NamedTuple

LONGEST_NAME, BYTES = 60, 100_000
YOURS = "My scenario"
NAMES = f"at most {LONGEST_NAME} letters, digits and spaces"
KINDS = {"physician-gap-atlas-levers": "Policy levers", "physician-gap-atlas-placement": "Placement"}
NAME = re.compile(r"[^\W_][\w ,'()+-]*")


class Held(NamedTuple):
    """The parts that a file holds; or none, and in one sentence why it is no scenario of this page."""

    parts: dict[str, Any] | None
    problem: str = ""


def text(kind: str, version: int, parts: dict[str, Any]) -> str:
    """A scenario as JSON, which `held` takes back unchanged."""
    return json.dumps({"kind": kind, "version": version} | parts, indent=1, ensure_ascii=False)


def held(file: bytes, kind: str, version: int) -> Held:
    """What the bytes of a file hold, if a page wrote it as this kind and version."""
    try:
        found = json.loads(file.decode("utf-8-sig")) if len(file) <= BYTES else None
    except (ValueError, RecursionError):
        found = None
    if isinstance(found, dict) and found.get("kind") in {*KINDS} - {kind}:
        return Held(None, f"This is a scenario of the page {KINDS[found['kind']]}: open it there.")
    if not isinstance(found, dict) or found.get("kind") != kind:
        return Held(None, "This is no scenario of this page: open a file that “Save scenario” wrote.")
    # True is 1 in Python, but no version.
    if found.get("version") != version or isinstance(found["version"], bool):
        return Held(None, f"This scenario is of another version: this page reads version {version}.")
    return Held({name: part for name, part in found.items() if name not in ("kind", "version")})


def unknown(parts: dict[str, Any], known: set[str]) -> list[str]:
    """A sentence for each part that this page does not know."""
    names = sorted(set(parts) - known)
    return [f"The file has “{shown(name)}”, which this page does not know: take it out." for name in names]


def is_name(name: Any) -> bool:
    """Whether it is a name that can be shown as it is: it cannot be a link or a mark-up."""
    return isinstance(name, str) and len(name) <= LONGEST_NAME and bool(NAME.fullmatch(name))


def shown(name: str) -> str:
    """What a file or an address calls something, without anything that could be a mark-up."""
    return re.sub(r"[^\w ]", "?", name[:40])


def is_number(value: Any) -> bool:
    """Whether it is a number, and not true or false."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def is_whole(value: Any, least: int, most: int) -> bool:
    """Whether it is a whole number of this range."""
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most
