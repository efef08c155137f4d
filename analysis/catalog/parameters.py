"""Of which type is a parameter of a question, and what may a number be? As the head of its SQL says."""

import math
import re
from functools import cache
from typing import Any, NamedTuple

from analysis.access.supplies import CUTOFFS
from analysis.query import run as query_run

EXPLAINED = re.compile(r"\$([a-z_]+): (VARCHAR|BIGINT|DOUBLE|BOOLEAN|DATE)(?: or NULL)?,? ?([^;\n]*)")
# The longest way for which road minutes are at hand, what a target may be, and physicians per 100,000 people.
RANGES = {"cutoff_min": (1, max(CUTOFFS)), "people_per_physician": (1, 1_000_000), "benchmark": (0, 100_000)}
TRUE, FALSE = ("true", "1"), ("false", "0")


class Explained(NamedTuple):
    """What the head of a question's SQL says of a parameter: its DuckDB type, and in words."""

    type: str = ""
    told: str = ""


@cache
def explained(name: str) -> dict[str, Explained]:
    """What the head of a question's SQL says of its parameters."""
    head = "\n".join(line for line in query_run.sql(name).splitlines() if line.startswith("--"))
    return {option: Explained(kind, told.strip()) for option, kind, told in EXPLAINED.findall(head)}


def kind(name: str, option: str) -> str:
    """The DuckDB type of a parameter; "" for text in a choice that is made before the SQL, which checks it itself."""
    told = explained(name).get(option, Explained()).type
    return told or ("BOOLEAN" if option.startswith("is_") else "")


def value(name: str, option: str, told: Any) -> Any:
    """What a reader wrote, as the type of the parameter; None stays open.

    Raises ValueError, in one sentence, for what is no such number, outside of RANGES, or neither true nor false.
    """
    if told is None:
        return None
    known = kind(name, option)
    if known == "DOUBLE":
        return _number(option, told)
    if known == "BOOLEAN":
        return _yes(option, told)
    return told


def _number(option: str, told: Any) -> float:
    least, most = RANGES.get(option, (-math.inf, math.inf))
    try:
        number = float(told)
    except ValueError:
        number = math.nan
    if not (math.isfinite(number) and least <= number <= most):
        between = f" from {least:,} to {most:,}" if option in RANGES else ""
        raise ValueError(f"{option} is {told!r}; it can be a number{between}.")
    return number


def _yes(option: str, told: Any) -> bool:
    if str(told).lower() not in TRUE + FALSE:
        raise ValueError(f"{option} is {told!r}; it can be true or false.")
    return str(told).lower() in TRUE
