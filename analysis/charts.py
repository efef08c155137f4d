"""Frames -> Plotly figures, as plain dicts. No arithmetic: what is drawn is in the rows."""

from typing import Any

import pandas as pd

from analysis import palette, words
from analysis.measures import Measure

FONT = "'Source Sans', sans-serif"
PLAIN_AXIS = {
    "showgrid": False,
    "zeroline": False,
    "showline": False,
    "ticks": "",
    "fixedrange": True,
    "automargin": True,
}


def template(height: int, **layout: Any) -> dict[str, Any]:
    """The layout that every chart starts from; text colours come from the reader's theme."""
    return {
        "height": height,
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "dragmode": False,
        "showlegend": False,
        "font": {"size": 13, "family": FONT},
        "hoverlabel": {"font": {"size": 13}, "align": "left"},
        "xaxis": PLAIN_AXIS | {"showticklabels": False},
        "yaxis": PLAIN_AXIS,
    } | layout


def ranked_bars(rows: pd.DataFrame, names: list[str], measure: Measure, *, height: int) -> dict[str, Any]:
    """Bars from zero, the first row on top, each labelled with its value."""
    values = rows[measure.column]
    return {
        "data": [
            {
                "type": "bar",
                "orientation": "h",
                "x": values.tolist(),
                "y": [words.plain(name) for name in names],
                "text": [words.figure(value, measure.unit) for value in values],
                "textposition": "outside",
                "cliponaxis": False,
                "hoverinfo": "skip",
                "marker": {"color": palette.SCALES[measure.scale][3]},
            }
        ],
        "layout": template(
            height,
            margin={"l": 8, "r": 48, "t": 0, "b": 0},
            yaxis=PLAIN_AXIS | {"autorange": "reversed", "automargin": True, "type": "category"},
        ),
    }


def population_line(years: pd.DataFrame) -> dict[str, Any]:
    """People by year, one line a vintage, broken between them; each line labelled at its end."""
    traces = []
    for vintage, colour in zip(sorted(years["vintage_year"].unique()), palette.VINTAGES, strict=False):
        part = years[years["vintage_year"] == vintage]
        last = [""] * (len(part) - 1) + [f"{part['people'].iloc[-1]:,}"]
        traces.append(
            {
                "type": "scatter",
                "mode": "lines+markers+text",
                "x": part["population_year"].tolist(),
                "y": part["people"].tolist(),
                "text": last,
                "textposition": "top center",
                "cliponaxis": False,
                "hovertemplate": f"%{{x}}: %{{y:,}} people<br>estimated in {vintage}<extra></extra>",
                "line": {"color": colour, "width": 2.5},
                "marker": {"size": 5},
            }
        )
    return {
        "data": traces,
        "layout": template(
            260,
            margin={"l": 8, "r": 40, "t": 24, "b": 8},
            xaxis=PLAIN_AXIS | {"dtick": 2, "showticklabels": True},
            yaxis=PLAIN_AXIS | {"rangemode": "tozero", "tickformat": ",", "automargin": True, "nticks": 4},
        ),
    }


def language_bars(groups: pd.DataFrame) -> dict[str, Any]:
    """People with limited English by language group, with their 90% margins."""
    return {
        "data": [
            {
                "type": "bar",
                "orientation": "h",
                "x": groups["limited_english_group"].tolist(),
                "y": groups["language_group"].tolist(),
                "error_x": {
                    "type": "data",
                    "array": groups["limited_english_group_moe"].tolist(),
                    "color": palette.MUTED_DARK,
                    "thickness": 1.5,
                    "width": 5,
                },
                "hoverinfo": "skip",
                "marker": {"color": palette.PEOPLE[3]},
            }
        ],
        "layout": template(
            230,
            xaxis=PLAIN_AXIS | {"showticklabels": True, "tickformat": ",", "rangemode": "tozero", "nticks": 5},
            yaxis=PLAIN_AXIS | {"autorange": "reversed", "automargin": True},
        ),
    }
