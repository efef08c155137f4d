"""A cut to take along as a workbook: typed, with its sources, its filters and what its columns mean."""

import datetime
from collections.abc import Sequence
from io import BytesIO
from typing import Any

import pyarrow as pa
import xlsxwriter

from analysis import explore_columns
from analysis.explore_files import SOURCE, About, explained

FORMS = {"share": "0.0%", "usd": "$#,##0", "people": "#,##0", "count": "#,##0", "FTE": "#,##0.0", "amount": "#,##0.0"}
FORMS |= {"per_100k": "#,##0.0", "index": "0.00", "year": "0", "score": "0", "code": "0", "minutes": "0"}


def xlsx_file(rows: pa.Table, about: About) -> bytes:
    """A workbook: the rows typed, then what its columns mean, its sources, and the filters with the statement."""
    written = BytesIO()
    settings = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(written, settings) as book:
        # The same cut of the same data gives the same bytes: the day is that of the data.
        day = max((source["retrieved_date"] for source in about.sources), default=datetime.date(2026, 1, 1))
        day = datetime.datetime(day.year, day.month, day.day)
        told = f"Sources: {about.cited}. Filters: {about.filters}."
        book.set_properties({"title": about.title, "comments": told, "created": day})
        _rows_sheet(book, rows)
        _sheet(book, "columns", [explained(name) for name in rows.column_names])
        _sheet(book, "sources", [{name: source[name] for name in SOURCE} for source in about.sources])
        lines = {"title": about.title, "filters": about.filters, "sources": about.cited, "made up": about.made_up}
        lines |= {"version of the data": about.version, "SQL": about.sql[:32_000]}
        _sheet(book, "about", [{"what": name, "said": said} for name, said in lines.items() if said])
    return written.getvalue()


def _rows_sheet(book: xlsxwriter.Workbook, rows: pa.Table) -> None:
    sheet = book.add_worksheet("rows")
    sheet.freeze_panes(1, 0)
    bold = book.add_format({"bold": True})
    for n, name in enumerate(rows.column_names):
        column = explore_columns.explained(name)
        kind = "yyyy-mm-dd" if column.type == "DATE" else FORMS.get(column.unit, "General")
        form = {"num_format": kind}
        sheet.set_column(n, n, min(max(len(name) + 2, 11), 40))
        sheet.write_string(0, n, name, bold)
        _write(sheet, n, rows.column(name).to_pylist(), book.add_format(form))


def _write(sheet: Any, column: int, values: list[Any], form: Any) -> None:
    for line, value in enumerate(values, start=1):
        if isinstance(value, bool):
            sheet.write_boolean(line, column, value)
        elif isinstance(value, int | float):
            sheet.write_number(line, column, value, form)
        elif isinstance(value, datetime.date):
            sheet.write_datetime(line, column, value, form)
        elif value is not None:
            sheet.write_string(line, column, str(value))


def _sheet(book: xlsxwriter.Workbook, title: str, lines: Sequence[dict[str, Any]]) -> None:
    sheet = book.add_worksheet(title)
    sheet.freeze_panes(1, 0)
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
    for n, name in enumerate(lines[0] if lines else ()):
        sheet.set_column(n, n, 24)
        sheet.write_string(0, n, name, bold)
        _write(sheet, n, [line[name] for line in lines], day)
