"""Census tracts and a figure -> a map of one mark a tract, over the borders of counties."""

from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analysis.charts import county_map, legend, map_frames, palette
from analysis.charts.classes import Classed
from analysis.charts.county_map import MapView
from analysis.geography import outlines as geography_outlines
from analysis.wording import numbers
from analysis.wording.measures import Measure

# Minutes up to which a class goes; the last is over all of them.
EDGES = (15, 30, 45, 60)
SIZE = 5.5


class Marks(NamedTuple):
    """The class of each tract as its position in the legend, and the legend."""

    positions: list[int]
    entries: list[legend.Entry]


def minutes_names() -> list[str]:
    """What the classes of minutes are called, the shortest way first."""
    between = [f"{low} to {high}" for low, high in pairwise(EDGES)]
    return [f"Up to {EDGES[0]} minutes", *between, f"Over {EDGES[-1]}"]


def minutes_marks(minutes: np.ndarray, missing: str) -> Marks:
    """Tracts by class of minutes, each edge in the class that it ends; classes that hold none are left out.

    `missing` is what a tract without a known way is called.
    """
    minutes = np.asarray(minutes, dtype=float)
    codes = np.where(np.isnan(minutes), legend.MISSING, np.searchsorted(EDGES, minutes) + 1)
    named = [(legend.MISSING, missing, palette.NOT_KNOWN)]
    named += [(n + 1, name, palette.NEED[n]) for n, name in enumerate(minutes_names())]
    counts = {code: int((codes == code).sum()) for code, _, _ in named}
    entries = [legend.Entry(code, f"{name} ({counts[code]:,})", colour) for code, name, colour in named if counts[code]]
    return Marks(_positions(codes, entries), entries)


def measure_marks(classed: Classed, measure: Measure, destinations: np.ndarray, missing: str, none: str) -> Marks:
    """Tracts by the classes of a measure; one without any destination within reach has none, whatever is measured.

    `none` is what that is called, `missing` what any other tract without a figure is.
    """
    classed = classed._replace(codes=np.where(np.asarray(destinations) == 0, legend.NONE, classed.codes))
    entries = [
        entry._replace(name=entry.name.replace("Not known", missing).replace("None", none))
        if entry.code in (legend.MISSING, legend.NONE)
        else entry
        for entry in legend.entries(classed, measure)
    ]
    return Marks(_positions(classed.codes, entries), entries)


def told(tracts: pd.DataFrame, column: str, unit: str, missing: str, none: str = "none") -> list[tuple[str, str]]:
    """What a hover says of each tract: its figure, `none` where nothing is within reach, and its people."""
    figures = [missing if pd.isna(value) else numbers.figure(value, unit) for value in tracts[column]]
    if "destinations" in tracts:
        figures = [none if n == 0 else said for n, said in zip(tracts["destinations"], figures, strict=True)]
    return list(zip(figures, [f"{people:,}" for people in tracts["household_population"]], strict=True))


def tract_map(
    tracts: pd.DataFrame, marks: Marks, hover: list[tuple[str, str]], said: str, view: MapView
) -> dict[str, Any]:
    """One mark a tract, coloured by its class. `said` is what the figure of a hover counts.

    Returns a Plotly figure as a plain dict.
    """
    regions = map_frames.WITH_REGIONS.get(view.state_fips or "", [])
    traces = [county_map.ground(sorted({code[:5] for code in tracts["tract_geoid"]}), view)]
    if regions:
        traces.append(county_map.outline(f"regions-{view.state_fips}.json", regions, palette.REGION_BORDER, 1.2, view))
    traces.append(_dots(tracts, marks, hover, said))
    if view.state_fips in geography_outlines.CITIES:
        traces.append(map_frames.cities(geography_outlines.CITIES[view.state_fips]))
    return {"data": traces, "layout": county_map.layout(view)}


def _dots(tracts: pd.DataFrame, marks: Marks, hover: list[tuple[str, str]], said: str) -> dict[str, Any]:
    steps = len(marks.entries)
    colours = [[end / steps, entry.colour] for n, entry in enumerate(marks.entries) for end in (n, n + 1)]
    return {
        "type": "scattergeo",
        "lon": tracts["longitude"].tolist(),
        "lat": tracts["latitude"].tolist(),
        "text": [f"{numbers.plain(row.county)}, tract {number(row.tract_geoid)}" for row in tracts.itertuples()],
        "customdata": hover,
        "hovertemplate": f"<b>%{{text}}</b><br>{said}: %{{customdata[0]}}<br>%{{customdata[1]}} people<extra></extra>",
        "mode": "markers",
        "showlegend": False,
        "marker": {
            "size": SIZE,
            "color": marks.positions,
            "cmin": -0.5,
            "cmax": steps - 0.5,
            "colorscale": colours,
            "line": {"color": palette.MUTED_DARK, "width": 0.6},
        },
    }


def number(tract_geoid: str) -> str:
    """The number of a tract as the Census Bureau writes it: 7701, 7704.01."""
    whole, part = tract_geoid[5:9].lstrip("0") or "0", tract_geoid[9:]
    return whole if part == "00" else f"{whole}.{part}"


def _positions(codes: np.ndarray, entries: list[legend.Entry]) -> list[int]:
    position = {entry.code: n for n, entry in enumerate(entries)}
    return [position[code] for code in codes.tolist()]
