"""DHS HIFLD: where do hospitals stand, and how many beds do they have?"""

from pathlib import Path

import pandas as pd

from data.adapters.layout import number, require, whole

NAMES = {
    "ID": "site_id",
    "NAME": "site",
    "ADDRESS": "address",
    "CITY": "city",
    "STATE": "state",
    "ZIP": "zip",
    "TELEPHONE": "phone",
    "TYPE": "site_type",
    "COUNTYFIPS": "county_fips",
}


def hospital_sites(path: Path) -> pd.DataFrame:
    """Open hospitals with coordinates and beds; -999 beds means not known.

    Returns one row per site: site_id, site, address, city, state, zip, phone (digits), site_type,
    county_fips, beds, latitude, longitude (degrees).
    """
    rows = pd.read_csv(path, dtype=str, encoding="utf-8-sig")
    require(rows, [*NAMES, "STATUS", "BEDS", "LATITUDE", "LONGITUDE"], path)
    rows = rows[rows["STATUS"] == "OPEN"]
    sites = rows[list(NAMES)].rename(columns=NAMES)
    sites["phone"] = sites["phone"].str.replace(r"\D", "", regex=True).replace("", pd.NA)
    # A spreadsheet somewhere on the way dropped the zeros of a few New England ZIP codes.
    sites["zip"] = sites["zip"].str.zfill(5)
    sites["county_fips"] = sites["county_fips"].where(sites["county_fips"].str.fullmatch(r"\d{5}"))
    sites["beds"] = whole(rows["BEDS"])
    sites["latitude"] = number(rows["LATITUDE"]).round(4)
    sites["longitude"] = number(rows["LONGITUDE"]).round(4)
    return sites
