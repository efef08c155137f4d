"""How long does one placement take here, by HiGHS or by SciPy's assignment, and how much memory?

python -m benchmarks.steps.placement_ways WAY PHYSICIANS AREAS CHOICES SEED GROUPS  prints seconds, peak, value as JSON

The call begins with the question's arrays in memory. `answer` is what a page needs of ours: nine compromises from most
worth to fairest, the placement first, and each physician's next best area.
"""

import json
import sys
import time

from analysis.optimization.equity import compromises
from analysis.optimization.next_best import leaving
from analysis.optimization.problem import Instance
from analysis.optimization.solve import solve
from benchmarks.rivals import scipy_placement
from benchmarks.steps.placement_worlds import question
from benchmarks.steps.roster_steps import peak_mb


def ours(asked: Instance) -> float:
    """What our placement is worth. Raises RuntimeError if it did not prove itself the best."""
    found = solve(asked)
    if found.gap:
        raise RuntimeError(f"a gap of {found.gap}")
    return found.value


def answer(asked: Instance) -> float:
    """What our placement is worth, after all that stands beside it on a page."""
    points = list(compromises(asked))
    best = points[0].placement
    leaving(asked, best.areas)
    return best.value


WAYS = {
    "ours": ours,
    "answer": answer,
    "highs": scipy_placement.linear_program,
    "assignment": scipy_placement.assignment,
}


def main(way: str, physicians: int, areas: int, choices: int, seed: int, groups: int = 0) -> None:
    """Place once, clocked."""
    asked = question(physicians, areas, choices, seed, groups)
    start = time.perf_counter()
    value = WAYS[way](asked)
    print(json.dumps({"seconds": time.perf_counter() - start, "peak": peak_mb(), "value": value}))


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
