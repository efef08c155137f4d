"""County outlines as small files: one per state in full detail, one for the nation, simplified."""

import json
import re
from collections.abc import Iterable
from pathlib import Path

import geopandas as gpd
import pandas as pd
from shapely import MultiPolygon, Polygon, coverage_simplify, make_valid, set_precision, union_all
from shapely.geometry import mapping, polygon

from data import loaded, store
from data.adapters import us_atlas
from data.geography import pieces
from data.registry import SHAPES

NATION_TOLERANCE = 0.03
BORDER_GAP = 0.01
# Some districts are a few city blocks wide, others a quarter of the state.
HOUSE_TOLERANCE, CONGRESS_TOLERANCE = 0.005, 0.01
# 50 states and DC: population estimates do not cover the territories.
STATES = {f"{n:02d}" for n in range(1, 57)} - {"03", "07", "14", "43", "52"}
OUTLINES = "outlines"
OF_AREAS = re.compile(r"areas-(\d\d)-([0-9a-f]{12})\.json")


def write(topology: Path, into: Path) -> list[Path]:
    """Write counties-<state FIPS>.json in full detail, counties-us.json and states-us.json.

    Returns the files written.
    """
    into.mkdir(parents=True, exist_ok=True)
    full = us_atlas.counties(topology)
    full = full[full["county_fips"].str[:2].isin(STATES)]
    written = []
    for state, counties in full.groupby(full["county_fips"].str[:2]):
        written.append(_save(counties, into / f"counties-{state}.json", digits=3))
    coarse = us_atlas.counties(topology, NATION_TOLERANCE)
    coarse = coarse[coarse["county_fips"].str[:2].isin(STATES)]
    written.append(_save(coarse, into / "counties-us.json", digits=2))
    states = dissolved(coarse, coarse["county_fips"].str[:2])
    written.append(_save(states, into / "states-us.json", digits=2))
    written.append(_save_frames(full, into / "frames.json"))
    return written


def write_regions(state: str, regions: pd.DataFrame, into: Path) -> Path:
    """Write regions-<state FIPS>.json, the outlines of its regions (county_fips, region)."""
    counties = read(into)
    names = counties["county_fips"].map(dict(zip(regions["county_fips"], regions["region"], strict=True)))
    return _save(dissolved(counties[names.notna()], names.dropna()), into / f"regions-{state}.json", digits=3)


def write_districts(state: str, house: gpd.GeoDataFrame, congress: gpd.GeoDataFrame, into: Path) -> Path:
    """Write districts-<state FIPS>.json, outlines named house-12A and congress-7.

    A Senate district is two of the House. Neighbours are simplified together, so that they keep their border.
    """
    into.mkdir(parents=True, exist_ok=True)
    parts = []
    for kind, districts, tolerance in (("house", house, HOUSE_TOLERANCE), ("congress", congress, CONGRESS_TOLERANCE)):
        simple = coverage_simplify(districts.geometry.make_valid(method="structure").to_numpy(), tolerance)
        names = [f"{kind}-{name}" for name in districts["district"]]
        parts.append(gpd.GeoDataFrame({"county_fips": names}, geometry=simple, crs=districts.crs))
    return _save(pd.concat(parts, ignore_index=True), into / f"districts-{state}.json", digits=3)


def _save_frames(counties: gpd.GeoDataFrame, path: Path) -> Path:
    """Write each state's west, south, east and north, for the map to fill its frame."""
    edges = counties.geometry.bounds.groupby(counties["county_fips"].str[:2])
    # Alaska reaches across the date line: its far west would stretch the map round the globe.
    west = edges["minx"].agg(lambda sides: sides[sides > -179].min())
    east = edges["maxx"].agg(lambda sides: sides[sides < 0].max())
    frame = pd.DataFrame({"w": west, "s": edges["miny"].min(), "e": east, "n": edges["maxy"].max()}).round(2)
    rows = {state: list(row) for state, *row in frame.itertuples()}
    path.write_text(json.dumps(rows, separators=(",", ":")), encoding="utf-8", newline="\n")
    return path


