"""How much of a table fits on a slide or a page, and how wide is each of its columns?"""

import math
from typing import NamedTuple

import pandas as pd

from analysis.documents import model
from analysis.documents.svg import canvas

POINTS = 72.0  # an inch
LEADING = 1.3  # of a letter's size, from line to line
GAP = 0.16  # inches between columns
ROW_GAP = 0.08
WIDEST = 2.6  # inches that a column asks for; what is then left is given to those whose texts are longer
SNUG = 0.85  # of the width: what the longest words may take before letters are set smaller
SMALLER = (1.0, 0.9, 0.8, 0.7, 0.6)


class Paper(NamedTuple):
    """The room of a table, in inches, and the size of its letters, in points."""

    width: float
    height: float
    size: float


class Table(NamedTuple):
    """What fits: heads, cells, the side of each column, its width in inches, the letters' size, what is left out."""

    heads: list[str]
    cells: list[list[str]]
    sides: list[str]
    widths: list[float]
    size: float
    more: str


def table(rows: pd.DataFrame | None, paper: Paper) -> Table:
    """The rows that fit with every line of their cells, one at least; letters are smaller where columns are many."""
    found = model.cut(rows)
    if not found.heads:
        return Table([], [], [], [], paper.size, "")
    size, widths = _columns(found, paper)
    count = _count(found, widths, paper._replace(size=size))
    found = model.cut(rows, count)
    return Table(found.heads, found.cells, found.sides, widths, size, found.more)


def _columns(found: model.Cut, paper: Paper) -> tuple[float, list[float]]:
    """The size of letters at which no word is broken, and the columns' widths."""
    size, least, most = paper.size, [], []
    for smaller in SMALLER:
        size = paper.size * smaller
        least, most = _ends(found, size)
        if sum(least) <= SNUG * paper.width:
            break
    room = paper.width - sum(least)
    if room <= 0:
        return size, [width * paper.width / sum(least) for width in least]
    wishes = [wish - width for wish, width in zip(most, least, strict=True)]
    share = min(1.0, room / (sum(wishes) or room))
    widths = [width + wish * share for width, wish in zip(least, wishes, strict=True)]
    longer = [max(wide - width, 0) for wide, width in zip(_ends(found, size, paper.width)[1], widths, strict=True)]
    part = min(1.0, max(paper.width - sum(widths), 0) / (sum(longer) or 1))
    return size, [width + part * more for width, more in zip(widths, longer, strict=True)]


def _ends(found: model.Cut, size: float, widest: float = WIDEST) -> tuple[list[float], list[float]]:
    """For each column: inches of its longest word, and of its longest text up to the widest."""
    least, most = [], []
    for head, column in zip(found.heads, zip(*found.cells, strict=True), strict=True):
        words = [(word, True) for word in head.split()] + [(word, False) for text in column for word in text.split()]
        texts = [(text, False) for text in column]
        narrow = max((_inches(word, size, is_bold) for word, is_bold in words), default=0.0) + GAP
        wide = max((_inches(text, size, is_bold) for text, is_bold in texts), default=0.0) * 1.05 + 2 * GAP
        least.append(narrow)
        most.append(max(narrow, min(widest, wide), min(1.5, _inches(head, size, True) + GAP)))
    return least, most


def _inches(text: str, size: float, is_bold: bool) -> float:
    return canvas.width(text, size, is_bold) / POINTS


def _count(found: model.Cut, widths: list[float], paper: Paper) -> int:
    height, line = 0.0, paper.size * LEADING / POINTS
    for n, cells in enumerate([found.heads, *found.cells]):
        taken = [
            math.ceil(1.08 * _inches(text, paper.size, n == 0) / max(width - GAP, 0.1))
            for text, width in zip(cells, widths, strict=True)
        ]
        height += line * max(1, *taken) + ROW_GAP
        if height > paper.height - line - ROW_GAP:
            return max(n - 1, 1)
    return len(found.cells)


def lines_height(told: list[str], width: float, size: float) -> float:
    """Inches that the paragraphs take, one under the other."""
    lines = sum(math.ceil(1.03 * canvas.SMALLER * _inches(text, size, False) / width) for text in told)
    return lines * 1.2 * size / POINTS
