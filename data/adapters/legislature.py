"""Minnesota's districts of the 2022 plan: the Legislature's House and Senate, and the U.S. House."""

from pathlib import Path

import geopandas as gpd

from data.adapters.columns import require, tidy, whole


def districts(path: Path) -> gpd.GeoDataFrame:
    """The districts of one chamber, as its file has them.

    Returns one row per district: district (12A, 12 or 7 as the chamber writes it), district_people_2020 (people of
    the 2020 census), geometry (degrees).
    """
    rows = gpd.read_file(path)
    require(rows, ["dist", "SUM_value"], path)
    names, people = tidy(rows["dist"]), whole(rows["SUM_value"])
    named = gpd.GeoDataFrame({"district": names.astype(object), "district_people_2020": people}, geometry=rows.geometry)
    return named.sort_values("district", ignore_index=True)
