"""Which states are there, and which regions does a state have?"""

import duckdb
import pandas as pd

from analysis.query.run import fetch, public


@public("county.states")
def states(con: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Every state that has county figures, by name.

    Returns one row per state: state (postal code), state_fips, state_name.
    """
    return fetch(con, "county.states")


@public("county.regions")
def regions(con: duckdb.DuckDBPyConnection, *, state: str | None = None) -> pd.DataFrame:
    """The regions of a state, by name.

    Returns one row per region: region. No rows where they are not known (all but Minnesota).
    """
    return fetch(con, "county.regions", state=state)
