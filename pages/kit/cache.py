"""How does a page get an answer? Asked once, kept until the database or the SQL changes."""

import gc
from collections.abc import Callable, Iterator
from typing import Any

import duckdb
import pandas as pd
import streamlit as st

from analysis.explore import query as explore_query
from analysis.query import run as query_run
from data import store
from data.build import build as build_build
from data.errors import AccessError, AtlasError, RosterError
from pages.kit import progress, scripts

OWN_ROSTER = "own_roster"


@st.cache_resource(show_spinner="Building the database from the reference tables…")
def prepared() -> str:
    """Build the database if its inputs are newer, once a process. Returns a warning, or nothing.

    Raises AtlasError if there is no database at all and none can be built.
    """
    problem = ""
    try:
        build_build.ensure()
    except AtlasError as failed:
        store.current()
        problem = f"These figures are of the last build that passed its checks. The new one failed: {said(failed)}"
    # What was imported stays: the garbage collector need not look at it again.
    gc.collect()
    gc.freeze()
    return problem


def said(problem: AtlasError) -> str:
    """A problem as this reader may know it: what is wrong with a roster, and where it lies, is for staff."""
    if isinstance(problem, RosterError) and not store.is_staff():
        return "The participants’ roster could not be read. Staff: run `python -m data.build`."
    return str(problem)


@st.cache_resource(max_entries=2, show_spinner=False)
def _connection(version: str) -> duckdb.DuckDBPyConnection:
    return store.open_database(version)


@st.cache_data(max_entries=500, show_spinner=False)
def _asked(name: str, version: str, sql: str, params: dict[str, Any], _question: Any) -> pd.DataFrame:
    return _question(_connection(version).cursor(), **params)


def ask(question: query_run.Query, **params: Any) -> pd.DataFrame:
    """The rows of a question, on a cursor of its own."""
    name = query_run.name_of(question)
    return _asked(name, store.current(), query_run.sql(name), params, question)


def ask_own(question: query_run.Query, **params: Any) -> pd.DataFrame:
    """The rows of a question about something that this session alone holds: on a cursor of its own, and not kept."""
    return question(_connection(store.current()).cursor(), **params)


@st.cache_resource(max_entries=2, show_spinner=False)
def _people(version: str) -> duckdb.DuckDBPyConnection:
    return store.open_staff(version)


@st.cache_resource(max_entries=100, show_spinner=False)
def _explored(name: str, version: str, chosen: explore_query.Cut, args: tuple[Any, ...], _function: Any) -> Any:
    return _function(_connection(version).cursor(), chosen, *args)


def explored(function: Callable[..., Any], chosen: explore_query.Cut, *args: Any) -> Any:
    """What analysis/explore finds for a reader's own cut of the public figures, kept. Not to be changed."""
    return _explored(function.__name__, store.current(), chosen, args, function)


@st.cache_data(max_entries=500, show_spinner=False)
def _asked_people(name: str, version: str, sql: str, params: dict[str, Any], _question: Any) -> pd.DataFrame:
    return _question(_people(version).cursor(), **params)


def ask_people(question: query_run.Query, **params: Any) -> pd.DataFrame:
    """The rows of a question about participants, of this session's own roster if it has one.

    Raises AccessError at public level. What comes from a session's own roster is not kept.
    """
    if not store.is_staff():
        raise AccessError(store.FOR_STAFF)
    own = st.session_state.get(OWN_ROSTER)
    if own is not None:
        return question(own.cursor(), **params)
    name = query_run.name_of(question)
    return _asked_people(name, store.current(), query_run.sql(name), params, question)


@st.cache_data(max_entries=500, show_spinner=False)
def _reckoned(name: str, args: tuple[Any, ...], _algorithm: Any) -> Any:
    return _algorithm(*args)


def reckon_own(algorithm: Callable[..., Any], *args: Any) -> Any:
    """The same of something that this session alone holds: not kept."""
    return algorithm(*args)


def reckon(algorithm: Callable[..., Any], *args: Any) -> Any:
    """The result of a pure algorithm on arrays and plain values, kept."""
    return _reckoned(f"{algorithm.__module__}.{algorithm.__name__}", args, algorithm)


class PageDesk:
    """The desk of a page: what it asks and computes is kept until the database or the SQL changes."""

    ask = staticmethod(ask)
    compute = staticmethod(reckon)
    explore = staticmethod(explored)

    @property
    def shapes(self) -> str:
        """The address below which outlines of counties are served."""
        return scripts.shapes(store.current())


DESK = PageDesk()


@st.cache_resource(max_entries=500, show_spinner=False)
def _kept(name: str, args: tuple[Any, ...]) -> dict[str, list[Any]]:
    return {}


def reckon_steps(algorithm: Callable[..., Iterator[Any]], *args: Any, label: str, is_kept: bool = True) -> list[Any]:
    """The parts of longer work on arrays and plain values, kept once all are there, unless they are of people.

    It shows how far it is, and stops where the reader changes anything; then nothing is kept. Not to be changed.
    """
    kept = _kept(f"{algorithm.__module__}.{algorithm.__name__}", args) if is_kept else {}
    if "parts" not in kept:
        kept["parts"] = progress.through(algorithm(*args), label)
    return kept["parts"]
