"""What is put on a slide besides charts and tables: pictures, legends and texts."""

import re
from io import BytesIO
from typing import Any

import typst
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR
from pptx.util import Inches, Pt

from analysis.documents import drawing, slide_bars, slide_xml
from analysis.documents.model import Slide
from analysis.documents.pdf import fonts
from analysis.documents.slide_design import BODY, EDGE, WITHIN, Room

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
    tall = 480.0 if drawing.is_map(figure) else float(figure["layout"]["height"])
    wide = tall * room.width / room.height
    if not drawing.is_map(figure) and wide > room.width * PIXELS:
        wide = room.width * PIXELS
        room = room._replace(height=min(room.height, tall / PIXELS))
    svg = drawing.svg(figure, width=wide, height=tall)
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
            mark.text_frame.paragraphs[0].runs[0].font.color.rgb = slide_bars.rgb(entry.colour)
        else:
            mark = drawn.shapes.add_shape(1, *(Inches(part) for part in (left, at + 0.08, 0.22, 0.2)))
            mark.fill.solid()
            mark.fill.fore_color.rgb = slide_bars.rgb(entry.colour)
            mark.line.color.rgb, mark.line.width = RGBColor(0x77, 0x77, 0x77), Pt(0.75)
            mark.shadow.inherit = False
            slide_xml.decorative(mark)
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
