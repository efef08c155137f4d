"""How fast is a roster read, checked and protected, at 400 people and at 40,000, and beside plain pandas?

Each run is a process of its own on a roster of its own (another seed), ours and the plain way by turns.

total     the whole process by the caller's clock
start     the part of it that no step has: Python's start, the loading of modules, opening and closing files
read      reading and checking every row                staff     the database with a row a person
protect   joining, withholding and the audit            public    the database of protected counts
check     every rule of data/checks                cpu         processor time of all of it
plain     pandas: a loop of checks by column, small counts blanked. UNPROTECTED: no complementary
          suppression and no audit. `bare`: its blanks that are alone in a row with a known total, so that
          anyone can work them out by one subtraction

Prints a table of medians (least-most) and, as the last line, one JSON object. Slowness is no error.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
OURS = ("-m", "benchmarks.steps.roster_steps")
PLAIN = (str(Path(__file__).parent / "rivals" / "pandas_roster.py"),)
MOST_MB = 2000
TIMEOUT_S = 600
STEPS = ("start", "read", "staff", "protect", "public", "check")
HEADS = ("people", "file", "figure", "ours", "plain, unprotected", "ours/plain", "target", "met")
Samples = dict[str, list[float]]
Summary = dict[str, float]


class Case(NamedTuple):
    """A size and kind of roster, how often it is measured, and the most seconds it may take."""

    people: int
    suffix: str
    runs: int
    most_s: float

    @property
    def name(self) -> str:
        """400 people, .csv"""
        return f"{self.people:,} people, {self.suffix}"


CASES = (Case(400, ".csv", 5, 5), Case(400, ".xlsx", 5, 5), Case(40_000, ".csv", 3, 60))
QUICK = (Case(400, ".csv", 1, 5),)


def measured(case: Case, folder: Path) -> dict[str, Samples]:
    """Seconds by step and MB at most, of each run of ours and of the plain way.

    Raises CalledProcessError or TimeoutExpired if a run fails.
    """
    samples: dict[str, Samples] = {"ours": {}, "plain": {}}
    for seed in range(case.runs):
        print(f"measuring {case.name}, run {seed + 1} of {case.runs} ...", file=sys.stderr, flush=True)
        file = folder / f"roster-{case.people}-{seed}{case.suffix}"
        ran("-m", "benchmarks.people", str(file), str(case.people), str(seed))
        for way, program in (("ours", OURS), ("plain", PLAIN)):
            start = time.perf_counter()
            told = json.loads(ran(*program, str(file)))
            total = time.perf_counter() - start
            told |= {"total": total, "start": total - sum(told["seconds"].values())} | told.pop("seconds")
            for figure, value in told.items():
                samples[way].setdefault(figure, []).append(value)
    return samples


def ran(*arguments: str) -> str:
    """What a Python process of its own prints. Raises CalledProcessError or TimeoutExpired."""
    made = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True, timeout=TIMEOUT_S
    )
    return made.stdout


def summed(samples: Samples) -> dict[str, Summary]:
    """Median, least, most and number of runs of each figure."""
    return {
        figure: {
            "median": round(statistics.median(values), 3),
            "min": round(min(values), 3),
            "max": round(max(values), 3),
            "runs": len(values),
        }
        for figure, values in samples.items()
    }


def lines(case: Case, ours: dict[str, Summary], plain: dict[str, Summary]) -> list[list[str]]:
    """A line of the table for each figure."""
    targets, made = {"total": case.most_s, "peak": MOST_MB}, []
    for figure in ("total", *STEPS, "cpu", "peak"):
        beside, most = plain.get(figure), targets.get(figure)
        ratio = f"{ours[figure]['median'] / beside['median']:.1f}" if beside else ""
        target = f"under {most:,.0f}" if most else ""
        met = verdict(ours[figure], most) if most else ""
        cells = [spread(ours[figure]), spread(beside) if beside else "", ratio, target, met]
        made.append([f"{case.people:,}", case.suffix, f"{figure}, {'MB' if figure == 'peak' else 's'}", *cells])
    return made


def verdict(summary: Summary, most: float) -> str:
    """Whether every run stayed under the target, or the median alone, or not even that."""
    if summary["max"] < most:
        return "yes"
    return "at the median" if summary["median"] < most else "**no**"


def spread(summary: Summary) -> str:
    """`median (min-max)`, with two decimals where the figure is small."""
    form = "{:,.0f}" if summary["median"] >= 100 else "{:,.2f}"
    median, least, most = (form.format(summary[name]) for name in ("median", "min", "max"))
    return f"{median} ({least}-{most})"


def main() -> int:
    """Measure, print the table and the JSON line. Returns 1 if a run failed, never because it was slow."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.roster")
    parser.add_argument("--quick", action="store_true", help="a smoke: 400 people, once")
    cases = QUICK if parser.parse_args().quick else CASES
    figures, table = {}, [[*HEADS], ["---"] * len(HEADS)]
    with tempfile.TemporaryDirectory() as folder:
        for case in cases:
            try:
                samples = measured(case, Path(folder))
            except (subprocess.SubprocessError, OSError) as problem:
                print(f"{case.name}: {problem}", file=sys.stderr)
                return 1
            figures[case.name] = {way: summed(taken) for way, taken in samples.items()}
            table += lines(case, figures[case.name]["ours"], figures[case.name]["plain"])
    print("\n".join(f"| {' | '.join(cells)} |" for cells in table))
    print(json.dumps({"figures": figures}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
