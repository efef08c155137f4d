"""Where do the ticks of an axis stand, and what do they say? As Plotly would, for the formats that our figures use."""

import math
from typing import Any

import numpy as np

STEPS = (1, 2, 5, 10)


def places(axis: dict[str, Any], low: float, high: float, room: float) -> list[float]:
    """The values with a tick, from low to high. `room`: pixels of the axis."""
    if "tickvals" in axis:
        return [float(value) for value in axis["tickvals"] if low - 1e-9 <= value <= high + 1e-9]
    wanted = axis.get("nticks") or max(2, min(8, int(room / 70)))
    step = float(axis.get("dtick") or _step((high - low) / max(wanted, 1)))
    first = math.ceil(low / step - 1e-9)
    return [round(n * step, 10) for n in range(first, math.floor(high / step + 1e-9) + 1)]


def _step(least: float) -> float:
    if least <= 0:
        return 1.0
    scale = 10 ** math.floor(math.log10(least))
    return next(step * scale for step in STEPS if step * scale >= least * (1 - 1e-9))


def said(axis: dict[str, Any], values: list[float]) -> list[str]:
    """What stands beside each tick."""
    if "ticktext" in axis:
        names = dict(zip(map(float, axis["tickvals"]), axis["ticktext"], strict=True))
        return [names.get(value, "") for value in values]
    how = axis.get("tickformat", "")
    fine = max((_decimals(value * (100 if how == ".0%" else 1)) for value in values), default=0)
    return [written(value, how, fine) for value in values]


def written(value: float, how: str, fine: int = 0) -> str:
    """A number in one of the formats of our axes; `fine` decimals where the format leaves them open."""
    if how == ".0%":
        return f"{value * 100:.{min(fine, 1)}f}%"
    if how == "$,.0f":
        return f"${value:,.0f}"
    if how == ".2f":
        return f"{value:.2f}"
    return f"{value:,.{fine}f}" if how else f"{value:.{fine}f}"


def _decimals(value: float) -> int:
    return next((n for n in range(4) if abs(value * 10**n - round(value * 10**n)) < 1e-6), 4)


def extent(values: np.ndarray, axis: dict[str, Any], pad: tuple[float, float]) -> tuple[float, float]:
    """From where to where an axis runs that is not told: around its values, with room at its ends in shares."""
    known = values[np.isfinite(values)]
    low, high = (float(known.min()), float(known.max())) if len(known) else (0.0, 1.0)
    if axis.get("rangemode") == "tozero":
        low, high = min(low, 0.0), max(high, 0.0)
    if low == high:
        low, high = (0.0, 1.0) if low == 0 else (min(low, 0.0), max(high, 0.0)) if low > 0 else (low - 1, high + 1)
    size = high - low
    return low - (size * pad[0] if low else 0.0), high + size * pad[1]
