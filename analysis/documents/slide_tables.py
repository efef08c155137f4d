"""Rows on a slide, as a table of PowerPoint's own."""

from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Inches, Pt

from analysis import palette
from analysis.documents.sheets import Cut
from analysis.documents.slide_bars import rgb
from analysis.documents.slide_design import INK, Room

ROW = 0.34
MANY = 6  # columns from which letters are smaller
SIDES = {"left": PP_ALIGN.LEFT, "right": PP_ALIGN.RIGHT}


def add(shapes: Any, cut: Cut, room: Room) -> Any:
    """The table, as a shape of the slide; a last row says how many rows are left out."""
    count = len(cut.cells) + 1 + bool(cut.more)
    height = min(room.height, ROW * count)
    places = [Inches(part) for part in (room.left, room.top, room.width, height)]
    shape = shapes.add_table(count, len(cut.heads), *places)
    table = shape.table
    table.horz_banding = False
    size = Pt(14 if len(cut.heads) < MANY else 10)
    for n, width in enumerate(cut.widths):
        table.columns[n].width = int(Inches(room.width) * width / sum(cut.widths))
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
