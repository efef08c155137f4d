"""USDA Economic Research Service: how rural is each county?"""

from pathlib import Path

import pandas as pd

from data.adapters.layout import require, whole

# Counties that were only renamed after 2013 keep their code.
RENAMED = {"46113": "46102", "02270": "02158"}


def rucc_2013(path: Path) -> pd.DataFrame:
    """Rural-urban continuum codes of 2013.

    Returns one row per county: county_fips, rucc_2013 (1 to 9).
    """
    rows = pd.read_excel(path, dtype=str, engine="calamine")
    require(rows, ["FIPS", "RUCC_2013"], path)
    fips = rows["FIPS"].str.zfill(5).replace(RENAMED)
    counties = pd.DataFrame({"county_fips": fips, "rucc_2013": whole(rows["RUCC_2013"])})
    return counties.dropna()


def rucc_2023(path: Path) -> pd.DataFrame:
    """Rural-urban continuum codes of 2023, from the long, latin-1 file.

    Returns one row per county: county_fips, rucc_2023 (1 to 9).
    """
    rows = pd.read_csv(path, dtype=str, encoding="latin-1")
    require(rows, ["FIPS", "Attribute", "Value"], path)
    rows = rows[rows["Attribute"] == "RUCC_2023"]
    return pd.DataFrame({"county_fips": rows["FIPS"].str.zfill(5), "rucc_2023": whole(rows["Value"])})
