"""How does an answer go into a file? With the query, and the sources and as-of dates of the tables that it read."""

import json
from io import BytesIO
from typing import Any, NamedTuple

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from analysis.query.run import written
from analysis.sql_console.run import Answer
from analysis.wording import csv_files
from data import registry as data_registry
from data.roster.current import SOURCE as ROSTER

FORMS = {"csv": "text/csv", "json": "application/json", "parquet": "application/vnd.apache.parquet"}
CUT = " The first {:,} rows: there were more."


class Asked(NamedTuple):
    """A statement, the values of its parameters, and the roster by its title where participants are counted."""

    statement: str
    params: dict[str, Any]
    roster: str = "participants’ roster"


def sources(tables: tuple[str, ...], roster: str, *, is_dated: bool = True) -> list[str]:
    """The sources of these tables, newest first, with their day where that is asked for; the roster by its title."""
    found = [source for source in data_registry.sources().values() if set(tables) & set(source.tables)]
    found.sort(key=lambda source: (source.as_of, source.source_id), reverse=True)
    labels = [roster if one.source_id == ROSTER else _label(one, is_dated) for one in found]
    return list(dict.fromkeys(labels))


def _label(source: data_registry.Source, is_dated: bool) -> str:
    return f"{source.as_of_label} (as of {source.as_of.isoformat()})" if is_dated else source.as_of_label


def source_line(answer: Answer, roster: str, *, is_dated: bool = True) -> str:
    """The sources in one line; what it says where no table was read."""
    named = sources(answer.tables, roster, is_dated=is_dated)
    return f"Source: {'; '.join(named)}." if named else "No table of the Atlas was read."


def file(answer: Answer, asked: Asked, form: str) -> bytes:
    """The rows as a CSV, JSON or Parquet file: with its sources, its query and the values of its parameters.

    In a CSV the column atlas_source has the sources, and atlas_query the query, once, in the first row.
    """
    return {"csv": _csv, "json": _json, "parquet": _parquet}[form](answer, asked)


def _about(answer: Answer, asked: Asked) -> dict[str, Any]:
    named = sources(answer.tables, asked.roster)
    params = {name: written(value) or None for name, value in asked.params.items()}
    return {"sources": named, "query": asked.statement, "parameters": params, "is_cut": answer.is_cut}


def _csv(answer: Answer, asked: Asked) -> bytes:
    about = _about(answer, asked)
    values = "".join(f"\n-- ${name} = {value}" for name, value in about["parameters"].items())
    query = [asked.statement + values, *[None] * (len(answer.rows) - 1)][: len(answer.rows)]
    line = source_line(answer, asked.roster) + (CUT.format(len(answer.rows)) if answer.is_cut else "")
    added = pd.DataFrame({"atlas_source": line, "atlas_query": query}, index=answer.rows.index)
    rows = pd.concat([answer.rows, added], axis="columns")
    return csv_files.text(rows).encode()


def _json(answer: Answer, asked: Asked) -> bytes:
    rows = answer.rows.to_json(orient="records", date_format="iso", default_handler=str)
    about = json.dumps(_about(answer, asked), ensure_ascii=False, indent=1)
    return f'{about[:-2]},\n "rows": {rows}\n}}\n'.encode()


def _parquet(answer: Answer, asked: Asked) -> bytes:
    table = pa.Table.from_pandas(answer.rows, preserve_index=False)
    about = {name: json.dumps(value, ensure_ascii=False) for name, value in _about(answer, asked).items()}
    kept = BytesIO()
    pq.write_table(table.replace_schema_metadata(about | {"query": asked.statement}), kept)
    return kept.getvalue()
