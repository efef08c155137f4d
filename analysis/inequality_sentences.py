"""How unequal is it, in plain sentences? Written from the numbers, never saying why."""

import numpy as np

from analysis import words
from analysis.disparity_words import DIMENSIONS
from analysis.inequality import Curve, Hoover
from analysis.inequality_groups import Split
from analysis.quantities import QUANTITIES

EVEN = 0.005  # an index that two decimals round to 0
NEAR = 0.02  # an index so small that halves of people tell no side


def spread(curve: Curve, gini: float, hoover: Hoover, people: str, *, where: str = "", quantity: str = "supply") -> str:
    """What the half of people with the lowest rates have, and what equal rates would take.

    `where` opens the sentence: "Without Olmsted County". "" where no share exists.
    """
    if not len(curve.people) or not np.isfinite(gini):
        return ""
    opened = f"{where}, the" if where else "The"
    half = words.percent(float(np.interp(0.5, *curve)))
    said = QUANTITIES[quantity]
    units = words.figure(hoover.units, said.counted_in)
    moved = said.moved.format(share=words.percent(hoover.share), units=units)
    return (
        f"{opened} half of {people} in the counties with the lowest rates have {half} of the {said.noun}; for "
        f"equal rates {moved} (Gini {gini:.2f})."
    )


def concentrated(curve: Curve, index: float, what: str, dimension: str, people: str) -> str:
    """On which side of a ranking an amount lies, with the concentration index; the highest come first in it.

    `curve` and `index` are of counties ranked from the high end of the dimension to the low.
    """
    if not len(curve.people) or not np.isfinite(index):
        return ""
    high, low = DIMENSIONS[dimension]
    number = words.figure(abs(index), "index")
    side, sign = (high, "−") if index < 0 else (low, "")
    first = float(np.interp(0.5, *curve))
    if abs(index) < EVEN or (abs(index) < NEAR and words.percent(first) == "50%"):
        sign = sign if abs(index) >= EVEN else ""
        over = f"{high.counties} and {low.counties}"
        return f"{what} is spread about evenly over {over} (concentration index {sign}{number})."
    half = f"{words.percent(first)} of it is among the half of {people} in the {high.counties}"
    if (first - 0.5) * index >= 0:
        return f"{what} is not clearly concentrated: {half}, but the concentration index is {sign}{number}."
    return f"{what} is concentrated in {side.counties} (concentration index {sign}{number}): {half}."


def split(found: Split, between: str, *, named: str = "Theil T") -> str:
    """How much of the inequality lies between the groups; `between` names them: "rural and urban counties"."""
    if not np.isfinite(found.total):
        return ""
    if found.total < 1e-12:
        return f"There is no inequality between or within {between} ({named} 0.00)."
    share = found.between / found.total
    return (
        f"{words.percent(share)} of the inequality ({named} {found.total:.2f}) lies between {between} and "
        f"{words.percent(1 - share)} within them."
    )
