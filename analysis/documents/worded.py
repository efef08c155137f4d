"""What do a table's cells say? Rows of a question -> texts, as the tables on screen write them."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from analysis import disciplines, words
from analysis.explore_columns import known

DECIMALS = {"FTE": 1, "amount": 1, "per_100k": 1, "index": 2, "people": 0, "count": 0, "minutes": 0, "usd": 0}
PLAIN = ("year", "code", "score")
# Rows: a longer table on screen gives every share one decimal, 57.0%, and so does it here.
LONG = 500


def worded(
    rows: pd.DataFrame,
    columns: Sequence[str] = (),
    missing: str = words.NOT_KNOWN,
    discipline: str = disciplines.PRIMARY_CARE,
    supply: str = "",
) -> pd.DataFrame:
    """The rows as texts under the dictionary's labels: figures as the table on screen writes them.

    Two columns of one label are told apart by a number; a column that the dictionary does not know keeps its name.
    """
    said = words.spelled(rows[list(columns) or list(rows.columns)])
    told: dict[str, list[str]] = {}
    for name in said:
        column = known(name)
        unit = column.unit if column and column.type in ("BIGINT", "DOUBLE") else ""
        label = words.counted(disciplines.worded(column.label, discipline), supply) if column else str(name)
        while label in told:
            label += " (2)"
        told[label] = [_cell(value, unit, missing, is_long=len(rows) > LONG) for value in said[name]]
    return pd.DataFrame(told, dtype=object)


def _cell(value: Any, unit: str, missing: str, *, is_long: bool) -> str:
    if pd.api.types.is_list_like(value):
        return words.listed(list(map(str, value))) if len(value) else missing
    if pd.isna(value):
        return missing
    if pd.api.types.is_bool(value):
        return "yes" if value else "no"
    return _unsigned_zero(_number(float(value), unit, is_long=is_long)) if unit else str(value)


def _unsigned_zero(said: str) -> str:
    """What is rounded to nothing has no sign: never -0."""
    return said if any(digit in said for digit in "123456789") else said.replace("-", "")


def _number(value: float, unit: str, *, is_long: bool) -> str:
    if unit == "share":
        return words.figure(value, "share", fine=is_long)
    if unit in PLAIN:
        return f"{value:.0f}"
    if unit not in DECIMALS:
        return f"{value:,.10g}"
    return ("$" if unit == "usd" else "") + f"{value:,.{DECIMALS[unit]}f}"
