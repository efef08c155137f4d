"""Frames -> Plotly figures, as plain dicts. No arithmetic: what is drawn is in the rows."""

from typing import Any

import pandas as pd

from analysis import palette, words
from analysis.measures import Measure

PLAIN_AXIS = {"showgrid": False, "zeroline": False, "showline": False, "ticks": "", "fixedrange": True}


def template(height: int, **layout: Any) -> dict[str, Any]:
    """The layout that every chart starts from; text colours come from the reader's theme."""
    return {
        "height": height,
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "dragmode": False,
        "showlegend": False,
        "font": {"size": 14},
        "hoverlabel": {"font": {"size": 13}, "align": "left"},
        "xaxis": PLAIN_AXIS | {"showticklabels": False},
        "yaxis": PLAIN_AXIS,
    } | layout


def ranked_bars(rows: pd.DataFrame, name: str, measure: Measure, *, height: int) -> dict[str, Any]:
    """Bars from zero, the first row on top, each labelled with its value."""
    values = rows[measure.column]
    return {
        "data": [
            {
                "type": "bar",
                "orientation": "h",
                "x": values.tolist(),
                "y": rows[name].tolist(),
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
    titles = [
        {
            "text": f"<b>{measure.label}</b>",
            "x": 0,
            "y": 1 - n / steps,
            "xref": "paper",
            "yref": "paper",
            "xanchor": "left",
            "yanchor": "top",
            "showarrow": False,
            "font": {"size": 13},
        }
        for n, measure in enumerate(measures)
    ]
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
        "text": known["county"].tolist(),
        "hovertemplate": "%{text}: %{customdata}<extra></extra>",
        "customdata": [words.figure(value, measure.unit) for value in known[measure.column]],
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
    return axes | {
        "name": name,
        "x": [value],
        "y": [0],
        "hovertemplate": f"{name}: {words.figure(value, measure.unit)}<extra></extra>",
        "marker": marker,
        "showlegend": suffix == "",
    }
