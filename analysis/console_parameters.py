"""Which `$parameters` has a statement, of which type, and what value did the reader write for each?

Found by looking, not by parsing: what stands in texts and comments is left out. The process that runs the query knows.
"""

import datetime
import re
from collections.abc import Callable, Mapping
from typing import Any

from data.errors import QueryError

ASIDE = re.compile(
    r"""'(?:[^']|'')*'?|"(?:[^"]|"")*"?|--[^\n]*|/\*(?:.*?\*/|.*)|\$(\w*)\$(?:.*?\$\1\$|.*)""",
    re.DOTALL,
)
NAME = re.compile(r"\$([A-Za-z_]\w*)")
EXPLAINED = re.compile(r"\$(\w+): (VARCHAR|BIGINT|DOUBLE|BOOLEAN|DATE)\b[ ,]*([^\n$]*)")
TEXT = "VARCHAR"
SAID = {
    "BIGINT": "a whole number, as in 2023",
    "DOUBLE": "a number, as in 30 or 0.05",
    "BOOLEAN": "true or false",
    "DATE": "a date, as in 2026-06-01",
}


def names(statement: str) -> list[str]:
    """The parameters, in the order in which comment lines explain them, then in that of the statement."""
    found = dict.fromkeys(NAME.findall(ASIDE.sub(" ", statement)))
    explained = [name for name, _, _ in _explained(statement) if name in found]
    return list(dict.fromkeys([*explained, *found]))


def kinds(statement: str) -> dict[str, str]:
    """The type of each parameter: as a comment line says (`-- $year: BIGINT, what it is`), or else text."""
    told = {name: kind for name, kind, _ in _explained(statement)}
    return {name: told.get(name, TEXT) for name in names(statement)}


def meanings(statement: str) -> dict[str, str]:
    """What the comment lines say of each parameter, "" where they say nothing."""
    told = {name: meaning.strip(" ;") for name, _, meaning in _explained(statement)}
    return {name: told.get(name, "") for name in names(statement)}


def _explained(statement: str) -> list[tuple[str, str, str]]:
    return [found for line in statement.splitlines() if line.startswith("--") for found in EXPLAINED.findall(line)]


def value(name: str, kind: str, told: str | None) -> Any:
    """What the reader wrote as a value of that type; None, which is NULL, for nothing. Raises QueryError."""
    if told is None or told == "":
        return None
    try:
        return _READ[kind](told)
    except ValueError:
        raise QueryError(f"${name} is {SAID[kind]}: “{told[:60]}” is not.") from None


def values(statement: str, told: Mapping[str, str | None]) -> dict[str, Any]:
    """The value of every parameter that has one. Raises QueryError."""
    return {name: value(name, kind, told[name]) for name, kind in kinds(statement).items() if name in told}


def written(given: Any) -> str:
    """A value as it is written in a box or an address: "" is NULL."""
    return "" if given is None else str(given).lower() if isinstance(given, bool) else str(given)


def _whole(told: str) -> int:
    found = int(told)
    if abs(found) >= 2**63:
        raise ValueError(told)
    return found


def _yes(told: str) -> bool:
    if told.lower() not in ("true", "false"):
        raise ValueError(told)
    return told.lower() == "true"


_READ: dict[str, Callable[[str], Any]] = {
    TEXT: str,
    "BIGINT": _whole,
    "DOUBLE": float,
    "BOOLEAN": _yes,
    "DATE": datetime.date.fromisoformat,
}
