"""How long does what the placement page works out take, with the areas of a state and so many physicians?

python -m benchmarks.placement_pages STATE PHYSICIANS    prints the seconds of each part as JSON

The clock starts with the areas asked from the database and the cohort composed.
"""

import json
import sys
import time
from statistics import median

from analysis.placement import outcomes
from analysis.placement import queries as placement_queries
from analysis.placement import tables as placement_tables
from analysis.placement.cohort import MOST_PHYSICIANS, Group
from analysis.placement.worth import Plan
from benchmarks.access import ran
from data import store
from data.build import build as build_build

PAGES = (("MN", 10), ("MN", 792), ("TX", 792))
TIMEOUT_S = 300
LANGUAGES = ("none", "spa", "som", "hmn")


def measured(runs: int) -> dict[str, dict[str, float]]:
    """Milliseconds of each part of the page's work, the median; by state and how many physicians.

    Raises RuntimeError if a run fails.
    """
    found: dict[str, dict[str, float]] = {}
    for state, physicians in PAGES:
        parts: dict[str, list[float]] = {}
        for run in range(runs):
            print(f"measuring the page, {state}, run {run + 1} of {runs} ...", file=sys.stderr, flush=True)
            told, problem = ran("-m", "benchmarks.placement_pages", state, str(physicians), timeout_s=TIMEOUT_S)
            if problem:
                raise RuntimeError(f"the page, {state}: {problem}")
            for part, seconds in json.loads(told).items():
                parts.setdefault(part, []).append(1000 * seconds)
        found[f"{state}, {physicians} physicians"] = {part: median(times) for part, times in parts.items()}
    return found


def cohort(physicians: int) -> list[Group]:
    """So many family physicians in groups of the most that the page takes, of several languages."""
    sizes = [MOST_PHYSICIANS] * (physicians // MOST_PHYSICIANS) + [physicians % MOST_PHYSICIANS]
    spoken = (LANGUAGES[number % len(LANGUAGES)] for number in range(len(sizes)))
    return [Group(size, "fm", language, "lic") for size, language in zip(sizes, spoken, strict=True) if size]


def main(state: str, physicians: int) -> None:
    """Place once, each part clocked."""
    build_build.ensure()
    cursor = store.open_database(store.current()).cursor()
    asked = (placement_queries.places(cursor, state=state, people_per_physician=None), cohort(physicians), Plan())
    clock = [time.perf_counter()]
    steps = list(outcomes.frontier_steps(*asked))
    outcome = steps[0].part
    clock.append(time.perf_counter())
    beside = outcomes.next_best(*asked, outcome)
    clock.append(time.perf_counter())
    placement_tables.listed(*asked, outcome, beside)
    clock.append(time.perf_counter())
    parts = ("nine compromises", "next best", "rows of the list")
    print(json.dumps({part: end - start for part, start, end in zip(parts, clock, clock[1:], strict=False)}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
