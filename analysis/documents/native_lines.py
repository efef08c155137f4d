"""Lines and marks as a chart of PowerPoint's own, with their data: Plotly figures -> series of x and y."""

from typing import Any, NamedTuple

from analysis import palette
from analysis.documents import markup, symbols
from analysis.documents.native_kinds import captions

CLEAR = 0.75  # points of a line that bounds a band


class Line(NamedTuple):
    """One series: its points, how it is drawn, the label of each point, and the ends of each point's interval."""

    name: str
    xs: list[float]
    ys: list[float]
    colour: str
    width: float = 0.0
    dash: str = ""
    symbol: str = ""
    size: float = 0.0
    labels: list[str] = []  # noqa: RUF012 - never changed
    ends: tuple[list[float], list[float]] | None = None


class Way(NamedTuple):
    """An axis: its title, the format of its numbers, its ends where they are told, and whether it says numbers."""

    title: str
    form: str
    low: float | None
    high: float | None
    step: float | None
    is_shown: bool


class Lines(NamedTuple):
    """A chart of lines and marks."""

    lines: list[Line]
    x: Way
    y: Way
    caption: list[str]


FORMS = {".0%": "0%", ",": "#,##0", ".2f": "0.00", "$,.0f": "$#,##0"}


def lines(figure: dict[str, Any]) -> Lines | None:
    """The figure as series of x and y, or None if it is of another kind or has more than two axes."""
    layout, traces = figure["layout"], figure["data"]
    if not traces or any(trace["type"] != "scatter" for trace in traces) or "xaxis2" in layout:
        return None
    if any(isinstance(value, str) for trace in traces for value in trace["y"]):
        return None
    said = {markup.colour_of(note["text"]): markup.plain(note["text"]) for note in layout.get("annotations", [])}
    found = [_line(trace, _named(traces, n, said, layout)) for n, trace in enumerate(traces) if trace["x"]]
    x, y = _way(layout, "x"), _way(layout, "y")
    return Lines([*found, *_across(layout, found, y)], x, y, captions(layout))


def _named(traces: list[dict[str, Any]], n: int, said: dict[str | None, str], layout: dict[str, Any]) -> str:
    """What a line is called: its label in the figure, its own name, or the end of the band that it bounds."""
    trace = traces[n]
    for step, end in ((1, "high end"), (2, "low end")):
        is_edge = not trace.get("line", {}).get("width", 1) and trace.get("mode") == "lines"
        if is_edge and n + step < len(traces) and (("fill" in trace) == (step == 1)):
            return f"{_named(traces, n + step, said, layout)}, {end}"
    colour = trace.get("line", {}).get("color") if "lines" in trace.get("mode", "") else None
    if colour in said and colour:
        return said[colour]
    if trace.get("name"):
        return trace["name"]
    own = [note["text"] for note in layout.get("annotations", []) if note.get("yref") == "y" and note["x"] == 1]
    if own and "lines" in trace.get("mode", ""):
        return markup.plain(own[0], ", ")
    marked = next((text for text in reversed(trace.get("text", [])) if text), "")
    is_mark = n and trace.get("mode") == "markers" and traces[n - 1].get("line")
    return f"{_named(traces, n - 1, said, layout)}, marked" if is_mark and not marked else marked


def _line(trace: dict[str, Any], name: str) -> Line:
    mode, line, marker = trace.get("mode", "lines"), trace.get("line", {}), trace.get("marker", {})
    xs, ys = _corners(trace) if line.get("shape") == "hv" else (list(trace["x"]), list(trace["y"]))
    colour = line.get("color") if "lines" in mode else None
    error = trace.get("error_y")
    return Line(
        name,
        xs,
        ys,
        colour or (marker["color"] if isinstance(marker.get("color"), str) else palette.MUTED_DARK),
        (line.get("width", 2) or CLEAR) if "lines" in mode else 0.0,
        line.get("dash", ""),
        marker.get("symbol", "circle") if "markers" in mode else "",
        symbols.across(marker) if "markers" in mode else 0.0,
        [markup.plain(text) for text in trace.get("text", [])] if "text" in mode else [],
        (error.get("arrayminus", error["array"]), error["array"]) if error else None,
    )


def _corners(trace: dict[str, Any]) -> tuple[list[float], list[float]]:
    xs, ys = [], []
    for n, (x, y) in enumerate(zip(trace["x"], trace["y"], strict=True)):
        if n and y != ys[-1]:
            xs.append(x)
            ys.append(ys[-1])
        xs.append(x)
        ys.append(y)
    return xs, ys


def _way(layout: dict[str, Any], letter: str) -> Way:
    axis = layout.get(f"{letter}axis", {})
    low, high = axis.get("range", (0.0 if axis.get("rangemode") == "tozero" else None, None))
    title = next((markup.plain(note["text"]) for note in layout.get("annotations", []) if _is_title(note, letter)), "")
    form = FORMS.get(axis.get("tickformat", ""), "General")
    low = 0.0 if low is not None and -0.05 < low < 0 else low
    high = 1.0 if high is not None and 1 < high < 1.05 else high
    return Way(title, form, low, high, axis.get("dtick"), bool(axis.get("showticklabels", True)))


def _is_title(note: dict[str, Any], letter: str) -> bool:
    if note.get("xref") != "paper" or note.get("yref") != "paper" or note.get("name") or note["font"]["size"] < 12:
        return False
    if letter == "x":
        return note["y"] == 0 and note.get("yshift", 0) < 0
    return note["y"] == 1 and note["x"] == 0


def _across(layout: dict[str, Any], found: list[Line], y: Way) -> list[Line]:
    """Uprights and bands as series of two points."""
    tops = [value for line in found for value in line.ys if value is not None]
    low, high = y.low or 0.0, y.high if y.high is not None else max(tops, default=1.0)
    made = []
    for shape in layout.get("shapes", []):
        named = [
            markup.plain(note["text"])
            for note in layout.get("annotations", [])
            if note.get("xref", "x") == "x" and note["x"] == shape["x0"]
        ]
        if shape["type"] == "line":
            dash = "dash" if shape["line"].get("dash") else ""
            made.append(
                Line(named[0] if named else "", [shape["x0"]] * 2, [low, high], shape["line"]["color"], 1.5, dash)
            )
        else:
            for end in ("y0", "y1"):
                made.append(Line(f"{shape[end]:g}", [0.0, 1.0], [shape[end]] * 2, palette.MUTED, 1.0, "dash"))
    return made
