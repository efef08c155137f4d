"""Do two measures go together? A line of least squares through the places that have both, and who lies far from it."""

import math
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analysis.charts import bars, palette
from analysis.wording import columns as wording_columns
from analysis.wording import numbers

LEAST, NAMED, FAR = 3, 5, 2.0
WIDE, LEAST_WIDE = 40.0, 5.0  # marks, in pixels


class Fit(NamedTuple):
    """The straight line of least squares: up = start + slope * across, with Pearson's r over n places."""

    start: float
    slope: float
    r: float
    n: int


class Seen(NamedTuple):
    """What is drawn: each axis's column, what places are called, and the column that sizes them or ""."""

    across: str
    up: str
    name: str
    size: str = ""


def fit(across: np.ndarray, up: np.ndarray) -> Fit | None:
    """The line through the places that have both; None for fewer than three, or where either is the same everywhere.

    Source: ordinary least squares, Legendre 1805; r is Pearson's product-moment correlation.
    """
    across, up = (np.asarray(values, dtype=float) for values in (across, up))
    known = np.isfinite(across) & np.isfinite(up)
    x, y = across[known], up[known]
    if len(x) < LEAST or np.ptp(x) == 0 or np.ptp(y) == 0:
        return None
    off_x, off_y = x - x.mean(), y - y.mean()
    spread = float(off_x @ off_x), float(off_y @ off_y)
    if not all(math.isfinite(part) and part > 0 for part in spread):
        return None
    slope = float(off_x @ off_y) / spread[0]
    r = float(off_x @ off_y) / math.sqrt(spread[0]) / math.sqrt(spread[1])
    return Fit(float(y.mean() - slope * x.mean()), slope, max(-1.0, min(1.0, r)), len(x))


def far(across: np.ndarray, up: np.ndarray, line: Fit | None) -> np.ndarray:
    """The positions of the places furthest from the line, five at most, over two standard deviations away."""
    if line is None:
        return np.array([], dtype=int)
    left = np.asarray(up, dtype=float) - (line.start + line.slope * np.asarray(across, dtype=float))
    size = np.where(np.isfinite(left), np.abs(left), -1.0)
    spread = math.sqrt(float(np.nansum(left**2)) / max(line.n - 2, 1))
    order = np.argsort(-size, kind="stable")[:NAMED]
    return order[size[order] > FAR * spread] if spread > 0 else order[:0]


def equation(line: Fit, seen: Seen) -> str:
    """The line in words: what goes with one step across (a percentage point of a share), no cause meant."""
    across, up = (wording_columns.explained(name) for name in (seen.across, seen.up))
    step, said = (0.01, "one percentage point") if across.unit == "share" else (1.0, f"one {across.unit}")
    moved = _amount(abs(line.slope) * step, up.unit)
    turn, sign = ("higher", "+") if line.slope > 0 else ("lower", "−")
    return (
        f"With {said} more of “{across.label}”, “{up.label}” is {moved} {turn} on the line "
        f"(y = {line.start:.4g} {sign} {abs(line.slope):.4g} x; r = {said_r(line)}; n = {line.n:,})."
    )


def said_r(line: Fit) -> str:
    """r with two decimals and a minus that is one."""
    return f"{line.r:.2f}".replace("-", "−")


def _amount(amount: float, unit: str) -> str:
    if unit == "share":
        return f"{amount * 100:.2g} percentage points"
    return ("$" if unit == "usd" else "") + (f"{amount:,.0f}" if amount >= 100 else f"{amount:.2g}")


def figure(rows: pd.DataFrame, seen: Seen, line: Fit | None, *, height: int = 520) -> dict[str, Any]:
    """Points, sized by people if asked, the line with its equation in the alt text alone, and the furthest named."""
    known = rows[rows[seen.across].notna() & rows[seen.up].notna()].reset_index(drop=True)
    outside = set(far(known[seen.across].to_numpy(), known[seen.up].to_numpy(), line).tolist())
    traces = [_points(known, seen, outside)]
    if line is not None:
        ends = [float(known[seen.across].min()), float(known[seen.across].max())]
        traces.append(
            {
                "type": "scatter",
                "mode": "lines",
                "x": ends,
                "y": [line.start + line.slope * end for end in ends],
                "line": {"color": palette.ALTERNATIVE, "width": 2},
                "hoverinfo": "skip",
            }
        )
    layout = bars.template(
        height, xaxis=axis(seen.across), yaxis=axis(seen.up), margin={"l": 8, "r": 24, "t": 16, "b": 8}
    )
    return {"data": traces, "layout": layout}


def _points(known: pd.DataFrame, seen: Seen, outside: set[int]) -> dict[str, Any]:
    names = [numbers.plain(name) for name in known[seen.name]]
    said = [[numbers.figure(value, wording_columns.explained(name).unit) for value in known[name]] for name in seen[:2]]
    across, up = (wording_columns.explained(name).label for name in seen[:2])
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": known[seen.across].astype(float).tolist(),
        "y": known[seen.up].astype(float).tolist(),
        "text": [name.removesuffix(" County") if n in outside else "" for n, name in enumerate(names)],
        "textposition": "middle right",
        "cliponaxis": False,
        "hovertext": [
            f"<b>{name}</b><br>{across}: {first}<br>{up}: {second}"
            for name, first, second in zip(names, *said, strict=True)
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {
            "color": palette.PEOPLE[3],
            "opacity": 0.7,
            "line": {"color": "#ffffff", "width": 0.8},
            **sized(known, seen.size),
        },
    }


def sized(rows: pd.DataFrame, size: str) -> dict[str, Any]:
    """Marks whose area goes with people; all of one size without a column, the least where people are not known."""
    if not size:
        return {"size": 8}
    people = rows[size].astype(float).fillna(0.0).clip(lower=0.0)
    most = float(people.max()) if len(people) else 0.0
    return {"size": [max(LEAST_WIDE, WIDE * math.sqrt(one / most)) if most else LEAST_WIDE for one in people]}


def axis(name: str) -> dict[str, Any]:
    """An axis with its measure's name and figures in its unit."""
    column = wording_columns.explained(name)
    forms = {"share": ".0%", "usd": "$,.0f"}
    title = {"text": column.label, "standoff": 8}
    shown = {"showticklabels": True, "title": title, "tickformat": forms.get(column.unit, ",~r"), "nticks": 6}
    return bars.PLAIN_AXIS | shown | {"showgrid": True, "gridcolor": "rgba(128,140,150,0.2)", "automargin": True}
