"""Which outlines are kept beside the tables, for the map to draw the areas' own? Written by data/outlines.py."""

import importlib
import importlib.util
from collections.abc import Mapping

import geopandas as gpd


def of(areas: gpd.GeoDataFrame) -> Mapping[str, bytes]:
    """Files outlines/<state code>.json, by name, of areas with area_id, state_fips and geometry (degrees)."""
    if importlib.util.find_spec("data.outlines") is None:
        return {}
    return importlib.import_module("data.outlines").files(areas)
