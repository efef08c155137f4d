"""How low and how high can each withheld count be, as far as anyone can tell?"""

import numpy as np

from data.disclosure.lattice import Component
from data.disclosure.linear_program import PRIMAL, SLACK, LinearProgram


class Ranges:
    """The lowest and highest count of each cell among the worlds seen so far.

    A world is a set of whole counts that agrees with all that is published. It still agrees when more
    is withheld, so a range once seen is never too wide.
    """

    def __init__(self, counts: np.ndarray) -> None:
        """The first world is the true one. No count is above `cap`, which stands for "no limit"."""
        self.lows, self.highs = counts.astype(float), counts.astype(float)
        self.cap = 4.0 * (counts.max(initial=0) + 1000)

    @property
    def widths(self) -> np.ndarray:
        """Highest less lowest, in people."""
        return self.highs - self.lows

    def see(self, cells: np.ndarray, counts: np.ndarray) -> None:
        """Takes in a world in which `cells` have these counts; one that is not of whole people is no world."""
        nearest = counts.round()
        if (abs(counts - nearest) < SLACK).all():
            self.lows[cells] = np.minimum(self.lows[cells], nearest)
            self.highs[cells] = np.maximum(self.highs[cells], nearest)

    def explore(self, component: Component, *, enough: float = np.inf) -> None:
        """Widens the ranges of the component's cells to `enough`, or as far as they go.

        Each solution is a world for all of the component, so that most cells need no program of their own.
        """
        cells = component.cells
        if (self.widths[cells] >= enough).all():
            return
        ceilings = np.full(len(cells), self.cap)
        program = LinearProgram(component.matrix, component.lows, component.highs, ceilings, simplex=PRIMAL)
        for column, cell in enumerate(cells):
            for cost in (-1.0, 1.0):
                is_settled = self.lows[cell] == 0 if cost > 0 else self.highs[cell] >= self.cap
                if is_settled or self.highs[cell] - self.lows[cell] >= enough:
                    continue
                program.price(column, cost)
                # Should the solver give up, the range stays as narrow as it is: too careful, never too bold.
                if (counts := program.solve(whole=True)) is not None:
                    self.see(cells, counts)
                program.price(column, 0.0)
