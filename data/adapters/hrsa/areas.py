"""HRSA: which areas are short of health professionals, and where are the health centers?"""

import contextlib
import datetime
from pathlib import Path

import geopandas as gpd
import openpyxl
import pandas as pd

from data.adapters.layout import encoding, number, plain, require, tidy, whole
from data.errors import SourceError

DISCIPLINES = {
    "Primary Care": "primary_care",
    "Mental Health": "mental_health",
    "Dental Health": "dental",
}
STATUSES = {
    "Designated": "designated",
    "Proposed For Withdrawal": "proposed_withdrawal",
    "Withdrawn": "withdrawn",
}
TYPES = {
    "Geographic HPSA": "geographic",
    "High Needs Geographic HPSA": "high_needs",
    "HPSA Population": "population",
}
DETAIL = {
    "HPSA ID": "area_id",
    "HPSA Name": "area",
    "Primary State Abbreviation": "state",
    "HPSA Discipline Class": "discipline",
    "Designation Type": "designation_type",
    "HPSA Status": "status",
    "HPSA Score": "hpsa_score",
    "HPSA FTE": "fte",
    "HPSA Shortage": "fte_short",
    "HPSA Designation Population": "designation_population",
    "HPSA Provider Ratio Goal": "ratio_goal",
}
FIND = {
    "HPSA ID": "area_id",
    "HPSA Name": "area",
    "Primary State Name": "state_name",
    "Discipline": "discipline",
    "Designation Type": "designation_type",
    "Status": "status",
    "HPSA Score": "hpsa_score",
    "HPSA FTE Short": "fte_short",
    "County Name": "counties",
}
MUA_TYPES = {
    "Medically Underserved Area": "mua",
    "Medically Underserved Area Governor s Exception": "mua_exception",
    "Medically Underserved Population": "mup",
    "Medically Underserved Population Governor s Exception": "mup_exception",
}
MUA_STATUSES = {"Designated": "designated", "Proposed For Withdrawal": "proposed_withdrawal"}
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


def polygons(path: Path, inside: str = "") -> gpd.GeoDataFrame:
    """Primary-care areas with their outlines; the file has no HPSA ID and no facilities. `inside` is a name in a zip.

    Returns one row per area in the file's order: area, state_name, discipline, designation_type,
    status, hpsa_score (0-25), fte (FTE there), fte_short (FTE), geometry (degrees).
    """
    areas = gpd.read_file(f"zip://{path.resolve()}!{inside}" if inside else path)
    names = {
        "HpsNM": "area",
        "PriStNM": "state_name",
        "HpsTypDes": "designation_type",
        "HpsStatDes": "status",
        "HpsScore": "hpsa_score",
        "HpsFte": "fte",
        "HpsShtg": "fte_short",
    }
    require(areas, names, path)
    areas = areas[[*names, "geometry"]].rename(columns=names)
    areas["discipline"] = "primary_care"
    return _in_our_words(areas)


def detail(path: Path) -> pd.DataFrame:
    """Areas of a BCD_HPSA_FCT_DET file, one discipline, every status, facilities left out.

    HRSA writes one row per component and repeats the area's figures on each: one is kept.

    Returns one row per area: area_id, area, state, discipline, designation_type, status,
    hpsa_score, fte, fte_short (FTE), designation_population (people), ratio_goal (people per FTE).
    """
    rows = pd.read_csv(path, dtype=str, encoding="utf-8-sig", low_memory=False)
    require(rows, DETAIL, path)
    areas = rows[list(DETAIL)].rename(columns=DETAIL).drop_duplicates("area_id")
    areas = areas[areas["designation_type"].str.strip().isin(TYPES)]
    areas["ratio_goal"] = whole(areas["ratio_goal"].str.removesuffix(":1"))
    areas["designation_population"] = whole(areas["designation_population"])
    return _in_our_words(areas)


def components(path: Path) -> pd.DataFrame:
    """Which counties each area of a BCD_HPSA_FCT_DET file reaches into.

    Returns one row per area and county: area_id, county_fips, components (rows).
    """
    rows = pd.read_csv(path, dtype=str, encoding="utf-8-sig", low_memory=False)
    fips = "State and County Federal Information Processing Standard Code"
    require(rows, ["HPSA ID", fips], path)
    pairs = rows.groupby(["HPSA ID", fips], as_index=False).size()
    return pairs.set_axis(["area_id", "county_fips", "components"], axis=1)


def find(path: Path) -> pd.DataFrame:
    """Areas of an "HPSA Find" workbook, whose component and site rows are nested below each.

    Returns one row per designation, facilities included: area_id, area, state_name, discipline,
    designation_type, status, hpsa_score, fte_short (FTE), counties (as written).
    """
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    with contextlib.closing(book):
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        cells = [row for row in sheet.iter_rows(values_only=True) if row and row[0]]
    top = next((n for n, row in enumerate(cells) if row[0] == "Discipline"), None)
    headings = list(cells[top]) if top is not None else []
    rows = pd.DataFrame(cells[top + 1 :] if headings else [], columns=headings)
    require(rows, FIND, path)
    return _in_our_words(rows[list(FIND)].rename(columns=FIND))


def health_centers(path: Path) -> pd.DataFrame:
    """Federally supported health-center sites with coordinates.

    Returns one row per site: health_center, city, state, latitude, longitude (degrees).
    """
    rows = pd.read_csv(path, dtype=str)
    require(rows, ["name", "st_abbr", "city", "lon", "lat"], path)
    return pd.DataFrame(
        {
            "health_center": plain(rows["name"]),
            "city": tidy(rows["city"]),
            "state": rows["st_abbr"],
            "latitude": number(rows["lat"]).round(4),
            "longitude": number(rows["lon"]).round(4),
        }
    )


def _in_our_words(areas: pd.DataFrame) -> pd.DataFrame:
    areas["area"] = plain(areas["area"])
    areas["status"] = areas["status"].str.strip().replace(STATUSES)
    areas["designation_type"] = areas["designation_type"].str.strip().replace(TYPES)
    # HPSA Find names the group: "Low Income Population HPSA".
    areas["designation_type"] = areas["designation_type"].str.replace(r"^.+ Population HPSA$", "population", regex=True)
    areas["discipline"] = areas["discipline"].replace(DISCIPLINES)
    areas["hpsa_score"] = whole(areas["hpsa_score"])
    for name in {"fte", "fte_short"} & set(areas):
        areas[name] = number(areas[name])
    return areas


def areas_2022(path: Path) -> pd.DataFrame:
    """Primary-care areas of an "HPSA Find" workbook of July 2022, facilities left out.

    Returns one row per designation: hpsa_id, state_name, area_2022, designation_type_2022,
    hpsa_score_2022, fte_short_2022 (FTE), counties_2022 (names, comma between).
    """
    found = find(path)
    found = found[(found["discipline"] == "primary_care") & found["designation_type"].isin(TYPES.values())]
    return pd.DataFrame(
        {
            "hpsa_id": found["area_id"],
            "state_name": found["state_name"],
            "area_2022": tidy(found["area"]),
            "designation_type_2022": found["designation_type"],
            "hpsa_score_2022": found["hpsa_score"],
            "fte_short_2022": found["fte_short"],
            "counties_2022": found["counties"].str.replace(r", [A-Z]{2}\b", "", regex=True).str.replace(" | ", ", "),
        }
    )


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
    parts["status"] = _worded(parts["status"], MUA_STATUSES, path)
    parts["underserved_type"] = _worded(_plain(parts["underserved_type"]), MUA_TYPES, path)
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
