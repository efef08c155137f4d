"""How much room do the texts around a plot take? The edges of a plot on paper, in pixels."""

from typing import Any, NamedTuple

from analysis.documents import canvas

SMALL = 12.0
STANDOFF = 4.0


class Box(NamedTuple):
    """The plot's edges on paper, in pixels."""

    left: float
    top: float
    right: float
    bottom: float


def margins(figure: dict[str, Any], width: float, height: float) -> Box:
    """The plot's edges: the figure's margins, wider where the names of categories or labels need it."""
    layout, given = figure["layout"], figure["layout"].get("margin", {})
    left, right = (float(given.get(side, 8)) for side in "lr")
    names = [name for trace in figure["data"] for name in trace.get("y", []) if isinstance(name, str)]
    if names and layout.get("yaxis", {}).get("showticklabels", True):
        standoff = layout["yaxis"].get("ticklabelstandoff", STANDOFF)
        left = max(left, max(canvas.block(name, _size(layout)) for name in names) + standoff + 8)
    elif layout.get("yaxis", {}).get("automargin") and layout["yaxis"].get("showticklabels", True):
        left = max(left, 60.0)
    right = max([right, *(_beside(note) for note in layout.get("annotations", []))])
    for trace in figure["data"]:
        if trace.get("orientation") == "h" and trace.get("textposition") == "outside":
            right = max([right, *(canvas.block(text, SMALL) + 14 for text in trace.get("text", []))])
    bottom = float(given.get("b", 8)) + (18 if _has_bottom_ticks(layout) and given.get("b", 8) < 20 else 0)
    return Box(left, max(float(given.get("t", 8)), _above(layout)), width - right, height - bottom)


def _above(layout: dict[str, Any]) -> float:
    """The room that names over the plot take."""
    axis = layout.get("xaxis", {})
    if axis.get("side") != "top":
        return 0.0
    rows = max((name.count("<br>") + 1 for name in axis.get("ticktext", [])), default=1)
    return rows * SMALL * canvas.LINE_HEIGHT + axis.get("ticklabelstandoff", STANDOFF) + 4


def _has_bottom_ticks(layout: dict[str, Any]) -> bool:
    axis = layout.get("xaxis", {})
    return bool(axis.get("showticklabels")) and axis.get("side") != "top"


def _beside(note: dict[str, Any]) -> float:
    """The room that a label right of the plot takes."""
    if note.get("xref") != "paper" or note.get("x") != 1 or note.get("xanchor") != "left":
        return 0.0
    return note.get("xshift", 0) + canvas.block(note["text"], note.get("font", {}).get("size", SMALL)) + 4


def _size(layout: dict[str, Any]) -> float:
    return float(layout.get("font", {}).get("size", 13))
