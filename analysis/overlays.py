"""Places on the map: cities to find one's way, hospitals and health centers."""

from typing import Any

import pandas as pd

from analysis import legend, words

# A click chooses a county; Plotly would fade all the rest.
STEADY = {"selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}}}
INK = {"textfont": {"color": "#1c2429"}}


def points(sites: pd.DataFrame, kind: legend.Kind) -> dict[str, Any]:
    """Sites of one kind, by its symbol and colour."""
    return {
        "type": "scattergeo",
        "lon": sites["longitude"].tolist(),
        "lat": sites["latitude"].tolist(),
        "text": [words.plain(name) for name in sites["place"] + ", " + sites["city"]],
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
        "text": [words.plain(name) for name, _, _, _ in cities],
        "textposition": [position for _, _, _, position in cities],
        "mode": "markers+text",
        "selected": STEADY["selected"] | INK,
        "unselected": STEADY["unselected"] | INK,
        "showlegend": False,
        "hoverinfo": "skip",
        "textfont": {"size": 11, "color": "#1c2429", "shadow": "0 0 3px #fff, 0 0 3px #fff, 0 0 3px #fff"},
        "marker": {"size": 4, "color": "#1c2429", "line": {"color": "#ffffff", "width": 1}},
    }
