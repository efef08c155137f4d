"""What stands on a slide, the same in every medium: its rows cut to what fits, its lines at the foot."""

from typing import Any, NamedTuple

import pandas as pd

from analysis import words
from analysis.documents.model import Slide

FITTING = 12  # rows of a table that a slide shows
NUMBER = "0123456789"


class Cut(NamedTuple):
    """The first rows of a table: heads, cells, the side that each column keeps to, how many rows are left out."""

    heads: list[str]
    cells: list[list[str]]
    sides: list[str]
    more: str


def cut(rows: pd.DataFrame | None, most: int = FITTING) -> Cut:
    """The rows that fit, and how many more there are; nothing of no rows."""
    if rows is None or rows.empty:
        return Cut([], [], [], "")
    heads = [str(head) for head in rows.columns]
    cells = [[str(cell) for cell in row] for row in rows.head(most).itertuples(index=False)]
    sides = ["right" if _is_number(column) else "left" for column in zip(*cells, strict=True)]
    left = len(rows) - len(cells)
    return Cut(heads, cells, sides, f"and {words.plural(left, 'row')} more in Rows" if left else "")


def _is_number(column: tuple[str, ...]) -> bool:
    figures = [cell for cell in column if cell[:1] in NUMBER or (cell[:1] in "$-−+" and cell[1:2] in NUMBER)]
    return len(figures) * 2 > len(column)


def under(slide: Slide) -> list[str]:
    """The lines under an exhibit: the source with its as-of date, then the note."""
    return [line for line in (slide.source, slide.note) if line]


def subtitle(slide: Slide) -> str:
    """The exhibit's own title, where the slide's is another."""
    return slide.exhibit if slide.exhibit != slide.title else ""


def notes(slide: Slide) -> str:
    """What the speaker reads: the own note, the exhibit's note, what the picture shows, the sources in full."""
    cited = ["Sources in full:", *slide.citations] if slide.citations else []
    made = [f"Made-up people: {slide.made_up}."] if slide.made_up else []
    told = [slide.spoken, slide.exhibit, slide.empty or slide.alt, slide.note, *made, slide.source, *cited]
    return "\n".join(dict.fromkeys(part for part in told if part))


def legend(slide: Slide) -> list[dict[str, Any]]:
    """The legend's entries: their name, colour and sign."""
    return [{"name": entry.name, "colour": entry.colour, "sign": entry.sign} for entry in slide.legend]
