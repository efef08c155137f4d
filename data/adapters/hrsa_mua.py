"""HRSA: which areas and populations are medically underserved (MUA/P)?"""

import datetime
from pathlib import Path

import pandas as pd

from data.adapters.columns import encoding, number, plain, require, tidy
from data.errors import SourceError

TYPES = {
    "Medically Underserved Area": "mua",
    "Medically Underserved Area Governor s Exception": "mua_exception",
    "Medically Underserved Population": "mup",
    "Medically Underserved Population Governor s Exception": "mup_exception",
}
STATUSES = {"Designated": "designated", "Proposed For Withdrawal": "proposed_withdrawal"}
WITHDRAWN = "Withdrawn"
FIPS = "State and County Federal Information Processing Standard Code"
CREATED = "Data Warehouse Record Create Date"
NAMES = {
    "MUA/P ID": "mua_id",
    "MUA/P Service Area Name": "underserved_area",
    "Designation Type": "underserved_type",
    "MUA/P Status Description": "status",
    "IMU Score": "imu_score",
    "Primary State Name": "state_name",
}


def underserved(path: Path) -> tuple[pd.DataFrame, pd.DataFrame, datetime.date | None]:
    """Areas and populations in force or proposed for withdrawal, of MUA_DET.csv, which has a row a component.

    The file reuses an id for several areas, so a number follows it where their names differ.

    Returns (areas, counties, day): one row per area: underserved_area_id, underserved_area, underserved_type,
    state_name, status, imu_score (0-100, lower is worse; missing where an exception has none); one row per area and
    county: underserved_area_id, county_fips; and the day that HRSA made the file, if it says so.
    Raises SourceError naming a column, a type or a status that is not known.
    """
    rows = pd.read_csv(path, dtype=str, encoding=encoding(path), low_memory=False)
    require(rows, [*NAMES, FIPS], path)
    parts = rows.rename(columns=NAMES)
    for name in NAMES.values():
        parts[name] = plain(parts[name])
    parts = parts[parts["mua_id"].notna() & (parts["status"] != WITHDRAWN)].copy()
    parts["status"] = _worded(parts["status"], STATUSES, path)
    parts["underserved_type"] = _worded(_plain(parts["underserved_type"]), TYPES, path)
    parts["imu_score"] = number(parts["imu_score"])
    parts["underserved_area_id"] = _identified(parts)
    areas = parts.drop_duplicates("underserved_area_id")
    columns = ["underserved_area_id", *(name for name in NAMES.values() if name != "mua_id")]
    counties = parts[["underserved_area_id", FIPS]].set_axis(["underserved_area_id", "county_fips"], axis=1)
    counties = counties[counties["county_fips"].str.fullmatch(r"\d{5}", na=False)].drop_duplicates()
    return areas[columns].reset_index(drop=True), counties.reset_index(drop=True), created(rows)


def created(rows: pd.DataFrame) -> datetime.date | None:
    """The latest day on which HRSA made the rows of a file; None where it does not say."""
    if CREATED not in rows:
        return None
    days = pd.to_datetime(rows[CREATED], format="mixed", errors="coerce").dropna()
    return days.max().date() if len(days) else None


def _identified(parts: pd.DataFrame) -> pd.Series:
    named = parts["mua_id"] + "|" + parts["underserved_area"].fillna("") + "|" + parts["status"]
    counted: dict[str, int] = {}
    ids = {}
    for name in sorted(named.dropna().unique()):
        mua_id = name.split("|")[0]
        counted[mua_id] = counted.get(mua_id, 0) + 1
        ids[name] = mua_id if counted[mua_id] == 1 else f"{mua_id}-{counted[mua_id]}"
    return named.map(ids)


def _plain(types: pd.Series) -> pd.Series:
    """Letters alone: HRSA writes long dashes and bent apostrophes in some vintages, plain ones in others."""
    return tidy(types.str.replace(r"[^A-Za-z]+", " ", regex=True))


def _worded(told: pd.Series, words: dict[str, str], path: Path) -> pd.Series:
    strange = sorted(set(told.dropna()) - set(words))
    if strange:
        raise SourceError(f"{path.name} says {strange[0]}, which is not known here: its adapter needs the word.")
    return told.map(words)
