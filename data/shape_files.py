"""Where is the file of shapes of a name: of counties, which is embedded, or of the areas' own outlines, if loaded?

counties-27.json, regions-27.json ...      data/reference/shapes
areas-27-0123456789ab.json                 outlines/27.json of the generation of that name
"""

import re
from pathlib import Path

from data import loaded, store
from data.registry import SHAPES

OUTLINES = "outlines"
OF_AREAS = re.compile(r"areas-(\d\d)-([0-9a-f]{12})\.json")


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
