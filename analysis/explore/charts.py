"""A cut as small multiples and as lines over time. Frames -> Plotly figures, as plain dicts."""

from typing import Any

import numpy as np
import pandas as pd

from analysis.charts import bars, palette, scatter
from analysis.charts.scatter import Seen
from analysis.wording import columns as wording_columns
from analysis.wording import numbers

MOST_PANELS, MOST_LINES = 12, 6
CONTEXT = "rgba(140,150,160,0.35)"


def groups(rows: pd.DataFrame, by: str) -> list[Any]:
    """The groups of a column that get a panel, by name: twelve at most, those with most rows."""
    held = rows[by].dropna()
    names, counts = np.unique(held.to_numpy(dtype=object).astype(str), return_counts=True)
    kept = names[np.argsort(-counts, kind="stable")][:MOST_PANELS]
    return sorted(kept.tolist())


def panels(rows: pd.DataFrame, seen: Seen, by: str, *, across_page: int = 4) -> dict[str, Any]:
    """One scatter a group, all on the same axes; the other groups stand behind in grey."""
    known = rows[rows[seen.across].notna() & rows[seen.up].notna()]
    names = groups(known, by)
    lines = max(1, -(-len(names) // across_page))
    layout = bars.template(60 + 200 * lines, margin={"l": 8, "r": 8, "t": 26, "b": 8}, annotations=[])
    traces = []
    for n, name in enumerate(names):
        own = known[by].astype(str) == name
        end = "" if n == 0 else str(n + 1)
        box = _box(n, across_page, lines)
        layout[f"xaxis{end}"] = _shared(seen.across, known, box[0]) | {"anchor": f"y{end}", "nticks": 3}
        layout[f"yaxis{end}"] = _shared(seen.up, known, box[1]) | {"anchor": f"x{end}", "nticks": 4}
        layout["annotations"].append(_titled(f"<b>{numbers.plain(name)}</b> ({int(own.sum()):,})", box))
        behind = _marks(known[~own], seen, CONTEXT, 4) | {"hoverinfo": "skip"}
        front = _marks(known[own], seen, palette.PEOPLE[3], 7)
        traces += [part | {"xaxis": f"x{end}", "yaxis": f"y{end}"} for part in (behind, front)]
    return {"data": traces, "layout": layout}


def _box(n: int, across_page: int, lines: int) -> tuple[list[float], list[float]]:
    column, line = n % across_page, n // across_page
    wide, high = 1 / across_page, 1 / lines
    return [column * wide + 0.03, (column + 1) * wide - 0.015], [1 - (line + 1) * high + 0.05, 1 - line * high - 0.06]


def _shared(name: str, known: pd.DataFrame, domain: list[float]) -> dict[str, Any]:
    low, high = float(known[name].min()), float(known[name].max())
    room = (high - low) * 0.06 or 1.0
    return scatter.axis(name) | {"title": {"text": ""}, "domain": domain, "range": [low - room, high + room]}


def _titled(said: str, box: tuple[list[float], list[float]]) -> dict[str, Any]:
    where = {"x": box[0][0], "y": box[1][1], "xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "bottom"}
    return {"text": said, "showarrow": False, "font": {"size": 13}, **where}


def _marks(rows: pd.DataFrame, seen: Seen, colour: str, size: int) -> dict[str, Any]:
    said = [[numbers.figure(value, wording_columns.explained(name).unit) for value in rows[name]] for name in seen[:2]]
    names = [numbers.plain(name) for name in rows[seen.name]]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": rows[seen.across].astype(float).tolist(),
        "y": rows[seen.up].astype(float).tolist(),
        "hovertext": [f"<b>{name}</b><br>{one} · {two}" for name, one, two in zip(names, *said, strict=True)],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {"color": colour, "size": size},
    }


def lines(points: pd.DataFrame, unit: str) -> dict[str, Any]:
    """Figures by year, a line a series, broken between vintages; each named at its end.

    `points`: time, series, value, vintage.
    """
    traces = []
    for n, name in enumerate(dict.fromkeys(points["series"])):
        own = points[points["series"] == name]
        vintages = list(dict.fromkeys(own["vintage"]))
        for vintage in vintages:
            label = numbers.plain(name) if vintage == vintages[-1] else ""
            traces.append(_line(own[own["vintage"] == vintage], label, vintage, palette.LANGUAGES[n % 6], unit))
    form = {"share": ".0%", "usd": "$,.0f"}.get(unit, ",~r")
    whole = points["time"].nunique() <= 12
    return {
        "data": traces,
        "layout": bars.template(
            420,
            margin={"l": 8, "r": 110, "t": 24, "b": 8},
            xaxis=bars.PLAIN_AXIS | {"showticklabels": True, **({"dtick": 1} if whole else {"dtick": 2})},
            yaxis=bars.PLAIN_AXIS
            | {
                "rangemode": "tozero",
                "tickformat": form,
                "nticks": 5,
                "showgrid": True,
                "gridcolor": "rgba(128,140,150,0.2)",
            },
        ),
    }


def _line(part: pd.DataFrame, label: str, vintage: Any, colour: str, unit: str) -> dict[str, Any]:
    said = [numbers.figure(value, unit) for value in part["value"]]
    of = f"<br>estimated in {vintage}" if vintage else ""
    return {
        "type": "scatter",
        "mode": "lines+markers+text",
        "x": part["time"].tolist(),
        "y": part["value"].astype(float).tolist(),
        "text": [""] * (len(part) - 1) + [label],
        "textposition": "middle right",
        "cliponaxis": False,
        "hovertext": [f"{when}: {one}{of}" for when, one in zip(part["time"], said, strict=True)],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "line": {"color": colour, "width": 2.5},
        "marker": {"size": 6, "color": colour},
    }
