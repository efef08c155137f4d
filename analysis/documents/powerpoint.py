"""A document as a PowerPoint file: 16:9, our theme and layouts, charts that can be edited, notes with the sources."""

import datetime
from io import BytesIO
from typing import Any

from pptx.dml.color import RGBColor
from pptx.util import Inches, Pt

from analysis.documents import (
    fitting,
    native,
    native_lines,
    sheets,
    slide_bars,
    slide_design,
    slide_layouts,
    slide_lines,
    slide_xml,
)
from analysis.documents.cleaning import cleaned
from analysis.documents.model import Document, Slide, about, citations, has_figure
from analysis.documents.slide_design import BODY, EDGE, FOOT, GREY, PAGE, SOURCE, SUBTITLE, WARNING, WITHIN, Room
from analysis.documents.slide_parts import KEY, beside, box, legend, picture, texts
from analysis.documents.slide_tables import SIZE
from analysis.documents.slide_tables import add as add_table

CAPTION = 0.4
TABLE, SMALL = 0.58, 10.0  # of the width, and points, where a drawing stands beside
FINE = 10  # points of lines at the foot that are more than usual
LONG = 115  # letters of a title from which it is set smaller


def pptx_file(document: Document) -> bytes:
    """The document as PowerPoint: a slide that says what it is, a slide an exhibit, the sources."""
    document = cleaned(document)
    made = slide_layouts.presentation()
    told = made.core_properties
    told.title, told.subject, told.author = document.title, document.filters, "Physician Gap Atlas"
    told.language, told.last_modified_by = "en-US", "Physician Gap Atlas"
    told.comments = f"Version of the data: {document.data_version}"
    told.created = told.modified = datetime.datetime.combine(document.made, datetime.time())
    layouts = {layout.name: layout for layout in made.slide_layouts}
    _opening(made.slides.add_slide(layouts[slide_design.OPENING]), document)
    for slide in document.slides:
        _exhibit(made.slides.add_slide(layouts[slide_design.EXHIBIT]), slide)
    if citations(document):
        _sources(made.slides.add_slide(layouts[slide_design.TEXT]), document)
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
    subtitle.paragraphs[0].add_run().text = sheets.subtitle(slide)
    body = _sourced(held[SOURCE], slide)
    for place, said in ((SUBTITLE, slide.made_up or sheets.subtitle(slide)), (SOURCE, sheets.under(slide))):
        if not said:
            held[place]._element.getparent().remove(held[place]._element)
    _body(drawn, slide, body)
    # Read in this order: title, what it shows, the figure, its source.
    for place, name in ((SUBTITLE, "What is shown"), (SOURCE, "Source and note")):
        held[place].name = name
    if sheets.under(slide):
        drawn.shapes._spTree.append(held[SOURCE]._element)
    drawn.notes_slide.notes_text_frame.text = sheets.notes(slide)


def _sourced(held: Any, slide: Slide) -> Room:
    """Write the lines at the foot. Returns the room over them, less where a table has more lines than usual."""
    told = sheets.under(slide)
    usual = slide_design.SOURCES
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
        shape = add_table(drawn.shapes, slide.rows, room, SMALL if slide.beside else SIZE)
        if slide.beside:
            slide_xml.describe(beside(drawn, slide.beside, BODY.width * TABLE), slide.alt, "Where it is")
            slide_xml.describe(shape, slide.exhibit, slide.exhibit)
            return
    else:
        box(drawn, BODY._replace(top=BODY.top + 1.4, height=1.5), [slide.empty or slide.alt], 20)
        return
    slide_xml.describe(shape, slide.alt, slide.exhibit)


def _figure(drawn: Any, slide: Slide) -> Any:
    figure = slide.figure or {}
    found = native.bars(figure, {entry.colour: entry.name for entry in slide.legend}) or native_lines.lines(figure)
    if found is None:
        return picture(drawn, slide)
    room = BODY
    if found.caption:
        room = BODY._replace(height=BODY.height - CAPTION)
        box(drawn, Room(EDGE, BODY.top + room.height, WITHIN, CAPTION), [". ".join(found.caption)], 12)
    if slide.legend:
        room = room._replace(width=room.width - KEY)
        legend(drawn, slide)
    add = slide_bars.add if isinstance(found, native.Bars) else slide_lines.add
    return add(drawn.shapes, found, room, slide.exhibit)


def _foot(drawn: Any, text: str, number: int) -> None:
    foot = box(drawn, FOOT, [text], 10)
    foot.text_frame.paragraphs[0].font.color.rgb = RGBColor.from_string(GREY[1:].upper())
    page = box(drawn, PAGE, [str(number)], 10)
    page.text_frame.paragraphs[0].alignment = 3


def _sources(drawn: Any, document: Document) -> None:
    drawn.shapes.title.text = "Sources"
    texts(drawn.placeholders[1].text_frame, citations(document), 14)
