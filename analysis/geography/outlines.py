"""Which outline has a place of Minnesota, and which counties does it reach into?"""

import json
from functools import cache

from shapely import Geometry, union_all
from shapely.geometry import shape

from data.registry import SHAPES

FILES = {"county": "counties", "region": "regions", "house": "districts", "congress": "districts"}


@cache
def named(level: str) -> dict[str, Geometry]:
    """The outline of every place of a kind, by place_id (degrees); a Senate district is its two House districts."""
    if level == "senate":
        halves: dict[str, list[Geometry]] = {}
        for place_id, part in named("house").items():
            halves.setdefault("senate-" + place_id.removeprefix("house-")[:-1], []).append(part)
        return {place_id: union_all(parts) for place_id, parts in halves.items()}
    features = json.loads((SHAPES / f"{FILES[level]}-27.json").read_text(encoding="utf-8"))["features"]
    found = {_place_id(level, feature["id"]): shape(feature["geometry"]) for feature in features}
    return {place_id: part for place_id, part in found.items() if place_id.startswith(f"{level}-")}


def _place_id(level: str, name: str) -> str:
    return name if FILES[level] == "districts" else f"{level}-{name.lower().replace(' ', '-')}"


def counties_of(place_id: str) -> list[str]:
    """The place_ids of the counties that a place reaches into, the largest part of it first."""
    place, every = of(place_id), named("county")
    parts = {county: place.intersection(part).area for county, part in every.items() if place.intersects(part)}
    kept = [county for county, area in parts.items() if area > 0.02 * min(place.area, every[county].area)]
    return sorted(kept, key=parts.__getitem__, reverse=True)


def of(place_id: str) -> Geometry:
    """The outline of a place (degrees)."""
    return named(place_id.split("-", 1)[0])[place_id]


CITIES = {
    "27": [
        ("Minneapolis–St. Paul", -93.18, 44.96, "middle left"),
        ("Duluth", -92.11, 46.79, "middle left"),
        ("Rochester", -92.47, 44.02, "middle left"),
        ("St. Cloud", -94.16, 45.56, "middle left"),
        ("Moorhead", -96.77, 46.87, "middle right"),
        ("Bemidji", -94.88, 47.47, "middle right"),
        ("Mankato", -94.0, 44.16, "middle left"),
        ("Worthington", -95.6, 43.62, "middle right"),
    ]
}
