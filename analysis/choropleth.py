"""Counties and a measure -> a map whose legend says how many counties each colour stands for."""

from html import escape
from typing import Any, NamedTuple

import pandas as pd

from analysis import frames, palette, words
from analysis.classes import Classed
from analysis.measures import Measure
from analysis.sentences import Hover

SHAPES = "/shapes"
MISSING, NONE = -1, 0


class MapView(NamedTuple):
    """What the map shows besides the measure: which state, the county picked, places of care."""

    state_fips: str | None = "27"
    chosen: str | None = None
    care: pd.DataFrame | None = None
    height: int = 480
    shapes: str = SHAPES


def county_map(
    counties: pd.DataFrame, measure: Measure, classed: Classed, hover: Hover, view: MapView
) -> dict[str, Any]:
    """A choropleth of `measure`, one colour a class, with a legend of ranges and counts.

    `hover` is in the order of the rows. Outlines are fetched by URL, so the
    figure stays small.

    Returns a Plotly figure as a plain dict.
    """
    entries = legend(classed, measure)
    traces = [_fills(counties, classed, entries, hover, view)]
    if view.state_fips in frames.WITH_REGIONS:
        traces.append(
            _outline(
                f"regions-{view.state_fips}.json",
                frames.WITH_REGIONS[view.state_fips],
                palette.REGION_BORDER,
                1.2,
                view,
            )
        )
    if view.state_fips is None:
        traces.append(_outline("states-us.json", sorted(frames.edges()), palette.REGION_BORDER, 0.7, view))
    if view.chosen:
        traces.append(_outline(_county_file(view), [view.chosen], palette.CHOSEN, 3, view))
    traces += _places(view)
    return {"data": traces, "layout": _layout(view)}


class Entry(NamedTuple):
    """One line of a legend."""

    code: int
    name: str
    colour: str


def legend(classed: Classed, measure: Measure) -> list[Entry]:
    """Each class that occurs: code, its range with the number of counties, and its colour."""
    scale = palette.SCALES[measure.scale]
    entries = []
    for code, count in ((MISSING, (classed.codes == MISSING).sum()), (NONE, (classed.codes == NONE).sum())):
        if count:
            name = f"Not known ({count:,})" if code == MISSING else f"None ({count:,})"
            entries.append(Entry(code, name, palette.NOT_KNOWN if code == MISSING else palette.NONE[measure.scale]))
    classes = len(classed.counts)
    for n, (low, high, count) in enumerate(zip(classed.lows, classed.highs, classed.counts, strict=True)):
        ends = [words.figure(low, measure.unit), words.figure(high, measure.unit)]
        name = ends[0] if ends[0] == ends[1] else " to ".join(ends)
        # Few classes take the ends of the scale as well, so that they stay apart.
        entries.append(Entry(n + 1, f"{name} ({count:,})", scale[round(n * (len(scale) - 1) / max(classes - 1, 1))]))
    return entries


def legend_html(entries: list[Entry], care: bool = False) -> str:
    """The legend as a list that a screen reader can read: swatch, range, number of counties.

    Beside the figure and not in it: six legend traces took longer to draw than the counties.
    """
    items = [(f"background:{entry.colour}", entry.name) for entry in entries]
    if care:
        items += [(f"background:{colour};border-radius:50%", name) for name, _, colour in KINDS.values()]
    swatches = "".join(f'<li><i style="{style}"></i>{escape(name)}</li>' for style, name in items)
    return f'<ul class="atlas-legend" aria-label="Legend, with the number of counties">{swatches}</ul>'


def _fills(
    counties: pd.DataFrame,
    classed: Classed,
    entries: list[Entry],
    hover: Hover,
    view: MapView,
) -> dict[str, Any]:
    position = {code: n for n, (code, _, _) in enumerate(entries)}
    steps = len(entries)
    colours = [(end / steps, colour) for n, (_, _, colour) in enumerate(entries) for end in (n, n + 1)]
    return {
        "type": "choropleth",
        "geojson": f"{view.shapes}/{_county_file(view)}",
        "locations": counties["county_fips"].tolist(),
        "z": [position[code] for code in classed.codes.tolist()],
        "zmin": -0.5,
        "zmax": steps - 0.5,
        "colorscale": [list(step) for step in colours],
        "showscale": False,
        "showlegend": False,
        "text": hover.names,
        "customdata": hover.told,
        "hovertemplate": hover.template,
        "marker": {"line": {"color": palette.BORDER, "width": 0.6 if view.state_fips else 0.15}},
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def _outline(file: str, ids: list[str], colour: str, width: float, view: MapView) -> dict[str, Any]:
    """Borders without a fill, drawn as a second choropleth because only those take a file."""
    clear = [[0, "rgba(0,0,0,0)"], [1, "rgba(0,0,0,0)"]]
    return {
        "type": "choropleth",
        "geojson": f"{view.shapes}/{file}",
        "locations": ids,
        "z": [0] * len(ids),
        "colorscale": clear,
        "showscale": False,
        "showlegend": False,
        "hoverinfo": "skip",
        "marker": {"line": {"color": colour, "width": width}},
    }


KINDS = {
    "hospital": ("Hospital", "square", palette.HOSPITAL),
    "critical access hospital": ("Critical access hospital", "diamond", palette.CRITICAL_ACCESS),
    "health center": ("Health center", "circle", palette.HEALTH_CENTER),
}


def _places(view: MapView) -> list[dict[str, Any]]:
    traces = []
    if view.care is not None:
        for kind, (name, symbol, colour) in KINDS.items():
            sites = view.care[(view.care["place_kind"] == kind) & view.care["latitude"].notna()]
            traces.append(_points(sites, name, {"symbol": symbol, "size": 7, "color": colour}))
    if view.state_fips in frames.CITIES:
        traces.append(_cities(frames.CITIES[view.state_fips]))
    return traces


def _points(sites: pd.DataFrame, name: str, marker: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "scattergeo",
        "lon": sites["longitude"].tolist(),
        "lat": sites["latitude"].tolist(),
        "text": (sites["place"] + ", " + sites["city"]).tolist(),
        "mode": "markers",
        "name": f"{name} ({len(sites):,})",
        "hovertemplate": "%{text}<extra></extra>",
        "marker": marker | {"line": {"color": "#ffffff", "width": 1}},
    }


def _cities(cities: list[tuple[str, float, float, str]]) -> dict[str, Any]:
    return {
        "type": "scattergeo",
        "lon": [longitude for _, longitude, _, _ in cities],
        "lat": [latitude for _, _, latitude, _ in cities],
        "text": [name for name, _, _, _ in cities],
        "textposition": [position for _, _, _, position in cities],
        "mode": "markers+text",
        "showlegend": False,
        "hoverinfo": "skip",
        "textfont": {"size": 11, "color": "#1c2429", "shadow": "0 0 3px #fff, 0 0 3px #fff, 0 0 3px #fff"},
        "marker": {"size": 4, "color": "#1c2429", "line": {"color": "#ffffff", "width": 1}},
    }


def _county_file(view: MapView) -> str:
    return f"counties-{view.state_fips or 'us'}.json"


def _layout(view: MapView) -> dict[str, Any]:
    return {
        "height": frames.height(view.state_fips, view.height),
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "dragmode": False,
        "clickmode": "event+select",
        "geo": frames.geo(view.state_fips),
        "showlegend": False,
        "hoverlabel": {"font": {"size": 13}, "align": "left"},
    }
