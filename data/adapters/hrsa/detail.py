"""HRSA's detail files (BCD_HPSA_FCT_DET): which areas, over which counties and census tracts, of when?"""

import datetime
from pathlib import Path

import pandas as pd

from data.adapters.hrsa import areas as hrsa_areas
from data.adapters.layout import require
from data.errors import SourceError

COUNTY = "State and County Federal Information Processing Standard Code"
KIND, CODE = "HPSA Component Type Code", "HPSA Geography Identification Number"
WRITTEN, CLASS, COUNTED = "Data Warehouse Record Create Date", "HPSA Discipline Class", "Provider Type"
# The two kinds whose people can be known; a county subdivision is a part like any other.
KINDS = {"SCTY": "county", "CT": "tract"}
# Counties that the Census Bureau has renamed since, with the same people.
RENAMED = {"46113": "46102", "02270": "02158", "51515": "51019"}
OPEN = ("designated", "proposed_withdrawal")


def about(path: Path) -> tuple[str, datetime.date]:
    """The discipline of a file, and the day on which HRSA wrote it.

    Raises SourceError if it is no such file, or one of several disciplines.
    """
    rows = _read(path)
    classes = rows[CLASS].dropna().unique()
    if len(classes) != 1 or classes[0] not in hrsa_areas.DISCIPLINES:
        raise SourceError(f"{path.name} is of {', '.join(classes) or 'no discipline'}: one of HRSA's three is needed.")
    days = pd.to_datetime(rows[WRITTEN], format="%m/%d/%Y", errors="coerce")
    if days.isna().any():
        raise SourceError(f"{path.name}: {WRITTEN} is not a date like 06/15/2026 on every row; is the file whole?")
    return hrsa_areas.DISCIPLINES[classes[0]], days.max().date()


def areas(path: Path) -> pd.DataFrame:
    """The areas that are designated or proposed for withdrawal; facilities and withdrawn ones left out.

    Returns one row per area: the columns of hrsa.detail, and provider_counted (whom HRSA counts there, or missing).
    """
    found = hrsa_areas.detail(path)
    counted = _read(path).drop_duplicates("HPSA ID").set_index("HPSA ID")[COUNTED]
    found["provider_counted"] = found["area_id"].map(counted.mask(counted == "Not Applicable"))
    return found[found["status"].isin(OPEN)].reset_index(drop=True)


def components(path: Path) -> pd.DataFrame:
    """What each area of the file is made of, by county.

    Returns one row per area and component: area_id, county_fips, component_kind (county, tract, part), component_code.
    """
    rows = _read(path)
    fips = rows[COUNTY].replace(RENAMED)
    kinds = rows[KIND].map(KINDS).fillna("part")
    codes = rows[CODE].fillna(rows["HPSA Component Name"])
    named = {"area_id": rows["HPSA ID"], "county_fips": fips, "component_kind": kinds, "component_code": codes}
    return pd.DataFrame(named)


def states(path: Path) -> list[str]:
    """The postal codes of the states that the file has rows of."""
    return sorted(_read(path)["Primary State Abbreviation"].dropna().unique())


def facilities(path: Path) -> int:
    """How many designations of single facilities are in the file, which are no areas."""
    rows = _read(path)
    return int(rows.loc[~rows["Designation Type"].str.strip().isin(hrsa_areas.TYPES), "HPSA ID"].nunique())


def _read(path: Path) -> pd.DataFrame:
    try:
        rows = pd.read_csv(path, dtype=str, encoding="utf-8-sig", low_memory=False)
    except (ValueError, OSError) as problem:
        told = str(problem).strip().splitlines()[0]
        raise SourceError(f"{path.name} cannot be read as one of HRSA's detail files: {told}.") from None
    require(rows, [*hrsa_areas.DETAIL, COUNTY, KIND, CODE, COUNTED, WRITTEN, "HPSA Component Name"], path)
    return rows
