"""HRSA: which areas are short of health professionals, and where are the health centers?"""

import contextlib
from pathlib import Path

import geopandas as gpd
import openpyxl
import pandas as pd

from data.adapters.columns import number, plain, require, tidy, whole

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
