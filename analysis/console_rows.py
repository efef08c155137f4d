"""Which numbers, texts and dates does a relation of any kind come down to?"""

import duckdb
import pyarrow as pa

from data.errors import QueryError

# Beyond these a column goes as the text that DuckDB writes of it.
PLAIN = frozenset({
    "BOOLEAN", "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER", "FLOAT", "DOUBLE",
    "VARCHAR", "DATE", "TIMESTAMP",
})  # fmt: skip
# These hold more than 64 bits do: as text every digit of them is there.
WHOLE = frozenset({"HUGEINT", "UHUGEINT", "UBIGINT"})


def _plain(column: str, kind: str) -> str:
    if kind in PLAIN:
        return column
    return f"{column}::DOUBLE" if kind.startswith("DECIMAL") else f"{column}::VARCHAR"


def taken(relation: duckdb.DuckDBPyRelation, most: int) -> pa.Table:
    """The rows as numbers, texts and dates alone. Raises QueryError for more than so many bytes."""
    parts = [_plain(f"#{place}", str(kind)) for place, kind in enumerate(relation.types, 1)]
    reader = relation.project(", ".join(parts)).to_arrow_reader(2_000)
    batches, size = [], 0
    for batch in reader:
        batches.append(batch)
        size += batch.nbytes
        if size > most:
            raise QueryError(f"The answer has more than {most // 2**20} MB: ask for fewer columns or rows.")
    found = pa.Table.from_batches(batches, schema=reader.schema).rename_columns(relation.columns)
    for place, kind in enumerate(relation.types):
        if str(kind) in WHOLE:
            found = found.set_column(place, found.schema[place].name, _number(found.column(place)))
    return found


def _number(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Whole numbers as such where all of them fit, or else as the text that they are: no digit is lost."""
    try:
        return column.cast(pa.int64())
    except pa.ArrowInvalid:
        return column
