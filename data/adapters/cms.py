"""CMS: which hospitals are open to Medicare, and how many Medicare-enrolled OB/GYNs does each county have?"""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from data.adapters.layout import number, require, tidy

NAMES = {
    "Facility ID": "hospital_id",
    "Facility Name": "hospital",
    "Address": "address",
    "City/Town": "city",
    "State": "state",
    "ZIP Code": "zip",
    "County/Parish": "county_as_written",
    "Telephone Number": "phone",
    "Hospital Type": "hospital_type",
    "Emergency Services": "has_emergency",
}


def hospitals(path: Path) -> pd.DataFrame:
    """Hospitals that report to Medicare; the file has no coordinates and misspells counties.

    Returns one row per hospital: hospital_id, hospital, address, city, state, zip,
    county_as_written, phone (digits), hospital_type, has_emergency.
    """
    rows = pd.read_csv(path, dtype=str)
    require(rows, NAMES, path)
    hospitals = rows[list(NAMES)].rename(columns=NAMES)
    for name in ("hospital", "address", "city", "county_as_written"):
        hospitals[name] = tidy(hospitals[name])
    hospitals["phone"] = hospitals["phone"].str.replace(r"\D", "", regex=True)
    hospitals["has_emergency"] = hospitals["has_emergency"].map({"Yes": True, "No": False}).astype("boolean")
    return hospitals


def obgyn(path: Path) -> pd.DataFrame:
    """Medicare-enrolled OB/GYNs of 2023 in counties of Minnesota, at the place where they were active.

    Returns one row per county of the file: county_fips, specialty, supply_year, practicing_physicians, physician_fte
    (never known). A county that the file leaves out has no row.
    """
    rows = pd.read_csv(path, dtype=str)
    require(rows, ["county_fips", "geo_active"], path)
    return _counted(rows, {2023: "geo_active"})


def obgyn_years(path: Path) -> pd.DataFrame:
    """Medicare-enrolled OB/GYNs of each year of the file, at the one address that Medicare's list has for each.

    Returns one row per county and year of the file: the columns of `obgyn`. A year that it lacks has no row.
    """
    rows = pd.read_csv(path, dtype=str)
    require(rows, ["county_fips"], path)
    return _counted(rows, {int(name): name for name in rows.columns if name.isdigit()})


def _counted(rows: pd.DataFrame, years: Mapping[int, str]) -> pd.DataFrame:
    counted = [
        pd.DataFrame(
            {
                "county_fips": rows["county_fips"],
                "specialty": "obstetrics_gynecology",
                "supply_year": year,
                "practicing_physicians": number(rows[name]).astype("Int64"),
                "physician_fte": pd.NA,
            }
        )
        for year, name in years.items()
    ]
    return pd.concat(counted, ignore_index=True)
