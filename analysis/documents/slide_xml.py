"""What python-pptx has no word for: alt texts, intervals, the format of one label."""

from collections.abc import Sequence
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from analysis.documents.slide_design import INK

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
