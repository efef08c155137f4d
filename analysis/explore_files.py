"""What does a cut say of itself in a file? And the cut as CSV."""

import datetime
import json
from collections.abc import Sequence
from typing import Any, NamedTuple

import pyarrow as pa

from analysis import csv_files, explore_columns

SOURCE = ("publisher", "title", "as_of_label", "as_of_date", "retrieved_date", "licence", "url", "limits")
COLUMN = ("column", "label", "type", "unit", "meaning")


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
    column = explore_columns.explained(name)
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
