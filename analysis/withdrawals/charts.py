"""Who and what hangs on the decision? Frames -> Plotly figures, as plain dicts."""

from typing import Any

import pandas as pd

from analysis.charts import county_map, palette
from analysis.charts.bars import PLAIN_AXIS, template
from analysis.wording import numbers

DOT = 15
MOST = 15  # dots in a stack
HATCHES = {3500: "", 3000: "/"}
# Shape and place tell the kind as well as colour.
KINDS = (
    (3500, "Everyone there (3,500 people for each physician)", "circle", palette.HOSPITAL),
    (3000, "A group or high need (3,000)", "diamond", palette.ALTERNATIVE),
)


def alone_bars(counties: pd.DataFrame, *, height: int) -> dict[str, Any]:
    """Bars from zero, a county each, labelled with its people."""
    people = counties["proposed_alone_population"]
    return {
        "data": [
            {
                "type": "bar",
                "orientation": "h",
                "x": people.tolist(),
                "y": county_map.named(counties),
                "text": [f"{count:,}" for count in people],
                "textposition": "outside",
                "cliponaxis": False,
                "hoverinfo": "skip",
                "marker": {"color": palette.NEED[3]},
            }
        ],
        "layout": template(
            height,
            margin={"l": 8, "r": 64, "t": 0, "b": 0},
            yaxis=PLAIN_AXIS | {"autorange": "reversed", "type": "category", "ticklabelstandoff": 6},
        ),
    }


def line_dots(areas: pd.DataFrame, *, height: int) -> dict[str, Any]:
    """One dot an area, stacked by tenths of the physicians asked for; the line of designation at the right.

    Where stacks are too high for dots, bars of as many areas.
    """
    edge = {"type": "line", "x0": 1, "x1": 1, "yref": "paper", "y0": 0, "y1": 1}
    named = {"text": "the line", "x": 1, "yref": "paper", "y": 1, "yanchor": "bottom", "showarrow": False}
    layout = template(
        height,
        margin={"l": 8, "r": 30, "t": 22, "b": 64},
        shapes=[edge | {"line": {"color": palette.MUTED_DARK, "width": 2}}],
        annotations=[named | {"font": {"size": 12}}],
        showlegend=True,
        legend={"orientation": "h", "x": 0, "y": -0.2, "yanchor": "top", "itemclick": False, "itemdoubleclick": False},
        xaxis=PLAIN_AXIS
        | {"range": [-0.02, 1.02], "tickformat": ".0%", "tickvals": [0, 0.25, 0.5, 0.75, 1], "showticklabels": True},
        yaxis=PLAIN_AXIS | {"rangemode": "tozero", "showticklabels": False},
    )
    is_crowded = len(areas) and areas["met_number"].max() > MOST
    layout |= {"barmode": "stack", "bargap": 0.2} if is_crowded else {}
    return {"data": [(_bars if is_crowded else _dots)(areas, *kind) for kind in KINDS], "layout": layout}


def _dots(areas: pd.DataFrame, ratio: int, name: str, symbol: str, colour: str) -> dict[str, Any]:
    rows = areas[areas["ratio_goal"] == ratio]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": rows["met_step"].tolist(),
        "y": rows["met_number"].tolist(),
        "text": [numbers.plain(name) for name in rows["area"]],
        "customdata": [
            [numbers.figure(row.need_met_share, "share"), numbers.figure(row.fte_short, "FTE")]
            for row in rows.itertuples()
        ],
        "hovertemplate": "<b>%{text}</b><br>%{customdata[0]} of the physicians asked for<br>"
        "short %{customdata[1]} FTE<extra></extra>",
        "cliponaxis": False,
        "marker": {"symbol": symbol, "size": DOT, "color": colour, "line": {"color": "#ffffff", "width": 1}},
    }


def _bars(areas: pd.DataFrame, ratio: int, name: str, _symbol: str, colour: str) -> dict[str, Any]:
    counted = areas.loc[areas["ratio_goal"] == ratio, "met_step"].value_counts().sort_index()
    return {
        "type": "bar",
        "name": name,
        "x": counted.index.tolist(),
        "y": counted.tolist(),
        "hovertemplate": "%{y} areas<extra></extra>",
        "marker": {
            "color": colour,
            "pattern": {"shape": HATCHES[ratio], "bgcolor": colour, "fgcolor": palette.BORDER, "solidity": 0.2},
        },
    }
