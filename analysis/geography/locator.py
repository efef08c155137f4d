"""Where in Minnesota is the place? Two small maps in one picture: the state, and the place with its neighbors."""

import math
from html import escape
from typing import NamedTuple

from shapely import Geometry, STRtree, box, union_all

from analysis.geography import outlines
from analysis.geography.outlines import CITIES

PANEL, GAP, EDGE = 230, 14, 8
LAND, LINE, BORDER, FILLED, INK = "#edf1f2", "#9aa5ad", "#48545b", "#d7301f", "#1c2429"
HALO = f'fill="{INK}" stroke="#ffffff" stroke-width="2.5" stroke-opacity="0.8" paint-order="stroke"'
# A place that would be smaller than this on the state's map, in pixels, has a ring around it.
SMALL = 14
# Their names would run into others at this size.
LEFT_OUT = ("Mankato", "St. Cloud")
# A county's name stands where it has this much of the close-up.
NAMED_SHARE = 0.03


class Frame(NamedTuple):
    """The part of the map that a panel shows: its corner in degrees, pixels a degree, and where the panel begins."""

    west: float
    north: float
    narrow: float
    scale: float
    left: float

    def at(self, x: float, y: float) -> tuple[float, float]:
        """The pixel of a place in degrees."""
        return self.left + (x - self.west) * self.narrow * self.scale, EDGE + (self.north - y) * self.scale


def svg(place_id: str, county_names: dict[str, str]) -> str:
    """The picture as SVG; county names by place_id are written in the close-up."""
    place = outlines.of(place_id)
    wide, high = 2 * PANEL + GAP + 2 * EDGE, PANEL + 2 * EDGE
    near = _frame(_widened(place), EDGE + PANEL + GAP)
    panes = [_state(place), _near(place_id, place, near, county_names)]
    left = EDGE + PANEL + GAP
    clip = f'<clipPath id="near"><rect x="{left}" y="{EDGE}" width="{PANEL}" height="{PANEL}"/></clipPath>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" width="{wide}" height="{high}" '
        f'font-family="Source Sans 3, Arial, Liberation Sans, DejaVu Sans, sans-serif"><defs>{clip}</defs>'
        f'<rect width="{wide}" height="{high}" rx="6" fill="#ffffff"/>{panes[0]}'
        f'<g clip-path="url(#near)">{panes[1]}</g>'
        f'<rect x="{left}" y="{EDGE}" width="{PANEL}" height="{PANEL}" fill="none" stroke="{LINE}"/></svg>'
    )


def _widened(place: Geometry) -> tuple[float, float, float, float]:
    """A square around the place, with room for its neighbors (degrees)."""
    west, south, east, north = place.bounds
    narrow = _narrow(south, north)
    half = 0.62 * max((east - west) * narrow, north - south)
    x, y = (west + east) / 2, (south + north) / 2
    return x - half / narrow, y - half, x + half / narrow, y + half


def _narrow(south: float, north: float) -> float:
    """How much shorter a degree of longitude is than one of latitude there."""
    return math.cos(math.radians((south + north) / 2))


def _frame(bounds: tuple[float, float, float, float], left: float) -> Frame:
    west, south, east, north = bounds
    narrow = _narrow(south, north)
    scale = PANEL / max((east - west) * narrow, north - south)
    return Frame(west, north, narrow, scale, left)


def _state(place: Geometry) -> str:
    regions = list(outlines.named("region").values())
    frame = _frame(union_all(regions).bounds, EDGE)
    drawn = "".join(_path(region, frame, LAND, LINE, 0.7) for region in regions)
    drawn += _path(place, frame, FILLED, FILLED, 0.5)
    (west, north), (east, south) = (
        frame.at(place.bounds[0], place.bounds[3]),
        frame.at(place.bounds[2], place.bounds[1]),
    )
    if max(east - west, south - north) < SMALL:
        spot = f'cx="{(west + east) / 2:.1f}" cy="{(north + south) / 2:.1f}" r="{SMALL}"'
        drawn += f'<circle {spot} fill="none" stroke="{INK}" stroke-width="1.6"/>'
    return drawn + "".join(_city(frame, *city) for city in CITIES["27"] if city[0] not in LEFT_OUT)


def _city(frame: Frame, name: str, x: float, y: float, side: str) -> str:
    px, py = frame.at(x, y)
    is_left = side.endswith("left")
    anchor, shift = ("end", -4) if is_left else ("start", 4)
    return (
        f'<circle cx="{px:.1f}" cy="{py:.1f}" r="1.8" fill="{INK}"/>'
        f'<text x="{px + shift:.1f}" y="{py + 3:.1f}" font-size="11" text-anchor="{anchor}" {HALO}>{name}</text>'
    )


def _near(place_id: str, place: Geometry, frame: Frame, names: dict[str, str]) -> str:
    window = box(*_widened(place))
    every = outlines.named(place_id.split("-", 1)[0])
    around = list(every.values())
    drawn = "".join(_path(around[n], frame, LAND, LINE, 0.8) for n in sorted(STRtree(around).query(window)))
    drawn += _path(place, frame, "#f4a582", FILLED, 2)
    counties = outlines.named("county")
    for county in sorted(counties):
        seen = counties[county].intersection(window)
        if seen.area > 0:
            drawn += _path(counties[county], frame, "none", BORDER, 0.7, dashed=True)
        if seen.area > NAMED_SHARE * window.area and county in names:
            x, y = frame.at(seen.representative_point().x, seen.representative_point().y)
            said = escape(names[county].removesuffix(" County"))
            drawn += f'<text x="{x:.1f}" y="{y:.1f}" font-size="12" text-anchor="middle" {HALO}>{said}</text>'
    return drawn


def _path(part: Geometry, frame: Frame, fill: str, stroke: str, width: float, *, dashed: bool = False) -> str:
    rings = [ring for polygon in getattr(part, "geoms", [part]) for ring in (polygon.exterior, *polygon.interiors)]
    drawn = "".join(
        "M" + "L".join("{:.1f},{:.1f}".format(*frame.at(x, y)) for x, y in ring.coords) + "Z" for ring in rings
    )
    dash = ' stroke-dasharray="3 2"' if dashed else ""
    return f'<path d="{drawn}" fill="{fill}" fill-rule="evenodd" stroke="{stroke}" stroke-width="{width}"{dash}/>'
