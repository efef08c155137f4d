"""A document as a PowerPoint file: 16:9, our theme and layouts, charts that can be edited, notes with the sources."""

import datetime
import re
from io import BytesIO
from typing import Any

import pandas as pd
import typst
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Inches, Pt

from analysis.charts import palette
from analysis.documents import fitting
from analysis.documents import model as documents_model
from analysis.documents.model import Document, Slide, about, citations, cleaned, has_figure
from analysis.documents.pdf import fonts
from analysis.documents.pptx import chart_data, charts
from analysis.documents.pptx import layouts as pptx_layouts
from analysis.documents.pptx.charts import rgb
from analysis.documents.pptx.layouts import BODY, EDGE, FOOT, GREY, INK, PAGE, SOURCE, SUBTITLE, WARNING, WITHIN, Room
from analysis.documents.svg import figure as svg_figure

CAPTION = 0.4
TABLE, SMALL = 0.58, 10.0  # of the width, and points, where a drawing stands beside
FINE = 10  # points of lines at the foot that are more than usual
LONG = 115  # letters of a title from which it is set smaller


def pptx_file(document: Document) -> bytes:
    """The document as PowerPoint: a slide that says what it is, a slide an exhibit, the sources."""
    document = cleaned(document)
    made = pptx_layouts.presentation()
    told = made.core_properties
    told.title, told.subject, told.author = document.title, document.filters, "Physician Gap Atlas"
    told.language, told.last_modified_by = "en-US", "Physician Gap Atlas"
    told.comments = f"Version of the data: {document.data_version}"
    told.created = told.modified = datetime.datetime.combine(document.made, datetime.time())
    layouts = {layout.name: layout for layout in made.slide_layouts}
    _opening(made.slides.add_slide(layouts[pptx_layouts.OPENING]), document)
    for slide in document.slides:
        _exhibit(made.slides.add_slide(layouts[pptx_layouts.EXHIBIT]), slide)
    if citations(document):
        _sources(made.slides.add_slide(layouts[pptx_layouts.TEXT]), document)
    foot = f"{document.title} · version of the data {document.data_version} · made {document.made}"
    for n, drawn in enumerate(made.slides):
        drawn._element.set("showMasterSp", "1")
        if n:
            _foot(drawn, foot, n + 1)
    kept = BytesIO()
    made.save(kept)
    return kept.getvalue()


def _opening(drawn: Any, document: Document) -> None:
    drawn.shapes.title.text = document.title
    texts(drawn.placeholders[1].text_frame, about(document), 18)
    drawn.notes_slide.notes_text_frame.text = "\n".join([*about(document), *citations(document)])


def _exhibit(drawn: Any, slide: Slide) -> None:
    drawn.shapes.title.text = slide.title
    if len(slide.title) > LONG:
        drawn.shapes.title.text_frame.paragraphs[0].font.size = Pt(20)
    held = {shape.placeholder_format.idx: shape for shape in drawn.placeholders}
    subtitle = held[SUBTITLE].text_frame
    if slide.made_up:
        mark = subtitle.paragraphs[0].add_run()
        mark.text, mark.font.bold = f"{slide.made_up}. ", True
        mark.font.color.rgb = RGBColor.from_string(WARNING[1:].upper())
    subtitle.paragraphs[0].add_run().text = documents_model.subtitle(slide)
    body = _sourced(held[SOURCE], slide)
    for place, said in (
        (SUBTITLE, slide.made_up or documents_model.subtitle(slide)),
        (SOURCE, documents_model.under(slide)),
    ):
        if not said:
            held[place]._element.getparent().remove(held[place]._element)
    _body(drawn, slide, body)
    # Read in this order: title, what it shows, the figure, its source.
    for place, name in ((SUBTITLE, "What is shown"), (SOURCE, "Source and note")):
        held[place].name = name
    if documents_model.under(slide):
        drawn.shapes._spTree.append(held[SOURCE]._element)
    drawn.notes_slide.notes_text_frame.text = documents_model.notes(slide)


def _sourced(held: Any, slide: Slide) -> Room:
    """Write the lines at the foot. Returns the room over them, less where a table has more lines than usual."""
    told = documents_model.under(slide)
    usual = pptx_layouts.SOURCES
    texts(held.text_frame, told, 12)
    if has_figure(slide) or fitting.lines_height(told, WITHIN, 12) <= usual.height:
        return BODY
    texts_height = fitting.lines_height(told, WITHIN, FINE)
    for paragraph in held.text_frame.paragraphs:
        paragraph.font.size = Pt(FINE)
    top = usual.top + usual.height - texts_height
    places = (EDGE, top, WITHIN, texts_height)
    held.left, held.top, held.width, held.height = (Inches(part) for part in places)
    return BODY._replace(height=min(BODY.height, top - BODY.top - 0.1))


def _body(drawn: Any, slide: Slide, body: Room) -> None:
    if slide.figure and has_figure(slide):
        shape = _figure(drawn, slide)
    elif slide.rows is not None and not slide.rows.empty:
        room = body._replace(width=body.width * (TABLE if slide.beside else 1))
        shape = add(drawn.shapes, slide.rows, room, SMALL if slide.beside else SIZE)
        if slide.beside:
            pptx_layouts.describe(beside(drawn, slide.beside, BODY.width * TABLE), slide.alt, "Where it is")
            pptx_layouts.describe(shape, slide.exhibit, slide.exhibit)
            return
    else:
        box(drawn, BODY._replace(top=BODY.top + 1.4, height=1.5), [slide.empty or slide.alt], 20)
        return
    pptx_layouts.describe(shape, slide.alt, slide.exhibit)


