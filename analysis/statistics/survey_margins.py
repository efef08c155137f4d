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
