"""Where does a value lie on paper? The axes of a figure and the margins around them, in pixels."""

from typing import Any, NamedTuple

import numpy as np

from analysis.documents import ticks
from analysis.documents.canvas import INK, Canvas, Lettering, Stroke
from analysis.documents.margins import STANDOFF, Box

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
    return ticks.extent(np.concatenate([*values, stacked]), layout, (pad, pad))


def draw(drawn: Canvas, x: Axis, y: Axis, box: Box) -> None:
    """The ticks' labels and the lines of the grid."""
    size = 12.0
    for axis, is_across in ((x, True), (y, False)):
        told = axis.layout
        values = [float(n) for n in range(len(axis.names))] or ticks.places(
            told, *sorted((axis.low, axis.high)), abs(axis.end - axis.start)
        )
        names = axis.names or ticks.said(told, values)
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