def _figure(drawn: Any, slide: Slide) -> Any:
    figure = slide.figure or {}
    found = chart_data.bars(figure, {entry.colour: entry.name for entry in slide.legend}) or chart_data.lines(figure)
    if found is None:
        return picture(drawn, slide)
    room = BODY
    if found.caption:
        room = BODY._replace(height=BODY.height - CAPTION)
        box(drawn, Room(EDGE, BODY.top + room.height, WITHIN, CAPTION), [". ".join(found.caption)], 12)
    if slide.legend:
        room = room._replace(width=room.width - KEY)
        legend(drawn, slide)
    add = charts.add_bars if isinstance(found, chart_data.Bars) else charts.add_lines
    return add(drawn.shapes, found, room, slide.exhibit)


def _foot(drawn: Any, text: str, number: int) -> None:
    foot = box(drawn, FOOT, [text], 10)
    foot.text_frame.paragraphs[0].font.color.rgb = RGBColor.from_string(GREY[1:].upper())
    page = box(drawn, PAGE, [str(number)], 10)
    page.text_frame.paragraphs[0].alignment = 3


def _sources(drawn: Any, document: Document) -> None:
    drawn.shapes.title.text = "Sources"
    texts(drawn.placeholders[1].text_frame, citations(document), 14)


CRISP = 192  # dots an inch: twice what a screen shows
PIXELS = 76.0  # pixels of a figure that an inch of a slide shows
VIEW = re.compile(r'viewBox="([-0-9. ]+)"')
GAP = 0.3
KEY = 3.1  # inches that a legend takes beside a map
PICTURE = b"#set page(width: eval(sys.inputs.w), height: eval(sys.inputs.h), margin: 0pt, fill: none)\n"
PICTURE += b'#image(bytes(sys.inputs.svg), format: "svg", width: 100%, height: 100%)'


def picture(drawn: Any, slide: Slide) -> Any:
    """The figure as a crisp picture, its legend beside it."""
    figure, room = slide.figure or {}, BODY
    if slide.legend:
        room = BODY._replace(width=BODY.width - KEY)
        legend(drawn, slide)
    tall = 480.0 if svg_figure.is_map(figure) else float(figure["layout"]["height"])
    wide = tall * room.width / room.height
    if not svg_figure.is_map(figure) and wide > room.width * PIXELS:
        wide = room.width * PIXELS
        room = room._replace(height=min(room.height, tall / PIXELS))
    svg = svg_figure.svg(figure, width=wide, height=tall)
    return drawn.shapes.add_picture(BytesIO(_png(svg, room)), *(Inches(part) for part in room))


def beside(drawn: Any, svg: str, left: float) -> Any:
    """A drawing at the right of what takes so many inches, as large as it can be, in its own proportions."""
    wide, tall = (float(part) for part in VIEW.search(svg).group(1).split()[2:])
    width = min(BODY.width - left - GAP, BODY.height * wide / tall)
    room = Room(BODY.left + left + GAP, BODY.top, width, width * tall / wide)
    return drawn.shapes.add_picture(BytesIO(_png(svg, room)), *(Inches(part) for part in room))


def _png(svg: str, room: Room) -> bytes:
    told = {"svg": svg, "w": f"{room.width}in", "h": f"{room.height}in"}
    return typst.compile(PICTURE, format="png", ppi=CRISP, font_paths=fonts(), sys_inputs=told)


def legend(drawn: Any, slide: Slide) -> None:
    """A column at the right: a swatch or a sign, and its name."""
    left, step = EDGE + WITHIN - KEY + 0.3, 0.36
    top = BODY.top + max(0.0, (BODY.height - step * len(slide.legend)) / 2)
    for n, entry in enumerate(slide.legend):
        at = top + step * n
        if entry.sign:
            mark = box(drawn, Room(left, at, 0.3, step), [entry.sign], 14)
            mark.text_frame.paragraphs[0].runs[0].font.color.rgb = charts.rgb(entry.colour)
        else:
            mark = drawn.shapes.add_shape(1, *(Inches(part) for part in (left, at + 0.08, 0.22, 0.2)))
            mark.fill.solid()
            mark.fill.fore_color.rgb = charts.rgb(entry.colour)
            mark.line.color.rgb, mark.line.width = RGBColor(0x77, 0x77, 0x77), Pt(0.75)
            mark.shadow.inherit = False
            pptx_layouts.decorative(mark)
        box(drawn, Room(left + 0.34, at, KEY - 0.6, step), [entry.name], 14)


def box(drawn: Any, room: Room, told: list[str], size: int) -> Any:
    """Texts in a place of their own."""
    made = drawn.shapes.add_textbox(*(Inches(part) for part in room))
    frame = made.text_frame
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.MIDDLE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    texts(frame, told, size)
    return made


def texts(frame: Any, told: list[str], size: int) -> None:
    """A paragraph for each text."""
    for n, text in enumerate(told):
        paragraph = frame.paragraphs[0] if n == 0 else frame.add_paragraph()
        paragraph.text = text
        paragraph.font.size = Pt(size)


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
