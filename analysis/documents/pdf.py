"""A document as an accessible PDF (PDF/UA-1): tagged, with alt texts, drawn in lines and letters that can be chosen."""

import datetime
import json
from functools import cache
from pathlib import Path
from typing import Any

import typst

from analysis.documents import fitting, model
from analysis.documents.model import Document, Slide, about, citations, cleaned, has_figure
from analysis.documents.svg import canvas
from analysis.documents.svg import figure as svg_figure

TEMPLATE = Path(__file__).with_name("pdf.typ")
STANDARD = "ua-1"
# Figures are drawn as wide as makes their letters on paper neither small nor huge.
NARROW, WIDE, SHAPE = 560.0, 920.0, 1.85
MAP = (900.0, 480.0)
PAPER = fitting.Paper(9.8, 5.0, 12)


@cache
def fonts() -> typst.Fonts:
    """Our two fonts, read once."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(canvas.FONTS)])


def pdf_file(document: Document) -> bytes:
    """The document as a PDF: a page that says what it is, a page a slide, the sources. The same bytes each time."""
    document = cleaned(document)
    told = {
        "title": document.title,
        "year": document.made.year,
        "month": document.made.month,
        "day": document.made.day,
        "footer": f"{document.title} · version of the data {document.data_version} · made {document.made}",
        "about": about(document),
        "citations": citations(document),
        "slides": [page(slide) for slide in document.slides],
    }
    made = datetime.datetime.combine(document.made, datetime.time(), datetime.UTC)
    return typst.compile(
        TEMPLATE.read_bytes(),
        format="pdf",
        font_paths=fonts(),
        sys_inputs={"told": json.dumps(legible(told))},
        pdf_standards=STANDARD,
        timestamp=int(made.timestamp()),
    )


def page(slide: Slide) -> dict[str, Any]:
    """What a template needs of a slide: its texts, its figure as SVG, its legend, its rows in words."""
    return {
        "title": slide.title,
        "exhibit": model.subtitle(slide),
        "alt": slide.alt,
        "made_up": slide.made_up,
        "empty": slide.empty,
        "svg": picture(slide.figure) if slide.figure and has_figure(slide) else "",
        "legend": model.legend(slide),
        "foot": model.under(slide),
        **fitting.table(slide.rows, PAPER)._asdict(),
    }


def picture(figure: dict[str, Any]) -> str:
    """The figure as SVG in the shape of the page."""
    if svg_figure.is_map(figure):
        return svg_figure.svg(figure, width=MAP[0], height=MAP[1])
    tall = float(figure["layout"].get("height", svg_figure.TALL))
    return svg_figure.svg(figure, width=max(NARROW, min(WIDE, tall * SHAPE)))


def legible(told: Any) -> Any:
    """The same with every text in letters that our fonts have."""
    if isinstance(told, str):
        return told if told.startswith("<svg") else canvas.legible(told)
    if isinstance(told, dict):
        return {key: legible(value) for key, value in told.items()}
    return [legible(value) for value in told] if isinstance(told, list) else told
