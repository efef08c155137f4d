"""Which of our figures can be a chart of PowerPoint's own, and with which data? Figures -> bars to be edited.

A bar whose length stands for nothing, because its number is withheld or not known, has no number here either: the word
stands beside its name.
"""

from itertools import pairwise
from typing import Any, NamedTuple

from analysis.charts import palette
from analysis.documents.svg import axes, canvas, marks
from analysis.documents.svg.marks import each

REFERENCE = palette.MUTED_DARK


class Series(NamedTuple):
    """Bars of one kind: a value, a label and a colour each; None where there is no value.

    `ends` are the lower and upper end of each interval; `is_hatched` of what is unreliable, or told apart by stripes.
    """

    name: str
    values: list[float | None]
    labels: list[str]
    colours: list[str]
    ends: list[tuple[float, float] | None]
    is_hatched: list[bool]


class Bars(NamedTuple):
    """A chart of bars: names, series, and how they stand; `base` is where they start, `caption` what is left to say."""

    names: list[str]
    series: list[Series]
    is_flat: bool
    mode: str
    base: float
    caption: list[str]


def with_reference(found: Bars, layout: dict[str, Any]) -> Bars:
    """The line across the bars as a bar of its own on top, which is right in every program; none about a base."""
    line = next((shape for shape in layout.get("shapes", []) if shape.get("x0") == shape.get("x1")), None)
    if line is None or found.base or not found.is_flat:
        return found
    named = [note["text"] for note in layout.get("annotations", []) if note.get("xref") == "x"]
    name = canvas.plain(named[0]) if named else "Reference"
    series = [
        Series(one.name, [None, *one.values], ["", *one.labels], [REFERENCE, *one.colours], [None, *one.ends],
               [False, *one.is_hatched])
        for one in found.series
    ]  # fmt: skip
    mine, figure = name.rsplit(" ", 1) if " " in name else (name, "")
    blank = len(found.names)
    own = Series(mine, [float(line["x0"]), *[None] * blank], [figure, *[""] * blank], [REFERENCE] * (blank + 1),
                 [None] * (blank + 1), [False] * (blank + 1))  # fmt: skip
    return found._replace(names=[mine, *found.names], series=[*series, own], mode="overlay")


def said_beside(names: list[str], series: list[Series]) -> tuple[list[str], list[Series]]:
    """Names with the word of what has no number, and series without a value there."""
    kept = []
    for one in series:
        values, labels = list(one.values), list(one.labels)
        for n, label in enumerate(labels):
            if label and label != "none" and not any(letter.isdigit() for letter in label):
                names[n], values[n], labels[n] = f"{names[n]} ({label})", None, ""
        kept.append(one._replace(values=values, labels=labels))
    return names, kept


def captions(layout: dict[str, Any]) -> list[str]:
    """The notes of a figure that no axis, bar or line of a chart says: in rows, from left to right."""
    rows: dict[float, list[str]] = {}
    for note in layout.get("annotations", []):
        is_title = note.get("xref") == "paper" and note["y"] in (0, 1) and note["x"] in (0, 0.5)
        if note.get("name") == "made_of" or note.get("yref") == "y" or (is_title and note["font"]["size"] > 11):
            continue
        if canvas.colour_of(note["text"]) or (note.get("xref") == "x" and note["y"] == 1 and layout.get("shapes")):
            continue
        rows.setdefault(float(note.get("yshift", 0)), []).append(canvas.plain(note["text"]))
    return [" · ".join(part for part in row if part) for _, row in sorted(rows.items(), reverse=True) if any(row)]


ARROW = " → "
ENDS = ("Assumption at its low end", "Assumption at its high end")


