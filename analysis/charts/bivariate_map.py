"""Where do two measures meet? Thirds of one against thirds of the other, on one map."""

from collections.abc import Sequence
from html import escape
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analysis.charts import county_map, map_frames, palette
from analysis.charts.county_map import MapView
from analysis.charts.legend import Entry
from analysis.wording import columns as wording_columns
from analysis.wording import numbers

THIRDS = 3
# Across the first measure (to blue), up the second (to orange). Told apart by deuteranopes, and in grey
# each is darker than its neighbours below; the tests measure both.
COLOURS = (
    "#f1eee8", "#a8cbe6", "#3f8fca",
    "#fbc678", "#b59a86", "#5b6f8a",
    "#ee8a1d", "#9c5f33", "#3d2f38",
)  # fmt: skip
LEVELS = ("low", "middling", "high")
NOT_KNOWN = -1
# Care that is counted: beside it, high of another measure is need. A shortage is no count of who is there.
SUPPLY = ("fte_counted", "hospital", "critical_access", "health_centers", "beds", "supply", "practicing")


class Thirds(NamedTuple):
    """A measure in thirds: a code a value (0 lowest to 2, -1 not known); the least and most that each third holds.

    A third that holds nothing, for equal values are never parted, has no ends.
    """

    codes: np.ndarray
    ends: tuple[tuple[float, float] | None, ...]


def thirds(values: np.ndarray) -> Thirds:
    """Values cut at their terciles, equal ones always together; not a number is not known.

    One value alone, or the same everywhere, is all in the lowest third.
    """
    values = np.asarray(values, dtype=float)
    known = np.isfinite(values)
    codes = np.full(len(values), NOT_KNOWN)
    if known.any():
        cuts = np.quantile(values[known], [1 / THIRDS, 2 / THIRDS], method="inverted_cdf")
        codes[known] = np.searchsorted(cuts, values[known], side="left")
    parts = [values[codes == code] for code in range(THIRDS)]
    return Thirds(codes, tuple((float(part.min()), float(part.max())) if len(part) else None for part in parts))


def classes(across: Thirds, up: Thirds) -> np.ndarray:
    """The class of each place: 0 both lowest, 2 most across, 6 most up, 8 most of both; -1 not known."""
    known = (across.codes != NOT_KNOWN) & (up.codes != NOT_KNOWN)
    return np.where(known, up.codes * THIRDS + across.codes, NOT_KNOWN)


def named(code: int, across: str, up: str) -> str:
    """A class in words: high and high first; where one is care and the other need, that too."""
    if code == NOT_KNOWN:
        return "Not known"
    levels = {across: code % THIRDS, up: code // THIRDS}
    said = "; ".join(
        f"{wording_columns.noun(name).removeprefix('the ')}: {LEVELS[levels[name]]}" for name in (across, up)
    )
    care = [name for name in levels if _supplies(name)]
    need = [name for name in levels if not _supplies(name)]
    if len(care) == len(need) == 1:
        said = f"{LEVELS[levels[need[0]]]} need, {LEVELS[levels[care[0]]]} supply ({said})"
    return said[:1].upper() + said[1:]


def _supplies(name: str) -> bool:
    """Whether more of it is more to go round."""
    return wording_columns.plain(name).startswith(SUPPLY)


def corners(codes: np.ndarray) -> dict[int, np.ndarray]:
    """The positions of places in each corner: most of both, each alone, least of both."""
    return {code: np.flatnonzero(codes == code) for code in (8, 6, 2, 0)}


def entries(codes: np.ndarray, across: str, up: str) -> list[Entry]:
    """Every class in words with its number of places, most of both first; not known last."""
    told = [
        Entry(code, f"{named(code, across, up)} ({(codes == code).sum():,})", COLOURS[code])
        for code in range(8, -1, -1)
    ]
    missing = int((codes == NOT_KNOWN).sum())
    return told + ([Entry(NOT_KNOWN, f"Not known ({missing:,})", palette.NOT_KNOWN)] if missing else [])


def grid(codes: np.ndarray, across: tuple[str, Thirds], up: tuple[str, Thirds]) -> str:
    """The legend as a table of nine: bounds at its edges, how many places in each cell."""
    heads, sides = _ends(*across), _ends(*up)
    first, second = (escape(wording_columns.explained(name).label) for name in (across[0], up[0]))
    rows = ""
    for row in range(THIRDS - 1, -1, -1):
        cells = "".join(_cell(row * THIRDS + column, codes) for column in range(THIRDS))
        rows += f'<tr><th scope="row" style="{EDGE}">{sides[row]}</th>{cells}</tr>'
    foot = "".join(f'<th scope="col" style="{EDGE};text-align:center">{head}</th>' for head in heads)
    missing = int((codes == NOT_KNOWN).sum())
    grey = f'<p style="margin:.3rem 0 0;font-size:.85rem">{_swatch(palette.NOT_KNOWN)} Not known ({missing:,})</p>'
    return (
        f'<table style="border-collapse:collapse;font-size:.85rem"><caption style="caption-side:top;text-align:left">'
        f"Up: {second}. Across: {first}. In each: how many.</caption><tbody>{rows}"
        f'<tr><td style="border:0"></td>{foot}</tr></tbody></table>{grey if missing else ""}'
    )


EDGE = "font-weight:400;white-space:nowrap;padding:.1rem .5rem;border:0;text-align:right"


def _swatch(colour: str) -> str:
    return f'<i style="display:inline-block;width:.95rem;height:.95rem;border:1px solid #777;background:{colour}"></i>'


def _cell(code: int, codes: np.ndarray) -> str:
    ink = palette.ON_DEEP if code in (5, 7, 8) else palette.ON_PALE
    style = f"background:{COLOURS[code]};color:{ink};width:4.2rem;height:2.1rem;text-align:center;border:1px solid #777"
    return f'<td style="{style}">{(codes == code).sum():,}</td>'


def _ends(name: str, third: Thirds) -> list[str]:
    """What each third holds, in words; one that begins where the one before ends, as both are rounded, is over that."""
    unit = wording_columns.explained(name).unit
    told, before = [], ""
    for ends in third.ends:
        low, high = (numbers.figure(end, unit, fine=True) for end in ends) if ends else ("", "")
        over = "over " if low and low == before else ""
        told.append(escape("none" if not ends else f"{over}{low}" if low == high else f"{over}{low} to {high}"))
        before = high or before
    return told


def figure(counties: pd.DataFrame, codes: np.ndarray, told: Sequence[str], view: MapView) -> dict[str, Any]:
    """The map: a colour a class, not known in grey; `told` are the hovers in the order of the rows.

    Returns a Plotly figure as a plain dict.
    """
    colours = (palette.NOT_KNOWN, *COLOURS)
    steps = [[end / len(colours), colour] for n, colour in enumerate(colours) for end in (n, n + 1)]
    fills = county_map.outline(
        county_map.county_file(view), counties["county_fips"].tolist(), palette.BORDER, 0.6, view
    )
    fills |= {"z": codes.tolist(), "zmin": -1.5, "zmax": 8.5, "colorscale": steps, "text": list(told)}
    fills |= {"hoverinfo": "text", "hovertemplate": "%{text}<extra></extra>", **map_frames.STEADY}
    return {"data": [fills, *county_map.over(view)], "layout": county_map.layout(view)}
