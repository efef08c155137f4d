"""How large can a weighted sum of whole numbers be, and how is it known? Mixed-integer programs, solved by HiGHS."""

from typing import NamedTuple

import highspy
import numpy as np
from scipy import sparse

# One thread and one seed, and work is limited by nodes and not by time, so that the same is found on any machine.
OPTIONS = {
    "output_flag": False,
    "threads": 1,
    "random_seed": 0,
    "mip_rel_gap": 0.0,
    "mip_feasibility_tolerance": 1e-7,
    "primal_feasibility_tolerance": 1e-8,
    "dual_feasibility_tolerance": 1e-8,
}
NODES = 2_000
GAP = 1e-7


class Columns(NamedTuple):
    """What is to be found: what each counts, the least and the most it may be, and whether it is a whole number."""

    costs: np.ndarray
    lows: np.ndarray
    highs: np.ndarray
    is_whole: np.ndarray


class Rows(NamedTuple):
    """Sums that are held between ends: of entry n, the row, the column and the factor."""

    lows: np.ndarray
    highs: np.ndarray
    rows: np.ndarray
    columns: np.ndarray
    factors: np.ndarray


class Whole(NamedTuple):
    """The largest sum that was found, and the bound that none can pass, by the solver's own proof."""

    values: np.ndarray
    bound: float


def columns(
    costs: np.ndarray, highs: np.ndarray | float, lows: np.ndarray | float = 0.0, *, is_whole: bool = False
) -> Columns:
    """Columns of these costs."""
    ends = (np.broadcast_to(np.asarray(part, float), len(costs)) for part in (lows, highs))
    return Columns(np.asarray(costs, float), *ends, np.full(len(costs), is_whole))


def beside(*parts: Columns) -> Columns:
    """All of these columns, in this order."""
    return Columns(*(np.concatenate(one) for one in zip(*parts, strict=True)))


def under(*parts: Rows) -> Rows:
    """All of these rows, numbered on."""
    starts = np.cumsum([0, *(len(part.lows) for part in parts[:-1])])
    moved = [part._replace(rows=np.asarray(part.rows, int) + start) for part, start in zip(parts, starts, strict=True)]
    return Rows(*(np.concatenate(one) for one in zip(*moved, strict=True)))


def largest(cols: Columns, rows: Rows, *, gap: float = GAP, nodes: int = NODES) -> Whole | None:
    """The largest costs @ values with every row between its ends; None if there are no such values.

    It is within `gap` of the largest, unless that takes more than so many nodes: `bound` says.
    Raises RuntimeError if the solver neither finds values nor that there are none.
    """
    solver = highspy.Highs()
    for option, value in {**OPTIONS, "mip_abs_gap": gap, "mip_max_nodes": nodes}.items():
        solver.setOptionValue(option, value)
    solver.passModel(_model(cols, rows))
    solver.run()
    status, info = solver.getModelStatus(), solver.getInfo()
    if status in (highspy.HighsModelStatus.kInfeasible, highspy.HighsModelStatus.kUnboundedOrInfeasible):
        return None
    if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        raise RuntimeError(f"The solver stopped without an answer: {solver.modelStatusToString(status)}.")
    return Whole(np.array(solver.getSolution().col_value), float(info.mip_dual_bound))


def _model(cols: Columns, rows: Rows) -> highspy.HighsLp:
    shape = (len(rows.lows), len(cols.costs))
    matrix = sparse.csc_array((np.asarray(rows.factors, float), (rows.rows, rows.columns)), shape=shape)
    model = highspy.HighsLp()
    model.num_row_, model.num_col_ = shape
    model.col_cost_, model.col_lower_, model.col_upper_ = cols.costs, cols.lows, cols.highs
    model.row_lower_, model.row_upper_ = np.asarray(rows.lows, float), np.asarray(rows.highs, float)
    model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    model.a_matrix_.start_, model.a_matrix_.index_ = matrix.indptr, matrix.indices
    model.a_matrix_.value_ = matrix.data
    kinds = highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger
    model.integrality_ = [kinds[int(one)] for one in cols.is_whole]
    model.sense_ = highspy.ObjSense.kMaximize
    return model
