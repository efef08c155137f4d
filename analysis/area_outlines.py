"""Which shortage areas have an outline on this machine, where does each lie, and what is it called in a list?"""

import json
import math
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

import pandas as pd
from shapely import Geometry, total_bounds
from shapely.geometry import shape

from analysis import words
from analysis.frames import CITIES
from data import shape_files

# About how large a letter of a name is, as a share of the map's height.
LETTER, LINE = 5.8 / 480, 16 / 480
# Letters that an outline has to be wider than its name, for maps on which it is written larger.
SPARE = 3


class Place(NamedTuple):
    """How large an outline is (square degrees, to put the smallest first) and where its name stands (degrees).

    `room` is how many letters of a name it is wide, with all outlines of the file filling a map; `letter` is how wide
    a letter is then (degrees of longitude).
    """

    size: float
    longitude: float
    latitude: float
    room: float
    letter: float


@lru_cache(maxsize=8)
def places(file: str) -> dict[str, Place]:
    """Every area of a file of outlines, by its id; none if the file is not there (any more)."""
    features = json.loads(shape_files.text(file))["features"]
    outlines = {feature["id"]: shape(feature["geometry"]) for feature in features}
    letter = _letter(list(outlines.values()))
    found = {}
    for name, outline in outlines.items():
        point = outline.representative_point()
        west, _, east, _ = outline.bounds
        room = (east - west) / letter
        found[name] = Place(outline.area, round(point.x, 3), round(point.y, 3), room, letter)
    return found


def _letter(outlines: list[Geometry]) -> float:
    """How many degrees of longitude a letter is wide."""
    if not outlines:
        return 1.0
    _, south, _, north = total_bounds(outlines)
    return LETTER * (north - south) / math.cos(math.radians((south + north) / 2))


def with_room(areas: pd.DataFrame, file: str) -> list[str]:
    """The areas whose name fits into their own outline and over no other name, no city's either, in their order."""
    at = places(file)
    taken = _cities(next(iter(at.values())).letter) if at else []
    kept = []
    for row in areas.itertuples():
        place = at[row.area_id]
        half = len(row.area) * place.letter / 2
        is_free = all(
            abs(place.longitude - x) > half + other or abs(place.latitude - y) > LINE / LETTER * place.letter
            for x, y, other in taken
        )
        if len(row.area) + SPARE <= place.room and is_free:
            taken.append((place.longitude, place.latitude, half))
            kept.append(row.area_id)
    return kept


def _cities(letter: float) -> list[tuple[float, float, float]]:
    """Where the names of cities stand: the middle, and half as wide as they are."""
    found = []
    for name, longitude, latitude, position in chain(*CITIES.values()):
        half = (len(name) + 2) * letter / 2
        found.append((longitude + (half if position.endswith("right") else -half), latitude, half))
    return found


def outlined(areas: pd.DataFrame, file: str) -> pd.DataFrame:
    """The areas that have an outline in the file, in their order."""
    return areas[areas["area_id"].isin(list(places(file)))].reset_index(drop=True)


def labels(areas: pd.DataFrame) -> dict[str, str]:
    """A name for each area by its id, no two alike: with status, and a number where several share both."""
    said = words.spelled(areas)
    names: dict[str, str] = {}
    taken: dict[str, int] = {}
    for row in said.itertuples():
        name = f"{row.area} · {words.lower(row.status)}"
        taken[name] = taken.get(name, 0) + 1
        names[row.area_id] = name if taken[name] == 1 else f"{name} · no. {taken[name]}"
    return names
