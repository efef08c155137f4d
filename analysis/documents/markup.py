"""What does a text of a figure say, line by line? The few tags that our figures use -> runs of plain text."""

import re
from html import unescape
from typing import NamedTuple

TAG = re.compile(r"<br\s*/?>|</?b>|<span style='[^']*'>|</span>|<extra></extra>", re.IGNORECASE)
COLOUR = re.compile(r"color:\s*([^;']+)")
SIZE = re.compile(r"font-size:\s*(\d+(?:\.\d+)?)px")
# Signs of a line in a label, which documents draw as the line itself.
SIGNS = {"━━": "", "╍╍": "6 3", "┅┅": "2 2.5", "━╍": "7 2.5 2 2.5", "━ ━": "9 4", "━ ╍": "9 3 2 3", "┄┄": "3 3"}
SQUARE = "■"


class Run(NamedTuple):
    """A piece of a line: its text, and what its tags say of it; None where they say nothing."""

    text: str
    colour: str | None = None
    is_bold: bool = False
    size: float | None = None


def lines(text: str) -> list[list[Run]]:
    """The lines of a text, each as its runs. A tag that is none of ours stays as it was written."""
    found: list[list[Run]] = [[]]
    bold, styles, start = False, [""], 0
    for tag in [*TAG.finditer(text), None]:
        part = text[start : tag.start() if tag else len(text)]
        if part:
            found[-1].append(_run(part, styles[-1], bold))
        if tag is None:
            break
        start, name = tag.end(), tag.group().lower()
        if name.startswith("<br"):
            found.append([])
        elif name.endswith("b>"):
            bold = name == "<b>"
        elif name.startswith("<span"):
            styles.append(tag.group())
        elif name == "</span>" and len(styles) > 1:
            styles.pop()
    return found


def _run(text: str, style: str, bold: bool) -> Run:
    colour, size = COLOUR.search(style), SIZE.search(style)
    named = colour.group(1).strip() if colour else None
    return Run(unescape(text), None if named == "currentColor" else named, bold, float(size.group(1)) if size else None)


def plain(text: str, between: str = " ") -> str:
    """The words alone, its lines with `between` among them; signs of lines and colours are left out."""
    said = [
        "".join(run.text for run in line if run.text not in SIGNS and run.text != SQUARE).strip()
        for line in lines(text)
    ]
    return between.join(part for part in said if part)


def colour_of(text: str) -> str | None:
    """The colour of the sign that a label begins with, or None."""
    first = lines(text)[0][:1]
    return first[0].colour if first else None
