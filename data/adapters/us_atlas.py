"""County boundaries: a topology of Census cartographic boundaries, as the npm package ships it."""

import json
from pathlib import Path

import geopandas as gpd
import numpy as np
from shapely import LineString, MultiPolygon, Polygon

from data.errors import SourceError

MAP_CRS = "EPSG:4269"
TINY_DEGREES = 0.01


def counties(path: Path, tolerance: float = 0.0) -> gpd.GeoDataFrame:
    """County outlines; every border is simplified once, so neighbours never come apart.

    Returns one row per county, by FIPS: county_fips, geometry (degrees; `tolerance` in degrees).
    Raises SourceError if the file is no such topology.
    """
    topology = json.loads(path.read_text(encoding="utf-8"))
    try:
        shapes = topology["objects"]["counties"]["geometries"]
        full = _decoded(topology)
    except KeyError as missing:
        raise SourceError(
            f"{path.name} is not a county topology: it has no {missing}. "
            "Take counties-10m.json from the npm package named in sources.toml."
        ) from missing
    simple = [_simplified(arc, tolerance) for arc in full]
    geometry = [_with_area(_shape(shape, simple), _shape(shape, full)) for shape in shapes]
    fips = [str(shape["id"]).zfill(5) for shape in shapes]
    frame = gpd.GeoDataFrame({"county_fips": fips}, geometry=geometry, crs=MAP_CRS)
    return frame.sort_values("county_fips", ignore_index=True)


def _decoded(topology: dict) -> list[np.ndarray]:
    scale = np.array(topology["transform"]["scale"])
    origin = np.array(topology["transform"]["translate"])
    return [np.cumsum(np.array(arc), axis=0) * scale + origin for arc in topology["arcs"]]


def _simplified(arc: np.ndarray, tolerance: float) -> np.ndarray:
    if not tolerance or len(arc) < 3:
        return arc
    line = np.array(LineString(arc).simplify(tolerance, preserve_topology=False).coords)
    is_island = (arc[0] == arc[-1]).all()
    # An island may not shrink to a line: keep three corners of it.
    return arc[np.linspace(0, len(arc) - 1, 4).astype(int)] if is_island and len(line) < 4 else line


def _with_area(simple: MultiPolygon, full: MultiPolygon) -> MultiPolygon:
    """A tiny city can shrink to a line, one of Virginia's even in the package itself: widen it."""
    if simple.area > 0:
        return simple
    return full if full.area > 0 else MultiPolygon([full.buffer(TINY_DEGREES)])


def _shape(shape: dict, arcs: list[np.ndarray]) -> MultiPolygon:
    polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    return MultiPolygon([_polygon(rings, arcs) for rings in polygons])


def _polygon(rings: list[list[int]], arcs: list[np.ndarray]) -> Polygon:
    joined = [_ring(ring, arcs) for ring in rings]
    return Polygon(joined[0], [hole for hole in joined[1:] if len(hole) >= 4])


def _ring(ring: list[int], arcs: list[np.ndarray]) -> np.ndarray:
    # A negative number is the arc of that complement, walked backwards.
    pieces = [arcs[n] if n >= 0 else arcs[~n][::-1] for n in ring]
    joined = np.concatenate([pieces[0], *(piece[1:] for piece in pieces[1:])])
    return joined if len(joined) >= 4 else np.concatenate([joined, joined[:1]])
