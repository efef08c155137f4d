"""An exhibit's Plotly figure -> the same picture as SVG, for paper and for pictures in slides. None is drawn by hand.

The figure says all: sizes and shifts in its pixels, colours, what is on which axis. A figure keeps its own height,
which its labels are placed by; a map takes whatever height it is given.
"""

from typing import Any

from analysis.charts import palette
from analysis.documents.svg import axes, maps, marks, sankey
from analysis.documents.svg.axes import Axis, Box, margins
from analysis.documents.svg.canvas import INK, Canvas, Lettering, Stroke, block

TALL, WIDE = 480.0, 920.0
ENTRY = 24.0  # pixels of a line of the legend


def is_map(figure: dict[str, Any]) -> bool:
    """Whether the figure is drawn on a map."""
    return "geo" in figure["layout"]


def svg(figure: dict[str, Any], *, width: float = WIDE, height: float = TALL) -> str:
    """The figure as SVG, `width` pixels wide; `height` is of maps alone, charts have their own."""
    if is_map(figure):
        drawn = Canvas(width, height)
        maps.draw(drawn, figure)
        return drawn.svg()
    drawn = Canvas(width, float(figure["layout"].get("height", TALL)))
    if any(trace["type"] == "sankey" for trace in figure["data"]):
        _flows(drawn, figure)
    else:
        _chart(drawn, figure)
    return drawn.svg()


def _flows(drawn: Canvas, figure: dict[str, Any]) -> None:
    margin = figure["layout"]["margin"]
    for trace in figure["data"]:
        sankey.draw(drawn, trace, margin)
    box = Box(margin["l"], margin["t"], drawn.width - margin["r"], drawn.height - margin["b"])
    _notes(drawn, figure, box, {})


def _chart(drawn: Canvas, figure: dict[str, Any]) -> None:
    layout = _stacking(figure)
    figure = figure | {"layout": layout}
    box = margins(figure, drawn.width, drawn.height)
    if layout.get("showlegend"):
        box = box._replace(bottom=min(box.bottom, drawn.height - _entries(drawn, figure, box) - 26))
    keys = {letter: sorted({axes.key_of(trace, letter) for trace in figure["data"]}) for letter in "xy"}
    found = {key: axes.axis_of(figure, key, box) for letter in "xy" for key in keys[letter] or [f"{letter}axis"]}
    for n, key in enumerate(keys["x"] or ["xaxis"]):
        axes.draw(drawn, found[key], found[(keys["y"] or ["yaxis"])[n]], box)
    _shapes(drawn, layout, found, box, is_below=True)
    pairs = [(found[axes.key_of(trace, "x")], found[axes.key_of(trace, "y")]) for trace in figure["data"]]
    bars = [n for n, trace in enumerate(figure["data"]) if trace["type"] == "bar"]
    if bars:
        marks.Bars([figure["data"][n] for n in bars], layout, pairs[bars[0]]).draw(drawn)
    for n, trace in enumerate(figure["data"]):
        if trace["type"] == "scatter":
            marks.scatter(drawn, trace, figure["data"][n - 1] if n else None, pairs[n])
    _shapes(drawn, layout, found, box, is_below=False)
    _notes(drawn, figure, box, found)


def _stacking(figure: dict[str, Any]) -> dict[str, Any]:
    layout = dict(figure["layout"])
    if layout.get("barmode") == "stack":
        for key in ("xaxis", "yaxis"):
            layout[key] = layout.get(key, {}) | {"is_stacked": True}
    return layout


def _shapes(drawn: Canvas, layout: dict[str, Any], found: dict[str, Axis], box: Box, *, is_below: bool) -> None:
    for shape in layout.get("shapes", []):
        if (shape.get("layer") == "below") != is_below:
            continue
        x0, x1 = (_place(shape[end], shape.get("xref", "x"), "x", found, box) for end in ("x0", "x1"))
        y0, y1 = (_place(shape[end], shape.get("yref", "y"), "y", found, box) for end in ("y0", "y1"))
        line = shape.get("line", {})
        if shape["type"] == "rect":
            drawn.rect(x0, y0, x1 - x0, y1 - y0, shape.get("fillcolor", "none"))
        else:
            stroke = Stroke(line.get("color", INK), line.get("width", 2), marks.dashes(line.get("dash", "")))
            drawn.line([(x0, y0), (x1, y1)], stroke)


def _place(value: Any, reference: str, letter: str, found: dict[str, Axis], box: Box) -> float:
    if reference == "paper" or f"{letter}axis{reference[1:]}" not in found:
        first, last = (box.left, box.right) if letter == "x" else (box.bottom, box.top)
        return first + (last - first) * float(value)
    return found[f"{letter}axis{reference[1:]}"].at(value)


def _notes(drawn: Canvas, figure: dict[str, Any], box: Box, found: dict[str, Axis]) -> None:
    for note in figure["layout"].get("annotations", []):
        x = _place(note["x"], note.get("xref", "x"), "x", found, box) + note.get("xshift", 0)
        y = _place(note["y"], note.get("yref", "y"), "y", found, box) - note.get("yshift", 0)
        across = _anchor(note, "x", ("left", "center", "right"))
        up = _anchor(note, "y", ("bottom", "middle", "top"))
        size = note.get("font", {}).get("size", 12)
        drawn.text(note["text"], x, y, Lettering(size, INK, across, up, align=note.get("align", "center")))


def _anchor(note: dict[str, Any], letter: str, names: tuple[str, str, str]) -> str:
    """Where a text hangs from its point; by the paper, from the third of it that the point is in."""
    told = note.get(f"{letter}anchor", "auto")
    if told != "auto":
        return told
    if note.get(f"{letter}ref") != "paper":
        return names[1]
    value = float(note[letter])
    return names[0] if value <= 1 / 3 else names[2] if value >= 2 / 3 else names[1]


def _entries(drawn: Canvas, figure: dict[str, Any], box: Box) -> float:
    """The legend of named traces, at the foot. Returns the pixels that it takes."""
    named = {trace["name"]: trace for trace in figure["data"] if trace.get("name") and trace.get("showlegend", True)}
    rows: list[list[tuple[str, dict[str, Any], float]]] = [[]]
    x = box.left
    for name, trace in named.items():
        room = block(name, 12) + 40
        if rows[-1] and x + room > box.right:
            rows.append([])
            x = box.left
        rows[-1].append((name, trace, x))
        x += room
    top = drawn.height - ENTRY * len(rows) - 2
    for n, row in enumerate(rows):
        middle = top + ENTRY * (n + 0.5)
        for name, trace, left in row:
            _swatch(drawn, trace, left, middle)
            drawn.text(name, left + 22, middle, Lettering(12))
    return ENTRY * len(rows)


def _swatch(drawn: Canvas, trace: dict[str, Any], left: float, middle: float) -> None:
    if trace["type"] == "bar":
        fill, edge = marks.look(drawn, trace["marker"], 0)
        drawn.rect(left, middle - 6, 16, 12, fill, edge)
    elif "markers" in trace.get("mode", ""):
        marks.symbol(drawn, trace["marker"], 0, (left + 8, middle))
    else:
        line = trace.get("line", {})
        drawn.line([(left, middle), (left + 16, middle)], Stroke(line.get("color", palette.MUTED_DARK), 2.5))
