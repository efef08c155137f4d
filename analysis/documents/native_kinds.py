"""Bars with their data, and what is said beside them: words for what has no number, the line across, captions."""

from typing import Any, NamedTuple

from analysis import palette
from analysis.documents import markup

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
    name = markup.plain(named[0]) if named else "Reference"
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
        if markup.colour_of(note["text"]) or (note.get("xref") == "x" and note["y"] == 1 and layout.get("shapes")):
            continue
        rows.setdefault(float(note.get("yshift", 0)), []).append(markup.plain(note["text"]))
    return [" · ".join(part for part in row if part) for _, row in sorted(rows.items(), reverse=True) if any(row)]
