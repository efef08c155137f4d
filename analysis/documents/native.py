"""Which of our figures can be a chart of PowerPoint's own, and with which data? Figures -> bars to be edited.

A bar whose length stands for nothing, because its number is withheld or not known, has no number here either: the word
stands beside its name.
"""

from itertools import pairwise
from typing import Any

from analysis import palette
from analysis.documents import markup, ticks
from analysis.documents.marks import each
from analysis.documents.native_kinds import Bars, Series, captions, said_beside, with_reference

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
        note["y"]: markup.plain(note["text"]) for note in layout.get("annotations", []) if note.get("yref") == "y"
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
        return markup.plain(key)
    return ticks.written(float(key), layout.get("xaxis", {}).get("tickformat", ""))


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
        return markup.plain(trace["text"][k])
    if "base" in trace:
        return beside.split(ARROW)[n] if ARROW in beside else ""
    return "" if n else beside
