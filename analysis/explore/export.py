"""What does a cut say of itself in a file? And the cut as CSV."""

import datetime
import json
from collections.abc import Sequence
from functools import cache
from io import BytesIO
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter
from shapely.geometry import mapping, shape
from shapely.geometry.polygon import orient

from analysis.wording import columns as wording_columns
from analysis.wording import csv_files
from data import registry as data_registry
from data.registry import SHAPES

SOURCE = ("publisher", "title", "as_of_label", "as_of_date", "retrieved_date", "licence", "url", "limits")
COLUMN = ("column", "label", "type", "unit", "meaning")
FORMS = {"share": "0.0%", "usd": "$#,##0", "people": "#,##0", "count": "#,##0", "FTE": "#,##0.0", "amount": "#,##0.0"}
COUNTY = "county_fips"


class About(NamedTuple):
    """What a file says of itself: title, filters, sources (rows of methods.sources), statement, version of the data.

    `made_up`: the title of a roster of made-up people, or "".
    """

    title: str
    kept: Sequence[str]
    sources: Sequence[dict[str, Any]]
    sql: str
    version: str
    made_up: str = ""

    @property
    def cited(self) -> str:
        """The sources in a line, with their dates, and who is made up."""
        told = "; ".join(f"{source['as_of_label']} ({source['title']})" for source in self.sources)
        return f"{told}; {self.made_up}: its people describe nobody" if self.made_up else told

    @property
    def filters(self) -> str:
        """The filters in a line; "none" where everything is kept."""
        return "; ".join(self.kept) or "none"

    def told(self, names: Sequence[str]) -> dict[str, Any]:
        """All of it as plain values, for formats that carry such."""
        return {
            "title": self.title,
            "filters": list(self.kept),
            "made_up": self.made_up,
            "sources": [{name: _plain(source[name]) for name in SOURCE} for source in self.sources],
            "columns": [explained(name) for name in names],
            "sql": self.sql,
            "data_version": self.version,
        }


def explained(name: str) -> dict[str, str]:
    """What a column is, as the dictionary has it."""
    column = wording_columns.explained(name)
    return {part: getattr(column, part) for part in COLUMN} | {"column": name}


def _plain(value: Any) -> Any:
    return value.isoformat()[:10] if isinstance(value, datetime.date) else value


def csv_file(rows: pa.Table, about: About) -> bytes:
    """The rows as CSV (UTF-8), each with its sources and the filters; a missing figure stays empty.

    Text that a spreadsheet would run as a formula has an apostrophe before it.
    """
    frame = rows.to_pandas(types_mapper=_nullable)
    return csv_files.text(frame.assign(source=about.cited, filters=about.filters)).encode()


def _nullable(kind: pa.DataType) -> Any:
    import pandas as pd

    # Whole numbers stay whole where some are missing.
    return {pa.int64(): pd.Int64Dtype(), pa.bool_(): pd.BooleanDtype()}.get(kind)


def metadata(about: About, names: Sequence[str]) -> dict[str, str]:
    """All that a file says of itself, a text a key."""
    return {
        name: said if isinstance(said, str) else json.dumps(said, ensure_ascii=False)
        for name, said in about.told(names).items()
    }


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
        column = wording_columns.explained(name)
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


def parquet_file(rows: pa.Table, about: About) -> bytes:
    """The rows with their types; its metadata has `sources`, `columns`, `filters` and `sql`."""
    kept = {key: value for key, value in (rows.schema.metadata or {}).items() if key != b"pandas"}
    told = BytesIO()
    pq.write_table(rows.replace_schema_metadata(kept | metadata(about, rows.column_names)), told, compression="zstd")
    return told.getvalue()


def can_outline(rows: pa.Table) -> bool:
    """Whether each row is a county of its own, once."""
    if COUNTY not in rows.column_names:
        return False
    held = [fips for fips in rows.column(COUNTY).to_pylist() if fips is not None]
    return bool(held) and len(set(held)) == len(held)


def geojson_file(rows: pa.Table, about: About) -> bytes:
    """The counties with their outlines (RFC 7946, outer rings anticlockwise); `sources` and the rest beside them.

    A county without an outline has none: null. A missing figure is null.
    """
    features = [_feature(row) for row in rows.to_pylist()]
    told = about.told(rows.column_names)
    source = data_registry.sources()["county_shapes"]
    told["outlines"] = f"{source.publisher}. {source.title}. {source.as_of_label}. Licence: {source.licence}."
    return json.dumps(
        {"type": "FeatureCollection", **told, "features": features}, default=str, allow_nan=False
    ).encode()


def _feature(row: dict[str, Any]) -> dict[str, Any]:
    fips = row[COUNTY]
    outline = _outlines(fips[:2]).get(fips) if fips else None
    figures = {name: None if value != value else value for name, value in row.items()}
    return {"type": "Feature", "id": fips, "geometry": outline, "properties": figures}


@cache
def _outlines(state_fips: str) -> dict[str, dict[str, Any]]:
    path = SHAPES / f"counties-{state_fips}.json"
    if not path.exists():
        return {}
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    return {feature["id"]: _turned(feature["geometry"]) for feature in features}


def _turned(geometry: dict[str, Any]) -> dict[str, Any]:
    """The files' rings run clockwise, for the browser's map; RFC 7946 has outer ones the other way round."""
    found = shape(geometry)
    parts = [mapping(orient(part, 1.0))["coordinates"] for part in getattr(found, "geoms", [found])]
    return {"type": geometry["type"], "coordinates": parts[0] if geometry["type"] == "Polygon" else parts}
