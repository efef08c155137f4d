"""A query of the reader's own on the command line: python -m analysis sql QUERY --param state=MN --out rows.parquet"""

import sys
from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path

import pandas as pd

from analysis.participants import queries as participants_queries
from analysis.sql_console import export, statement
from analysis.sql_console import run as sql_console_run
from data import store
from data.errors import QueryError


def arguments(parser: ArgumentParser, formats: tuple[str, ...]) -> ArgumentParser:
    """The parser with what can be said of a query."""
    parser.add_argument("statement")
    parser.add_argument("--param", action="append", default=[], metavar="NAME=VALUE")
    parser.add_argument("--format", choices=formats, default="markdown")
    parser.add_argument("--out", type=Path, metavar="FILE")
    return parser


def run(parser: ArgumentParser, told: list[str], written: Callable[[pd.DataFrame, str], str]) -> int:
    """Answer on the screen, or into a file with sources and query. Returns 0. Raises QueryError."""
    given = parser.parse_args(told)
    params = statement.values(given.statement, dict(map(_pair, given.param)))
    form = given.out.suffix.removeprefix(".").lower() if given.out else ""
    if given.out and form not in export.FORMS:
        raise QueryError(f"{given.out.name} ends in none of {', '.join(export.FORMS)}.")
    found = sql_console_run.answer(given.statement, params)
    if given.out:
        with store.open_database() as con:
            roster = str(participants_queries.roster(con).iloc[0]["roster_title"])
        asked = export.Asked(given.statement, params, roster)
        try:
            given.out.write_bytes(export.file(found, asked, form))
        except OSError as problem:
            raise QueryError(f"{given.out} could not be written ({problem.strerror}): name a file elsewhere.") from None
        print(f"{len(found.rows):,} rows in {given.out}.")
    else:
        print(written(found.rows, given.format), flush=True)
    if found.is_cut:
        print(f"The first {sql_console_run.MOST_ROWS:,} rows: there are more.", file=sys.stderr)
    return 0


def _pair(told: str) -> tuple[str, str]:
    name, is_given, value = told.partition("=")
    if not is_given:
        raise QueryError(f"--param {told} has no value: write --param {name}=VALUE, or --param {name}= for NULL.")
    return name.removeprefix("$"), value
