"""What is one slide in HTML? Its heading, figure, alt text, legend and rows; all that is said is escaped."""

from collections.abc import Iterator
from html import escape

import pandas as pd

from analysis.documents import sheets
from analysis.documents.model import Slide, has_figure

ROWS = 400  # of a table in the file


def items(texts: list[str]) -> str:
    """The texts as items of a list."""
    return "".join(f"<li>{escape(text)}</li>" for text in texts)


def section(slide: Slide, n: int, numbers: Iterator[int]) -> str:
    """The n-th slide; `numbers` are those of the figures that are still to be placed."""
    parts = [f'<section id="slide-{n}"><h2 id="title-{n}" tabindex="-1">']
    parts.append(f"{escape(slide.title)}</h2>")
    parts += [f'<p class="made">{escape(slide.made_up)}</p>'] if slide.made_up else []
    parts += [f'<p class="exhibit">{escape(sheets.subtitle(slide))}</p>'] if sheets.subtitle(slide) else []
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
    parts += [f'<p class="foot">{escape(line)}</p>' for line in sheets.under(slide)]
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
    cut = sheets.cut(rows, ROWS)
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
