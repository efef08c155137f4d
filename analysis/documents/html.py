"""A document as one HTML file that needs no network: interactive figures, tables, keyboard."""

import base64
import gzip
import hashlib
import json
from collections.abc import Iterator
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

import orjson
import pandas as pd
from plotly.offline import get_plotlyjs

from analysis.charts import palette
from analysis.documents import model
from analysis.documents.model import Document, Slide, about, citations, cleaned, has_figure
from analysis.documents.svg.maps import file_of
from data.geography import shapes

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
    files = (f"{json.dumps(name)}:{shapes.text(name)}" for name in names)
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


ROWS = 400  # of a table in the file


def items(texts: list[str]) -> str:
    """The texts as items of a list."""
    return "".join(f"<li>{escape(text)}</li>" for text in texts)


def section(slide: Slide, n: int, numbers: Iterator[int]) -> str:
    """The n-th slide; `numbers` are those of the figures that are still to be placed."""
    parts = [f'<section id="slide-{n}"><h2 id="title-{n}" tabindex="-1">']
    parts.append(f"{escape(slide.title)}</h2>")
    parts += [f'<p class="made">{escape(slide.made_up)}</p>'] if slide.made_up else []
    parts += [f'<p class="exhibit">{escape(model.subtitle(slide))}</p>'] if model.subtitle(slide) else []
    if slide.empty:
        parts.append(f'<p class="empty">{escape(slide.empty)}</p>')
    elif has_figure(slide):
        alt = escape(slide.alt)
        parts.append(f'<figure><div data-figure="{next(numbers)}" role="img" aria-labelledby="alt-{n}"></div>')
        parts.append(f'{_legend(slide)}<figcaption id="alt-{n}">{alt}</figcaption></figure>')
        parts.append(_rows(slide, is_open=False))
    elif slide.rows is not None and not slide.rows.empty:
        parts.append(_rows(slide, is_open=True))
    else:
        parts.append(f"<p>{escape(slide.alt)}</p>")
    parts += [f'<p class="foot">{escape(line)}</p>' for line in model.under(slide)]
    return "".join([*parts, "</section>"])


def _legend(slide: Slide) -> str:
    if not slide.legend:
        return ""
    marks = [
        f'<b style="color:{escape(entry.colour)}" aria-hidden="true">{escape(entry.sign)}</b>'
        if entry.sign
        else f'<i style="background:{escape(entry.colour)}"></i>'
        for entry in slide.legend
    ]
    items = [f"<li>{mark}{escape(entry.name)}</li>" for mark, entry in zip(marks, slide.legend, strict=True)]
    return f'<ul class="legend" aria-label="Legend">{"".join(items)}</ul>'


def _rows(slide: Slide, *, is_open: bool) -> str:
    """The rows as a table, folded away under a figure."""
    rows = slide.rows if slide.rows is not None else pd.DataFrame()
    cut = model.cut(rows, ROWS)
    if not cut.heads:
        return ""
    sides = [' class="right"' if side == "right" else "" for side in cut.sides]
    heads = "".join(f'<th scope="col"{side}>{escape(head)}</th>' for head, side in zip(cut.heads, sides, strict=True))
    lines = []
    for first, *cells in cut.cells:
        told = "".join(f"<td{side}>{escape(cell)}</td>" for cell, side in zip(cells, sides[1:], strict=True))
        lines.append(f'<tr><th scope="row"{sides[0]}>{escape(first)}</th>{told}</tr>')
    more = f"<p>{escape(cut.more)}</p>" if cut.more else ""
    table = (
        f'<div class="rows" tabindex="0" role="group" aria-label="{escape(slide.exhibit)}, rows"><table><caption>'
        f"{escape(slide.exhibit)}</caption><thead><tr>{heads}</tr></thead><tbody>{''.join(lines)}</tbody></table></div>"
    )
    return f"{table}{more}" if is_open else f"<details><summary>Rows ({len(rows):,})</summary>{table}{more}</details>"
