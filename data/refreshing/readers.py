"""How does a current file become reference tables, beside those that are in use?"""

import datetime
import importlib
import re
from pathlib import Path

import geopandas as gpd
import pandas as pd

from data import areas, hospitals, loaded, shapes
from data.adapters import cdc, census, census_current, cms, hifld, hrsa_mua, hrsa_outlines, usda
from data.errors import SourceError
from data.refreshing import outlines
from data.refreshing.recipes import Fresh, in_use
from data.registry import SHAPES

MAP_CRS = "EPSG:4326"
PLANNING_REGIONS = "091"


def population(path: Path) -> Fresh:
    """County population of vintage 2024."""
    states = dict(zip(*(in_use("county_population_2024")[name] for name in ("state_name", "state")), strict=True))
    counties = census_current.population(path, states)
    return Fresh({"county_population_2024": counties}, datetime.date(2024, 7, 1), "Census Bureau, July 2024")


def poverty(path: Path) -> Fresh:
    """Poverty and income of the workbook's year."""
    year = census_current.saipe_year(path)
    known = {"title": f"Poverty and median household income by county, {year}"}
    day, label = datetime.date(year, 12, 31), f"Census Bureau SAIPE, {year}"
    return Fresh({"county_poverty": _ours(census.poverty(path))}, day, label, known)


def language(path: Path) -> Fresh:
    """Limited English, 2019-2023."""
    day, label = datetime.date(2023, 12, 31), "Census Bureau ACS, 2019-2023"
    return Fresh({"county_language": _ours(census_current.limited_english(path))}, day, label)


def vulnerability(path: Path) -> Fresh:
    """The index of 2022. Raises SourceError if the file names another year, or is older than Connecticut's regions."""
    named = re.search(r"20\d{2}", path.name)
    counties = cdc.vulnerability(path)
    if (named and named[0] != "2022") or not counties["county_fips"].str.startswith(PLANNING_REGIONS).any():
        raise SourceError(f"{path.name} is not of 2022: an index of another year ranks counties by other figures.")
    day, label = datetime.date(2022, 12, 31), "CDC/ATSDR SVI 2022 (ACS 2018-2022)"
    return Fresh({"county_vulnerability": _ours(counties)}, day, label)


def rural_codes(path: Path) -> Fresh:
    """Rural-urban codes of 2023. Raises SourceError if the file has none."""
    counties = _ours(usda.rucc_2023(path))
    if counties.empty:
        raise SourceError(f"{path.name} has no RUCC_2023 under Attribute: it is of another year.")
    return Fresh({"county_rucc_2023": counties}, datetime.date(2023, 12, 31), "USDA ERS, 2023")


def hospital_list(path: Path) -> Fresh:
    """CMS's hospitals, located by HIFLD's file where it is in data/local/raw, or else as those in use are."""
    listed, names, counties = cms.hospitals(path), in_use("county_population_2024"), _counties()
    sites = sorted(loaded.raw().glob("**/HIFLD*.csv"))
    if sites:
        return Fresh({"hospital": hospitals.located(listed, hifld.hospital_sites(sites[-1]), names, counties)})
    return Fresh({"hospital": hospitals.as_before(listed, in_use("hospital"), names, counties)})


def shortage_areas(path: Path) -> Fresh:
    """Primary-care areas, shared out over counties and Minnesota's tracts as those in use, and their outlines."""
    names = in_use("county_population_2024")
    states = dict(zip(names["state_name"], names["county_fips"].str[:2], strict=True))
    found = areas.identified(hrsa_outlines.areas(path), states)
    tracts = in_use("tract")
    points = gpd.GeoDataFrame(
        {"tract_geoid": tracts["tract_geoid"]},
        geometry=gpd.points_from_xy(tracts["longitude"], tracts["latitude"]),
        crs=MAP_CRS,
    )
    people = tracts.assign(county_fips=tracts["tract_geoid"].str[:5])
    tables = areas.tables(found, _counties(), people, points)
    # Tracts themselves are another source's.
    del tables["tract"]
    before = in_use("shortage_area_2022")
    changes = areas.changes(before, tables["shortage_area"], tables["shortage_area_county"], names)
    return Fresh(tables | {"shortage_area_change": changes}, files=outlines.of(found))


def discipline(source_id: str, path: Path) -> Fresh:
    """Mental-health or dental areas of one of HRSA's detail files."""
    load = importlib.import_module("data.disciplines").loads(source_id, path)
    known = {name: load.known[name] for name in ("title", "url", "limits") if name in load.known}
    return Fresh(load.tables, load.known["as_of"], load.known["as_of_label"], known, load.files)


def underserved(path: Path) -> Fresh:
    """Medically underserved areas and populations."""
    found, counties, day = hrsa_mua.underserved(path)
    return Fresh({"underserved_area": found, "underserved_area_county": counties}, day)


def _counties() -> gpd.GeoDataFrame:
    counties = shapes.read(SHAPES)
    known = set(in_use("county_population_2024")["county_fips"])
    return counties[counties["county_fips"].isin(known)].reset_index(drop=True)


def _ours(frame: pd.DataFrame) -> pd.DataFrame:
    """The counties that have a population here: no territory, and Connecticut's planning regions alone."""
    known = set(in_use("county_population_2024")["county_fips"])
    return frame[frame["county_fips"].isin(known)]
