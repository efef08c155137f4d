"""The type and range of every parameter of a query, as the head of its SQL says."""

import math
import re
from functools import cache
from typing import Any, NamedTuple

from analysis.access.supplies import CUTOFFS
from analysis.query import run as query_run

IN_HEAD = re.compile(r"\$([a-z_]+): (VARCHAR|BIGINT|DOUBLE|BOOLEAN|DATE)(?: or NULL)?,? ?([^;\n]*)")
# Minutes by road up to the longest way that is in the data, people per physician, physicians per 100,000 people.
RANGES = {"cutoff_min": (1, max(CUTOFFS)), "people_per_physician": (1, 1_000_000), "benchmark": (0, 100_000)}
TRUE, FALSE = ("true", "1"), ("false", "0")


class SqlParameter(NamedTuple):
    """What the head of a query's SQL says about a parameter: its DuckDB type, and a text."""

    type: str = ""
    text: str = ""


@cache
def explained(name: str) -> dict[str, SqlParameter]:
    """The parameters that the head of a query's SQL explains."""
    head = "\n".join(line for line in query_run.sql(name).splitlines() if line.startswith("--"))
    return {option: SqlParameter(kind, text.strip()) for option, kind, text in IN_HEAD.findall(head)}


def in_sql(name: str, option: str) -> SqlParameter:
    """What the head of a query's SQL says about one parameter; empty texts if it says nothing."""
    return explained(name).get(option, SqlParameter())


def kind(name: str, option: str) -> str:
    """The DuckDB type of a parameter; "" for text in a choice that is made before the SQL, which checks it itself."""
    return in_sql(name, option).type or ("BOOLEAN" if option.startswith("is_") else "")


def value(name: str, option: str, given: Any) -> Any:
    """A value in the type of its parameter; None stays None.

    Raises ValueError, in one sentence, for what is not a number or outside of RANGES, or neither true nor false.
    """
    if given is None:
        return None
    match kind(name, option):
        case "DOUBLE":
            return _number(option, given)
        case "BOOLEAN":
            return _true_or_false(option, given)
        case _:
            return given


def _number(option: str, given: Any) -> float:
    least, most = RANGES.get(option, (-math.inf, math.inf))
    try:
        number = float(given)
    except ValueError:
        number = math.nan
    if not (math.isfinite(number) and least <= number <= most):
        between = f" from {least:,} to {most:,}" if option in RANGES else ""
        raise ValueError(f"{option} is {given!r}; it can be a number{between}.")
    return number


def _true_or_false(option: str, given: Any) -> bool:
    if str(given).lower() not in TRUE + FALSE:
        raise ValueError(f"{option} is {given!r}; it can be true or false.")
    return str(given).lower() in TRUE
