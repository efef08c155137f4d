"""Counties and places on paper, in the projection of the screen: an equal-area cone, or the nation's three parts."""

import json
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from analysis.documents.svg import marks
from analysis.documents.svg.canvas import Canvas, Lettering, Stroke
from analysis.documents.svg.marks import colour_at, each, placed_text, symbol
from data.geography import shapes as geography_shapes


class Cone(NamedTuple):
    """An equal-area cone: its two parallels and the middle meridian, in degrees; its scale and origin."""

    parallels: tuple[float, float]
    middle: float
    scale: float = 1.0
    origin: tuple[float, float] = (0.0, 0.0)

    def at(self, degrees: np.ndarray) -> np.ndarray:
        """Points (longitude, latitude) as x to the east and y to the south. Source: Albers, as d3-geo writes it."""
        south, north = (np.sin(np.radians(parallel)) for parallel in self.parallels)
        n = (south + north) / 2
        c = 1 + south * (2 * n - south)
        turned = (degrees[:, 0] - self.middle + 180) % 360 - 180
        radius = np.sqrt(np.maximum(c - 2 * n * np.sin(np.radians(degrees[:, 1])), 0)) / n
        angle = n * np.radians(turned)
        plain = np.column_stack([radius * np.sin(angle), radius * np.cos(angle) - np.sqrt(c) / n])
        return plain * self.scale + np.array(self.origin)


# The nation as d3's AlbersUsa puts it together: Alaska at 0.35 and Hawaii under the Southwest.
MAINLAND = Cone((29.5, 45.5), -96.0)


def _moved(cone: Cone, center: tuple[float, float], to: tuple[float, float]) -> Cone:
    at = cone.at(np.array([center]))[0]
    return cone._replace(origin=(to[0] - at[0], to[1] - at[1]))


_X, _Y = MAINLAND.at(np.array([[-96.6, 38.7]]))[0]
ALASKA = _moved(Cone((55, 65), -154.0, 0.35), (-156.0, 58.5), (_X - 0.307, _Y + 0.201))
HAWAII = _moved(Cone((8, 18), -157.0), (-160.0, 19.9), (_X - 0.205, _Y + 0.212))
NATION = np.array([[_X - 0.455, _Y - 0.238], [_X + 0.455, _Y + 0.238]])


def nation(degrees: np.ndarray) -> np.ndarray:
    """Points of the United States, each by the part that it lies in."""
    found = MAINLAND.at(degrees)
    west, latitude = degrees[:, 0], degrees[:, 1]
    for cone, inside in ((ALASKA, latitude > 50), (HAWAII, (latitude < 30) & (west < -130))):
        found[inside] = cone.at(degrees[inside])
    return found


class Frame(NamedTuple):
    """How degrees come to pixels: Plotly's geo layout as text (so that it can be a key) and the paper's size."""

    geo: str
    width: float
    height: float

    def at(self, degrees: np.ndarray) -> np.ndarray:
        """The pixels of points."""
        how, box = _projected(self.geo)
        size = box[1] - box[0]
        scale = min(self.width / size[0], self.height / size[1])
        return (how(degrees) - box.mean(axis=0)) * scale + np.array([self.width / 2, self.height / 2])


@lru_cache(maxsize=64)
def _projected(geo: str) -> tuple[Any, np.ndarray]:
    told = json.loads(geo)
    if told["projection"]["type"] == "albers usa":
        return nation, NATION
    south, north = told["projection"]["parallels"]
    cone = Cone((south, north), told["projection"]["rotation"]["lon"])
    (west, east), (low, high) = told["lonaxis"]["range"], told["lataxis"]["range"]
    along, up = np.linspace(west, east, 40), np.linspace(low, high, 40)
    edge = np.concatenate([np.column_stack([along, np.full(40, end)]) for end in (low, high)])
    sides = np.concatenate([np.column_stack([np.full(40, end), up]) for end in (west, east)])
    points = cone.at(np.concatenate([edge, sides]))
    return cone.at, np.array([points.min(axis=0), points.max(axis=0)])


@lru_cache(maxsize=64)
def shapes(name: str) -> dict[str, list[np.ndarray]]:
    """The rings of each place of a file of shapes, in degrees."""
    found = json.loads(geography_shapes.text(name))["features"]
    return {place["id"]: [np.array(ring, float)[:, :2] for ring in _rings(place["geometry"])] for place in found}


def _rings(geometry: dict[str, Any]) -> list[Any]:
    parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return [ring for part in parts for ring in part]


@lru_cache(maxsize=32)
def outlines(name: str, frame: Frame) -> dict[str, str]:
    """Each place of a file of shapes as SVG writes its outline."""
    return {place: "".join(map(_ring, (frame.at(ring) for ring in rings))) for place, rings in shapes(name).items()}


def _ring(points: np.ndarray) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points.tolist()) + "Z"


def draw(drawn: Canvas, figure: dict[str, Any]) -> None:
    """Every trace of a map, in its order."""
    frame = Frame(json.dumps(figure["layout"]["geo"], sort_keys=True), drawn.width, drawn.height)
    for trace in figure["data"]:
        (_places if trace["type"] == "choropleth" else _points)(drawn, trace, frame)


def _places(drawn: Canvas, trace: dict[str, Any], frame: Frame) -> None:
    known = outlines(file_of(trace), frame)
    edge = trace["marker"]["line"]
    low, high = trace.get("zmin", 0), trace.get("zmax", 1)
    for place, value in zip(trace["locations"], trace["z"], strict=True):
        if place in known:
            colour = colour_at(trace["colorscale"], (value - low) / (high - low))
            stroke = Stroke(edge["color"], edge["width"], marks.dashes(trace.get("meta", {}).get("dash", "")))
            drawn.path(known[place], colour, stroke)


def file_of(trace: dict[str, Any]) -> str:
    """The name of the file of shapes that a trace fetches on screen."""
    return str(trace["geojson"]).rsplit("/", 1)[-1]


def _points(drawn: Canvas, trace: dict[str, Any], frame: Frame) -> None:
    if not trace["lon"]:
        return
    places = frame.at(np.column_stack([trace["lon"], trace["lat"]]).astype(float)).tolist()
    for n, (x, y) in enumerate(places):
        if "markers" in trace["mode"]:
            symbol(drawn, trace["marker"], n, (x, y))
        if "text" in trace["mode"]:
            font = trace.get("textfont", {})
            how = Lettering(font.get("size", 12), font.get("color", "#111111"), halo="shadow" in font)
            placed_text(drawn, each(trace["text"], n), (x, y), each(trace["textposition"], n), how)
