"""A reader's own query on the command line: python -m analysis sql QUERY --param state=MN --out rows.parquet"""

import sys
from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path

import pandas as pd

from analysis.participants import queries as participants_queries
from analysis.sql_console import export, run, statement
from data import store
from data.errors import QueryError


def add_arguments(parser: ArgumentParser, formats: tuple[str, ...]) -> ArgumentParser:
    """The parser with the arguments of a query."""
    parser.add_argument("statement")
    parser.add_argument("--param", action="append", default=[], metavar="NAME=VALUE")
    parser.add_argument("--format", choices=formats, default="markdown")
    parser.add_argument("--out", type=Path, metavar="FILE")
    return parser


def main(parser: ArgumentParser, arguments: list[str], as_text: Callable[[pd.DataFrame, str], str]) -> int:
    """Print the rows, or write them into a file with their sources and query. Returns 0. Raises QueryError."""
    options = parser.parse_args(arguments)
    params = statement.values(options.statement, dict(map(_pair, options.param)))
    form = options.out.suffix.removeprefix(".").lower() if options.out else ""
    if options.out and form not in export.FORMS:
        raise QueryError(f"{options.out.name} ends in none of {', '.join(export.FORMS)}.")
    result = run.query(options.statement, params)
    if options.out:
        with store.open_database() as con:
            roster = str(participants_queries.roster(con).iloc[0]["roster_title"])
        _write(options.out, export.file(result, export.ExportedQuery(options.statement, params, roster), form))
        print(f"{len(result.rows):,} rows in {options.out}.")
    else:
        print(as_text(result.rows, options.format), flush=True)
    if result.is_cut:
        print(f"The first {run.MOST_ROWS:,} rows: there are more.", file=sys.stderr)
    return 0


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise QueryError(f"--param {text} has no value: write --param {name}=VALUE, or --param {name}= for NULL.")
    return name.removeprefix("$"), value


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise QueryError(f"{path} could not be written ({error.strerror}): name a file elsewhere.") from None
