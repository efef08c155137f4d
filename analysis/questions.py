"""How is a question asked? One .sql file, held to the dictionary, its tables traced to their sources."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from analysis.console_parameters import written
from data import loaded, registry
from data.errors import ContractError
from data.registry import Source
from data.sql import tables_read

FOLDER = Path(__file__).parent / "sql"
# How a head comment says which question the relations of a call are made of.
MADE_OF = re.compile(r"from ([a-z_]+\.[a-z_]+(?:, [a-z_]+\.[a-z_]+)*)")
OF_DISCIPLINE = {"primary_care": "hrsa_primary_care", "mental_health": "hrsa_mental_health", "dental": "hrsa_dental"}
PARAMETER = re.compile(r"\$([a-z_]+)")

ASKED = "asked"

Question = Callable[..., pd.DataFrame]


@cache
def sql(name: str) -> str:
    """The text of analysis/sql/<name>.sql, the very one that runs and that readers see."""
    return (FOLDER / f"{name}.sql").read_text(encoding="utf-8")


def fetch(con: duckdb.DuckDBPyConnection, name: str, **params: Any) -> pd.DataFrame:
    """The rows of analysis/sql/<name>.sql.

    Raises ContractError, before a row is read, if a column is not in the dictionary with its type.
    """
    relation = con.sql(sql(name), params=params or None)
    for column, kind in zip(relation.columns, relation.types, strict=True):
        known = registry.dictionary().get(column)
        if known is None or known.type != str(kind):
            expected = known.type if known else "no entry"
            raise ContractError(f"{name}.sql gives {column} as {kind}; dictionary.csv has {expected}: change one.")
    rows = relation.df()
    # What was asked goes with the rows, so that a page can offer the same query.
    rows.attrs[ASKED] = {"question": name, "params": {key: written(value) for key, value in params.items()}}
    return rows


def name_of(question: Question) -> str:
    """The name of a question's .sql file: shortage.by_county for analysis.shortage.by_county."""
    return f"{question.__module__.removeprefix('analysis.')}.{question.__name__}"


def parameters(name: str) -> list[str]:
    """The parameters of a question, in the order in which its SQL explains them."""
    return list(dict.fromkeys(PARAMETER.findall(sql(name))))


def sources_of(name: str, columns: Sequence[str] = (), discipline: str = "primary_care") -> list[Source]:
    """The sources of a question's tables; of the columns that are shown, where some are named.

    HRSA's other disciplines, whose areas stand in the same tables, are no source of what is shown of one.
    Returns them as the columns name them, or else newest first.
    """
    others = {source for other, source in OF_DISCIPLINE.items() if other != discipline}
    found = [source for source in _sources_of_tables(name) if source.source_id not in others]
    named = [source for column in columns for source in registry.dictionary()[column].sources.split()]
    kept = [registry.sources().get(source) for source in dict.fromkeys(named)]
    return [source for source in kept if source in found] or found


def _sources_of_tables(name: str) -> list[Source]:
    return _found(name, loaded.settled())


@cache
def _found(name: str, _settled: str) -> list[Source]:
    every = registry.sources().values()
    known = {table for source in every for table in source.tables}
    read = set().union(*(tables_read(sql(part), known) for part in (name, *_made_of(name))))
    found = [source for source in every if read & set(source.tables)]
    return sorted(found, key=lambda source: (source.as_of, source.source_id), reverse=True)


def _made_of(name: str) -> list[str]:
    """The questions that the relations of a question's call are made of, as its head comment names them."""
    head = "".join(line for line in sql(name).splitlines(keepends=True) if line.startswith("--"))
    return [part for named in MADE_OF.findall(head) for part in named.split(", ")]
