"""Census Bureau files as they are offered for download: population by county, and ACS tables one file a table."""

import re
from pathlib import Path

import pandas as pd

from data.adapters import census, census_language
from data.adapters.columns import encoding, require
from data.errors import SourceError

YEARS = range(2020, 2025)
LATER = f"POPESTIMATE{YEARS[-1] + 1}"
COUNTY = "0500000US"


def population(path: Path, states: dict[str, str]) -> pd.DataFrame:
    """County names and mid-year population, 2020 to 2024; `states` are postal codes by name, which the file lacks.

    Returns one row per county, columns as census.population. Raises SourceError if the file is of another vintage.
    Source: Population Estimates Program, co-est2024-alldata.csv (CSV), or the same vintage as sas7bdat.
    """
    if path.suffix.lower() == ".sas7bdat":
        return census.population(path)
    rows = pd.read_csv(path, dtype=str, encoding=encoding(path))
    if LATER in rows.columns:
        raise SourceError(
            f"{path.name} has {LATER}: the figures here are of vintage 2024, and a later one is no match."
        )
    years = {f"POPESTIMATE{year}": f"population_{year}" for year in YEARS}
    require(rows, ["SUMLEV", "STATE", "COUNTY", "STNAME", "CTYNAME", *years], path)
    counties = rows[rows["SUMLEV"].astype(int) == 50].rename(columns=years)
    counties = counties.rename(columns={"STNAME": "state_name", "CTYNAME": "county"})
    counties["county_fips"] = counties["STATE"].str.zfill(2) + counties["COUNTY"].str.zfill(3)
    counties["state"] = counties["state_name"].map(states)
    counties = counties.astype(dict.fromkeys(years.values(), "int64"))
    return counties[["county_fips", "state", "state_name", "county", *years.values()]]


def limited_english(path: Path) -> pd.DataFrame:
    """People with limited English by county, as census_language.limited_english, from acsdt5y2023-b16005.dat.

    Raises SourceError if the file's name is not of 2019-2023: the file itself does not say its years.
    """
    years = re.search(r"5y(\d{4})", path.name)
    if path.suffix.lower() == ".zip":
        return census_language.limited_english(path)
    if not years or years[1] != "2023":
        raise SourceError(
            f"{path.name} is not named as ACS 2019-2023 (acsdt5y2023-b16005.dat), and pages say those years: "
            "a file of others is not taken."
        )
    rows = pd.read_csv(path, dtype=str, sep="|")
    require(rows, ["GEO_ID"], path)
    ours = {name: re.sub(r"_([EM])(\d{3})$", r"_\2\1", name) for name in rows.columns}
    counties = rows[rows["GEO_ID"].str.startswith(COUNTY)].rename(columns=ours)
    return census_language.counted(counties.assign(GEOID=counties["GEO_ID"].str.removeprefix(COUNTY)), path)


def saipe_year(path: Path) -> int:
    """The year of a SAIPE workbook, from its title in row 2.

    Raises SourceError if its first rows name none.
    """
    top = pd.read_excel(path, header=None, dtype=str, engine="calamine", nrows=2)
    found = re.search(r"\b20\d{2}\b", " ".join(str(cell) for cell in top.to_numpy().ravel()))
    if not found:
        raise SourceError(f"{path.name} does not say its year in its first rows: the publisher changed the layout.")
    return int(found[0])
