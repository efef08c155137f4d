"""CMS Hospital General Information: which hospitals are open to Medicare, and of what kind?"""

from pathlib import Path

import pandas as pd

from data.adapters.columns import require, tidy

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
