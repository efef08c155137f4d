"""The bars, lines and marks of a figure on paper."""

from collections import defaultdict
from itertools import pairwise
from typing import Any

from analysis.documents.svg.axes import Axis
from analysis.documents.svg.canvas import INK, Canvas, Lettering, Stroke, block

DASHES = {"dash": "9 6", "dot": "3 3", "dashdot": "9 4 3 4", "longdash": "14 6", "longdashdot": "14 5 3 5"}
CLEAR = "rgba(0,0,0,0)"
PLAIN = Lettering(12.0)


def each(value: Any, n: int) -> Any:
    """The n-th of a list, or what holds for all."""
    return value[n] if isinstance(value, list) else value


class Bars:
    """All bars of a figure: beside each other, stacked or over each other."""

    def __init__(self, traces: list[dict[str, Any]], layout: dict[str, Any], axes: tuple[Axis, Axis]) -> None:
        self.traces, self.layout, self.axes = traces, layout, axes
        self.ends: defaultdict[Any, float] = defaultdict(float)

    def draw(self, drawn: Canvas) -> None:
        """Bars first, then their texts."""
        texts: list[tuple[Any, ...]] = []
        for n, trace in enumerate(self.traces):
            for k in range(len(trace["x"])):
                self._one(drawn, trace, n, k, texts)
        for text in texts:
            drawn.text(*text)

    def _one(self, drawn: Canvas, trace: dict[str, Any], n: int, k: int, texts: list[tuple[Any, ...]]) -> None:
        is_flat = trace.get("orientation") == "h"
        (along, across) = self.axes if is_flat else self.axes[::-1]
        name, size = (trace["y"][k], trace["x"][k]) if is_flat else (trace["x"][k], trace["y"][k])
        mode = self.layout.get("barmode", "group")
        base = float(each(trace.get("base", 0.0), k))
        if mode == "stack":
            base, self.ends[name] = self.ends[name], self.ends[name] + size
        thick = across.unit * self._slot(across) * (1 - self.layout.get("bargap", 0.2))
        side = across.at(name) - thick / 2
        if mode == "group" and len(self.traces) > 1:
            thick /= len(self.traces)
            side += thick * n
        start, end = along.at(base), along.at(base + size)
        place = (start, side, end - start, thick) if is_flat else (side, start, thick, end - start)
        drawn.rect(*place, *look(drawn, trace["marker"], k))
        if "text" in trace:
            texts.append(_label(trace, k, (start, end), side + thick / 2))

    def _slot(self, across: Axis) -> float:
        if across.names:
            return 1.0
        at = sorted({float(value) for trace in self.traces for value in trace["x"]})
        return min((b - a for a, b in pairwise(at)), default=0.1)


def look(drawn: Canvas, marker: dict[str, Any], k: int) -> tuple[str, Stroke | None]:
    """The fill and the edge of the k-th bar."""
    fill = each(marker.get("color", INK), k)
    edge = marker.get("line", {})
    stroke = Stroke(each(edge.get("color", fill), k), float(each(edge.get("width", 0), k)))
    pattern = marker.get("pattern", {})
    if each(pattern.get("shape", ""), k):
        ground = pattern.get("bgcolor", CLEAR)
        fill = drawn.hatch(ground, pattern.get("fgcolor", fill), pattern.get("size", 8), pattern.get("solidity", 0.3))
    return fill, stroke


def _label(trace: dict[str, Any], k: int, ends: tuple[float, float], middle: float) -> tuple[Any, ...]:
    text = trace["text"][k]
    if trace.get("textposition") == "outside":
        return text, ends[1] + 5, middle, Lettering(12.0)
    size = min(12.0, 12.0 * (abs(ends[1] - ends[0]) - 4) / max(block(text, 12.0), 1))
    return text, sum(ends) / 2, middle, Lettering(max(size, 7.0), across="center")


def scatter(drawn: Canvas, trace: dict[str, Any], before: dict[str, Any] | None, axes: tuple[Axis, Axis]) -> None:
    """Lines, filled bands, marks with their intervals and texts of one trace; `before` is what a band ends at."""
    parts = _parts(trace, *axes)
    if trace.get("fill") == "tonexty" and before:
        around = [point for part in parts for point in part]
        around += [point for part in _parts(before, *axes) for point in part][::-1]
        if around:
            drawn.path("M" + "L".join(f"{a:.2f} {b:.2f}" for a, b in around) + "Z", trace["fillcolor"])
    line = trace.get("line", {})
    if "lines" in trace.get("mode", "lines") and line.get("width", 2):
        stroke = Stroke(line.get("color", INK), line.get("width", 2), dashes(line.get("dash", "")))
        for part in parts:
            drawn.line(part, stroke)
    for n, (a, b) in enumerate(zip(trace["x"], trace["y"], strict=True)):
        if a is not None and b is not None:
            _point(drawn, trace, n, axes)


