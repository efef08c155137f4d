"""Where do the classes of a map begin and end?"""

import warnings
from typing import NamedTuple

import numpy as np

# Four hundred values take 0.1 s without the compiler that mapclassify would like to have.
warnings.filterwarnings("ignore", message="Numba not installed")

SCHEMES = ("natural_breaks", "quantiles", "equal_steps")
CLASSES = 5
SAMPLE = 400


class Classed(NamedTuple):
    """Classes of a set of values.

    codes: one a value, -1 not known, 0 none, 1 and up the classes. lows, highs: the smallest and
    the largest value that each class really holds. counts: how many it holds, never zero.
    """

    codes: np.ndarray
    lows: np.ndarray
    highs: np.ndarray
    counts: np.ndarray


def classify(values: np.ndarray, scheme: str) -> Classed:
    """Values in at most CLASSES classes; zero stands apart from "some", and missing from zero.

    Natural breaks minimise the spread within classes (Fisher 1958, Jenks 1977); above SAMPLE
    distinct values they are found on evenly spaced order statistics, ends included, so that the
    same values always give the same classes. Values below zero (a loss) are classed with the rest.

    A class that would hold nothing is left out. Raises ValueError for an unknown scheme.
    """
    if scheme not in SCHEMES:
        raise ValueError(f"scheme is {scheme!r}; it can be {', '.join(SCHEMES)}.")
    values = np.asarray(values, dtype=float)
    codes = np.where(np.isnan(values), -1, 0)
    some = ~np.isnan(values) & (values != 0)
    if not some.any():
        return Classed(codes, np.array([]), np.array([]), np.array([], dtype=int))
    uppers = _uppers(values[some], scheme)
    held, within = np.unique(np.searchsorted(uppers[:-1], values[some], side="left"), return_inverse=True)
    codes[some] = within + 1
    classes = range(1, len(held) + 1)
    lows = np.array([values[codes == code].min() for code in classes])
    highs = np.array([values[codes == code].max() for code in classes])
    return Classed(codes, lows, highs, np.bincount(within))


def _uppers(values: np.ndarray, scheme: str) -> np.ndarray:
    import mapclassify  # slow to import: only when a map is classed

    distinct = np.unique(values)
    if len(distinct) <= CLASSES:
        return distinct
    if scheme == "quantiles":
        # mapclassify.Quantiles, without its warning where equal values leave fewer classes.
        return np.unique(np.quantile(values, np.arange(1, CLASSES + 1) / CLASSES))
    if scheme == "equal_steps":
        return np.unique(mapclassify.EqualInterval(values, k=CLASSES).bins)
    return np.unique(mapclassify.FisherJenks(_sampled(values), k=CLASSES).bins)


def _sampled(values: np.ndarray) -> np.ndarray:
    ordered = np.sort(values)
    if len(ordered) <= SAMPLE:
        return ordered
    return ordered[np.linspace(0, len(ordered) - 1, SAMPLE).round().astype(int)]
