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
    return _placed("hospital", counties, listed=listed, site=sites, county_population_2024=names)


def as_before(
    listed: pd.DataFrame, before: pd.DataFrame, names: pd.DataFrame, counties: gpd.GeoDataFrame
) -> pd.DataFrame:
    """CMS's list with the places and beds that the hospitals of the same CMS number have in `before`.

    A hospital that is new there has no place (not known). By data/joins/hospital_before.sql.
    """
    return _placed("hospital_before", counties, listed=listed, before=before, county_population_2024=names)


def _placed(join: str, counties: gpd.GeoDataFrame, **tables: pd.DataFrame) -> pd.DataFrame:
    with duckdb.connect() as con:
        for name, frame in tables.items():
            con.register(name, frame)
        con.register("named", con.sql(_sql("hospital_county")).df())
        hospitals = con.sql(_sql(join)).df()
    hospitals["county_fips"] = hospitals["county_fips"].fillna(shapes.county_at(hospitals, counties))
    return hospitals.assign(hospital=proper(hospitals["hospital"]), city=proper(hospitals["city"]))


def _sql(join: str) -> str:
    return (FOLDER / "joins" / f"{join}.sql").read_text(encoding="utf-8")
