"""Queries about the database itself: its tables, columns and sources."""

import duckdb
import pandas as pd

from analysis.query.run import fetch, public


@public("methods.tables")
def tables(con: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """The tables of the database and how long each is.

    Returns one row per table: table_name, table_rows.
    """
    return fetch(con, "methods.tables")


@public("methods.columns")
def columns(con: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """The columns of every table of the database.

    Returns one row per column, in the table's order: table_name, column_name, column_type (of DuckDB).
    """
    return fetch(con, "methods.columns")


@public("methods.sources")
def sources(con: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Where the figures of this database come from, the newest first.

    Returns one row per source: source_id, publisher, title, url, as_of_date, as_of_label,
    retrieved_date, licence, sha256 (empty where entered by hand), limits, table_names.
    """
    return fetch(con, "methods.sources")
