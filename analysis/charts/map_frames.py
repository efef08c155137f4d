"""How is a place framed on the map? It fills its frame, in a projection that keeps areas true."""

import json
from functools import cache
from typing import Any

import pandas as pd

from analysis.charts import legend
from analysis.wording import numbers
from data.registry import SHAPES

MARGIN_DEGREES = 0.12
WITH_REGIONS = {
    "27": [
        "Central",
        "Metro",
        "Northeast",
        "Northwest",
        "South Central",
        "Southeast",
        "Southwest",
        "West Central",
    ]
}


@cache
def edges() -> dict[str, list[float]]:
    """West, south, east and north of each state, by its FIPS code (degrees)."""
    return json.loads((SHAPES / "frames.json").read_text(encoding="utf-8"))


def height(state_fips: str | None, pixels: int) -> int:
    """The height that a map needs: a state takes it all, the nation is wider than it is high."""
    return pixels if state_fips else round(pixels * 0.75)


def geo(state_fips: str | None) -> dict[str, Any]:
    """Plotly's geo layout for a state (Albers equal-area cone around it) or, for None, the nation."""
    plain = {
        "visible": False,
        "bgcolor": "rgba(0,0,0,0)",
        "domain": {"x": [0, 1], "y": [0, 1]},
    }
    if state_fips is None:
        return plain | {"scope": "usa", "projection": {"type": "albers usa"}}
    west, south, east, north = edges()[state_fips]
    height = north - south
    return plain | {
        "projection": {
            "type": "conic equal area",
            "parallels": [round(south + height / 6, 2), round(north - height / 6, 2)],
            "rotation": {"lon": round((west + east) / 2, 2)},
        },
        "lonaxis": {"range": [west - MARGIN_DEGREES, east + MARGIN_DEGREES]},
        "lataxis": {"range": [south - MARGIN_DEGREES, north + MARGIN_DEGREES]},
    }


# A click chooses a county; Plotly would fade all the rest.
STEADY = {"selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}}}
INK = {"textfont": {"color": "#1c2429"}}


def points(sites: pd.DataFrame, kind: legend.Kind) -> dict[str, Any]:
    """Sites of one kind, by its symbol and colour."""
    return {
        "type": "scattergeo",
        "lon": sites["longitude"].tolist(),
        "lat": sites["latitude"].tolist(),
        "text": [numbers.plain(name) for name in sites["place"] + ", " + sites["city"]],
        "mode": "markers",
        "name": kind.name,
        "hovertemplate": "%{text}<extra></extra>",
        **STEADY,
        "marker": {"symbol": kind.symbol, "size": 7, "color": kind.colour, "line": {"color": "#ffffff", "width": 1}},
    }


def cities(cities: list[tuple[str, float, float, str]]) -> dict[str, Any]:
    """City names beside their dots, dark on a light halo."""
    return {
        "type": "scattergeo",
        "lon": [longitude for _, longitude, _, _ in cities],
        "lat": [latitude for _, _, latitude, _ in cities],
        "text": [numbers.plain(name) for name, _, _, _ in cities],
        "textposition": [position for _, _, _, position in cities],
        "mode": "markers+text",
        "selected": STEADY["selected"] | INK,
        "unselected": STEADY["unselected"] | INK,
        "showlegend": False,
        "hoverinfo": "skip",
        "textfont": {"size": 11, "color": "#1c2429", "shadow": "0 0 3px #fff, 0 0 3px #fff, 0 0 3px #fff"},
        "marker": {"size": 4, "color": "#1c2429", "line": {"color": "#ffffff", "width": 1}},
    }
