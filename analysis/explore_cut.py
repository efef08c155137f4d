"""What is a reader's own cut of a table or question?"""

import datetime
from typing import Any, NamedTuple

import pyarrow as pa

from analysis import explore_subjects
from analysis.explore_reach import Where
from analysis.selection import DISCIPLINES

# Questions with a row an area, that a reader can ask of designated and proposed areas at once.
LISTS = ("shortage.areas",)
Value = str | int | float | bool | datetime.date


class Filter(NamedTuple):
    """What is kept of a column: values `among` these, text that `contains` one, numbers `between` two, or `any`.

    `unknown`: whether rows in which it is not known are kept too.
    """

    column: str
    kind: str
    values: tuple[Value, ...] = ()
    unknown: bool = False


class Figure(NamedTuple):
    """A column of grouped rows, and how it is taken together (explore_columns.HOWS)."""

    column: str
    how: str


class Cut(NamedTuple):
    """A choice of rows and columns, or, where `group` or `figures` are named, of groups and what is taken together.

    `params`: what a question is asked with besides the place.
    """

    subject: str
    where: Where = Where()
    params: tuple[tuple[str, Any], ...] = ()
    filters: tuple[Filter, ...] = ()
    columns: tuple[str, ...] = ()
    group: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()


class Found(NamedTuple):
    """The rows of a cut, typed, and the statement that gives them."""

    rows: pa.Table
    sql: str


def doubled(chosen: Cut) -> list[str]:
    """The columns by which the rows of a cut count the same thing more than once; then nothing of them is added."""
    held = {one.column: len(one.values) for one in chosen.filters if one.kind == "among"}
    found = explore_subjects.doubled(chosen.subject, held, chosen.group)
    # Who lives in an area proposed for withdrawal can live in a designated one, too: both lists are never one sum.
    are_both = chosen.subject in LISTS and ("status", "both") in chosen.params
    return [*found, "status"] if are_both and held.get("status") != 1 and "status" not in chosen.group else found


def disciplines(chosen: Cut) -> tuple[str, ...]:
    """HRSA's disciplines that its rows are of: what is asked for, or kept; all where rows of all are left together."""
    asked = dict(chosen.params).get("discipline")
    kept = [one.values for one in chosen.filters if one.column == "discipline" and one.kind == "among"]
    if asked or kept:
        return (str(asked),) if asked else tuple(map(str, kept[0]))
    return DISCIPLINES if "discipline" in doubled(chosen) else DISCIPLINES[:1]


def is_apart(chosen: Cut) -> bool:
    """Whether its rows are known to count nothing twice, so that they can be added up and averaged."""
    return explore_subjects.is_told(chosen.subject) and not doubled(chosen)
