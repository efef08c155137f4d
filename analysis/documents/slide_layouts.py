"""PowerPoint's own template, made ours: 16:9, our theme, three layouts."""

from functools import cache
from io import BytesIO
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches

from analysis.documents.slide_design import (
    BODY,
    EDGE,
    EXHIBIT,
    FONT,
    FOOT,
    GREY,
    KEPT,
    OPENING,
    PAGE,
    SOURCE,
    SOURCES,
    SUBTITLE,
    TALL,
    TEXT,
    THEME,
    TITLE,
    UNDER_TITLE,
    WIDE,
    WITHIN,
    Room,
)  # fmt: skip


@cache
def _template() -> bytes:
    made = Presentation()
    made.slide_width, made.slide_height = Inches(WIDE), Inches(TALL)
    master = made.slide_master
    for n in reversed(range(len(made.slide_layouts))):
        if n not in KEPT:
            made.slide_layouts.remove(made.slide_layouts[n])
    for layout, name in zip(made.slide_layouts, [OPENING, TEXT, EXHIBIT], strict=True):
        layout.name = name
        _arranged(layout, name)
    for shape in master.placeholders:
        _put(
            shape,
            {"TITLE": TITLE, "BODY": BODY, "FOOTER": FOOT, "SLIDE_NUMBER": PAGE}.get(
                shape.placeholder_format.type.name
            ),
        )
    _lettered(master)
    theme = next(rel.target_part for rel in master.part.rels.values() if rel.reltype.endswith("/theme"))
    theme._blob = _themed(theme.blob)
    kept = BytesIO()
    made.save(kept)
    return kept.getvalue()


def presentation() -> Any:
    """An empty presentation in our look."""
    return Presentation(BytesIO(_template()))


def _arranged(layout: Any, name: str) -> None:
    for shape in list(layout.placeholders):
        kind = shape.placeholder_format.type.name
        if kind == "DATE" or (kind in ("FOOTER", "SLIDE_NUMBER") and name == OPENING):
            shape._element.getparent().remove(shape._element)
        elif name == OPENING:
            _put(
                shape,
                Room(EDGE, 2.0, WITHIN, 1.5)
                if "TITLE" in kind and kind != "SUBTITLE"
                else Room(EDGE, 3.7, WITHIN, 2.4),
            )
        else:
            rooms = {"TITLE": TITLE, "OBJECT": BODY, "FOOTER": FOOT, "SLIDE_NUMBER": PAGE}
            _put(shape, rooms.get(kind))
    if name == EXHIBIT:
        tree = layout.shapes._spTree
        tree.append(parse_xml(_text_holder(90, "Exhibit", SUBTITLE, UNDER_TITLE, 1400)))
        tree.append(parse_xml(_text_holder(91, "Source", SOURCE, SOURCES, 1200)))


def _text_holder(number: int, name: str, place: int, room: Room, size: int) -> str:
    left, top, width, height = (Inches(part) for part in room)
    grey = f'<a:solidFill><a:srgbClr val="{GREY[1:]}"/></a:solidFill>'
    names = nsdecls("a", "p")
    return (
        f'<p:sp {names}><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="body" sz="quarter" idx="{place}"/></p:nvPr></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm></p:spPr>'
        f'<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"><a:normAutofit/></a:bodyPr>'
        f'<a:lstStyle><a:lvl1pPr marL="0" indent="0"><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>'
        f'<a:defRPr sz="{size}">{grey}</a:defRPr></a:lvl1pPr></a:lstStyle>'
        f'<a:p><a:r><a:rPr lang="en-US"/><a:t>{name}</a:t></a:r></a:p></p:txBody></p:sp>'
    )


def _put(shape: Any, room: Room | None) -> None:
    if room:
        shape.left, shape.top, shape.width, shape.height = (Inches(part) for part in room)


def _lettered(master: Any) -> None:
    """Titles at the left, bold, of 28 points, at the top of their place; texts of 18."""
    styles = master._element.find(qn("p:txStyles"))
    title = styles.find(qn("p:titleStyle")).find(qn("a:lvl1pPr"))
    title.set("algn", "l")
    title.find(qn("a:defRPr")).set("sz", "2800")
    title.find(qn("a:defRPr")).set("b", "1")
    for n, level in enumerate(styles.find(qn("p:bodyStyle"))):
        if level.find(qn("a:defRPr")) is not None:
            level.find(qn("a:defRPr")).set("sz", str(max(1200, 1800 - 200 * n)))
    for shape in master.placeholders:
        body = shape._element.find(qn("p:txBody")).find(qn("a:bodyPr"))
        for side in ("lIns", "rIns"):
            body.set(side, "0")
        if shape.placeholder_format.type.name == "TITLE":
            body.set("anchor", "t")


def _themed(blob: bytes) -> bytes:
    root = etree.fromstring(blob)
    root.set("name", "Physician Gap Atlas")
    colours = root.find(f".//{qn('a:clrScheme')}")
    colours.set("name", "Physician Gap Atlas")
    for name, colour in THEME.items():
        slot = colours.find(qn(f"a:{name}"))
        for child in list(slot):
            slot.remove(child)
        etree.SubElement(slot, qn("a:srgbClr")).set("val", colour[1:].upper())
    fonts = root.find(f".//{qn('a:fontScheme')}")
    fonts.set("name", "Physician Gap Atlas")
    for kind in ("a:majorFont", "a:minorFont"):
        fonts.find(qn(kind)).find(qn("a:latin")).set("typeface", FONT)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
