"""Which part of a county do overlapping shortage areas cover?

Areas overlap: the same place is often designated under new lines while the old ones wait to be
withdrawn. So a county is cut into pieces, each covered by one set of areas; whatever areas a reader
then chooses, every piece counts once.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import shapely
from shapely import Geometry, STRtree

EQUAL_AREA_CRS = "EPSG:5070"
SLIVER_WIDTH_M = 2_000.0
SLIVER_SHARE = 0.05
SMALLEST_PIECE_SHARE = 1e-4


class Piece(NamedTuple):
    """A part of one county: the areas that cover it, and its share of the county's total."""

    county: int
    areas: frozenset[int]
    share: float


def overlaps(counties: Sequence[Geometry], areas: Sequence[Geometry]) -> dict[tuple[int, int], Geometry]:
    """The part of each area in each county, slivers along county lines left out.

    Outlines in an equal-area projection, metres. An overlap is a sliver when it is nowhere
    SLIVER_WIDTH_M wide (the areas' outlines are simplified to about half of that) and under
    SLIVER_SHARE of both the area and the county; an area's largest overlap always stays.

    Returns {(area, county): geometry} by position. An area that touches no county has no entry.
    """
    tree = STRtree(counties)
    found: dict[tuple[int, int], Geometry] = {}
    for position, area in enumerate(areas):
        near = [int(n) for n in tree.query(area, predicate="intersects")]
        parts = {n: shapely.intersection(area, counties[n]) for n in near}
        parts = {n: part for n, part in parts.items() if part.area > 0}
        largest = max(parts, key=lambda n: parts[n].area, default=None)
        for n, part in sorted(parts.items()):
            if n == largest or not _is_sliver(part, area, counties[n]):
                found[position, n] = part
    return found


def _is_sliver(part: Geometry, area: Geometry, county: Geometry) -> bool:
    if part.area >= SLIVER_SHARE * min(area.area, county.area):
        return False
    return shapely.buffer(part, -SLIVER_WIDTH_M / 2).is_empty


def pieces_by_land(counties: Sequence[Geometry], parts: dict[tuple[int, int], Geometry]) -> list[Piece]:
    """Each county cut by the areas over it, with every piece's share of the county's land.

    Returns pieces by county; a piece under SMALLEST_PIECE_SHARE of its county is left out.
    """
    over: defaultdict[int, list[int]] = defaultdict(list)
    for area, county in sorted(parts):
        over[county].append(area)
    pieces = []
    for county, covering in sorted(over.items()):
        cut: dict[frozenset[int], Geometry] = {frozenset(): counties[county]}
        for area in covering:
            cut = _cut_again(cut, area, parts[area, county])
        total = counties[county].area
        pieces += [
            Piece(county, areas, shape.area / total)
            for areas, shape in cut.items()
            if areas and shape.area / total >= SMALLEST_PIECE_SHARE
        ]
    return pieces


def _cut_again(cut: dict[frozenset[int], Geometry], area: int, outline: Geometry) -> dict[frozenset[int], Geometry]:
    again: dict[frozenset[int], Geometry] = {}
    for areas, shape in cut.items():
        inside, outside = shapely.intersection(shape, outline), shapely.difference(shape, outline)
        for key, part in ((areas | {area}, inside), (areas, outside)):
            if part.area > 0:
                again[key] = part
    return again


def pieces_by_people(
    county_of: Sequence[int], people: Sequence[float], areas_of: Sequence[frozenset[int]]
) -> list[Piece]:
    """Counties cut along small places (census tracts), each wholly inside or outside an area.

    Takes one county, number of people and set of areas a place.

    Returns pieces by county with every piece's share of the county's people.
    """
    totals: defaultdict[int, float] = defaultdict(float)
    inside: defaultdict[tuple[int, frozenset[int]], float] = defaultdict(float)
    for county, count, areas in zip(county_of, people, areas_of, strict=True):
        totals[county] += count
        if areas:
            inside[county, areas] += count
    ordered = sorted(inside.items(), key=lambda item: (item[0][0], sorted(item[0][1])))
    return [Piece(county, areas, count / totals[county]) for (county, areas), count in ordered]


def containing(areas: Sequence[Geometry], points: Sequence[Geometry]) -> list[frozenset[int]]:
    """The set of areas that each point lies in, by position."""
    tree = STRtree(points)
    found: list[set[int]] = [set() for _ in points]
    for position, area in enumerate(areas):
        for n in np.sort(tree.query(area, predicate="intersects")):
            found[int(n)].add(position)
    return [frozenset(areas) for areas in found]
