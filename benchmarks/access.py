"""How do catchments and rational agents grow, from one state to the nation, beside PySAL `access`?

Each run is a process of its own on a network of its own (another seed), ours and PySAL's by turns on the same one.

e2sfca    supply within reach per person, nearer supply weighing more: ours is a SQL query
raam      cost of care where all choose what is best for them: ours settles pairs, PySAL's a matrix of all
seconds   the call alone, from figures in memory to a figure for every origin
MB        the most that the process ever held, with the network

Prints a table of medians (least-most) and, as the last line, one JSON object. Slowness is no error. Without PySAL
`access` (requirements-test.txt) its columns are empty.
"""

import argparse
import importlib.util
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

from benchmarks.roster import ROOT, Samples
from benchmarks.steps.access_table import HEADS, Case, line

OURS = ("-m", "benchmarks.steps.access_ways")
PYSAL = (str(Path(__file__).parent / "rivals" / "pysal_access.py"),)
# What ours may take for the nation.
PYSAL_TIMEOUT_S = 120


CASES = (
    Case(1_500, 1_300, 150_000, 3),
    Case(10_000, 3_000, 600_000, 3),
    Case(30_000, 9_000, 1_900_000, 3),
    Case(85_000, 25_000, 5_400_000, 3),
)
QUICK = (Case(1_500, 1_300, 150_000, 1),)


def ran(*arguments: str, timeout_s: float = 600) -> tuple[str, str]:
    """What a Python process of its own prints; or nothing, and in a few words why it failed."""
    try:
        made = subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=timeout_s)
    except subprocess.TimeoutExpired:
        return "", f"not done in {timeout_s:.0f} s"
    return (made.stdout, "") if made.returncode == 0 else ("", (made.stderr.strip().splitlines() or ["failed"])[-1])


def measured(case: Case, methods: dict[str, bool], folder: Path) -> dict[str, dict[str, Samples]]:
    """Seconds and MB of each method and way, PySAL's where `methods` says so, and how far it is from ours.

    Raises RuntimeError if a run of ours fails; one of PySAL's may, and is not tried again.
    """
    found: dict[str, dict[str, Samples]] = {method: {"ours": {}, "pysal": {}} for method in methods}
    for seed in range(case.runs):
        counted, problem = ran("-m", "benchmarks.steps.access_worlds", str(folder), *map(str, (*case[:3], seed)))
        for method, beside in () if problem else methods.items():
            print(f"measuring {method}, {case.name}, run {seed + 1} of {case.runs} ...", file=sys.stderr, flush=True)
            outs = [str(folder / f"{way}.npy") for way in ("ours", "pysal")]
            told, problem = ran(*OURS, method, str(folder), outs[0])
            if problem:
                break
            _keep(found[method]["ours"], json.loads(told) | {"pairs": int(counted)})
            if beside and "problem" not in found[method]["pysal"]:
                _beside(found[method]["pysal"], method, folder, outs)
        if problem:
            raise RuntimeError(f"{case.name}: {problem}")
    return found


def _beside(samples: Samples, method: str, folder: Path, outs: list[str]) -> None:
    told, problem = ran(*PYSAL, method, str(folder), outs[1], timeout_s=PYSAL_TIMEOUT_S)
    if problem:
        samples["problem"] = [problem]
        return
    ours, theirs = (np.nan_to_num(np.load(out)) for out in outs)
    difference = np.abs(ours - theirs) / np.where(theirs > 0, theirs, 1)
    _keep(samples, json.loads(told) | {"difference": float(difference.max())})


def _keep(samples: Samples, told: dict[str, float]) -> None:
    for figure, value in told.items():
        samples.setdefault(figure, []).append(value)


def main() -> int:
    """Measure, print the table and the JSON line. Returns 1 if a run of ours failed, never because it was slow."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.access")
    parser.add_argument("--quick", action="store_true", help="a smoke: one state, once, PySAL for catchments alone")
    is_quick = parser.parse_args().quick
    has_pysal = importlib.util.find_spec("access") is not None
    methods = {"e2sfca": has_pysal, "raam": has_pysal and not is_quick}
    figures, table = {}, [[*HEADS], ["---"] * len(HEADS)]
    with tempfile.TemporaryDirectory() as folder:
        for case in QUICK if is_quick else CASES:
            try:
                figures[case.name] = measured(case, methods, Path(folder))
            except RuntimeError as problem:
                print(problem, file=sys.stderr)
                return 1
            table += [line(case, method, **ways) for method, ways in figures[case.name].items()]
    print("\n".join(f"| {' | '.join(cells)} |" for cells in table))
    print(json.dumps({"figures": figures}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
