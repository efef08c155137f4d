"""How sure is a figure made of several of the American Community Survey's?

The Census Bureau publishes margins of error at 90%: 1.645 standard errors. Arithmetic takes the figures as
independent, as the Bureau's handbook does. Source: U.S. Census Bureau 2020, Understanding and Using
American Community Survey Data, chapters 7 and 8.
"""

import numpy as np

from analysis.statistics.intervals import Numbers

STANDARD_ERRORS = 1.645
UNRELIABLE_FROM = 0.30


def standard_error(margin: Numbers) -> Numbers:
    """The standard error behind a published margin."""
    return np.asarray(margin, dtype=float)[()] / STANDARD_ERRORS


def variation(estimate: Numbers, margin: Numbers) -> Numbers:
    """The coefficient of variation, standard error over estimate, 0.456 for 120 +- 90; nan for an estimate of 0."""
    estimate = np.asarray(estimate, dtype=float)
    some = estimate != 0
    return np.divide(standard_error(margin), np.abs(estimate), out=np.full(estimate.shape, np.nan), where=some)[()]


def is_unreliable(estimate: Numbers, margin: Numbers) -> np.ndarray:
    """Whether the standard error is over 30% of the estimate; so too for an estimate of 0 with a margin.

    Not where either is not known: then there is no figure to flag.
    """
    # Held to the product: 0 has no coefficient of variation, and none is needed.
    return standard_error(margin) > UNRELIABLE_FROM * np.abs(np.asarray(estimate, dtype=float))


def of_sum(estimates: Numbers, margins: Numbers) -> float:
    """The margin of a sum (or difference): the root of the sum of squares.

    Of the estimates that are 0 only the largest margin counts, as the handbook advises; 0 for no figures.
    """
    estimates, squares = np.asarray(estimates, dtype=float), np.asarray(margins, dtype=float) ** 2
    zeros = squares[estimates == 0]
    return float(np.sqrt(squares[estimates != 0].sum() + (zeros.max() if len(zeros) else 0.0)))


def of_ratio(part: Numbers, part_margin: Numbers, whole: Numbers, whole_margin: Numbers) -> Numbers:
    """The margin of part / whole where the part is not in the whole: sqrt(m_p^2 + r^2 m_w^2) / whole.

    nan where the whole is 0.
    """
    part, part_margin, whole, whole_margin = _arrays(part, part_margin, whole, whole_margin)
    return _over(np.sqrt(part_margin**2 + (_over(part, whole) * whole_margin) ** 2), whole)[()]


def of_share(part: Numbers, part_margin: Numbers, whole: Numbers, whole_margin: Numbers) -> Numbers:
    """The margin of a share, where the part is in the whole: sqrt(m_p^2 - r^2 m_w^2) / whole.

    Where that root would be of a number below 0, the margin of the ratio, as the handbook says. nan where
    the whole is 0.
    """
    part, part_margin, whole, whole_margin = _arrays(part, part_margin, whole, whole_margin)
    own, other = part_margin**2, (_over(part, whole) * whole_margin) ** 2
    return _over(np.sqrt(np.where(own >= other, own - other, own + other)), whole)[()]


def _arrays(*given: Numbers) -> tuple[np.ndarray, ...]:
    return tuple(np.asarray(numbers, dtype=float) for numbers in given)


def _over(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    shape = np.broadcast(part, whole).shape
    return np.divide(part, whole, out=np.full(shape, np.nan), where=whole != 0)
