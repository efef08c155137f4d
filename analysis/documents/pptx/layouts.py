"""PowerPoint's own template, made ours: 16:9, our theme, three layouts."""

from collections.abc import Sequence
from functools import cache
from io import BytesIO
from typing import Any, NamedTuple

from lxml import etree
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches

from analysis.charts import palette

WIDE, TALL = 13.333, 7.5
EDGE = 0.6
FONT = "Arial"
INK, GREY, WARNING = palette.ON_PALE, "#4a555c", "#8a1c14"
OPENING, EXHIBIT, TEXT = "Opening", "Exhibit", "Text"
# Of the template's eleven layouts, those that ours are made of.
KEPT = {0: OPENING, 5: EXHIBIT, 1: TEXT}
SUBTITLE, SOURCE = 20, 21
THEME = {
    "dk1": INK, "lt1": "#ffffff", "dk2": palette.PEOPLE[4], "lt2": palette.GROUND, "accent1": palette.PEOPLE[3],
    "accent2": palette.NEED[3], "accent3": palette.HEALTH_CENTER, "accent4": palette.CRITICAL_ACCESS,
    "accent5": palette.CHANGE[4], "accent6": palette.MUTED_DARK, "hlink": palette.PEOPLE[3],
    "folHlink": palette.CHANGE[4],
}  # fmt: skip


class Room(NamedTuple):
    """A place on a slide, in inches."""

    left: float
    top: float
    width: float
    height: float


WITHIN = WIDE - 2 * EDGE
TITLE = Room(EDGE, 0.4, WITHIN, 1.0)
UNDER_TITLE = Room(EDGE, 1.4, WITHIN, 0.4)
BODY = Room(EDGE, 1.9, WITHIN, 4.4)
SOURCES = Room(EDGE, 6.38, WITHIN, 0.62)
FOOT = Room(EDGE, 7.05, WITHIN - 1.2, 0.3)
PAGE = Room(WIDE - EDGE - 1, 7.05, 1.0, 0.3)


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


FORMS = {
    "#,##0": "{:,.0f}",
    "#,##0.0": "{:,.1f}",
    "#,##0.00": "{:,.2f}",
    "0%": "{:.0%}",
    "0.0%": "{:.1%}",
    "$#,##0": "${:,.0f}",
}


def describe(shape: Any, alt: str, name: str = "") -> None:
    """Give a picture, chart or table its alt text, and a name."""
    told = shape._element.xpath(".//p:cNvPr")[0]
    told.set("descr", alt)
    if name:
        told.set("name", name)


def decorative(shape: Any) -> None:
    """Tell screen readers to pass over a shape."""
    told = shape._element.xpath(".//p:cNvPr")[0]
    uri, space = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}", "http://schemas.microsoft.com/office/drawing/2017/decorative"
    mark = f'<a:ext {nsdecls("a")} uri="{uri}"><adec:decorative xmlns:adec="{space}" val="1"/></a:ext>'
    told.append(parse_xml(f"<a:extLst {nsdecls('a')}>{mark}</a:extLst>"))


def form_of(label: str, value: float) -> str:
    """The number format that writes the value as the label says it, or "" if none does."""
    return next((form for form, how in FORMS.items() if how.format(value) == label), "")


def whiskers(series: Any, low: Sequence[float], high: Sequence[float], direction: str = "") -> None:
    """Intervals of a series: so far below and so far above each value."""
    way = f'<c:errDir val="{direction}"/>' if direction else ""
    line = f'<c:spPr><a:ln w="15875"><a:solidFill><a:srgbClr val="{INK[1:].upper()}"/></a:solidFill></a:ln></c:spPr>'
    told = parse_xml(
        f'<c:errBars {nsdecls("c", "a")}>{way}<c:errBarType val="both"/><c:errValType val="cust"/>'
        f'<c:noEndCap val="0"/>{_numbers("plus", high)}{_numbers("minus", low)}{line}</c:errBars>'
    )
    element = series._element
    before = next(
        element.find(qn(f"c:{name}")) for name in ("cat", "xVal", "val") if element.find(qn(f"c:{name}")) is not None
    )
    before.addprevious(told)


def _numbers(end: str, values: Sequence[float]) -> str:
    points = "".join(f'<c:pt idx="{n}"><c:v>{float(value)!r}</c:v></c:pt>' for n, value in enumerate(values))
    told = f'<c:formatCode>General</c:formatCode><c:ptCount val="{len(values)}"/>{points}'
    return f"<c:{end}><c:numLit>{told}</c:numLit></c:{end}>"


def without_entries(chart: Any, numbers: Sequence[int]) -> None:
    """Leave series out of a chart's legend."""
    legend = chart.legend._element
    at = legend.find(qn("c:legendPos"))
    for number in reversed(numbers):
        at.addnext(
            parse_xml(f'<c:legendEntry {nsdecls("c")}><c:idx val="{number}"/><c:delete val="1"/></c:legendEntry>')
        )


def shown(label: Any, form: str) -> None:
    """Let a label say its value in a number format."""
    told = label._get_or_add_dLbl()
    for name in ("numFmt",):
        for old in told.findall(qn(f"c:{name}")):
            told.remove(old)
    first = next(child for child in told if child.tag not in (qn("c:idx"), qn("c:layout"), qn("c:tx")))
    first.addprevious(parse_xml(f'<c:numFmt {nsdecls("c")} formatCode="{form}" sourceLinked="0"/>'))
    for name in ("showLegendKey", "showCatName", "showSerName", "showPercent", "showBubbleSize"):
        told.find(qn(f"c:{name}")).set("val", "0")
    told.find(qn("c:showVal")).set("val", "1")
