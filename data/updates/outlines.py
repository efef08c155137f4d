"""Which outlines have the areas themselves? Small files, one a state, kept beside the tables that are loaded.

python -m data.outlines FILE    takes the outlines of HRSA's file of polygons for the areas in use
"""

import datetime
import sys
from pathlib import Path

import duckdb
import geopandas as gpd
import pandas as pd
import shapely

from data import registry as data_registry
from data.adapters.hrsa import areas as hrsa_areas
from data.build import build as build_build
from data.errors import AtlasError, SourceError
from data.geography import coverage, shapes
from data.geography.shapes import OUTLINES
from data.updates import adopt as updates_adopt
from data.updates import compare
from data.updates.adopt import Load

SOURCE_ID, OF = "hrsa_area_outlines", "hrsa_primary_care"
MAP_CRS = "EPSG:4269"
# About 100 m; HRSA's file is simplified to about 1 km.
DIGITS = 3
MOST_BYTES = 150_000
# Degrees, until the file is small enough; neighbours are simplified together, so that they keep their border.
TOLERANCES = (0.0, 0.002, 0.005, 0.01, 0.02, 0.05)
LEAST_MATCHED = 0.95


def files(outlined: gpd.GeoDataFrame) -> dict[str, bytes]:
    """GeoJSON by name, "outlines/27.json" for Minnesota: a feature an area, its id the area_id.

    `outlined` has area_id, state_fips, geometry; an area without a state or an outline is left out. Rings are simple,
    clockwise outside, in degrees; a file is at most MOST_BYTES if any of TOLERANCES makes it so.
    """
    drawn = ~(shapely.is_missing(outlined.geometry.array) | shapely.is_empty(outlined.geometry.array))
    placed = outlined[outlined["state_fips"].notna() & drawn]
    placed = placed.to_crs(MAP_CRS) if placed.crs else placed
    return {f"{OUTLINES}/{state}.json": _small(some) for state, some in placed.groupby("state_fips")}


def _small(some: gpd.GeoDataFrame) -> bytes:
    whole = some.geometry.make_valid(method="structure").to_numpy()
    for tolerance in TOLERANCES:
        simple = shapely.coverage_simplify(whole, tolerance) if tolerance else some.geometry.to_numpy()
        written = shapes.collection(some["area_id"], simple, DIGITS).encode()
        if len(written) <= MOST_BYTES:
            break
    return written


def adopt(path: Path) -> str:
    """Take the outlines of a file of polygons for the areas in use. Returns what was done, in a sentence.

    Raises SourceError if the file is none, or if no more than LEAST_MATCHED of the areas in use are in it.
    """
    outlined = _read(path)
    build_build.ensure()
    used = compare.taken().area
    used = used[used["discipline"] == "primary_care"]
    ids = _matched(used, pd.DataFrame(outlined[["area_id", "state_name", *coverage.FIGURES]]))
    share = len(ids) / max(len(used), 1)
    if share <= LEAST_MATCHED:
        raise SourceError(
            f"{path.name} has outlines of {share:.0%} of the {len(used):,} primary care areas in use, with the same "
            f"name, status and figures; more than {LEAST_MATCHED:.0%} are needed: take the file of the same date."
        )
    outlined = outlined.assign(area_id=outlined["area_id"].map(ids))
    outlined = outlined[outlined["area_id"].notna() & outlined["state_fips"].notna()]
    written = files(outlined)
    updates_adopt.adopt([Load(SOURCE_ID, {}, _known(path), written)])
    count = f"{len(outlined):,} of {len(used):,} areas"
    return f"{count} have their outlines now, in {len(written)} states (territories aside)."


def _read(path: Path) -> gpd.GeoDataFrame:
    try:
        outlined = hrsa_areas.polygons(path)
    except (OSError, ValueError, RuntimeError):
        raise SourceError(f"{path} is no file of polygons that can be read.") from None
    names = pd.read_csv(data_registry.reference()["county_population_2024"], dtype=str)
    return coverage.identified(outlined, dict(zip(names["state_name"], names["county_fips"].str[:2], strict=True)))


def _matched(used: pd.DataFrame, outlined: pd.DataFrame) -> dict[str, str]:
    """The area in use of each outline, by the id of the outline: data/updates/sql/outline_area.sql."""
    with duckdb.connect() as con:
        con.register("used", used)
        con.register("outlined", outlined)
        return dict(
            con.sql(
                (data_registry.FOLDER / "updates" / "sql" / "outline_area.sql").read_text(encoding="utf-8")
            ).fetchall()
        )


def _known(path: Path) -> dict[str, object]:
    source = data_registry.sources()[OF]
    told = {"as_of": source.as_of, "as_of_label": source.as_of_label, "file": path.name}
    return told | {"retrieved": datetime.datetime.now(datetime.UTC).date(), "sha256": data_registry.sha256(path)}


def main(arguments: list[str]) -> int:
    """Take the outlines of the file named on the command line; one line on it, or why not."""
    if len(arguments) != 1 or not Path(arguments[0]).is_file():
        print("usage: python -m data.outlines FILE (HRSA's file of primary care polygons)", file=sys.stderr)
        return 2
    try:
        print(adopt(Path(arguments[0])))
    except AtlasError as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0
