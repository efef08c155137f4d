"""Which figures do we carry? Raw published files -> small reference tables.

    python -m data.distil FOLDER

FOLDER holds the raw files at the paths that sources.toml names. County shapes stay as they are
when their file is not there. The same raw files give the same bytes every time.
"""

import sys
from collections.abc import Callable
from pathlib import Path

import duckdb
import geopandas as gpd
import pandas as pd

from data.adapters import cdc, cms, hifld, minnesota, usda
from data.adapters.census import tables as census_tables
from data.adapters.hrsa import areas as hrsa_areas
from data.adapters.layout import proper
from data.errors import AtlasError, SourceError
from data.geography import coverage, districts, shapes
from data.registry import FOLDER, REFERENCE, SHAPES, embedded, record, sha256

ADAPTERS: dict[str, Callable[[Path], pd.DataFrame]] = {
    "census_population": census_tables.population,
    "census_population_2019": census_tables.population_2019,
    "census_saipe": census_tables.poverty,
    "census_language": census_tables.limited_english,
    "census_rural": census_tables.rural,
    "census_center": census_tables.center,
    "census_birthplace": census_tables.born_abroad,
    "census_spoken": census_tables.spoken,
    "cdc_svi": cdc.vulnerability,
    "usda_rucc_2013": usda.rucc_2013,
    "usda_rucc_2023": usda.rucc_2023,
    "mdh_regions": minnesota.mdh_regions,
    "deed_regions": minnesota.deed_regions,
    "mn_county_flags": minnesota.county_flags,
    "cms_obgyn": cms.obgyn,
    "cms_obgyn_years": cms.obgyn_years,
}


def distil(folder: Path, into: Path = REFERENCE) -> list[Path]:
    """Write every reference table into `into`, rows in order of their columns.

    Returns the files written. Raises SourceError if a raw file is missing or is not the one that
    sources.toml describes.
    """
    into.mkdir(parents=True, exist_ok=True)
    written = shapes.write(_raw(folder, "county_shapes"), into / "shapes") if _has_shapes(folder) else []
    frames = {embedded()[name].reference[0]: adapter(_raw(folder, name)) for name, adapter in ADAPTERS.items()}
    known = set(frames["county_population_2024"]["county_fips"])
    outlines = into / "shapes" if written else SHAPES
    if written:
        written.append(shapes.write_regions("27", frames["county_region"], outlines))
    counties = shapes.read(outlines)[lambda rows: rows["county_fips"].isin(known)].reset_index(drop=True)
    frames["hospital"] = _hospitals(folder, frames["county_population_2024"], counties)
    frames["health_center"] = _health_centers(folder, counties)
    frames |= _areas(folder, counties, frames["county_population_2024"])
    plan = districts.Plan(*(minnesota.districts(_raw(folder, f"mn_{kind}_2022")) for kind in districts.Plan._fields))
    frames |= districts.distilled(plan, census_tables.tract_outlines(_raw(folder, "census_tract_outlines")), frames)
    written.append(shapes.write_districts("27", plan.house, plan.congress, into / "shapes"))
    for name, frame in frames.items():
        if "county_fips" in frame and name.startswith("county"):
            frame = frame[frame["county_fips"].isin(known) | (name == "county_population_2019")]
        written.append(into / f"{name}.csv")
        frame.sort_values(list(frame.columns), ignore_index=True).to_csv(written[-1], index=False, lineterminator="\n")
    return written


def _hospitals(folder: Path, names: pd.DataFrame, counties: gpd.GeoDataFrame) -> pd.DataFrame:
    listed, sites = cms.hospitals(_raw(folder, "cms_hospitals")), hifld.hospital_sites(_raw(folder, "hifld_hospitals"))
    return located(listed, sites, names, counties)


def _health_centers(folder: Path, counties: gpd.GeoDataFrame) -> pd.DataFrame:
    """HRSA's sites with the county they stand in; none where it is not one of ours."""
    sites = hrsa_areas.health_centers(_raw(folder, "hrsa_health_centers"))
    return sites.assign(county_fips=shapes.county_at(sites, counties))


def _areas(folder: Path, counties: gpd.GeoDataFrame, names: pd.DataFrame) -> dict[str, pd.DataFrame]:
    outlines = hrsa_areas.polygons(_raw(folder, "hrsa_primary_care"))
    people = census_tables.tract_population(_raw(folder, "census_tracts"))
    states = dict(zip(names["state_name"], names["county_fips"].str[:2], strict=True))
    frames = coverage.tables(
        coverage.identified(outlines, states),
        counties,
        people,
        census_tables.tract_points(_raw(folder, "census_tract_outlines")),
    )
    before = hrsa_areas.areas_2022(_raw(folder, "hrsa_find_2022"))
    changes = coverage.changes(before, frames["shortage_area"], frames["shortage_area_county"], names)
    return frames | {"shortage_area_2022": before, "shortage_area_change": changes}


def _has_shapes(folder: Path) -> bool:
    return (folder / embedded()["county_shapes"].file).exists()


def _raw(folder: Path, name: str) -> Path:
    source = embedded()[name]
    path = folder / source.file
    if not path.exists():
        raise SourceError(f"{path} is not there: download it from {source.url} ({source.title}).")
    if sha256(path) != source.sha256:
        raise SourceError(
            f"{path.name} is not the file that sources.toml describes: if it is a newer vintage, "
            f"put its as_of, retrieved and sha256 ({sha256(path)}) under [{name}] first."
        )
    return path


def main(arguments: list[str]) -> int:
    """Distil the folder named on the command line; one line on what was written, or why not."""
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        print("usage: python -m data.distil FOLDER (the folder of raw files)", file=sys.stderr)
        return 2
    try:
        written = distil(Path(arguments[0]))
    except AtlasError as problem:
        print(problem, file=sys.stderr)
        return 1
    record()
    kept = "" if _has_shapes(Path(arguments[0])) else " County shapes kept as they were."
    print(f"{len(written)} files written to {REFERENCE}.{kept}")
    return 0


def located(listed: pd.DataFrame, sites: pd.DataFrame, names: pd.DataFrame, counties: gpd.GeoDataFrame) -> pd.DataFrame:
    """CMS's list with HIFLD's coordinates and beds, by data/build/sql/hospital.sql.

    A county that its name does not give (Connecticut's old ones) is where the hospital stands.
    """
    return _placed("hospital", counties, listed=listed, site=sites, county_population_2024=names)


def as_before(
    listed: pd.DataFrame, before: pd.DataFrame, names: pd.DataFrame, counties: gpd.GeoDataFrame
) -> pd.DataFrame:
    """CMS's list with the places and beds that the hospitals of the same CMS number have in `before`.

    A hospital that is new there has no place (not known). By data/build/sql/hospital_before.sql.
    """
    return _placed("hospital_before", counties, listed=listed, before=before, county_population_2024=names)


def _placed(join: str, counties: gpd.GeoDataFrame, **tables: pd.DataFrame) -> pd.DataFrame:
    with duckdb.connect() as con:
        for name, frame in tables.items():
            con.register(name, frame)
        con.register("named", con.sql(_sql("hospital_county")).df())
        hospitals = con.sql(_sql(join)).df()
    hospitals["county_fips"] = hospitals["county_fips"].fillna(shapes.county_at(hospitals, counties))
    return hospitals.assign(hospital=proper(hospitals["hospital"]), city=proper(hospitals["city"]))


def _sql(join: str) -> str:
    return (FOLDER / "build" / "sql" / f"{join}.sql").read_text(encoding="utf-8")
