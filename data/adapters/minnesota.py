"""Minnesota's own geography and flags: MDH and DEED regions, shortage flags by county."""

from pathlib import Path

import geopandas as gpd
import pandas as pd

from data.adapters.layout import number, require, tidy, whole

SEVEN_COUNTY_METRO = {"27003", "27019", "27037", "27053", "27123", "27139", "27163"}


def mdh_regions(path: Path) -> pd.DataFrame:
    """State Community Health Services Advisory Committee regions and community health boards.

    City boards are listed beside the counties, without a FIPS code, and are left out.

    Returns one row per Minnesota county: county_fips, region, community_health_board,
    is_seven_county_metro.
    """
    rows = pd.read_csv(path, dtype=str)
    require(rows, ["chb", "schsacRegion", "countyFips"], path)
    rows = rows[rows["countyFips"].str.fullmatch(r"\d{5}", na=False)]
    return pd.DataFrame(
        {
            "county_fips": rows["countyFips"],
            "region": rows["schsacRegion"].str.replace(r"\s*\(\w+\)$", "", regex=True),
            "community_health_board": rows["chb"].str.replace(r"^\(\w+\)\s*", "", regex=True),
            "is_seven_county_metro": rows["countyFips"].isin(SEVEN_COUNTY_METRO),
        }
    )


def deed_regions(path: Path) -> pd.DataFrame:
    """Economic development regions, planning regions and the state demographer's rural groups.

    Returns one row per Minnesota county: county_fips, economic_development_region,
    planning_region, rural_group.
    """
    rows = pd.read_csv(path, dtype=str)
    require(rows, ["countyfp", "edr", "planning.region", "Dem_Desc"], path)
    rows = rows[rows["countyfp"] != "0"]
    return pd.DataFrame(
        {
            "county_fips": "27" + rows["countyfp"].str.zfill(3),
            "economic_development_region": tidy(rows["edr"]),
            "planning_region": rows["planning.region"],
            "rural_group": rows["Dem_Desc"],
        }
    )


def county_flags(path: Path) -> pd.DataFrame:
    """Shares of 2010 tracts inside mental-health HPSAs and MUAs, and HRSA component counts.

    Returns one row per Minnesota county: county_fips, tracts_2010, mental_health_tract_share,
    mua_tract_share, and <discipline>_components for three disciplines (rows of HRSA's file, which
    has several for one area: not areas, and never to be added up as such).
    """
    rows = pd.read_csv(path, dtype=str)
    counts = {"hpsa_pc_count": "primary_care", "hpsa_mh_count": "mental_health", "hpsa_dh_count": "dental"}
    require(rows, ["county_fips", "tracts_2010", "mh_hpsa_tract_share", "mua_tract_share", *counts], path)
    flags = pd.DataFrame(
        {
            "county_fips": rows["county_fips"],
            "tracts_2010": whole(rows["tracts_2010"]),
            "mental_health_tract_share": number(rows["mh_hpsa_tract_share"]),
            "mua_tract_share": number(rows["mua_tract_share"]),
        }
    )
    for theirs, discipline in counts.items():
        flags[f"{discipline}_components"] = whole(rows[theirs])
    return flags


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
