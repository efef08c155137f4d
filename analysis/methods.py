"""What is in the database?"""

import duckdb
import pandas as pd

from analysis.questions import fetch


def tables(con: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """The tables of the database and how long each is.

    Returns one row per table: table_name, table_rows.
    """
    return fetch(con, "methods.tables")
