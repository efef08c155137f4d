"""How unequally is it shared? Lorenz and concentration curves -> Plotly figures, as plain dicts."""

from typing import Any, NamedTuple

import numpy as np

from analysis.charts import palette
from analysis.charts.bars import FOOT, HEAD, LETTER, PLAIN_AXIS, made, note, template, wrapped
from analysis.charts.line_labels import DASHES, GAP, GRID, LINE
from analysis.statistics import inequality

EQUAL = "Equal shares"
NOTHING = np.array([])
INDENT = "\u2003\u2003"  # as wide as the sign of a line


class Line(NamedTuple):
    """A Lorenz or concentration curve and how it is drawn; `figure` is said under its label: "Gini 0.41"."""

    label: str
    curve: inequality.Curve
    colour: str
    figure: str = ""


class Axes(NamedTuple):
    """What the two axes of a share curve count: of whom, in which order; and of what."""

    people: str
    amounts: str


def share_curves(lines: list[Line], axes: Axes, *, height: int, made_of: str = "") -> dict[str, Any]:
    """Curves against the line of equal shares, labelled beside their end from the highest to the lowest.

    A curve without points (nobody, or none of the amount) is left out.
    """
    drawn = [Line(*line) for line in lines if len(line.curve.people)]
    dashes = dict(zip([line.label for line in drawn], DASHES, strict=False))
    labels, width = _ends(drawn, dashes)
    bottom = 48 + (FOOT if made_of else 0)
    beside = note(f"{axes.amounts}", 0, 1, yanchor="bottom", xshift=-38, yshift=10)
    under = note(axes.people, 0.5, 0, xanchor="center", yanchor="top", yshift=-26)
    equal = {"x": [0, 1], "y": [0, 1], "line": {"color": palette.MUTED_DARK, "width": 1.5, "dash": "4px,4px"}}
    ticks = PLAIN_AXIS | {"range": [0, 1], "tickformat": ".0%", "dtick": 0.25, "showticklabels": True} | GRID
    layout = template(
        height,
        margin={"l": 46, "r": width, "t": HEAD + 8, "b": bottom},
        annotations=[*labels, beside, under, *made(made_of, bottom=bottom, right=width - 8)],
        hovermode="closest",
        xaxis=ticks | {"automargin": False, "ticklabelstandoff": 4},
        yaxis=ticks | {"automargin": False, "ticklabelstandoff": 6},
    )
    still = {"type": "scatter", "mode": "lines", "hoverinfo": "skip"}
    return {
        "data": [still | equal, *(_curve(line, dashes.get(line.label, "solid")) for line in drawn)],
        "layout": layout,
    }


def _curve(line: Line, dash: str) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines",
        "name": line.label,
        "x": line.curve.people.tolist(),
        "y": line.curve.amounts.tolist(),
        "line": {"color": line.colour, "width": 2.5, "dash": dash},
        "hovertemplate": f"{line.label}: %{{x:.0%}} of people, %{{y:.0%}}<extra></extra>",
    }


def _ends(lines: list[Line], dashes: dict[str, str]) -> tuple[list[dict[str, Any]], int]:
    """Labels right of the corner where all curves end, in the order of the curves; and the room they take."""
    middles = [(float(np.interp(0.5, *line.curve)), line.colour, DASHES[dashes[line.label]], line) for line in lines]
    equal = (0.5, palette.MUTED_DARK, "┄┄", Line(EQUAL, inequality.Curve(NOTHING, NOTHING), palette.MUTED_DARK))
    notes, down, longest = [], 0, 0
    for _, colour, sign, line in sorted([*middles, equal], key=lambda end: end[0], reverse=True):
        parts = [*wrapped(line.label, 20).split("<br>"), *([line.figure] if line.figure else [])]
        text = f"<span style='color:{colour}'>{sign}</span> " + f"<br>{INDENT}".join(parts)
        notes.append(note(text, 1, 1, yanchor="top", xshift=10, yshift=8 - down, align="left"))
        down += LINE * len(parts) + GAP
        longest = max(longest, *map(len, parts))
    return notes, 48 + LETTER * longest
