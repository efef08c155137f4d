"""Can any withheld count be worked out, or nearly so, from all that is published?"""

from typing import NamedTuple

import numpy as np

from data.disclosure.bounds import Ranges
from data.disclosure.lattice import Lattice, closed, components

SHOWN = "published, though fewer than k"
EXACT = "known exactly"
GROUP = "in a withheld group whose sum is known and fewer than k"
SMALL = "known to be fewer than k"
NARROW = "known more closely than the protection width"


class Finding(NamedTuple):
    """A cell that is not protected: anyone can tell that it counts from low to high; the reason in words."""

    cell: int
    low: float
    high: float
    reason: str


class Audit(NamedTuple):
    """What can be told about every withheld cell, from all published cells together.

    low, high: the lowest and highest possible count, NaN where published, high inf where nothing limits it.
    findings: in the order of cells, none if all are protected. published, withheld: cells, structural zeros
    among the published. tightest: people between low and high of the closest-known withheld cell, inf if none.
    """

    low: np.ndarray
    high: np.ndarray
    findings: list[Finding]
    published: int
    withheld: int
    tightest: float


def audit(lattice: Lattice, withheld: np.ndarray, *, k: int, width: int | None = None) -> Audit:
    """The closest that anyone can come to each withheld count, and every cell where that is too close.

    Whoever looks is taken to know all published cells, all equations, that counts are whole and not below 0,
    and which cells are structural. Each withheld or latent cell is minimised and maximised by linear program;
    where an optimum is not whole, by integer program, so that the ranges are exact and not only outer bounds.
    A cell is found if it is published but below k, if high - low < `width` (k unless given), or if high < k:
    then it is known to be a small group. That covers withheld cells with a known sum below k, which are named
    as such, and differences of any number of published totals.

    Raises ValueError for counts that do not add up (see lattice.closed).
    Source: Fischetti and Salazar, Management Science 47 (2001), the attacker's problems.
    """
    lattice = closed(lattice)
    hidden = (np.asarray(withheld, dtype=bool) | lattice.latent) & ~lattice.structural
    ranges = Ranges(lattice.counts)
    for component in components(lattice, hidden):
        ranges.explore(component)
    low = np.where(hidden, ranges.lows, np.nan)
    high = np.where(hidden, np.where(ranges.highs >= ranges.cap / 2, np.inf, ranges.highs), np.nan)
    reasons = _reasons(lattice, hidden, (low, high), k=k, width=k if width is None else width)
    findings = [Finding(cell, float(low[cell]), float(high[cell]), reasons[cell]) for cell in sorted(reasons)]
    tightest = float((high - low)[hidden].min(initial=np.inf))
    return Audit(low, high, findings, int((~hidden).sum()), int(hidden.sum()), tightest)


def _reasons(
    lattice: Lattice, hidden: np.ndarray, range_: tuple[np.ndarray, np.ndarray], *, k: int, width: int
) -> dict[int, str]:
    """Cell: reason; of several, the plainest, which is the last here."""
    low, high = range_
    groups = _small_groups(lattice, hidden, k)
    found = [
        (NARROW, hidden & (high - low < width)),
        (SMALL, hidden & (high < k)),
        (GROUP, groups),
        (EXACT, hidden & (high == low) & ~groups),
        (SHOWN, ~hidden & ~lattice.structural & (lattice.counts < k)),
    ]
    return {int(cell): reason for reason, cells in found for cell in np.flatnonzero(cells)}


def _small_groups(lattice: Lattice, hidden: np.ndarray, k: int) -> np.ndarray:
    """Cells that are withheld with others under a published total, which leaves fewer than k to them all."""
    groups = np.zeros(len(hidden), dtype=bool)
    for total, parts in lattice.equations:
        cells = np.array([part for part in parts if hidden[part]], dtype=int)
        if len(cells) > 1 and not hidden[total] and lattice.counts[cells].sum() < k:
            groups[cells] = True
    return groups
