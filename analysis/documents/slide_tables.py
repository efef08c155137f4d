"""Rows on a slide, as a table of PowerPoint's own."""

from typing import Any

import pandas as pd
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Inches, Pt

from analysis import palette
from analysis.documents import fitting
from analysis.documents.slide_bars import rgb
from analysis.documents.slide_design import INK, Room

ROW = 0.34
SIZE = 12.0  # points
SIDES = {"left": PP_ALIGN.LEFT, "right": PP_ALIGN.RIGHT}


def add(shapes: Any, rows: pd.DataFrame, room: Room, size_pt: float = SIZE) -> Any:
    """The rows that fit, as a table of the slide; a last row says how many are left out."""
    cut = fitting.table(rows, fitting.Paper(room.width, room.height, size_pt))
    count = len(cut.cells) + 1 + bool(cut.more)
    height = min(room.height, ROW * count)
    places = [Inches(part) for part in (room.left, room.top, sum(cut.widths), height)]
    shape = shapes.add_table(count, len(cut.heads), *places)
    table = shape.table
    table.horz_banding = False
    size = Pt(cut.size)
    for n, width in enumerate(cut.widths):
        table.columns[n].width = Inches(width)
    for row, cells in enumerate([cut.heads, *cut.cells]):
        table.rows[row].height = int(Inches(height) / count)
        for n, text in enumerate(cells):
            _cell(table.cell(row, n), text, size, SIDES[cut.sides[n]], is_head=row == 0)
    if cut.more:
        last = table.cell(count - 1, 0)
        last.merge(table.cell(count - 1, len(cut.heads) - 1))
        _cell(last, cut.more, size, PP_ALIGN.LEFT, is_head=False)
    return shape


def _cell(cell: Any, text: str, size: Any, side: Any, *, is_head: bool) -> None:
    cell.text = text
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.alignment, paragraph.font.size, paragraph.font.bold = side, size, is_head
    paragraph.font.color.rgb = rgb("#ffffff" if is_head else INK)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.margin_top = cell.margin_bottom = Inches(0.02)
    cell.margin_left = cell.margin_right = Inches(0.08)
    cell.fill.solid()
    cell.fill.fore_color.rgb = rgb(palette.PEOPLE[4] if is_head else "#ffffff")
