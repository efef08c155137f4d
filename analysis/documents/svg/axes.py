"""Where does a value lie on paper? The axes of a figure and the margins around them, in pixels."""

import math
from typing import Any, NamedTuple

import numpy as np

from analysis.documents.svg import canvas
from analysis.documents.svg.canvas import INK, Canvas, Lettering, Stroke

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


BAR_END = 0.055  # room beyond the longest bar, of the axis
MARK_END = 0.06


class Axis(NamedTuple):
    """One axis: its layout, categories if it has any, values from its first to its last pixel."""

    layout: dict[str, Any]
    names: list[str]
    low: float
    high: float
    start: float
    end: float

    def at(self, value: Any) -> float:
        """The pixel of a value or a category."""
        place = self.names.index(value) if isinstance(value, str) and value in self.names else float(value)
        return self.start + (place - self.low) / (self.high - self.low) * (self.end - self.start)

    @property
    def unit(self) -> float:
        """Pixels that one unit, or one category, takes."""
        return abs(self.end - self.start) / abs(self.high - self.low)


def key_of(trace: dict[str, Any], letter: str) -> str:
    """The layout's name of a trace's axis: xaxis, yaxis2."""
    return f"{letter}axis{trace.get(f'{letter}axis', letter)[1:]}"


def axis_of(figure: dict[str, Any], key: str, box: Box) -> Axis:
    """One axis of a figure, laid over its part of the box."""
    letter, layout = key[0], figure["layout"].get(key, {})
    traces = [trace for trace in figure["data"] if key_of(trace, letter) == key]
    first, last = layout.get("domain", (0, 1))
    if letter == "x":
        start, end = (box.left + (box.right - box.left) * share for share in (first, last))
    else:
        start, end = (box.bottom - (box.bottom - box.top) * share for share in (first, last))
    names = _names(traces, letter, layout)
    low, high = _ends(traces, letter, layout, names)
    return Axis(layout, names, low, high, start, end)


def _names(traces: list[dict[str, Any]], letter: str, layout: dict[str, Any]) -> list[str]:
    found = [value for trace in traces for value in trace.get(letter, []) if isinstance(value, str)]
    return list(dict.fromkeys([*layout.get("categoryarray", []), *found]))


def _ends(traces: list[dict[str, Any]], letter: str, layout: dict[str, Any], names: list[str]) -> tuple[float, float]:
    is_reversed = layout.get("autorange") == "reversed"
    if names:
        ends = (-0.5, len(names) - 0.5)
    elif "range" in layout:
        ends = (float(layout["range"][0]), float(layout["range"][1]))
    else:
        ends = _around(traces, letter, layout)
    return (ends[1], ends[0]) if is_reversed else ends


def _around(traces: list[dict[str, Any]], letter: str, layout: dict[str, Any]) -> tuple[float, float]:
    values, pad = [np.array([np.nan])], 0.0
    sums: dict[Any, float] = {}
    for trace in traces:
        numbers = np.array([np.nan if value is None else value for value in trace.get(letter, [])], dtype=float)
        if trace["type"] == "bar" and ("h" if letter == "x" else "v") == trace.get("orientation", "v"):
            base = np.array(trace.get("base", [0.0] * len(numbers)), dtype=float)
            for name, value in zip(trace["y" if letter == "x" else "x"], numbers, strict=True):
                sums[name] = sums.get(name, 0.0) + value
            values += [base + numbers, base]
            pad = max(pad, BAR_END)
        else:
            values.append(numbers)
            pad = max(pad, MARK_END if "markers" in trace.get("mode", "") else 0.0)
    stacked = np.array(list(sums.values())) if layout.get("is_stacked") else np.array([])
    return extent(np.concatenate([*values, stacked]), layout, (pad, pad))


def draw(drawn: Canvas, x: Axis, y: Axis, box: Box) -> None:
    """The ticks' labels and the lines of the grid."""
    size = 12.0
    for axis, is_across in ((x, True), (y, False)):
        told = axis.layout
        values = [float(n) for n in range(len(axis.names))] or places(
            told, *sorted((axis.low, axis.high)), abs(axis.end - axis.start)
        )
        names = axis.names or said(told, values)
        for value, name in zip(values, names, strict=True):
            place = axis.at(value)
            if told.get("showgrid"):
                ends = [(place, box.top), (place, box.bottom)] if is_across else [(box.left, place), (box.right, place)]
                drawn.line(ends, Stroke(told.get("gridcolor", "#dddddd"), 1))
            if not told.get("showticklabels", True):
                continue
            away = told.get("ticklabelstandoff", STANDOFF)
            if not is_across:
                how = Lettering(13.0 if axis.names else size, INK, "right", "middle")
                drawn.text(name, min(x.start, x.end) - away - 2, place, how)
            elif told.get("side") == "top":
                drawn.text(name, place, box.top - away, Lettering(size, INK, "center", "bottom"))
            else:
                drawn.text(name, place, max(y.start, y.end) + away, Lettering(size, INK, "center", "top"))


STEPS = (1, 2, 5, 10)


def places(axis: dict[str, Any], low: float, high: float, room: float) -> list[float]:
    """The values with a tick, from low to high. `room`: pixels of the axis."""
    if "tickvals" in axis:
        return [float(value) for value in axis["tickvals"] if low - 1e-9 <= value <= high + 1e-9]
    wanted = axis.get("nticks") or max(2, min(8, int(room / 70)))
    step = float(axis.get("dtick") or _step((high - low) / max(wanted, 1)))
    first = math.ceil(low / step - 1e-9)
    return [round(n * step, 10) for n in range(first, math.floor(high / step + 1e-9) + 1)]


def _step(least: float) -> float:
    if least <= 0:
        return 1.0
    scale = 10 ** math.floor(math.log10(least))
    return next(step * scale for step in STEPS if step * scale >= least * (1 - 1e-9))


def said(axis: dict[str, Any], values: list[float]) -> list[str]:
    """What stands beside each tick."""
    if "ticktext" in axis:
        names = dict(zip(map(float, axis["tickvals"]), axis["ticktext"], strict=True))
        return [names.get(value, "") for value in values]
    how = axis.get("tickformat", "")
    fine = max((_decimals(value * (100 if how == ".0%" else 1)) for value in values), default=0)
    return [written(value, how, fine) for value in values]


def written(value: float, how: str, fine: int = 0) -> str:
    """A number in one of the formats of our axes; `fine` decimals where the format leaves them open."""
    if how == ".0%":
        return f"{value * 100:.{min(fine, 1)}f}%"
    if how == "$,.0f":
        return f"${value:,.0f}"
    if how == ".2f":
        return f"{value:.2f}"
    return f"{value:,.{fine}f}" if how else f"{value:.{fine}f}"


def _decimals(value: float) -> int:
    return next((n for n in range(4) if abs(value * 10**n - round(value * 10**n)) < 1e-6), 4)


def extent(values: np.ndarray, axis: dict[str, Any], pad: tuple[float, float]) -> tuple[float, float]:
    """From where to where an axis runs that is not told: around its values, with room at its ends in shares."""
    known = values[np.isfinite(values)]
    low, high = (float(known.min()), float(known.max())) if len(known) else (0.0, 1.0)
    if axis.get("rangemode") == "tozero":
        low, high = min(low, 0.0), max(high, 0.0)
    if low == high:
        low, high = (0.0, 1.0) if low == 0 else (min(low, 0.0), max(high, 0.0)) if low > 0 else (low - 1, high + 1)
    size = high - low
    return low - (size * pad[0] if low else 0.0), high + size * pad[1]