def read(folder: Path) -> gpd.GeoDataFrame:
    """Every county in full detail: county_fips, geometry (degrees)."""
    frames = [gpd.read_file(path) for path in sorted(folder.glob("counties-[0-9][0-9].json"))]
    counties = gpd.GeoDataFrame(pd.concat(frames, ignore_index=True), crs=frames[0].crs)
    return counties.rename(columns={"id": "county_fips"})[["county_fips", "geometry"]]


def county_at(sites: pd.DataFrame, counties: gpd.GeoDataFrame) -> pd.Series:
    """The county that each site stands in; missing where it has no place or is not in one of ours."""
    points = gpd.points_from_xy(sites["longitude"].astype(float), sites["latitude"].astype(float))
    inside = pieces.containing(counties.geometry.tolist(), list(points))
    fips = counties["county_fips"].tolist()
    found = [fips[min(positions)] if positions else None for positions in inside]
    return pd.Series(found, index=sites.index, dtype="object")


def dissolved(counties: gpd.GeoDataFrame, groups: pd.Series) -> gpd.GeoDataFrame:
    """One outline a group, without the county borders inside it."""
    rows = [(name, union_all(part.geometry.make_valid(method="structure"))) for name, part in counties.groupby(groups)]
    # Opening by a hair closes the gaps that self-crossing outlines leave along shared borders.
    shapes = [shape.buffer(BORDER_GAP, join_style="mitre").buffer(-BORDER_GAP, join_style="mitre") for _, shape in rows]
    return gpd.GeoDataFrame({"county_fips": [name for name, _ in rows]}, geometry=shapes, crs=counties.crs)


def _save(frame: gpd.GeoDataFrame, path: Path, digits: int) -> Path:
    path.write_text(collection(frame["county_fips"], frame.geometry, digits), encoding="utf-8", newline="\n")
    return path


def collection(ids: Iterable[str], geometry: Iterable[Polygon | MultiPolygon], digits: int) -> str:
    """GeoJSON of shapes by their ids, rounded to so many digits, with rings as the browser's map needs them."""
    features = [
        {"type": "Feature", "id": name, "properties": {}, "geometry": _outline(shape, digits)}
        for name, shape in zip(ids, geometry, strict=True)
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":"))


def _outline(shape: Polygon | MultiPolygon, digits: int) -> dict:
    """GeoJSON of simple, clockwise rings: any other, and the browser's map fills the whole globe."""
    tidy = set_precision(make_valid(shape, method="structure"), 10.0**-digits)
    parts = [part for part in getattr(tidy, "geoms", [tidy]) if part.area > 0] or [shape.buffer(10.0**-digits)]
    turned = [polygon.orient(part, -1.0) for part in parts]
    geometry = mapping(turned[0] if len(turned) == 1 else MultiPolygon(turned))
    return {"type": geometry["type"], "coordinates": _rounded(geometry["coordinates"], digits)}


def _rounded(coordinates: tuple, digits: int) -> list:
    if isinstance(coordinates[0], float):
        return [round(value, digits) for value in coordinates]
    return [_rounded(part, digits) for part in coordinates]


def found(name: str) -> Path | None:
    """The file, or None where there is none of that name."""
    told = OF_AREAS.fullmatch(name)
    path = loaded.generation(told[2]) / OUTLINES / f"{told[1]}.json" if told else SHAPES / name
    return path if path.is_file() and (told or path.parent == SHAPES) else None


def text(name: str) -> str:
    """The shapes of that name as GeoJSON; without a shape where there is no such file (any more)."""
    path = found(name)
    return path.read_text(encoding="utf-8") if path else '{"type":"FeatureCollection","features":[]}'


def of_areas(state_fips: str | None) -> str:
    """The name of the file of a state's areas in use; "" where none is loaded, and for a published database."""
    name = "" if store.published() else loaded.named()
    named = f"areas-{state_fips}-{name}.json"
    return named if name and state_fips and found(named) else ""
