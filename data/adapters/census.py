"""Census Bureau files: who lives in each county, what they earn, which language they speak."""

from pathlib import Path

import geopandas as gpd
import pandas as pd

from data.adapters.columns import number, require, share, whole


def population(path: Path) -> pd.DataFrame:
    """County names and mid-year population, 2020 to the vintage's last year.

    Returns one row per county: county_fips, state (USPS), state_name, county, population_2020 to
    population_2024 (people). Source: Population Estimates Program, vintage 2024 (SAS layout).
    """
    states = pd.read_sas(path, encoding="latin-1")
    years = {f"POPESTIMATE{year}": f"population_{year}" for year in range(2020, 2025)}
    require(states, ["SUMLEV", "fipscode", "state", "STNAME", "CTYNAME", *years], path)
    counties = states.loc[states["SUMLEV"] == 50, ["fipscode", "state", "STNAME", "CTYNAME", *years]]
    names = {"fipscode": "county_fips", "STNAME": "state_name", "CTYNAME": "county"} | years
    return counties.rename(columns=names).astype(dict.fromkeys(years.values(), "int64"))


def population_2019(path: Path) -> pd.DataFrame:
    """Mid-year population 2010 to 2019 as estimated before the 2020 census.

    Returns one row per county of that time: county_fips, population_2010 to population_2019.
    """
    rows = pd.read_csv(path, dtype=str, encoding="latin-1")
    years = {f"POPESTIMATE{year}": f"population_{year}" for year in range(2010, 2020)}
    require(rows, ["SUMLEV", "STATE", "COUNTY", *years], path)
    counties = rows[rows["SUMLEV"].astype(int) == 50].rename(columns=years)
    counties["county_fips"] = counties["STATE"].str.zfill(2) + counties["COUNTY"].str.zfill(3)
    counties[list(years.values())] = counties[list(years.values())].astype("int64")
    return counties[["county_fips", *years.values()]]


def poverty(path: Path) -> pd.DataFrame:
    """Poverty and median household income, with the 90% interval that the model gives.

    Returns one row per county: county_fips, poverty_share, poverty_low_share,
    poverty_high_share, median_income_usd, median_income_low_usd, median_income_high_usd.
    Source: SAIPE; the workbook carries its headings in rows 3 and 4.
    """
    cells = pd.read_excel(path, header=None, dtype=str, engine="calamine")
    headed = cells.index[cells.isin(["State FIPS Code", "Median Household Income"]).any(axis=1)]
    top = headed[-1] if len(headed) else cells.index[0]
    rows = cells.iloc[top + 1 :].set_axis(_unrepeated(cells.iloc[top]), axis=1)
    names = {
        "Poverty Percent, All Ages": "poverty_share",
        "Poverty Percent, All Ages low": "poverty_low_share",
        "Poverty Percent, All Ages high": "poverty_high_share",
        "Median Household Income": "median_income_usd",
        "Median Household Income low": "median_income_low_usd",
        "Median Household Income high": "median_income_high_usd",
    }
    require(rows, ["State FIPS Code", "County FIPS Code", *names], path)
    rows = rows[rows["County FIPS Code"].str.zfill(3) != "000"].rename(columns=names)
    counties = pd.DataFrame(
        {"county_fips": rows["State FIPS Code"].str.zfill(2) + rows["County FIPS Code"].str.zfill(3)}
    )
    for name in names.values():
        counties[name] = share(rows[name]) if name.endswith("_share") else whole(rows[name])
    return counties


def _unrepeated(headings: pd.Series) -> list[str]:
    """SAIPE repeats "90% CI Lower Bound" under every estimate: say of which."""
    names: list[str] = []
    estimate = ""
    for heading in headings.fillna("").str.strip():
        bound = {"90% CI Lower Bound": " low", "90% CI Upper Bound": " high"}.get(heading)
        estimate = estimate if bound else heading
        names.append(estimate + (bound or ""))
    return names


def rural(path: Path) -> pd.DataFrame:
    """People in rural blocks in 2020, as a share of the county's people.

    Returns one row per county of 2020: county_fips, rural_share. Source: 2020 census, table P2.
    """
    rows = pd.read_csv(path, dtype=str)
    require(rows, ["GEO_ID", "P2_001N", "P2_003N"], path)
    return pd.DataFrame(
        {
            "county_fips": rows["GEO_ID"].str[-5:],
            "rural_share": (number(rows["P2_003N"]) / number(rows["P2_001N"])).round(4),
        }
    )


def center(path: Path) -> pd.DataFrame:
    """Where the average resident of each county lived in 2020.

    Returns one row per county of 2020: county_fips, center_latitude, center_longitude (degrees).
    """
    rows = pd.read_csv(path, dtype=str, encoding="utf-8-sig")
    require(rows, ["STATEFP", "COUNTYFP", "LATITUDE", "LONGITUDE"], path)
    return pd.DataFrame(
        {
            "county_fips": rows["STATEFP"] + rows["COUNTYFP"],
            "center_latitude": number(rows["LATITUDE"]).round(4),
            "center_longitude": number(rows["LONGITUDE"]).round(4),
        }
    )


def tract_population(path: Path) -> pd.DataFrame:
    """People in households by census tract, for weighing shortage areas.

    Returns one row per tract: tract_geoid, county_fips, household_population (people).
    Source: ACS 5-year 2019-2023, table B11002.
    """
    rows = pd.read_csv(path, dtype=str)
    require(rows, ["GEOID", "fipscode", "B11002_001E"], path)
    return pd.DataFrame(
        {
            "tract_geoid": rows["GEOID"],
            "county_fips": rows["fipscode"],
            "household_population": whole(rows["B11002_001E"]),
        }
    )


def tract_points(path: Path) -> gpd.GeoDataFrame:
    """A point inside each census tract.

    Returns one row per tract: tract_geoid, geometry (points, degrees).
    """
    tracts = tract_outlines(path)
    return gpd.GeoDataFrame({"tract_geoid": tracts["tract_geoid"]}, geometry=tracts.representative_point())


def tract_outlines(path: Path) -> gpd.GeoDataFrame:
    """Outlines of census tracts, simplified.

    Returns one row per tract: tract_geoid, geometry (degrees).
    """
    tracts = gpd.read_file(path)
    require(tracts, ["geoid"], path)
    outlines = gpd.GeoDataFrame({"tract_geoid": tracts["geoid"]}, geometry=tracts.geometry)
    return outlines.sort_values("tract_geoid", ignore_index=True)
