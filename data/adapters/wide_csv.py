"""What does one statement count in a published CSV of gigabytes, in how little memory?"""

import re
from pathlib import Path

import duckdb
import pandas as pd

from data.adapters.pieces import WideFile
from data.errors import SupplyError

MEMORY = "900MB"


def counted(
    file: WideFile, statement: str, tables: dict[str, pd.DataFrame], columns: dict[str, str], given: dict[str, str]
) -> pd.DataFrame:
    """The rows of `statement` for every piece of the file, under each other.

    The statement reads `wide`, whose columns are named as in `columns`, with their names in the file. Raises
    SupplyError for a file that breaks off or is no CSV.
    """
    with duckdb.connect(config={"memory_limit": MEMORY, "preserve_insertion_order": "false"}) as con:
        for name, table in tables.items():
            con.register(name, table)
        with file.pieces() as pieces:
            return pd.concat(
                [_read(con, file, piece, statement, columns, given) for piece in pieces], ignore_index=True
            )


def _read(
    con: duckdb.DuckDBPyConnection, file: WideFile, piece: Path, statement: str, columns: dict[str, str],
    given: dict[str, str],
) -> pd.DataFrame:  # fmt: skip
    types = {f"c{position}": "VARCHAR" for position in range(len(file.names))}
    picked = ", ".join(f"c{file.names.index(named)} AS {name}" for name, named in columns.items())
    for encoding in ("utf-8", "latin-1"):
        rows = duckdb.read_csv(
            piece, connection=con, header=True, columns=types, delimiter=",", quotechar='"', escapechar='"',
            auto_detect=False, encoding=encoding,
        )  # fmt: skip
        try:
            rows.project(picked).create_view("wide", replace=True)
            return con.execute(statement, given).df()
        except duckdb.InvalidInputException as problem:
            if "unicode" in str(problem).casefold() and encoding == "utf-8":
                continue
            line = re.search(r"Line: (\d+)", str(problem))
            where = f" near line {line[1]}" if line and not file.is_zip else ""
            raise SupplyError(f"{file.label} breaks off or is damaged{where}: download it again.") from None
    raise AssertionError("latin-1 reads every byte")
