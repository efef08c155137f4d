"""Which numbers, texts and dates does a relation of any kind come down to?"""

import duckdb
import pyarrow as pa

from data.errors import QueryError

# Beyond these a column goes as the text that DuckDB writes of it.
PLAIN = frozenset({
    "BOOLEAN", "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER", "FLOAT", "DOUBLE",
    "VARCHAR", "DATE", "TIMESTAMP",
})  # fmt: skip
WHOLE = frozenset({"HUGEINT", "UHUGEINT", "UBIGINT"})


def plain(relation: duckdb.DuckDBPyRelation) -> duckdb.DuckDBPyRelation:
    """The rows with numbers, texts and dates alone."""
    parts = [_plain(f"#{place}", str(kind)) for place, kind in enumerate(relation.types, 1)]
    return relation.project(", ".join(parts))


def _plain(column: str, kind: str) -> str:
    if kind in PLAIN or kind in WHOLE:
        return column
    return f"{column}::DOUBLE" if kind.startswith("DECIMAL") else f"{column}::VARCHAR"


def taken(relation: duckdb.DuckDBPyRelation, names: list[str], most: int) -> pa.Table:
    """The rows under these names. Raises QueryError for more than so many bytes."""
    reader = relation.to_arrow_reader(2_000)
    batches, size = [], 0
    for batch in reader:
        batches.append(batch)
        size += batch.nbytes
        if size > most:
            raise QueryError(f"The answer has more than {most // 2**20} MB: ask for fewer columns or rows.")
    found = pa.Table.from_batches(batches, schema=reader.schema).rename_columns(names)
    for place, field in enumerate(found.schema):
        if pa.types.is_decimal(field.type) or pa.types.is_uint64(field.type):
            found = found.set_column(place, field.name, _number(found.column(place)))
    return found


def _number(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Sums as whole numbers where they fit."""
    try:
        return column.cast(pa.int64())
    except pa.ArrowInvalid:
        return column.cast(pa.float64())
