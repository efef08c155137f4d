"""How small can a weighted sum of counts be? Linear programs that are asked again and again."""

import highspy
import numpy as np
from scipy import sparse

OPTIONS = {"output_flag": False, "threads": 1, "presolve": "off", "solver": "simplex", "mip_max_nodes": 1000}
DUAL, PRIMAL = 1, 4
SLACK = 1e-6


class LinearProgram:
    """Minimise costs @ x with lows <= matrix @ x <= highs and 0 <= x <= ceilings; one quiet HiGHS model."""

    def __init__(
        self, matrix: sparse.sparray, lows: np.ndarray, highs: np.ndarray, ceilings: np.ndarray, *, simplex: int
    ) -> None:
        """All costs are 0 at first. The last basis stays good with PRIMAL if costs change, with DUAL if bounds do."""
        columns = sparse.csc_array(matrix)
        program = highspy.HighsLp()
        program.num_row_, program.num_col_ = columns.shape
        program.col_cost_ = program.col_lower_ = np.zeros(columns.shape[1])
        program.col_upper_ = ceilings
        program.row_lower_, program.row_upper_ = lows, highs
        program.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        program.a_matrix_.start_, program.a_matrix_.index_ = columns.indptr, columns.indices
        program.a_matrix_.value_ = columns.data
        self._solver = highspy.Highs()
        for option, value in {**OPTIONS, "simplex_strategy": simplex}.items():
            self._solver.setOptionValue(option, value)
        self._solver.passModel(program)

    def price(self, column: int, cost: float) -> None:
        """Sets the cost of one column."""
        self._solver.changeColCost(int(column), float(cost))

    def bound(self, column: int, low: float, high: float) -> None:
        """Sets the lowest and highest value of one column."""
        self._solver.changeColBounds(int(column), float(low), float(high))

    def solve(self, *, whole: bool = False) -> np.ndarray | None:
        """The cheapest x, None if there is none or it is too hard to find.

        `whole`: where that is not in whole numbers, the cheapest that is.
        """
        self._solver.run()
        found = self._values()
        if not whole or found is None or (abs(found - found.round()) < SLACK).all():
            return found
        return self._whole()

    def _whole(self) -> np.ndarray | None:
        self._make(highspy.HighsVarType.kInteger)
        self._solver.run()
        found = self._values()
        self._make(highspy.HighsVarType.kContinuous)
        return found

    def _make(self, kind: highspy.HighsVarType) -> None:
        columns = np.arange(self._solver.getNumCol(), dtype=np.int32)
        self._solver.changeColsIntegrality(len(columns), columns, np.full(len(columns), int(kind), dtype=np.uint8))

    def _values(self) -> np.ndarray | None:
        is_solved = self._solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
        return np.array(self._solver.getSolution().col_value) if is_solved else None
