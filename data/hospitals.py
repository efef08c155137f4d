"""Where does each hospital of CMS's list stand, and how many beds has it?"""

import duckdb
import geopandas as gpd
import pandas as pd

from data import shapes
from data.adapters.columns import proper
from data.registry import FOLDER


def located(listed: pd.DataFrame, sites: pd.DataFrame, names: pd.DataFrame, counties: gpd.GeoDataFrame) -> pd.DataFrame:
    """CMS's list with HIFLD's coordinates and beds, by data/joins/hospital.sql.

    A county that its name does not give (Connecticut's old ones) is where the hospital stands.
    """
    with duckdb.connect() as con:
        con.register("listed", listed)
        con.register("site", sites)
        con.register("county_population_2024", names)
        hospitals = con.sql((FOLDER / "joins" / "hospital.sql").read_text(encoding="utf-8")).df()
    return _named(hospitals, counties)


def as_before(
    listed: pd.DataFrame, before: pd.DataFrame, names: pd.DataFrame, counties: gpd.GeoDataFrame
) -> pd.DataFrame:
    """CMS's list with the places and beds that the hospitals of the same CMS number have in `before`.

    A hospital that is new there has no place (not known). By data/joins/hospital_before.sql.
    """
    with duckdb.connect() as con:
        con.register("listed", listed)
        con.register("before", before)
        con.register("county_population_2024", names)
        hospitals = con.sql((FOLDER / "joins" / "hospital_before.sql").read_text(encoding="utf-8")).df()
    return _named(hospitals, counties)


def _named(hospitals: pd.DataFrame, counties: gpd.GeoDataFrame) -> pd.DataFrame:
    hospitals["county_fips"] = hospitals["county_fips"].fillna(shapes.county_at(hospitals, counties))
    return hospitals.assign(hospital=proper(hospitals["hospital"]), city=proper(hospitals["city"]))
