"""What does one statement count in a published CSV of gigabytes, in how little memory?

Arrow reads the columns that are wanted, in blocks and on several threads, from a .zip too without unpacking it on the
disk; DuckDB counts a part at a time. On 330 columns that takes half the processor time of DuckDB's own reader.
"""

from collections.abc import Iterator
from typing import IO

import duckdb
import pandas as pd
import pyarrow as pa
from pyarrow import csv

from data.adapters.first_rows import FirstRows
from data.adapters.pieces import WideFile, unspoiled
from data.errors import SupplyError

BLOCK = 8 * 2**20
PART_ROWS = 200_000


def counted(
    file: WideFile,
    statement: str,
    tables: dict[str, pd.DataFrame],
    columns: dict[str, str],
    given: dict[str, str],
    once: str = "",
) -> pd.DataFrame:
    """The rows of `statement` for every part of the file, under each other.

    The statement reads `wide`, whose columns are named as in `columns`, with their names in the file. Of the rows with
    one number in the column `once`, if one is named, it reads the first. Raises SupplyError for a file that breaks off
    or is no CSV.
    """
    counts = []
    first = FirstRows() if once else None
    with duckdb.connect() as con, file.opened() as opened, unspoiled(file.label):
        for name, table in tables.items():
            con.register(name, table)
        try:
            for part in _parts(file, opened, columns):
                con.register("wide", first.of(part, once) if first else part)
                counts.append(con.execute(statement, given).df())
        except pa.ArrowInvalid:
            raise SupplyError(f"{file.label} breaks off or is damaged: download it again.") from None
    if not counts:
        raise SupplyError(f"{file.label} has column names and no rows: download it again.")
    return pd.concat(counts, ignore_index=True)


def _parts(file: WideFile, opened: IO[bytes], columns: dict[str, str]) -> Iterator[pa.Table]:
    names = [f"c{position}" for position in range(len(file.names))]
    wanted = {name: names[file.names.index(named)] for name, named in columns.items()}
    reader = csv.open_csv(
        opened,
        read_options=csv.ReadOptions(block_size=BLOCK, column_names=names, skip_rows=1),
        convert_options=csv.ConvertOptions(
            include_columns=list(dict.fromkeys(wanted.values())),
            column_types=dict.fromkeys(names, pa.string()),
            # Letters of other encodings stand in names of people and streets, which nobody reads here.
            check_utf8=False,
        ),
    )
    batches: list[pa.RecordBatch] = []
    for batch in reader:
        batches.append(batch)
        if sum(one.num_rows for one in batches) >= PART_ROWS:
            yield _named(batches, wanted)
            batches = []
    if batches:
        yield _named(batches, wanted)


def _named(batches: list[pa.RecordBatch], wanted: dict[str, str]) -> pa.Table:
    table = pa.Table.from_batches(batches)
    return pa.table({name: table[column] for name, column in wanted.items()})
