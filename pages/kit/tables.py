"""Rows as tables: sortable with the dictionary's labels, or plain with figures in words."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from analysis.documents.model import LONG
from analysis.wording import disciplines, numbers
from analysis.wording.columns import explained

FORMATS = {
    "people": "localized",
    "count": "localized",
    "FTE": "%.1f",
    "amount": "%.1f",
    "per_100k": "%.1f",
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
    discipline: str = disciplines.PRIMARY_CARE,
    supply: str = "",
) -> None:
    """Rows with the dictionary's labels, units and meanings; sortable. `missing` stands where there is no figure.

    `supply` is whose count of physicians they are of.
    """
    order = list(columns) or list(rows.columns)
    st.dataframe(
        shares_said(numbers.spelled(rows[order]), missing),
        hide_index=True,
        column_order=order,
        column_config={name: _column(name, len(rows) > LONG, discipline, supply) for name in order},
        key=key,
        alt=f"Table: {alt}",
        height=height or "auto",
        placeholder=missing,
    )


def shown(exhibit: Any, key: str) -> None:
    """The rows of an exhibit, in the words of its discipline."""
    words_of = {"missing": exhibit.missing, "discipline": exhibit.discipline, "supply": exhibit.supply}
    table(exhibit.rows, key, exhibit.alt, exhibit.columns, **words_of)


def shares_said(rows: pd.DataFrame, missing: str = numbers.NOT_KNOWN) -> Any:
    """The rows with shares as everywhere else, 40% and 9.3%, and sorted as the numbers they are.

    A long table takes a fifth of a second to style: there every share has one decimal.
    """
    shares = [name for name in rows if _is_share(name)]
    if len(rows) > LONG:
        return rows.assign(**{name: rows[name] * 100 for name in shares})
    return rows.style.format(dict.fromkeys(shares, numbers.percent), na_rep=missing) if shares else rows


def _is_share(name: str) -> bool:
    column = explained(name)
    return column.type == "DOUBLE" and column.unit == "share"


def labelled(name: str) -> Any:
    """A column's label, meaning and format, its figures as they are: a share from 0 to 1."""
    column = explained(name)
    if column.type in ("BIGINT", "DOUBLE"):
        return st.column_config.NumberColumn(column.label, help=f"{name}: {column.meaning}", format=_form(column.unit))
    return st.column_config.Column(column.label, help=f"{name}: {column.meaning}")


def _form(unit: str) -> str | None:
    return FORMATS.get(unit) if unit in ("people", "count", "year", "score") else None


def _column(name: str, is_long: bool, discipline: str = disciplines.PRIMARY_CARE, supply: str = "") -> Any:
    column = disciplines.column(name, discipline)
    if column.type in ("BIGINT", "DOUBLE"):
        # Wide enough for "not known".
        width = 100 if name == "beds" else None
        # Streamlit's own "percent" has two decimals; a column without a format shows what the rows say.
        form = "%.1f%%" if is_long and _is_share(name) else FORMATS.get(column.unit)
        return st.column_config.NumberColumn(
            numbers.counted(disciplines.head(name, discipline), supply), help=column.meaning, format=form, width=width
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
