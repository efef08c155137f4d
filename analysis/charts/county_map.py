"""Counties and a measure -> a map whose legend says how many counties each colour stands for."""

from typing import Any, NamedTuple

import pandas as pd

from analysis.charts import legend, map_frames, palette
from analysis.charts.bars import FONT
from analysis.charts.classes import Classed
from analysis.geography import outlines as geography_outlines
from analysis.wording import numbers
from analysis.wording.measures import MEAN, TOTAL, Measure


def named(counties: pd.DataFrame) -> list[str]:
    """County names, with the state's code where the rows are of several states."""
    if counties["state"].nunique() < 2:
        return counties["county"].tolist()
    return [f"{row.county}, {row.state}" for row in counties.itertuples()]


class Hover(NamedTuple):
    """Hover texts of a map: what is the same for every county, and what is not."""

    template: str
    names: list[str]
    told: list[tuple[str, str]]


def hover(counties: pd.DataFrame, measure: Measure, total: pd.Series, place: str) -> Hover:
    """Name; the figure with its unit; the place's figure; rank; as-of date."""
    figures = counties[measure.column]
    ranks = figures.rank(ascending=False, method="min")
    among = figures.notna().sum()
    ordinals = [f"{numbers.ordinal(int(rank))} of {among:,}" if pd.notna(rank) else "no rank" for rank in ranks]
    said = [numbers.figure(value, measure.unit) for value in figures]
    template = (
        f"<b>%{{text}}</b><br>{measure.label}: %{{customdata[0]}}{reference(measure, total, place)}"
        f"<br>%{{customdata[1]}}<br>{measure.as_of}<extra></extra>"
    )
    return Hover(template, named(counties), list(zip(said, ordinals, strict=True)))


def reference(measure: Measure, total: pd.Series, place: str) -> str:
    """The place's own figure of the measure as a line of a hover; nothing where there is none."""
    if measure.column not in total.index or pd.isna(total[measure.column]):
        return ""
    how = {TOTAL: " in all", MEAN: ""}.get(measure.state_is, f" {measure.state_is}")
    return f"<br>{place}{how}: {numbers.figure(total[measure.column], measure.unit)}"


def of_measure(counties: pd.DataFrame, measure: Measure, total: pd.Series, place: str) -> str:
    """The place's figure of a measure other than shortage, and the county with the most of it."""
    figures = counties[measure.column].dropna()
    if measure.group == "Shortage" or figures.empty:
        return ""
    top = counties.loc[figures.idxmax()]
    beside = reference(measure, total, place).removeprefix("<br>")
    most = f"the most in {top.county}: {numbers.figure(top[measure.column], measure.unit)}"
    return f"{measure.label}. {beside}; {most}. " if beside else f"{measure.label}: {most}. "


SHAPES = "/shapes"


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
    entries = legend.entries(classed, measure)
    traces = [_fills(counties, classed, entries, hover, view), *over(view)]
    return {"data": traces, "layout": layout(view)}


def over(view: MapView) -> list[dict[str, Any]]:
    """What lies over the colours of a map: borders of regions or states, the county picked, cities, places of care."""
    traces = []
    if view.state_fips in map_frames.WITH_REGIONS:
        regions = map_frames.WITH_REGIONS[view.state_fips]
        traces.append(outline(f"regions-{view.state_fips}.json", regions, palette.REGION_BORDER, 1.2, view))
    if view.state_fips is None:
        traces.append(outline("states-us.json", sorted(map_frames.edges()), palette.REGION_BORDER, 0.7, view))
    if view.chosen:
        traces.append(outline(county_file(view), [view.chosen], palette.CHOSEN, 3, view))
    return traces + _places(view)


def _fills(
    counties: pd.DataFrame,
    classed: Classed,
    entries: list[legend.Entry],
    hover: Hover,
    view: MapView,
) -> dict[str, Any]:
    position = {entry.code: n for n, entry in enumerate(entries)}
    steps = len(entries)
    colours = [(end / steps, entry.colour) for n, entry in enumerate(entries) for end in (n, n + 1)]
    return {
        "type": "choropleth",
        "geojson": f"{view.shapes}/{county_file(view)}",
        "locations": counties["county_fips"].tolist(),
        "z": [position[code] for code in classed.codes.tolist()],
        "zmin": -0.5,
        "zmax": steps - 0.5,
        "colorscale": [list(step) for step in colours],
        "showscale": False,
        "showlegend": False,
        "text": [numbers.plain(name) for name in hover.names],
        "customdata": hover.told,
        "hovertemplate": hover.template,
        "marker": {"line": {"color": palette.BORDER, "width": 0.6 if view.state_fips else 0.15}},
        **map_frames.STEADY,
    }


def outline(file: str, ids: list[str], colour: str, width: float, view: MapView) -> dict[str, Any]:
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
        **map_frames.STEADY,
    }


def ground(county_fips: list[str], view: MapView) -> dict[str, Any]:
    """Counties without a figure: pale, with their borders, for marks to stand on."""
    pale = [[0, palette.GROUND], [1, palette.GROUND]]
    return outline(county_file(view), county_fips, palette.GROUND_BORDER, 0.6, view) | {"colorscale": pale}


def _places(view: MapView) -> list[dict[str, Any]]:
    traces = []
    if view.care is not None:
        for name, kind in legend.KINDS.items():
            sites = view.care[(view.care["place_kind"] == name) & view.care["latitude"].notna()]
            traces.append(map_frames.points(sites, kind))
    if view.state_fips in geography_outlines.CITIES:
        traces.append(map_frames.cities(geography_outlines.CITIES[view.state_fips]))
    return traces


def county_file(view: MapView) -> str:
    """The file of outlines of a view's counties."""
    return f"counties-{view.state_fips or 'us'}.json"


def layout(view: MapView) -> dict[str, Any]:
    """The frame of a map of the view."""
    return {
        "height": map_frames.height(view.state_fips, view.height),
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "dragmode": False,
        "hovermode": "closest",
        "clickmode": "event+select",
        "geo": map_frames.geo(view.state_fips),
        "showlegend": False,
        "font": {"family": FONT},
        "hoverlabel": {"font": {"size": 13}, "align": "left"},
    }
