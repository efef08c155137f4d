"""A cut to take along as Parquet, typed, or with the outlines of its counties as GeoJSON."""

import json
from functools import cache
from io import BytesIO
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from shapely.geometry import mapping, shape
from shapely.geometry.polygon import orient

from analysis.explore_files import About, metadata
from data import registry
from data.registry import SHAPES

COUNTY = "county_fips"


def parquet_file(rows: pa.Table, about: About) -> bytes:
    """The rows with their types; its metadata has `sources`, `columns`, `filters` and `sql`."""
    kept = {key: value for key, value in (rows.schema.metadata or {}).items() if key != b"pandas"}
    told = BytesIO()
    pq.write_table(rows.replace_schema_metadata(kept | metadata(about, rows.column_names)), told, compression="zstd")
    return told.getvalue()


def can_outline(rows: pa.Table) -> bool:
    """Whether each row is a county of its own, once."""
    if COUNTY not in rows.column_names:
        return False
    held = [fips for fips in rows.column(COUNTY).to_pylist() if fips is not None]
    return bool(held) and len(set(held)) == len(held)


def geojson_file(rows: pa.Table, about: About) -> bytes:
    """The counties with their outlines (RFC 7946, outer rings anticlockwise); `sources` and the rest beside them.

    A county without an outline has none: null. A missing figure is null.
    """
    features = [_feature(row) for row in rows.to_pylist()]
    told = about.told(rows.column_names)
    source = registry.sources()["county_shapes"]
    told["outlines"] = f"{source.publisher}. {source.title}. {source.as_of_label}. Licence: {source.licence}."
    return json.dumps(
        {"type": "FeatureCollection", **told, "features": features}, default=str, allow_nan=False
    ).encode()


def _feature(row: dict[str, Any]) -> dict[str, Any]:
    fips = row[COUNTY]
    outline = _outlines(fips[:2]).get(fips) if fips else None
    figures = {name: None if value != value else value for name, value in row.items()}
    return {"type": "Feature", "id": fips, "geometry": outline, "properties": figures}


@cache
def _outlines(state_fips: str) -> dict[str, dict[str, Any]]:
    path = SHAPES / f"counties-{state_fips}.json"
    if not path.exists():
        return {}
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    return {feature["id"]: _turned(feature["geometry"]) for feature in features}


def _turned(geometry: dict[str, Any]) -> dict[str, Any]:
    """The files' rings run clockwise, for the browser's map; RFC 7946 has outer ones the other way round."""
    found = shape(geometry)
    parts = [mapping(orient(part, 1.0))["coordinates"] for part in getattr(found, "geoms", [found])]
    return {"type": geometry["type"], "coordinates": parts[0] if geometry["type"] == "Polygon" else parts}
