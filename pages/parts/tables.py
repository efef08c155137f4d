"""Rows as tables: sortable with the dictionary's labels, or plain with figures in words."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from analysis import words
from data import registry

FORMATS = {
    "people": "localized",
    "count": "localized",
    "FTE": "%.1f",
    "per_100k": "%.1f",
    "share": "percent",
    "usd": "dollar",
    "index": "%.2f",
    "minutes": "%.0f",
    "year": "%d",
    "score": "%d",
    "code": None,
}


def table(
    rows: pd.DataFrame,
    key: str,
    alt: str,
    columns: Sequence[str] = (),
    *,
    height: int | None = None,
    missing: str = "not known",
) -> None:
    """Rows with the dictionary's labels, units and meanings; sortable. `missing` stands where there is no figure."""
    order = list(columns) or list(rows.columns)
    st.dataframe(
        words.spelled(rows[order]),
        hide_index=True,
        column_order=order,
        column_config={name: _column(name) for name in order},
        key=key,
        alt=f"Table: {alt}",
        height=height or "auto",
        placeholder=missing,
    )


def _column(name: str) -> Any:
    column = registry.dictionary()[name]
    if column.type in ("BIGINT", "DOUBLE"):
        # Wide enough for "not known".
        width = 100 if name == "beds" else None
        return st.column_config.NumberColumn(
            column.label, help=column.meaning, format=FORMATS.get(column.unit), width=width
        )
    return st.column_config.Column(column.label, help=column.meaning)


def words_table(rows: pd.DataFrame) -> None:
    """Figures already in words, as a real table: first column left, the others right."""
    heads = [str(name).replace("|", "/") for name in rows.columns]
    lines = ["| " + " | ".join(heads) + " |", "|:--" + "|--:" * (len(heads) - 1) + "|"]
    lines += [
        "| " + " | ".join(str(cell).replace("|", "/") for cell in row) + " |" for row in rows.itertuples(index=False)
    ]
    st.markdown("\n".join(lines))
