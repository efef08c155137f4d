"""How an exhibit gets rows and worked-out results: from a page's cache, or straight from an open database."""

from collections.abc import Callable
from typing import Any, Protocol

import duckdb
import pandas as pd

from analysis.query import run as query_run
from data import store
from data.errors import AccessError

STAFF_ONLY = "cohort."


class Desk(Protocol):
    """Runs queries and longer work for the builders of exhibits.

    `shapes` is the address below which the browser finds outlines of counties.
    """

    @property
    def shapes(self) -> str:
        """The address below which outlines of counties are served."""

    def ask(self, query: query_run.Query, **params: Any) -> pd.DataFrame:
        """The rows of a public query."""

    def compute(self, function: Callable[..., Any], *args: Any) -> Any:
        """The result of a pure function of arrays and plain values."""

    def explore(self, function: Callable[..., Any], *args: Any) -> Any:
        """The result of a function that takes a cursor on the public database first."""


class Direct:
    """A desk on an open public database, without a cache: for the command line, the API and briefings."""

    def __init__(self, con: duckdb.DuckDBPyConnection, version: str = "") -> None:
        self.con, self.version = con, version or store.current()

    @property
    def shapes(self) -> str:
        """The address below which a dashboard of this version serves outlines of counties."""
        return f"/shapes/{self.version}"

    def ask(self, query: query_run.Query, **params: Any) -> pd.DataFrame:
        """The rows of a query, on a cursor of its own. Raises AccessError for a query about single participants."""
        if query_run.name_of(query).startswith(STAFF_ONLY):
            raise AccessError(store.FOR_STAFF)
        return query(self.con.cursor(), **params)

    def compute(self, function: Callable[..., Any], *args: Any) -> Any:
        """The result of the function, worked out anew."""
        return function(*args)

    def explore(self, function: Callable[..., Any], *args: Any) -> Any:
        """The result of the function on a cursor of its own."""
        return function(self.con.cursor(), *args)
