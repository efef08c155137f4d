"""What does one statement count in a published CSV of gigabytes, in how little memory?

Arrow reads the columns that are wanted, in blocks and on several threads, from a .zip too without unpacking it on the
disk; DuckDB counts a part at a time. On 330 columns that takes half the processor time of DuckDB's own reader.
"""

import contextlib
import csv
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import duckdb
import numpy as np
import pandas as pd
import pyarrow as pa
from pyarrow import compute
from pyarrow import csv as arrow_csv

from data.errors import SupplyError

LONGEST_HEADER = 2**20
ZIPPED = b"PK\x03\x04"
NOT_A_TABLE = "is not the file that is meant: it has no row of column names."
BLOCK = 8 * 2**20
PART_ROWS = 200_000
# NPIs are ten digits and begin with 1 or 2: 375 MB if every one were given, of which only the pages in use are taken.
MOST = 3 * 10**9


class WideFile:
    """One CSV of a publisher. `names`: its columns, spaces around them taken off; `label`: what it is called."""

    def __init__(self, path: Path, *members: str) -> None:
        """Raises SupplyError if there is no such CSV: `members` are parts of its name inside a .zip, the best first."""
        self.path, self.is_zip = path, _starts(path, ZIPPED)
        self.member = _member(path, members) if self.is_zip else None
        self.label = self.member.filename.rpartition("/")[2] if self.member else path.name
        with self.opened() as file, unspoiled(self.label):
            self.head = file.readline(LONGEST_HEADER)
        self.names = _names(self.head, self.label)

    def require(self, names: list[str]) -> None:
        """Raises SupplyError naming the columns that are not there."""
        missing = [name for name in names if name not in self.names]
        if missing:
            raise SupplyError(
                f"{self.label} has no column {', '.join(missing[:3])}: it is another file, or its publisher changed it."
            )

    def opened(self) -> contextlib.AbstractContextManager[IO[bytes]]:
        """The CSV's bytes, from its head on."""
        if self.member is None:
            return self.path.open("rb")
        return _inside(self.path, self.member)


@contextlib.contextmanager
def _inside(path: Path, member: zipfile.ZipInfo) -> Iterator[IO[bytes]]:
    with zipfile.ZipFile(path) as archive, archive.open(member) as file:
        yield file


def _starts(path: Path, mark: bytes) -> bool:
    with path.open("rb") as file:
        return file.read(len(mark)) == mark


def _member(path: Path, wanted: tuple[str, ...]) -> zipfile.ZipInfo:
    try:
        with zipfile.ZipFile(path) as archive:
            inside = archive.infolist()
    except zipfile.BadZipFile:
        raise SupplyError(f"{path.name} breaks off or is damaged: download it again.") from None
    for part in wanted:
        found = [one for one in inside if _is_meant(one.filename.rpartition("/")[2].casefold(), part)]
        if found:
            return max(found, key=lambda one: one.file_size)
    raise SupplyError(f"{path.name} holds no {wanted[-1]}….csv: give the .zip as it was downloaded, or the CSV.")


def _is_meant(name: str, wanted: str) -> bool:
    # Beside the file itself lies one of its heads alone.
    return wanted in name and name.endswith(".csv") and "header" not in name


@contextlib.contextmanager
def unspoiled(label: str) -> Iterator[None]:
    """Raises SupplyError for what a damaged .zip raises."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
        raise SupplyError(f"{label} breaks off or is damaged in its .zip: download it again.") from None


def _names(head: bytes, label: str) -> list[str]:
    try:
        text = head.decode("utf-8-sig")
        names = [name.strip() for name in next(csv.reader([text]), [])]
    except (UnicodeDecodeError, csv.Error):
        names = []
    if len(names) < 2:
        raise SupplyError(f"{label} {NOT_A_TABLE}")
    return names


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
    reader = arrow_csv.open_csv(
        opened,
        read_options=arrow_csv.ReadOptions(block_size=BLOCK, column_names=names, skip_rows=1),
        convert_options=arrow_csv.ConvertOptions(
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


class FirstRows:
    """The numbers that were met so far, part after part."""

    def __init__(self) -> None:
        """None was met yet."""
        self._bits = np.zeros(MOST // 8, dtype=np.uint8)

    def of(self, part: pa.Table, column: str) -> pa.Table:
        """The rows of a part whose number in `column` was not met before; those without a number are all kept."""
        numbers = _numbers(part[column])
        is_number = (numbers >= 0) & (numbers < MOST)
        known = numbers[is_number]
        byte, bit = known >> 3, (1 << (known & 7)).astype(np.uint8)
        is_again = (self._bits[byte] & bit != 0) | pd.Series(known).duplicated().to_numpy()
        np.bitwise_or.at(self._bits, byte, bit)
        if not is_again.any():
            return part
        is_first = np.ones(len(numbers), dtype=bool)
        is_first[is_number] = ~is_again
        return part.filter(pa.array(is_first))


def _numbers(told: pa.ChunkedArray) -> np.ndarray:
    """Whole numbers as text; -1 for what is none."""
    try:
        return compute.fill_null(compute.cast(told, pa.int64()), -1).to_numpy()
    except pa.ArrowInvalid:
        read = pd.to_numeric(told.to_pandas(), errors="coerce").fillna(-1).to_numpy(dtype=np.float64)
        return np.where(read % 1 == 0, read, -1).astype(np.int64)
