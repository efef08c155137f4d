"""Calls of a query by its name, with values as text: what the command line and the API do."""

import inspect
from collections.abc import Mapping
from typing import Any

import duckdb
import pandas as pd

from analysis.catalog import parameters as sql_parameters
from analysis.catalog.catalog import CHOICES, every, options
from analysis.query import physician_sources
from analysis.query import run as query_run
from analysis.query.selection import DISCIPLINES
from data.registry import Source

ALL = "all"
# Options for which "all" is a value; for any other option it leaves the choice open.
ALL_IS_A_VALUE = ("designation_type", "dimension", "member")


def run(con: duckdb.DuckDBPyConnection, name: str, given: Mapping[str, Any]) -> pd.DataFrame:
    """The rows of a query; options that are not given keep their default.

    Raises ValueError naming an option that the query needs, or whose value is not of its type.
    """
    query = every()[name]
    arguments = {option: sql_parameters.value(name, option, text) for option, text in given.items()}
    for parameter in set(CHOICES) & set(inspect.signature(query).parameters):
        kind = CHOICES[parameter]
        chosen = {key: arguments.pop(key) for key in list(arguments) if key in kind._fields}
        arguments = {parameter: kind(**chosen), **arguments}
    for option in needed(name):
        if arguments.get(option) is None:
            raise ValueError(f"{name} needs --{option}.")
    if "choice" in arguments:
        arguments["choice"].require(con)
    return query(con, **arguments)


def needed(name: str) -> list[str]:
    """The options that a query cannot do without."""
    arguments = inspect.signature(every()[name]).parameters.values()
    required = [one.name for one in arguments if one.kind is one.KEYWORD_ONLY and one.default is one.empty]
    return [option for option in required if option not in CHOICES]


def choosable(name: str) -> list[str]:
    """The options that a reader may set; the query itself works out the other parameters of its SQL."""
    arguments = inspect.signature(every()[name]).parameters
    chosen = {field for key, kind in CHOICES.items() if key in arguments for field in kind._fields}
    return [option for option in options(name) if option in chosen | set(arguments)]


def default(name: str, option: str) -> Any:
    """The value of an option that is not given; None if the choice stays open, or if a value is needed."""
    arguments = inspect.signature(every()[name]).parameters
    if option in arguments:
        start = arguments[option].default
        return None if start is inspect.Parameter.empty else start
    kind = next(kind for key, kind in CHOICES.items() if key in arguments and option in kind._fields)
    return kind._field_defaults[option]


def value(option: str, text: Any) -> Any:
    """The value of an option as its query takes it: None, which leaves the choice open, for "all"."""
    if text == ALL and option not in ALL_IS_A_VALUE:
        return None
    return text.upper() if option == "state" and text else text


def sources(name: str, rows: pd.DataFrame) -> list[Source]:
    """The sources of a query's rows; of several disciplines or counts of physicians, only those of the chosen one."""
    chosen = rows.attrs.get(query_run.ASKED, {}).get("params", {})
    of_columns = query_run.sources_of(name, list(rows.columns), chosen.get("discipline") or DISCIPLINES[0])
    if not name.startswith("physicians."):
        return of_columns
    return physician_sources.only(of_columns, chosen.get("supply") or "", rows)
