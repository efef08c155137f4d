"""Files of a query's rows, with its text and the sources and as-of dates of the tables that it read."""

import json
from io import BytesIO
from typing import Any, NamedTuple

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from analysis.query.run import written
from analysis.sql_console.run import QueryResult
from analysis.wording import csv_files
from data import registry
from data.roster.current import SOURCE as ROSTER

FORMS = {"csv": "text/csv", "json": "application/json", "parquet": "application/vnd.apache.parquet"}
CUT = " The first {:,} rows: there were more."


class ExportedQuery(NamedTuple):
    """A statement, the values of its parameters, and the title of the roster that participants come from."""

    statement: str
    params: dict[str, Any]
    roster: str = "participants’ roster"


def file(result: QueryResult, query: ExportedQuery, form: str) -> bytes:
    """The rows as a CSV, JSON or Parquet file, with their sources, the query and the values of its parameters.

    In a CSV file, the column atlas_source has the sources, and the first row of atlas_query has the query.
    """
    return {"csv": _csv, "json": _json, "parquet": _parquet}[form](result, query)


def _csv(result: QueryResult, query: ExportedQuery) -> bytes:
    values = "".join(f"\n-- ${name} = {value}" for name, value in _about(result, query)["parameters"].items())
    texts = [query.statement + values, *[None] * (len(result.rows) - 1)][: len(result.rows)]
    line = source_line(result, query.roster) + (CUT.format(len(result.rows)) if result.is_cut else "")
    added = pd.DataFrame({"atlas_source": line, "atlas_query": texts}, index=result.rows.index)
    return csv_files.text(pd.concat([result.rows, added], axis="columns")).encode()


def _json(result: QueryResult, query: ExportedQuery) -> bytes:
    rows = result.rows.to_json(orient="records", date_format="iso", default_handler=str)
    about = json.dumps(_about(result, query), ensure_ascii=False, indent=1)
    return f'{about[:-2]},\n "rows": {rows}\n}}\n'.encode()


def _parquet(result: QueryResult, query: ExportedQuery) -> bytes:
    table = pa.Table.from_pandas(result.rows, preserve_index=False)
    about = {name: json.dumps(value, ensure_ascii=False) for name, value in _about(result, query).items()}
    content = BytesIO()
    pq.write_table(table.replace_schema_metadata(about | {"query": query.statement}), content)
    return content.getvalue()


def _about(result: QueryResult, query: ExportedQuery) -> dict[str, Any]:
    params = {name: written(value) or None for name, value in query.params.items()}
    labels = _source_labels(result.tables, query.roster)
    return {"sources": labels, "query": query.statement, "parameters": params, "is_cut": result.is_cut}


def source_line(result: QueryResult, roster: str, *, is_dated: bool = True) -> str:
    """The sources of the tables in one line, or a sentence that no table was read."""
    labels = _source_labels(result.tables, roster, is_dated=is_dated)
    return f"Source: {'; '.join(labels)}." if labels else "No table of the Atlas was read."


def _source_labels(tables: tuple[str, ...], roster: str, *, is_dated: bool = True) -> list[str]:
    """The sources of these tables, newest first, with their day if wanted; the roster by its title."""
    sources = [source for source in registry.sources().values() if set(tables) & set(source.tables)]
    sources.sort(key=lambda source: (source.as_of, source.source_id), reverse=True)
    labels = [roster if one.source_id == ROSTER else _source_label(one, is_dated) for one in sources]
    return list(dict.fromkeys(labels))


def _source_label(source: registry.Source, is_dated: bool) -> str:
    return f"{source.as_of_label} (as of {source.as_of.isoformat()})" if is_dated else source.as_of_label
