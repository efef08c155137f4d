"""How is a question asked? One .sql file, held to the dictionary, its tables traced to their sources."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import duckdb
import pandas as pd
import pyarrow as pa

from analysis.wording.disciplines import OF_DISCIPLINE
from data import loaded
from data import registry as data_registry
from data.errors import ContractError
from data.lineage import tables_read
from data.registry import Source

FOLDER = Path(__file__).parents[1]
# Where the .sql files of a public name's first part are, if not in analysis/<first part>/sql.
ROOMS = {
    "care": "access/sql",
    "cliff": "withdrawals/sql",
    "cohort": "participants/sql/staff",
    "pathways": "participants/sql",
    "physician_groups": "physicians/sql",
    "reach": "access/sql",
    "supply": "access/sql",
}
# Single queries that are kept elsewhere than others of their first part.
FILES = {
    "flags.by_county": "shortage/sql/flags_by_county",
    "county.regions": "place/sql/regions",
    "county.states": "place/sql/states",
}
# How a head comment says which question the relations of a call are made of.
MADE_OF = re.compile(r"from ([a-z_]+\.[a-z_]+(?:, [a-z_]+\.[a-z_]+)*)")
PARAMETER = re.compile(r"\$([a-z_]+)")

ASKED = "asked"

Query = Callable[..., pd.DataFrame]
Named = TypeVar("Named", bound=Query)
_NAMES: dict[Query, str] = {}


@cache
def sql(name: str) -> str:
    """The text of a query's .sql file, the very one that runs and that readers see."""
    return path_of(name).read_text(encoding="utf-8")


def path_of(name: str) -> Path:
    """The .sql file of a query by its public name: analysis/shortage/sql/by_county.sql for shortage.by_county."""
    room, _, query = name.partition(".")
    place = FILES.get(name) or f"{ROOMS.get(room, f'{room}/sql')}/{query}"
    return FOLDER / f"{place}.sql"


def fetch(con: duckdb.DuckDBPyConnection, name: str, **params: Any) -> pd.DataFrame:
    """The rows of a query, by its public name.

    Raises ContractError, before a row is read, if a column is not in the dictionary with its type.
    """
    relation = con.sql(sql(name), params=params or None)
    for column, kind in zip(relation.columns, relation.types, strict=True):
        known = data_registry.dictionary().get(column)
        if known is None or known.type != str(kind):
            expected = known.type if known else "no entry"
            raise ContractError(f"{name}.sql gives {column} as {kind}; dictionary.csv has {expected}: change one.")
    rows = relation.df()
    # What was asked goes with the rows, so that a page can offer the same query.
    rows.attrs[ASKED] = {"question": name, "params": {key: written(value) for key, value in params.items()}}
    return rows


def public(name: str) -> Callable[[Named], Named]:
    """Give a query the name by which readers ask for it, on the command line, over HTTP and in a saved query."""

    def named(query: Named) -> Named:
        """The query itself, now known by its name."""
        _NAMES[query] = name
        return query

    return named


def name_of(query: Query) -> str:
    """The public name of a query, such as shortage.by_county."""
    return _NAMES[query]


def is_public(function: Callable[..., Any]) -> bool:
    """Whether a function is a query that readers can ask for by name."""
    return function in _NAMES


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
    named = [source for column in columns for source in data_registry.dictionary()[column].sources.split()]
    kept = [data_registry.sources().get(source) for source in dict.fromkeys(named)]
    return [source for source in kept if source in found] or found


def _sources_of_tables(name: str) -> list[Source]:
    return _found(name, loaded.settled())


@cache
def _found(name: str, _settled: str) -> list[Source]:
    every = data_registry.sources().values()
    known = {table for source in every for table in source.tables}
    read = set().union(*(tables_read(sql(part), known) for part in (name, *_made_of(name))))
    found = [source for source in every if read & set(source.tables)]
    return sorted(found, key=lambda source: (source.as_of, source.source_id), reverse=True)


def _made_of(name: str) -> list[str]:
    """The questions that the relations of a question's call are made of, as its head comment names them."""
    head = "".join(line for line in sql(name).splitlines(keepends=True) if line.startswith("--"))
    return [part for named in MADE_OF.findall(head) for part in named.split(", ")]


def with_relations(con: duckdb.DuckDBPyConnection, **relations: pa.Table) -> duckdb.DuckDBPyConnection:
    """A cursor on which these tables in memory can be asked by their names, and by nobody else."""
    cursor = con.cursor()
    for name, rows in relations.items():
        cursor.register(name, rows)
    return cursor


def written(given: Any) -> str:
    """A value as it is written in a box or an address: "" is NULL."""
    return "" if given is None else str(given).lower() if isinstance(given, bool) else str(given)
