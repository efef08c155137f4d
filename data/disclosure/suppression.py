"""Which counts have to be withheld so that no small group of people can be made out?"""

import numpy as np
from scipy import sparse

from data.disclosure.bounds import Ranges
from data.disclosure.lattice import Lattice, closed, components, limits, relations
from data.disclosure.linear_program import DUAL, SLACK, LinearProgram

DEPTH = 50  # of totals within totals; what lies deeper only costs a little less to withhold


def protect(lattice: Lattice, *, k: int = 11, worth: np.ndarray | None = None) -> np.ndarray:
    """True for each cell to withhold, so that anyone is left with at least k people of doubt about it.

    Primary: every cell below k that is not structural, zeros too, and all latent cells. Complementary: for each
    withheld cell that can be told too closely, those published cells that let it be larger at the least
    cost, until none is left. Costs grow with the count, with how much is counted within a cell and with what it is
    `worth` to readers (1 for all if not said), so that small cells go first and the total of all last. The same
    lattice always gives the same answer.

    Should no choice of cells protect everything, all that is not structural is withheld; `audit` tells.
    Raises ValueError if k is below 2, or for counts that do not add up (see lattice.closed).
    Source: Kelly, Golden and Assad, Networks 22 (1992), complementary suppression by linear program, a cell a time.
    """
    if k < 2:
        raise ValueError(f"k is {k}; from 2, or nothing is protected.")
    lattice = closed(lattice)
    withheld = ((lattice.counts < k) & ~lattice.structural) | lattice.latent
    ranges, detours = (
        Ranges(lattice.counts),
        _Detours(lattice, withheld, costs(lattice) * (1.0 if worth is None else worth)),
    )
    while True:
        for component in components(lattice, withheld):
            ranges.explore(component, enough=k)
        exposed = np.flatnonzero(withheld & (ranges.widths < k))
        if not len(exposed):
            return withheld
        before = withheld.sum()
        for cell in exposed[np.argsort(lattice.counts[exposed], kind="stable")]:
            if ranges.widths[cell] < k:
                # Room up to k often brings room down to 0 with it: more is asked for only in the next round.
                most = k if ranges.highs[cell] < k else ranges.lows[cell] + k
                detours.free(int(cell), most, withheld, ranges)
        if withheld.sum() == before:
            return ~lattice.structural


def costs(lattice: Lattice) -> np.ndarray:
    """What it costs to withhold each cell: (1 + ln(1 + count)) (1 + log2(cells counted within it))."""
    within = np.ones(len(lattice.counts))
    # From the parts up: a total is taken once all of its parts are, whatever the order of equations.
    for _ in range(DEPTH):
        before = within.copy()
        for total, parts in lattice.equations:
            within[total] = max(within[total], 1 + within[list(parts)].sum())
        if (within == before).all():
            break
    return (1 + np.log1p(lattice.counts)) * (1 + np.log2(within))


class _Detours:
    """The cheapest ways for a count to be another one while all relations hold.

    A column for each cell's change up, then one for each change down; only published cells cost anything.
    """

    def __init__(self, lattice: Lattice, withheld: np.ndarray, prices: np.ndarray) -> None:
        matrix = relations(lattice)
        lows, highs = limits(lattice, -(matrix @ lattice.counts.astype(float)))
        self.lattice, self.movable = lattice, ~lattice.structural
        self.ceilings = np.concatenate([np.where(self.movable, np.inf, 0.0), lattice.counts.astype(float)])
        both_ways = sparse.hstack([matrix, -matrix])
        self.program = LinearProgram(both_ways, lows, highs, self.ceilings, simplex=DUAL)
        for cell, cost in enumerate(np.where(withheld, 0.0, prices)):
            self._price(cell, cost)

    def free(self, cell: int, count: float, withheld: np.ndarray, ranges: Ranges) -> None:
        """Withholds, in place, what lets `cell` be `count`, and takes in the world where it is."""
        size = len(withheld)
        more = count - self.lattice.counts[cell]
        self.program.bound(cell, more, more)
        self.program.bound(cell + size, 0.0, 0.0)
        changes = self.program.solve(whole=True)
        self.program.bound(cell, 0.0, self.ceilings[cell])
        self.program.bound(cell + size, 0.0, self.ceilings[cell + size])
        if changes is None:
            return
        change = changes[:size] - changes[size:]
        for other in np.flatnonzero((abs(change) > SLACK) & self.movable & ~withheld):
            withheld[other] = True
            self._price(int(other), 0.0)
        ranges.see(np.arange(size), self.lattice.counts + change)

    def _price(self, cell: int, cost: float) -> None:
        for column in (cell, cell + len(self.lattice.counts)):
            self.program.price(column, cost)
