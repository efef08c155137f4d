"""How do rows leave as CSV? Text that a spreadsheet would run as a formula has an apostrophe before it."""

from typing import Any

import pandas as pd

# How text begins that a spreadsheet runs.
RUNS = ("=", "+", "-", "@", "\t", "\r")


def text(rows: pd.DataFrame) -> str:
    """The rows as CSV under their heads; numbers as they are, a missing figure stays empty."""
    quieted = rows.set_axis([harmless(str(name)) for name in rows.columns], axis="columns")
    for n, kind in enumerate(rows.dtypes):
        if not (pd.api.types.is_numeric_dtype(kind) or pd.api.types.is_datetime64_any_dtype(kind)):
            quieted.isetitem(n, pd.Series([harmless(cell) for cell in rows.iloc[:, n]], rows.index, object))
    return quieted.to_csv(index=False, lineterminator="\n")


def harmless(cell: Any) -> Any:
    """The text, with an apostrophe before it where a spreadsheet would run it; what is no text stays.

    A carriage return becomes a line feed: alone it is not put in quotes, and would begin another row.
    """
    if not isinstance(cell, str):
        return cell
    quiet = f"'{cell}" if cell.startswith(RUNS) else cell
    return quiet.replace("\r\n", "\n").replace("\r", "\n")
