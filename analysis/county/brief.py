"""One county on one printed page: a file of its own, with no script and nothing to fetch."""

import json
import math
from collections.abc import Sequence
from html import escape
from typing import NamedTuple

import pandas as pd

from data.registry import SHAPES

STYLE = """
@page { size: letter; margin: 11mm 12mm }
body { font: 9pt/1.25 'Source Sans 3', 'Segoe UI', Arial, sans-serif; color: #1c2429; max-width: 190mm; margin: auto }
h1 { font-size: 19pt; margin: 0 0 2mm } h2 { font-size: 11.5pt; margin: 4mm 0 1mm; color: #0b5c6b }
p { margin: 0 0 2mm } .answer { font-size: 12.5pt; font-weight: 600 }
td + td, th + th { white-space: nowrap }
table { border-collapse: collapse; width: 100%; font-size: 8.5pt; font-variant-numeric: tabular-nums }
th, td { text-align: right; padding: 0.5mm 1.5mm; border-bottom: 0.2mm solid #c9d3d7 }
th:first-child, td:first-child { text-align: left } th { font-weight: 600; border-bottom-color: #5b6670 }
.top { display: flex; gap: 6mm } .top > div { flex: 1 } svg { width: 32mm; height: auto; flex: none }
.two { display: flex; gap: 6mm } .two > div { flex: 1 } .fine { font-size: 8pt; color: #48545b; margin-top: 3mm }
"""


GLOSSARY = (
    "FTE: full-time equivalent, 40 hours a week. Shortage area: designated by HRSA, the federal Health Resources and "
    "Services Administration; LI: the low-income people of a place. Proposed for withdrawal: the decision was due in "
    "July 2026, after these figures."
)


class Block(NamedTuple):
    """A heading and the rows under it, already in words."""

    title: str
    rows: pd.DataFrame
    empty: str = ""


def page(county: str, place: str, answer: str, blocks: Sequence[Block], fips: str, sources: str) -> str:
    """The county's brief as one HTML document that prints on one letter page.

    All text is escaped. The first block goes beside the locator map, the last two side by side.
    """
    first, *middle, left, right = [_block(block) for block in blocks]
    body = [
        f"<h1>{escape(county)}, {escape(place)}</h1>",
        f'<p class="answer">{escape(answer)}</p>',
        f'<div class="top"><div>{first}</div>{locator(fips, county)}</div>',
        *middle,
        f'<div class="two"><div>{left}</div><div>{right}</div></div>',
        f'<p class="fine">{escape(sources)} Physician Gap Atlas. {GLOSSARY}</p>',
    ]
    head = f'<meta charset="utf-8"><title>{escape(county)}, {escape(place)}</title><style>{STYLE}</style>'
    return f'<!doctype html><html lang="en"><head>{head}</head><body>{"".join(body)}</body></html>'


def _block(block: Block) -> str:
    title = f"<h2>{escape(block.title)}</h2>"
    if block.rows.empty:
        return f"{title}<p>{escape(block.empty)}</p>"
    heads = "".join(f'<th scope="col">{escape(str(name))}</th>' for name in block.rows.columns)
    rows = "".join(
        "<tr>" + "".join(f"<td>{escape(str(cell))}</td>" for cell in row) + "</tr>"
        for row in block.rows.itertuples(index=False)
    )
    return f"{title}<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def locator(fips: str, county: str) -> str:
    """The state with the county filled, as SVG."""
    shapes = json.loads((SHAPES / f"counties-{fips[:2]}.json").read_text(encoding="utf-8"))["features"]
    rings = [(shape["id"], ring) for shape in shapes for ring in _rings(shape["geometry"])]
    points = [point for _, ring in rings for point in ring]
    west, north = min(x for x, _ in points), max(y for _, y in points)
    south, east = min(y for _, y in points), max(x for x, _ in points)
    narrow = math.cos(math.radians((south + north) / 2))  # degrees of longitude shrink toward the pole
    scale = 200 / max((east - west) * narrow, north - south)
    paths = "".join(
        f'<path d="M{_path(ring, west, north, narrow, scale)}Z" fill="{"#d7301f" if id_ == fips else "#edf1f2"}"/>'
        for id_, ring in rings
    )
    box = f"0 0 {(east - west) * narrow * scale:.0f} {(north - south) * scale:.0f}"
    return (
        f'<svg viewBox="{box}" role="img" aria-label="{escape(county)} in its state">'
        f'<g stroke="#9aa5ad" stroke-width="0.6">{paths}</g></svg>'
    )


def _rings(geometry: dict) -> list[list[list[float]]]:
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return [polygon[0] for polygon in polygons]


def _path(ring: list[list[float]], west: float, north: float, narrow: float, scale: float) -> str:
    return "L".join(f"{(x - west) * narrow * scale:.1f},{(north - y) * scale:.1f}" for x, y in ring)
