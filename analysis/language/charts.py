"""Enough physicians for a language, and at what panel share? Frames -> Plotly figures, as plain dicts."""

from collections.abc import Sequence
from typing import Any

from analysis.charts import palette
from analysis.charts.bars import HEAD, LETTER, PLAIN_AXIS, note, template, wrapped
from analysis.charts.line_labels import DASHES, GAP, GRID, LINE
from analysis.language import adequacy
from analysis.language.tables import TOP, Panel

FOOT = 48
TICKS = [0, adequacy.LEAST, adequacy.ENOUGH, 120, TOP]


def panel_lines(panels: Sequence[Panel], panel_share: float, *, height: int) -> dict[str, Any]:
    """Rates against the panel share over the band of 60 to 80, labelled at their end; an upright at the share chosen.

    Lines end at TOP where they are higher. Each is marked at the share chosen, with its interval.
    """
    styles = list(zip(palette.LANGUAGES, DASHES, strict=True))
    labels, width = _ends(panels, [(colour, DASHES[dash]) for colour, dash in styles], height)
    said = note("Physicians per 100,000", 0, 1, yanchor="bottom", xshift=-38, yshift=8)
    under = note("Share of their patients with limited English", 0.5, 0, xanchor="center", yanchor="top", yshift=-26)
    side = {"xanchor": "left", "xshift": 4} if panel_share < 0.5 else {"xanchor": "right", "xshift": -4}
    chosen = note(f"{panel_share:.0%}", panel_share, 1, xref="x", yanchor="top", **side)
    ticks = PLAIN_AXIS | {"showticklabels": True, "automargin": False} | GRID
    layout = template(
        height,
        margin={"l": 46, "r": width, "t": HEAD + 8, "b": FOOT},
        annotations=[*labels, said, under, chosen],
        shapes=[_band(), _upright(panel_share)],
        hovermode="closest",
        xaxis=ticks | {"range": [0, 1], "tickformat": ".0%", "dtick": 0.25, "ticklabelstandoff": 4},
        yaxis=ticks | {"range": [0, TOP], "tickvals": TICKS, "ticklabelstandoff": 6},
    )
    drawn = [
        trace
        for panel, (colour, dash) in zip(panels, styles, strict=False)
        for trace in (_line(panel, colour, dash), *_mark(panel, panel_share, colour))
    ]
    return {"data": drawn, "layout": layout}


def _line(panel: Panel, colour: str, dash: str) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines",
        "name": panel.label,
        "x": panel.shares,
        "y": panel.rates,
        "line": {"color": colour, "width": 2.5, "dash": dash},
        "hovertemplate": f"{panel.label}: %{{y:.0f}} per 100,000 if %{{x:.0%}} of patients<extra></extra>",
    }


def _mark(panel: Panel, share: float, colour: str) -> list[dict[str, Any]]:
    if panel.marked is None:
        return []
    rate, low, high = panel.marked
    ends = {"type": "data", "symmetric": False, "array": [high - rate], "arrayminus": [rate - low]}
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [share],
            "y": [rate],
            "hoverinfo": "skip",
            "error_y": ends | {"color": colour, "thickness": 1.5, "width": 4},
            "marker": {"color": colour, "size": 8},
        }
    ]


def _band() -> dict[str, Any]:
    place = {"type": "rect", "xref": "paper", "yref": "y", "x0": 0, "x1": 1, "layer": "below"}
    return place | {"y0": adequacy.LEAST, "y1": adequacy.ENOUGH, "fillcolor": palette.BAND, "line": {"width": 0}}


def _upright(share: float) -> dict[str, Any]:
    place = {"type": "line", "xref": "x", "yref": "paper", "x0": share, "x1": share, "y0": 0, "y1": 1}
    return place | {"line": {"color": palette.MUTED_DARK, "width": 1.5, "dash": "4px,4px"}}


def _ends(panels: Sequence[Panel], styles: Sequence[tuple[str, str]], height: int) -> tuple[list[dict[str, Any]], int]:
    """Labels at the height of each line's end, moved apart where they would overlap; and the room they take."""
    room = height - HEAD - 8 - FOOT
    told = [
        (room * (1 - panel.rates[-1] / TOP), colour, sign, wrapped(panel.label, 17).split("<br>"))
        for panel, (colour, sign) in zip(panels, styles, strict=False)
    ]
    told.sort(key=lambda one: one[0])
    sizes = [LINE * len(lines) + GAP for *_, lines in told]
    tops: list[float] = []
    for (middle, *_), size in zip(told, sizes, strict=True):
        tops.append(max(middle - size / 2, tops[-1] + sizes[len(tops) - 1] if tops else -GAP))
    floor = room + GAP + 16
    for n in reversed(range(len(tops))):
        tops[n] = min(tops[n], floor - sizes[n])
        floor = tops[n]
    notes = [
        note(
            f"<span style='color:{colour}'>{sign}</span> " + "<br>".join(lines),
            1, 1, yanchor="top", xshift=10, yshift=-round(top), align="left",
        )
        for top, (_, colour, sign, lines) in zip(tops, told, strict=True)
    ]  # fmt: skip
    longest = max((len(line) for *_, lines in told for line in lines), default=0)
    return notes, 44 + LETTER * longest
