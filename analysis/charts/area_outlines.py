"""Shortage areas by their own outlines, over the counties of the map: which lines, hovers and names?"""

import json
import math
from functools import lru_cache
from itertools import chain
from typing import Any, NamedTuple

import pandas as pd
from shapely import Geometry, total_bounds
from shapely.geometry import shape

from analysis.charts import legend, map_frames, palette
from analysis.geography.outlines import CITIES
from analysis.wording import numbers
from data.geography import shapes as geography_shapes

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
    features = json.loads(geography_shapes.text(file))["features"]
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
    said = numbers.spelled(areas)
    names: dict[str, str] = {}
    taken: dict[str, int] = {}
    for row in said.itertuples():
        name = f"{row.area} · {numbers.lower(row.status)}"
        taken[name] = taken.get(name, 0) + 1
        names[row.area_id] = name if taken[name] == 1 else f"{name} · no. {taken[name]}"
    return names


CLEAR = [[0, "rgba(0,0,0,0)"], [1, "rgba(0,0,0,0)"]]
CASING = 3.6


class Line(NamedTuple):
    """How areas of a status are drawn. Dashes on screen follow from the width (scripts.STYLE, page.css)."""

    name: str
    colour: str
    width: float
    dash: str
    sign: str


# In this order: what lies on top is what a click finds.
LINES = {
    "proposed_withdrawal": Line(
        "Proposed for withdrawal: dashed outline", palette.PROPOSED_LINE, 1.61, "5px,3px", "- -"
    ),
    "designated": Line("Designated: solid outline", palette.DESIGNATED_LINE, 1.7, "", "—"),
}


def traces(areas: pd.DataFrame, file: str, shapes: str, *, picked: str | None, told: str) -> list[dict[str, Any]]:
    """The layer of these areas as Plotly traces: a light casing, a line for each status, the one picked, names.

    `areas` are of `outlined`, most physicians short first; `shapes` is the address of the folder of shapes; `told`
    ends each hover: the place's own figure and the date.
    """
    at = places(file)
    ranked = areas.assign(rank=areas["fte_short"].rank(ascending=False, method="min"), among=len(areas))
    # Plotly takes the first area that a point is in: the smallest, or it could not be reached.
    ranked = ranked.iloc[sorted(range(len(ranked)), key=lambda n: at[ranked["area_id"].iloc[n]].size)]
    address = f"{shapes}/{file}"
    drawn = [_outline(address, ranked["area_id"].tolist(), palette.BORDER, CASING) | {"hoverinfo": "skip"}]
    for status, line in LINES.items():
        some = ranked[ranked["status"] == status]
        if len(some):
            drawn.append(_outline(address, some["area_id"].tolist(), line.colour, line.width) | _hover(some, told))
            drawn[-1]["meta"] = {"dash": line.dash}
    if len(drawn) == 1 + len(LINES):
        # Old and new listing share borders: the dashes show on the solid line, under which a click finds the new one.
        drawn.append(drawn[1] | {"hoverinfo": "skip", "hovertemplate": None})
    if picked in set(areas["area_id"]):
        drawn.append(_outline(address, [picked], palette.CHOSEN, 3.2) | {"hoverinfo": "skip"})
    named = ranked[ranked["area_id"].isin([*with_room(ranked[::-1], file), picked])]
    return [*drawn, _names(named, at)] if len(named) else drawn


def _outline(address: str, ids: list[str], colour: str, width: float) -> dict[str, Any]:
    return {
        "type": "choropleth",
        "geojson": address,
        "locations": ids,
        "z": [0] * len(ids),
        "colorscale": CLEAR,
        "showscale": False,
        "showlegend": False,
        "marker": {"line": {"color": colour, "width": width}},
        **map_frames.STEADY,
    }


def _hover(areas: pd.DataFrame, told: str) -> dict[str, Any]:
    said = numbers.spelled(areas)
    lines = [
        (
            f"{row.designation_type}. {row.status}",
            f"{numbers.figure(row.fte_short, 'FTE')} FTE, {_rank(row.rank, row.among)}",
            numbers.figure(row.hpsa_score, "score"),
        )
        for row in said.itertuples()
    ]
    template = (
        "<b>%{text}</b><br>%{customdata[0]}<br>Physicians short: %{customdata[1]}<br>Score: %{customdata[2]} of 25"
        f"<br>{told}<extra></extra>"
    )
    return {"text": [numbers.plain(name) for name in areas["area"]], "customdata": lines, "hovertemplate": template}


def _rank(rank: float, among: int) -> str:
    return "no rank" if pd.isna(rank) else f"{numbers.ordinal(int(rank))} of {among:,} areas"


def _names(areas: pd.DataFrame, at: dict[str, Place]) -> dict[str, Any]:
    points = [at[area_id] for area_id in areas["area_id"]]
    trace = map_frames.cities(
        [
            (name, point.longitude, point.latitude, "middle center")
            for name, point in zip(areas["area"], points, strict=True)
        ]
    )
    return trace | {"mode": "text"}


def entries(areas: pd.DataFrame) -> list[legend.Entry]:
    """Each status that is drawn, with its sign and how many areas."""
    counts = areas["status"].value_counts()
    return [
        legend.Entry(100 + n, f"{line.name} ({counts[status]:,})", line.colour, line.sign)
        for n, (status, line) in enumerate(reversed(LINES.items()))
        if status in counts
    ]
