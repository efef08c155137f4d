"""Which shortage areas have an outline on this machine, where does each lie, and what is it called in a list?"""

import json
from functools import lru_cache
from typing import NamedTuple

import pandas as pd
from shapely.geometry import shape

from analysis import words
from data import shape_files


class Place(NamedTuple):
    """How large an outline is (square degrees, to put the smallest first) and where its name stands (degrees)."""

    size: float
    longitude: float
    latitude: float


@lru_cache(maxsize=8)
def places(file: str) -> dict[str, Place]:
    """Every area of a file of outlines, by its id; none if the file is not there (any more)."""
    found = {}
    for feature in json.loads(shape_files.text(file))["features"]:
        outline = shape(feature["geometry"])
        point = outline.representative_point()
        found[feature["id"]] = Place(outline.area, round(point.x, 3), round(point.y, 3))
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
