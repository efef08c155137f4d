"""Where does one county stand among all counties of its state, measure by measure?"""

from typing import Any

import pandas as pd

from analysis.charts import palette
from analysis.charts.bars import PLAIN_AXIS, template
from analysis.wording import numbers
from analysis.wording.measures import Measure


def rank_strips(
    counties: pd.DataFrame, chosen: str, measures: list[Measure], places: dict[str, pd.Series]
) -> dict[str, Any]:
    """One strip a measure: every county of the state as a tick, the chosen one a dot, places as lines.

    Each strip runs from the smallest to the largest figure in the state.
    """
    traces: list[dict[str, Any]] = []
    axes: dict[str, Any] = {}
    steps = len(measures)
    for n, measure in enumerate(measures):
        suffix = "" if n == 0 else str(n + 1)
        axes[f"xaxis{suffix}"] = (
            PLAIN_AXIS | {"anchor": f"y{suffix}", "showticklabels": True, "nticks": 5} | _ticks(measure)
        )
        top = 1 - n / steps
        axes[f"yaxis{suffix}"] = PLAIN_AXIS | {
            "domain": [top - 0.66 / steps, top - 0.34 / steps],
            "range": [-1, 1],
            "showticklabels": False,
            "anchor": f"x{suffix}",
        }
        traces += _strip(counties, chosen, measure, places, suffix)
    titles = [_title(measure, 1 - n / steps) for n, measure in enumerate(measures)]
    return {
        "data": traces,
        "layout": template(84 * steps, annotations=titles, showlegend=True, legend=LEGEND) | axes,
    }


LEGEND = {
    "orientation": "h",
    "x": 0,
    "y": -0.03,
    "yanchor": "top",
    "itemclick": False,
    "itemdoubleclick": False,
}


def _title(measure: Measure, top: float) -> dict[str, Any]:
    return {
        "text": f"<b>{measure.label}</b>",
        "x": 0,
        "y": top,
        "xref": "paper",
        "yref": "paper",
        "xanchor": "left",
        "yanchor": "top",
        "showarrow": False,
        "font": {"size": 13},
    }


def _ticks(measure: Measure) -> dict[str, str]:
    return {"share": {"tickformat": ".0%"}, "usd": {"tickformat": "$,.0f"}}.get(measure.unit, {"tickformat": ",~r"})


def _strip(
    counties: pd.DataFrame, chosen: str, measure: Measure, places: dict[str, pd.Series], suffix: str
) -> list[dict[str, Any]]:
    known = counties[counties[measure.column].notna()]
    own = known[known["county_fips"] == chosen]
    axes = {
        "xaxis": f"x{suffix}",
        "yaxis": f"y{suffix}",
        "mode": "markers",
        "type": "scatter",
        "cliponaxis": False,
    }
    every = axes | {
        "name": "Counties of the state",
        "x": known[measure.column].tolist(),
        "y": [0] * len(known),
        "text": [numbers.plain(name) for name in known["county"]],
        "hovertemplate": "%{text}: %{customdata}<extra></extra>",
        "customdata": [numbers.figure(value, measure.unit) for value in known[measure.column]],
        "marker": {"symbol": "line-ns-open", "size": 16, "color": palette.MUTED, "line": {"width": 1.5}},
        "showlegend": suffix == "",
    }
    traces = [every]
    for (name, row), (symbol, colour) in zip(places.items(), palette.PLACES, strict=False):
        if pd.notna(row.get(measure.column)):
            value = row[measure.column]
            marker = {"symbol": symbol, "size": 12, "color": colour, "line": {"color": "#ffffff", "width": 1}}
            traces.append(_mark(axes, name, value, measure, marker, suffix))
    if len(own):
        marker = {
            "symbol": "circle",
            "size": 15,
            "color": palette.MARK,
            "line": {"color": "#ffffff", "width": 1.5},
        }
        row = own.iloc[0]
        traces.append(_mark(axes, row["county"], row[measure.column], measure, marker, suffix))
    return traces


def _mark(
    axes: dict[str, Any], name: str, value: float, measure: Measure, marker: dict[str, Any], suffix: str
) -> dict[str, Any]:
    name = numbers.plain(name)
    return axes | {
        "name": name,
        "x": [value],
        "y": [0],
        "hovertemplate": f"{name}: {numbers.figure(value, measure.unit)}<extra></extra>",
        "marker": marker,
        "showlegend": suffix == "",
    }
