"""What does each source's current file become? One line a source: who reads it, and what to expect of it."""

import datetime
import importlib
import importlib.util
import re
from collections.abc import Callable, Collection, Mapping
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import geopandas as gpd
import pandas as pd

from data import loaded
from data import registry as data_registry
from data.adapters import cdc, cms, hifld, usda
from data.adapters.census import tables as census_tables
from data.adapters.hrsa import areas as hrsa_areas
from data.adapters.hrsa import outlines as hrsa_outlines
from data.build import reference as build_reference
from data.errors import SourceError
from data.geography import coverage, shapes
from data.registry import SHAPES

TYPED = {"VARCHAR": "str", "DATE": "str", "BIGINT": "Int64"}
MAP_CRS = "EPSG:4326"
PLANNING_REGIONS = "091"


class Fresh(NamedTuple):
    """What a file gives: reference tables (the one that it is for first), and the day that it says itself, if any.

    `label` names a day or a period in the publisher's own way ("Census Bureau, July 2024"); `known` are other fields
    of registry.Source that differ with the file; `files` are kept beside the tables.
    """

    tables: Mapping[str, pd.DataFrame]
    as_of: datetime.date | None = None
    label: str = ""
    known: Mapping[str, Any] = {}
    files: Mapping[str, bytes] = {}


class Recipe(NamedTuple):
    """How a source's file is read (path -> Fresh), and what is expected of it before that.

    `kinds` as in checks.kind; `most_mb` what it may be, `usual_mb` what it is about; `least_rows_share` of the rows in
    use; `least_states` where a download is of the nation; `follows` if its address names the file in a JSON of its own.
    """

    read: Callable[[Path], Fresh]
    who: str
    kinds: Collection[str] = ("text",)
    most_mb: float = 100.0
    usual_mb: float = 0.0
    least_rows_share: float = 0.9
    least_states: int = 50
    follows: bool = False
    has_files: bool = False


def in_use(table: str) -> pd.DataFrame:
    """A reference table as it is in use: figures as numbers, codes and names as text."""
    path = data_registry.reference()[table]
    header = pd.read_csv(path, nrows=0).columns
    kinds = {name: data_registry.dictionary()[name].type for name in header}
    told = {name: TYPED[kind] for name, kind in kinds.items() if kind in TYPED}
    return pd.read_csv(path, dtype=told)


def population(path: Path) -> Fresh:
    """County population of vintage 2024."""
    states = dict(zip(*(in_use("county_population_2024")[name] for name in ("state_name", "state")), strict=True))
    counties = census_tables.current_population(path, states)
    return Fresh({"county_population_2024": counties}, datetime.date(2024, 7, 1), "Census Bureau, July 2024")


def poverty(path: Path) -> Fresh:
    """Poverty and income of the workbook's year."""
    year = census_tables.saipe_year(path)
    known = {"title": f"Poverty and median household income by county, {year}"}
    day, label = datetime.date(year, 12, 31), f"Census Bureau SAIPE, {year}"
    return Fresh({"county_poverty": _ours(census_tables.poverty(path))}, day, label, known)


def language(path: Path) -> Fresh:
    """Limited English, 2019-2023."""
    day, label = datetime.date(2023, 12, 31), "Census Bureau ACS, 2019-2023"
    return Fresh({"county_language": _ours(census_tables.current_limited_english(path))}, day, label)


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
        return Fresh({"hospital": build_reference.located(listed, hifld.hospital_sites(sites[-1]), names, counties)})
    return Fresh({"hospital": build_reference.as_before(listed, in_use("hospital"), names, counties)})


def shortage_areas(path: Path) -> Fresh:
    """Primary-care areas, shared out over counties and Minnesota's tracts as those in use, and their outlines."""
    names = in_use("county_population_2024")
    states = dict(zip(names["state_name"], names["county_fips"].str[:2], strict=True))
    found = coverage.identified(hrsa_outlines.areas(path), states)
    tracts = in_use("tract")
    points = gpd.GeoDataFrame(
        {"tract_geoid": tracts["tract_geoid"]},
        geometry=gpd.points_from_xy(tracts["longitude"], tracts["latitude"]),
        crs=MAP_CRS,
    )
    people = tracts.assign(county_fips=tracts["tract_geoid"].str[:5])
    tables = coverage.tables(found, _counties(), people, points)
    # Tracts themselves are another source's.
    del tables["tract"]
    before = in_use("shortage_area_2022")
    changes = coverage.changes(before, tables["shortage_area"], tables["shortage_area_county"], names)
    return Fresh(tables | {"shortage_area_change": changes}, files=of(found))


def discipline(source_id: str, path: Path) -> Fresh:
    """Mental-health or dental areas of one of HRSA's detail files."""
    load = importlib.import_module("data.updates.disciplines").loads(source_id, path)
    known = {name: load.known[name] for name in ("title", "url", "limits") if name in load.known}
    return Fresh(load.tables, load.known["as_of"], load.known["as_of_label"], known, load.files)


def underserved(path: Path) -> Fresh:
    """Medically underserved areas and populations."""
    found, counties, day = hrsa_areas.underserved(path)
    return Fresh({"underserved_area": found, "underserved_area_county": counties}, day)


def _counties() -> gpd.GeoDataFrame:
    counties = shapes.read(SHAPES)
    known = set(in_use("county_population_2024")["county_fips"])
    return counties[counties["county_fips"].isin(known)].reset_index(drop=True)


def _ours(frame: pd.DataFrame) -> pd.DataFrame:
    """The counties that have a population here: no territory, and Connecticut's planning regions alone."""
    known = set(in_use("county_population_2024")["county_fips"])
    return frame[frame["county_fips"].isin(known)]


RECIPES: dict[str, Recipe] = {
    "hrsa_primary_care": Recipe(
        shortage_areas, "HRSA", kinds=("zip", "json"), most_mb=1000, least_rows_share=0.4, has_files=True
    ),
    "hrsa_mua": Recipe(underserved, "HRSA", usual_mb=10),
    "census_population": Recipe(population, "Census Bureau", kinds=("text", "sas"), usual_mb=3),
    "census_saipe": Recipe(poverty, "Census Bureau", kinds=("xls", "zip"), usual_mb=1.1),
    "census_language": Recipe(language, "Census Bureau", kinds=("text", "zip"), most_mb=1000),
    "cdc_svi": Recipe(vulnerability, "CDC/ATSDR", usual_mb=2.2),
    "usda_rucc_2023": Recipe(rural_codes, "USDA ERS", usual_mb=0.6),
    "cms_hospitals": Recipe(hospital_list, "CMS", usual_mb=1.4, follows=True),
}

# Mental health and dental: data/updates/disciplines.py reads HRSA's detail files.
if importlib.util.find_spec("data.updates.disciplines"):
    RECIPES |= {
        source_id: Recipe(partial(discipline, source_id), "HRSA", most_mb=400, usual_mb=30, least_rows_share=0.4)
        for source_id in ("hrsa_mental_health", "hrsa_dental")
    }


def of(areas: gpd.GeoDataFrame) -> Mapping[str, bytes]:
    """Files outlines/<state code>.json, by name, of areas with area_id, state_fips and geometry (degrees)."""
    if importlib.util.find_spec("data.updates.outlines") is None:
        return {}
    return importlib.import_module("data.updates.outlines").files(areas)
