"""A document as one HTML file that needs no network: interactive figures, tables, keyboard."""

import base64
import gzip
import hashlib
import json
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

import orjson
from plotly.offline import get_plotlyjs

from analysis import palette
from analysis.documents.cleaning import cleaned
from analysis.documents.maps import file_of
from analysis.documents.model import Document, Slide, about, citations, has_figure
from analysis.documents.offline_parts import items, section
from data import shape_files

FOLDER = Path(__file__).parent
PACKED_FROM = 500_000  # letters of shapes: more would take the file over 6 MB
FAMILY = "Segoe UI, system-ui, -apple-system, Arial, sans-serif"
KEYS = (
    '<p class="keys"><kbd>→</kbd> and <kbd>←</kbd> go from slide to slide, <kbd>Home</kbd> and <kbd>End</kbd> to the '
    "first and the last; <kbd>P</kbd> presents, <kbd>F</kbd> fills the screen, <kbd>B</kbd> blanks a slide, "
    "<kbd>Esc</kbd> ends.</p>"
)
PRESENT = '<p><button id="present" type="button">Present</button></p><p id="count" aria-hidden="true"></p>'


@cache
def _script(name: str) -> str:
    text = get_plotlyjs() if name == "plotly" else (FOLDER / name).read_text(encoding="utf-8")
    return text.replace("\r\n", "\n")


@cache
def _policy() -> str:
    """Only our two scripts run, known by their hashes; nothing is fetched from anywhere."""
    digests = [hashlib.sha256(_script(name).encode()).digest() for name in ("plotly", "page.js")]
    hashes = " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def html_file(document: Document) -> bytes:
    """The document as one HTML file in UTF-8: a heading a slide, its figure, its alt text, its rows as a table."""
    document = cleaned(document)
    figures = [_figure(slide.figure) for slide in document.slides if slide.figure and has_figure(slide)]
    numbers = iter(range(len(figures)))
    drawn = orjson.dumps(figures, option=orjson.OPT_SERIALIZE_NUMPY).decode()
    slides = [section(slide, n, numbers) for n, slide in enumerate(document.slides, start=1)]
    parts = [
        '<!doctype html>\n<html lang="en-US"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_policy()}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(document.title)}</title><style>{_script('page.css')}</style></head><body>",
        f'<header><h1 tabindex="-1">{escape(document.title)}</h1><ul>{items(about(document))}</ul>{PRESENT}{KEYS}',
        f'<nav aria-label="Slides"><ol>{"".join(_link(slide, n) for n, slide in enumerate(document.slides, start=1))}'
        "</ol></nav><noscript><p>Scripts are off: each slide has its words and its table.</p></noscript></header>",
        f"<main>{''.join(slides)}{_sources(document)}</main>",
        f'<script type="application/json" id="figures">{_told(drawn)}</script>',
        f'<script type="application/json" id="shapes">{_told(_shapes(figures))}</script>',
        f"<script>{_script('plotly')}</script><script>{_script('page.js')}</script></body></html>",
    ]
    return "".join(parts).encode()


def _figure(figure: dict[str, Any]) -> dict[str, Any]:
    """The figure with the ink of this page, as wide as its place."""
    layout = dict(figure["layout"])
    layout["font"] = layout.get("font", {}) | {"color": palette.ON_PALE, "family": FAMILY}
    return {"data": figure["data"], "layout": layout | {"autosize": True}}


def _shapes(figures: list[dict[str, Any]]) -> str:
    """The files of shapes that any figure draws, each once; packed where they are those of a nation."""
    traces = [trace for figure in figures for trace in figure["data"] if "geojson" in trace]
    names = sorted({file_of(trace) for trace in traces})
    files = (f"{json.dumps(name)}:{shape_files.text(name)}" for name in names)
    plain = "{" + ",".join(files) + "}"
    if len(plain) <= PACKED_FROM:
        return plain
    return json.dumps(base64.b64encode(gzip.compress(plain.encode(), mtime=0)).decode())


def _told(text: str) -> str:
    """JSON that cannot end the script that it stands in."""
    return text.replace("<", "\\u003c")


def _link(slide: Slide, n: int) -> str:
    return f'<li><a href="#slide-{n}">{escape(slide.title)}</a></li>'


def _sources(document: Document) -> str:
    if not citations(document):
        return ""
    return f'<section id="sources"><h2 tabindex="-1">Sources</h2><ul>{items(citations(document))}</ul></section>'
