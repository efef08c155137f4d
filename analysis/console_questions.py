"""Which questions of the Atlas can be opened as a query, and with what values?"""

import inspect
from functools import cache
from typing import Any

import duckdb

from analysis import catalog, console_checks, questions
from analysis.console_parameters import written
from data.errors import QueryError

STAFF = "This reads participants one by one: it can be read here, and only counts that are protected can be asked for."
MADE = "This reads {}, which a page makes while it answers: the SQL can be read here, and not run."
INSIDE = "This asks the server about itself: the SQL can be read here, and not run."


def asked(rows: Any, name: str) -> dict[str, str] | None:
    """The values that the rows were asked with, as an address has them; None where the rows do not say."""
    told = rows.attrs.get(questions.ASKED, {})
    return told["params"] if told.get("question") == name else None


def defaults(name: str) -> dict[str, str]:
    """The values that a question starts with, as an address has them; "" is NULL."""
    found: dict[str, Any] = {}
    for option, parameter in inspect.signature(catalog.every()[name]).parameters.items():
        kind = catalog.CHOICES.get(option)
        given = parameter.default
        found |= kind()._asdict() if kind else {option: None if given is parameter.empty else given}
    return {option: written(found.get(option)) for option in questions.parameters(name)}


@cache
def unreachable(name: str, known: frozenset[str]) -> str:
    """Why the SQL of a question cannot be run as a query on these tables, in a sentence; "" where it can."""
    if name.startswith("cohort."):
        return STAFF
    try:
        with duckdb.connect() as con:
            read = console_checks.named(con, questions.sql(name))
    except QueryError:
        return INSIDE
    missing = sorted(read.tables - read.steps - known)
    return MADE.format(" and ".join(f"“{one}”" for one in missing)) if missing else ""