def bars(figure: dict[str, Any], named: dict[str, str] | None = None) -> Bars | None:
    """The figure as bars with their data, or None if PowerPoint's bars cannot say what it says.

    `named`: what bars of a colour are called in the figure's legend, where they have no name of their own.
    """
    traces = [trace for trace in figure["data"] if trace["type"] == "bar"]
    if not traces or not _is_plain(figure, traces):
        return None
    layout = figure["layout"]
    is_flat = traces[0].get("orientation") == "h"
    keys = list(dict.fromkeys(name for trace in traces for name in trace["y" if is_flat else "x"]))
    if not is_flat:
        keys.sort()
    beside = {
        note["y"]: canvas.plain(note["text"]) for note in layout.get("annotations", []) if note.get("yref") == "y"
    }
    ends = _intervals(figure)
    series = [_series(trace, n, keys, beside, ends) for n, trace in enumerate(traces)]
    names, series = said_beside([_name(key, layout) for key in keys], series)
    if len(series) == 1 and any(series[0].ends):
        # A label at the end of a bar would stand on its interval.
        names = [f"{name}\n{label}" if label else name for name, label in zip(names, series[0].labels, strict=True)]
        series = [series[0]._replace(labels=[""] * len(names))]
    if len(traces) > 1 and "base" not in traces[0] and "text" not in traces[0]:
        names = [f"{name}\n{beside[key]}" if key in beside else name for name, key in zip(names, keys, strict=True)]
    series = [one._replace(name=one.name or (named or {}).get(one.colours[0], "")) for one in series]
    base = float(each(traces[0].get("base", 0.0), 0))
    found = Bars(names, series, is_flat, layout.get("barmode", "group"), base, captions(layout))
    return with_reference(found, layout)


def _is_plain(figure: dict[str, Any], traces: list[dict[str, Any]]) -> bool:
    others = [trace for trace in figure["data"] if trace["type"] != "bar"]
    bases = {each(trace.get("base", 0.0), n) for trace in traces for n in range(len(trace["x"]))}
    return len(bases) <= 1 and all(trace["type"] == "scatter" for trace in others) and bool(traces[0]["x"])


def _name(key: Any, layout: dict[str, Any]) -> str:
    if isinstance(key, str):
        return canvas.plain(key)
    return axes.written(float(key), layout.get("xaxis", {}).get("tickformat", ""))


def _intervals(figure: dict[str, Any]) -> dict[Any, tuple[float, float]]:
    """The ends of each bar's interval, by its name: of lines drawn along the bars, or of error bars."""
    found: dict[Any, tuple[float, float]] = {}
    for trace in figure["data"]:
        if trace["type"] == "scatter" and trace.get("mode") == "lines":
            for (name, low), (again, high) in pairwise(zip(trace["y"], trace["x"], strict=True)):
                if name == again and None not in (low, high):
                    found[name] = (low, high)
        for name, value, size in zip(trace["y"], trace["x"], trace.get("error_x", {}).get("array", []), strict=False):
            if size is not None and size == size:
                found[name] = (value - size, value + size)
    return found


def _series(trace: dict[str, Any], n: int, keys: list[Any], beside: dict[Any, str], ends: dict[Any, Any]) -> Series:
    is_flat = trace.get("orientation") == "h"
    places, sizes = (trace["y"], trace["x"]) if is_flat else (trace["x"], trace["y"])
    at = {place: k for k, place in enumerate(places)}
    marker, base = trace["marker"], trace.get("base", 0.0)
    values, labels, colours, hatched = [], [], [], []
    for key in keys:
        k = at.get(key)
        values.append(None if k is None else float(sizes[k]) + float(each(base, k)))
        labels.append("" if k is None else _label(trace, n, k, beside.get(key, "")))
        colour = each(marker["color"], k or 0)
        colours.append(colour if colour.startswith("#") else palette.WITHHELD)
        hatched.append(bool(each(marker.get("pattern", {}).get("shape", ""), k or 0)))
    name = trace.get("name") or (ENDS[n] if "base" in trace and n < len(ENDS) else "")
    return Series(name, values, labels, colours, [ends.get(key) for key in keys], hatched)


def _label(trace: dict[str, Any], n: int, k: int, beside: str) -> str:
    if "text" in trace:
        return canvas.plain(trace["text"][k])
    if "base" in trace:
        return beside.split(ARROW)[n] if ARROW in beside else ""
    return "" if n else beside


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
    said = {canvas.colour_of(note["text"]): canvas.plain(note["text"]) for note in layout.get("annotations", [])}
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
        return canvas.plain(own[0], ", ")
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
        marks.across(marker) if "markers" in mode else 0.0,
        [canvas.plain(text) for text in trace.get("text", [])] if "text" in mode else [],
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
    title = next((canvas.plain(note["text"]) for note in layout.get("annotations", []) if _is_title(note, letter)), "")
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
            canvas.plain(note["text"])
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
