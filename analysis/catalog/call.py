"""How is a question asked by its name, with values as a reader writes them? On the command line, and over HTTP."""

import inspect
from collections.abc import Mapping
from typing import Any

import duckdb
import pandas as pd

from analysis.catalog import parameters as catalog_parameters
from analysis.catalog.catalog import CHOICES, every, options
from analysis.query import physician_sources
from analysis.query import run as query_run
from analysis.query.selection import DISCIPLINES
from data.registry import Source

ALL = "all"
# Here it is a value of its own: everywhere else it leaves a choice open.
OWN = ("designation_type", "dimension", "member")


def run(con: duckdb.DuckDBPyConnection, name: str, given: Mapping[str, Any]) -> pd.DataFrame:
    """The rows of a question; options that are not given keep their default.

    Raises ValueError naming an option that the question cannot do without, or that is not of its type.
    """
    question = every()[name]
    arguments = {option: catalog_parameters.value(name, option, told) for option, told in given.items()}
    for parameter in set(CHOICES) & set(inspect.signature(question).parameters):
        kind = CHOICES[parameter]
        chosen = {key: arguments.pop(key) for key in list(arguments) if key in kind._fields}
        arguments = {parameter: kind(**chosen), **arguments}
    for option in needed(name):
        if arguments.get(option) is None:
            raise ValueError(f"{name} needs --{option}.")
    if "choice" in arguments:
        arguments["choice"].require(con)
    return question(con, **arguments)


def needed(name: str) -> list[str]:
    """The options that a question cannot do without."""
    parameters = inspect.signature(every()[name]).parameters.values()
    found = [one.name for one in parameters if one.kind is one.KEYWORD_ONLY and one.default is one.empty]
    return [option for option in found if option not in CHOICES]


def choosable(name: str) -> list[str]:
    """The options that a reader may set: some parameters of the SQL are worked out by the question itself."""
    parameters = inspect.signature(every()[name]).parameters
    chosen = {field for key, kind in CHOICES.items() if key in parameters for field in kind._fields}
    return [option for option in options(name) if option in chosen | set(parameters)]


def default(name: str, option: str) -> Any:
    """What an option is if nothing is said of it; None leaves it open, or has to be said."""
    parameters = inspect.signature(every()[name]).parameters
    if option in parameters:
        told = parameters[option].default
        return None if told is inspect.Parameter.empty else told
    kind = next(kind for key, kind in CHOICES.items() if key in parameters and option in kind._fields)
    return kind._field_defaults[option]


def value(option: str, told: Any) -> Any:
    """An option as the question takes it: "all" leaves a choice open."""
    if told == ALL and option not in OWN:
        return None
    return told.upper() if option == "state" and told else told


def sources(name: str, rows: pd.DataFrame) -> list[Source]:
    """The sources of a question's rows: of the discipline and the count of physicians asked for, and no others."""
    asked = rows.attrs.get(query_run.ASKED, {}).get("params", {})
    found = query_run.sources_of(name, list(rows.columns), asked.get("discipline") or DISCIPLINES[0])
    return physician_sources.only(found, asked.get("supply") or "", rows) if name.startswith("physicians.") else found
