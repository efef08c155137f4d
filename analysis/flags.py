"""Where are areas short of mental-health and dental care, as far as flags say it?"""

import duckdb
import pandas as pd

from analysis.questions import fetch
from analysis.selection import Selection

CHOSEN = ("state", "region", "rural_definition", "rural_class")


def by_county(con: duckdb.DuckDBPyConnection, *, selection: Selection) -> pd.DataFrame:
    """Shortage flags of Minnesota's counties: no scores, no FTE, and no status of the areas behind them.

    Returns one row per county: county_fips, county, population (people), tracts_2010 (tracts), tract shares (0-1, of
    2010 tracts, October 2022) and component counts (rows of HRSA's files, March 2026). No rows for other states.
    Raises ValueError if the selection has a choice that does not exist.
    """
    checked = selection.checked()
    return fetch(con, "flags.by_county", **{name: checked[name] for name in CHOSEN})
