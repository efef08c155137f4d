"""How many are still there, years after they began? The one model of staying, of levers, timelines and placements.

Some leave every year, all along; and at the end of the service that they owe, only the staying share remains.
Who owes nothing has no such end. Arrays in, arrays out: expected shares; chance for each person is for who draws them.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]
MOST_LEAVING = 1 - 1e-9  # whoever all leave within a year are gone at once
AT_ONCE = 1e9  # a year: where all leave
STRAIGHT = 1e-3  # below it a sum of powers is exact, and a difference of nearly equal numbers is not


def rate(leaves: ArrayLike) -> Array:
    """How fast people leave, a year: the rate at which a share `leaves` is gone after each year."""
    leaves = np.asarray(leaves, float)
    return np.where(leaves > MOST_LEAVING, AT_ONCE, -np.log1p(-np.minimum(leaves, MOST_LEAVING)))


def present(since: ArrayLike, owed: ArrayLike, staying: ArrayLike, leaves: ArrayLike) -> Array:
    """Share of those who began `since` years ago who are still there; 0 before they begin."""
    since, owed = np.asarray(since, float), np.asarray(owed, float)
    remain = np.where((owed > 0) & (since >= owed), staying, 1.0)
    return np.where(since < 0, 0.0, remain * (1 - np.asarray(leaves, float)) ** np.maximum(since, 0.0))


def served(left: ArrayLike, owed: ArrayLike, staying: ArrayLike, leaves: ArrayLike) -> Array:
    """Years that each serves on average within the `left` years that follow the start: the integral of `present`."""
    left, owed = np.maximum(np.asarray(left, float), 0.0), np.asarray(owed, float)
    speed = rate(leaves)
    owing = np.minimum(left, np.where(owed > 0, owed, np.inf))
    return _once(owing, speed) + staying * (_once(left, speed) - _once(owing, speed))


def served_of_many(left: ArrayLike, owed: ArrayLike, leaves: ArrayLike) -> Array:
    """Years served within `left` years by one who begins each year, spread evenly, and goes when nothing more is owed.

    The integral of `served` with nobody staying.
    """
    left, owed = np.maximum(np.asarray(left, float), 0.0), np.asarray(owed, float)
    speed = rate(leaves)
    owing = np.minimum(left, np.where(owed > 0, owed, np.inf))
    return _twice(owing, speed) + _once(owing, speed) * (left - owing)


def _once(time: Array, speed: Array) -> Array:
    """The integral of exp(-speed x) from 0 to `time`."""
    gone = speed * time
    exact = -np.expm1(-gone) / np.where(gone > STRAIGHT, speed, 1.0)
    return np.where(gone > STRAIGHT, exact, time * (1 - gone / 2 + gone**2 / 6))


def _twice(time: Array, speed: Array) -> Array:
    """The integral of that, from 0 to `time`."""
    gone = speed * time
    exact = (time - _once(time, speed)) / np.where(gone > STRAIGHT, speed, 1.0)
    return np.where(gone > STRAIGHT, exact, time**2 * (0.5 - gone / 6 + gone**2 / 24))
