"""HRSA's primary-care areas as they are offered for download: a zipped shapefile of full detail."""

import zipfile
from pathlib import Path

import geopandas as gpd

from data.adapters.hrsa import areas as hrsa_areas
from data.errors import SourceError

DEGREES = "EPSG:4326"
# About 100 m: what the coast has in more detail is sea, and a file of full detail has a hundred times as many points.
TOLERANCE = 0.001
FULL_DETAIL = 500_000


def areas(path: Path) -> gpd.GeoDataFrame:
    """Primary-care areas with their outlines, as hrsa.polygons, from a zipped shapefile or a GeoJSON file.

    Areas that were withdrawn are left out. Outlines in full detail are simplified to about 100 m.
    Raises SourceError if there is no shapefile in the zip, or a status or type that is not known.
    """
    found = hrsa_areas.polygons(path, _inside(path))
    found = found[(found["status"] != "withdrawn") & found.geometry.notna()].reset_index(drop=True)
    for name, known in (("status", hrsa_areas.STATUSES), ("designation_type", hrsa_areas.TYPES)):
        strange = sorted(set(found[name].dropna()) - set(known.values()))
        if strange or found[name].isna().any():
            raise SourceError(
                f"{path.name} has the {name} {', '.join(strange) or 'of nothing'}, which is not known here."
            )
    found = found.set_crs(DEGREES) if found.crs is None else found.to_crs(DEGREES)
    if found.geometry.count_coordinates().sum() > FULL_DETAIL:
        found.geometry = found.geometry.simplify(TOLERANCE)
    return found


def _inside(path: Path) -> str:
    if path.suffix.lower() != ".zip":
        return ""
    with zipfile.ZipFile(path) as packed:
        shapes = [name for name in packed.namelist() if name.lower().endswith((".shp", ".geojson"))]
    if len(shapes) != 1:
        raise SourceError(f"{path.name} holds {len(shapes)} shapefiles, where one is expected: give the right one.")
    return shapes[0]
