"""Which areas are short, over which counties and tracts, and what were they in 2022?"""

import hashlib

import duckdb
import geopandas as gpd
import pandas as pd

from data import coverage
from data.registry import FOLDER

FIGURES = ["area", "discipline", "designation_type", "status", "hpsa_score", "fte", "fte_short"]


def identified(areas: gpd.GeoDataFrame, states: dict[str, str]) -> gpd.GeoDataFrame:
    """The areas in order of their figures, with area_id and state_fips; `states` are codes by name.

    An id is ten characters of a hash of the figures: the file has no HPSA ID to keep.
    """
    areas = areas.sort_values(["state_name", *FIGURES], ignore_index=True)
    rows = areas[["state_name", *FIGURES]].astype(str).agg("|".join, axis=1)
    repeats = rows.groupby(rows).cumcount().astype(str)
    areas["area_id"] = [hashlib.sha256(text.encode()).hexdigest()[:10] for text in rows + "|" + repeats]
    areas["state_fips"] = areas["state_name"].map(states)
    return areas


def tables(
    areas: gpd.GeoDataFrame, counties: gpd.GeoDataFrame, people: pd.DataFrame, points: gpd.GeoDataFrame
) -> dict[str, pd.DataFrame]:
    """The reference tables of areas and of tracts with a point inside (Minnesota's), by name.

    shortage_area, shortage_area_county and shortage_area_piece; tract: tract_geoid,
    household_population (people), latitude, longitude (degrees); tract_shortage_area: tract_geoid,
    area_id. Raises KeyError if a tract with a point has no entry among the people.
    """
    at = people.set_index("tract_geoid").loc[points["tract_geoid"]]
    residents = at["household_population"]
    tracts = coverage.Tracts(at["county_fips"].tolist(), residents.astype(float).tolist(), points.geometry)
    links, pieces = coverage.shares(areas, counties, tracts)
    places = pd.DataFrame({"tract_geoid": points["tract_geoid"], "household_population": residents.array})
    places["latitude"], places["longitude"] = points.geometry.y.round(6), points.geometry.x.round(6)
    return {
        "shortage_area": pd.DataFrame(areas[["area_id", "state_name", *FIGURES]]),
        "shortage_area_county": links,
        "shortage_area_piece": pieces,
        "tract": places,
        "tract_shortage_area": coverage.tract_areas(areas, points),
    }


def changes(before: pd.DataFrame, areas: pd.DataFrame, links: pd.DataFrame, names: pd.DataFrame) -> pd.DataFrame:
    """Areas of today with the designation of 2022 that they most likely continue, if any does.

    Returns one row per area with a match: area_id, hpsa_id, match_basis, match_confidence (0-1),
    by data/joins/shortage_area_change.sql.
    """
    with duckdb.connect() as con:
        con.register("shortage_area_2022", before)
        con.register("shortage_area", areas)
        con.register("shortage_area_county", links)
        con.register("county_population_2024", names)
        return con.sql((FOLDER / "joins" / "shortage_area_change.sql").read_text(encoding="utf-8")).df()
