"""Where is care, and where do the people live who might use it?"""

import duckdb
import pandas as pd

from analysis.access.supplies import required
from analysis.query.run import fetch, public


@public("care.origins")
def origins(con: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Where people set out from: Minnesota's census tracts and, as those who compete, counties of other states.

    A tract's people are those in households, at a point inside it. Everyone of a county across the line is taken to
    live at its population center (an assumption: no tracts of other states are loaded).

    Returns one row per place, tracts first: origin_id (census code), origin_kind, origin_people, latitude, longitude.
    Counties without a center (Connecticut's) are left out.
    """
    return fetch(con, "care.origins")


@public("care.destinations")
def destinations(con: duckdb.DuckDBPyConnection, *, supply: str = "hospital_beds") -> pd.DataFrame:
    """Places with some of a supply, across the nation; those without a location or a known supply are left out.

    Returns one row per place, Minnesota's first: is_across_line, state, place, city, latitude, longitude, supply.
    Raises ValueError for a supply that is not known here.
    """
    return fetch(con, "care.destinations", supply=required(supply))


@public("care.left_out")
def left_out(
    con: duckdb.DuckDBPyConnection, *, supply: str = "hospital_beds", state: str | None = "MN"
) -> pd.DataFrame:
    """How many places of a supply cannot be counted, because their location or their supply is not known.

    Returns one row per state: state, sites, sites_left_out. No rows for a state without any.
    Raises ValueError for a supply that is not known here.
    """
    return fetch(con, "care.left_out", supply=required(supply), state=state)
