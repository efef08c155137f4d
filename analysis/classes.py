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
    """Classes of a set of values: -1 not known, 0 none, 1 and up the classes between `edges`."""

    codes: np.ndarray
    edges: np.ndarray
    counts: np.ndarray


def classify(values: np.ndarray, scheme: str) -> Classed:
    """Values in at most CLASSES classes; zero stands apart from "some", and missing from zero.

    Natural breaks minimise the spread within classes (Fisher 1958, Jenks 1977); above SAMPLE
    distinct values they are found on evenly spaced order statistics, ends included, so that the
    same values always give the same classes. Values below zero (a loss) are classed with the rest.

    Returns codes (one a value), edges (one more than classes; empty if nothing is above zero) and
    counts (values in each class from the first). Raises ValueError for an unknown scheme.
    """
    if scheme not in SCHEMES:
        raise ValueError(f"scheme is {scheme!r}; it can be {', '.join(SCHEMES)}.")
    values = np.asarray(values, dtype=float)
    codes = np.where(np.isnan(values), -1, 0)
    some = ~np.isnan(values) & (values != 0)
    if not some.any():
        return Classed(codes, np.array([]), np.array([], dtype=int))
    edges = _edges(values[some], scheme)
    classes = len(edges) - 1
    codes[some] = np.clip(np.searchsorted(edges[1:-1], values[some], side="left") + 1, 1, classes)
    return Classed(codes, edges, np.bincount(codes[some], minlength=classes + 1)[1:])


def _edges(values: np.ndarray, scheme: str) -> np.ndarray:
    import mapclassify  # slow to import: only when a map is classed

    distinct = np.unique(values)
    if len(distinct) <= CLASSES:
        # A class a value: the upper bounds are the values themselves.
        return np.concatenate([distinct[:1], distinct])
    if scheme == "quantiles":
        uppers = mapclassify.Quantiles(values, k=CLASSES).bins
    elif scheme == "equal_steps":
        uppers = mapclassify.EqualInterval(values, k=CLASSES).bins
    else:
        uppers = mapclassify.FisherJenks(_sampled(values), k=CLASSES).bins
    return np.unique(np.concatenate([distinct[:1], uppers]))


def _sampled(values: np.ndarray) -> np.ndarray:
    ordered = np.sort(values)
    if len(ordered) <= SAMPLE:
        return ordered
    return ordered[np.linspace(0, len(ordered) - 1, SAMPLE).round().astype(int)]
