"""How far do outcomes range, if every assumption may lie anywhere in the reader's range? Seeded draws."""

import zlib
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis import levers
from analysis.lever_assumptions import Span, Values
from analysis.levers import Outcome

DRAWS = 2_000
SEED = 2026


class Range(NamedTuple):
    """The 10th percentile, the median and the 90th of the draws; nan where the figure is not defined."""

    low: float
    median: float
    high: float


def drawn(values: Values, *, draws: int = DRAWS, seed: int = SEED) -> dict[str, NDArray[np.float64]]:
    """Draws of each assumption by name, from a triangle over its low, likely and high.

    Each has a stream of its own, so that one that is edited changes no other; the same seed, the same draws.
    """
    streams = {name: np.random.default_rng([seed, zlib.crc32(name.encode())]) for name in values}
    return {name: triangular(streams[name].random(draws), span) for name, span in values.items()}


def likely(values: Values) -> dict[str, NDArray[np.float64]]:
    """Each assumption at its likely value, as one draw."""
    return {name: np.array([float(span.likely)]) for name, span in values.items()}


def triangular(parts: NDArray[np.float64], span: Span) -> NDArray[np.float64]:
    """Quantiles of the triangular distribution at these parts (0-1); the point itself where low is high."""
    low, mode, high = (float(end) for end in span)
    width = high - low
    if width <= 0:
        return np.full_like(parts, low)
    rising = low + np.sqrt(parts * width * (mode - low))
    falling = high - np.sqrt((1 - parts) * width * (high - mode))
    return np.where(parts < (mode - low) / width, rising, falling)


def spread(figures: NDArray[np.float64]) -> Range:
    """The middle 80% of the draws and their median; nan if any draw has no figure, inf if it has no end."""
    if not len(figures) or np.isnan(figures).any():
        return Range(float("nan"), float("nan"), float("nan"))
    low, median, high = np.quantile(figures, [0.1, 0.5, 0.9], method="inverted_cdf")
    return Range(float(low), float(median), float(high))


def outcome(lever: str, values: Values, amount: float, horizon: float) -> Outcome:
    """A lever's outcome in every draw. Raises KeyError for a lever that there is not."""
    return levers.MODELS[lever](drawn(values), amount, horizon)