def dashes(name: str) -> str:
    """Plotly's name of a dash, or its pixels, as SVG writes them."""
    return DASHES.get(name, name.replace("px", "").replace(",", " ") if "px" in name else "")


def _point(drawn: Canvas, trace: dict[str, Any], n: int, axes: tuple[Axis, Axis]) -> None:
    mode, (x, y) = trace.get("mode", "lines"), axes
    place = (x.at(trace["x"][n]), y.at(trace["y"][n]))
    if "error_y" in trace:
        _interval(drawn, trace["error_y"], n, (place[0], float(trace["y"][n])), y)
    if "markers" in mode:
        symbol(drawn, trace.get("marker", {}), n, place)
    if "text" in mode and each(trace.get("text", ""), n):
        placed_text(drawn, each(trace["text"], n), place, each(trace.get("textposition", "middle center"), n))


def placed_text(drawn: Canvas, text: str, place: tuple[float, float], where: str, how: Lettering = PLAIN) -> None:
    """A text above, below or beside a point, as Plotly names the places."""
    up, across = where.split()
    x = place[0] + {"left": -6, "right": 6}.get(across, 0)
    y = place[1] + {"top": -6, "bottom": 6}.get(up, 0)
    hung = {"left": "right", "right": "left"}.get(across, "center")
    drawn.text(text, x, y, how._replace(across=hung, up={"top": "bottom", "bottom": "top"}.get(up, "middle")))


def _parts(trace: dict[str, Any], x: Axis, y: Axis) -> list[list[tuple[float, float]]]:
    """The line's points in unbroken parts, with the corners of steps."""
    parts: list[list[tuple[float, float]]] = [[]]
    for a, b in zip(trace["x"], trace["y"], strict=True):
        if a is None or b is None:
            parts.append([])
            continue
        if trace.get("line", {}).get("shape") == "hv" and parts[-1]:
            parts[-1].append((x.at(a), parts[-1][-1][1]))
        parts[-1].append((x.at(a), y.at(b)))
    return [part for part in parts if part]


def _interval(drawn: Canvas, error: dict[str, Any], n: int, at: tuple[float, float], y: Axis) -> None:
    up = error["array"][n]
    down = error.get("arrayminus", error["array"])[n]
    stroke = Stroke(error.get("color", INK), error.get("thickness", 2))
    ends = [y.at(at[1] - down), y.at(at[1] + up)]
    drawn.line([(at[0], end) for end in ends], stroke)
    for end in ends:
        drawn.line([(at[0] - error.get("width", 4), end), (at[0] + error.get("width", 4), end)], stroke)


def colour_at(scale: list[list[Any]], share: float) -> str:
    """The colour of a stepped scale at a share of it."""
    return next((colour for end, colour in scale if end > share + 1e-9), scale[-1][1])


def _colour(marker: dict[str, Any], n: int) -> str:
    colour = marker.get("color", INK)
    colour = colour[n] if isinstance(colour, list) else colour
    if isinstance(colour, str):
        return colour
    low, high = marker["cmin"], marker["cmax"]
    return colour_at(marker["colorscale"], (colour - low) / (high - low))


def across(marker: dict[str, Any], n: int | None = None) -> float:
    """The width of the `n`th mark (pixels); without one, of all, where a chart in a slide has one width alone."""
    size = marker.get("size", 6)
    if isinstance(size, list):
        return 6.0 if n is None else float(size[n])
    return float(size)


def symbol(drawn: Canvas, marker: dict[str, Any], n: int, place: tuple[float, float]) -> None:
    """One mark at its place."""
    x, y = place
    half = across(marker, n) / 2
    fill, edge = _colour(marker, n), marker.get("line", {})
    stroke = Stroke(edge.get("color", fill), edge.get("width", 0)) if edge.get("width") else None
    shape = marker.get("symbol", "circle")
    if shape == "line-ns-open":
        drawn.line([(x, y - half), (x, y + half)], Stroke(fill, edge.get("width", 1)))
    elif shape == "square":
        drawn.rect(x - half, y - half, 2 * half, 2 * half, fill, stroke)
    elif shape in ("diamond", "triangle-down"):
        wide = half * 1.3
        corners = [(0, -wide), (wide, 0), (0, wide), (-wide, 0)]
        if shape == "triangle-down":
            corners = [(-half * 1.15, -half * 0.6), (half * 1.15, -half * 0.6), (0, half * 1.2)]
        drawn.path("M" + "L".join(f"{x + a:.2f} {y + b:.2f}" for a, b in corners) + "Z", fill, stroke)
    else:
        drawn.path(
            f"M{x - half:.2f} {y:.2f}a{half:g} {half:g} 0 1 0 {2 * half:g} 0a{half:g} {half:g} 0 1 0 {-2 * half:g} 0Z",
            fill,
            stroke,
        )
