"""How fast is the best placement found, from one state to the nation, beside HiGHS and SciPy's assignment?

Each run is a process of its own on a question of its own (another seed), the ways by turns on the same one.

ours        a flow of least cost (OR-Tools), with arcs built, proof of optimality and the reasons for refusal checked
answer      ours, with all nine compromises from most worth to fairest, and each physician's next best area
page        what the page does with a state's own areas: the nine, the next best alone, and the rows of the list
highs       the same as a linear program, by SciPy's linprog
assignment  the same as an assignment to single places, by SciPy's linear_sum_assignment, where its table fits
languages   physicians speak one of so many or none, and people are counted once: no assignment to single places
seconds     the call alone, from arrays in memory to the placement        MB    the most that the process ever held

Prints a table of medians (least-most) and, as the last line, one JSON object. Slowness is no error; another optimum is.
"""

import argparse
import json
import sys
from typing import NamedTuple

from benchmarks import placement_pages
from benchmarks.access import ran
from benchmarks.roster import Samples, Summary, spread, summed, verdict

HEADS = ("physicians x areas", "choices each", "way", "ms", "MB", "times ours", "target", "met")
RIVALS = ("highs", "assignment")
TIMEOUT_S = 300
# As shares of what the best placement is worth: the tolerance of HiGHS.
AGREEMENT = 1e-8


class Case(NamedTuple):
    """A size of question, how often it is asked, and the most seconds and MB that ours may take."""

    physicians: int
    areas: int
    choices: int
    runs: int
    most_s: float
    most_mb: float
    answer_s: float = 0
    groups: int = 0

    @property
    def name(self) -> str:
        """400 x 87, 4 languages"""
        return f"{self.physicians:,} x {self.areas:,}" + (f", {self.groups} languages" if self.groups else "")


CASES = (
    Case(400, 87, 87, 5, 0.05, 1_500, 0.3),
    Case(400, 3_144, 3_144, 5, 0.5, 1_500),
    Case(40_000, 3_144, 50, 3, 5, 1_500),
    Case(400, 87, 87, 5, 0.05, 1_500, 0.3, groups=4),
    Case(400, 3_144, 3_144, 3, 0.5, 1_500, groups=4),
)
QUICK = (
    Case(100, 87, 87, 1, 0.05, 1_500, 0.3),
    Case(200, 150, 50, 1, 0.5, 1_500),
    Case(100, 87, 87, 1, 0.05, 1_500, groups=4),
)


def measured(case: Case) -> dict[str, Samples]:
    """Seconds and MB of each way. A rival that fails is not tried again.

    Raises RuntimeError if a run of ours fails, or if two ways find placements that are not worth the same.
    """
    found: dict[str, Samples] = {}
    for seed in range(case.runs):
        values = {}
        for way in ("ours", *(["answer"] if case.answer_s else []), *RIVALS):
            samples = found.setdefault(way, {})
            if "problem" in samples:
                continue
            print(f"measuring {way}, {case.name}, run {seed + 1} of {case.runs} ...", file=sys.stderr, flush=True)
            told, problem = ran(
                "-m",
                "benchmarks.steps.placement_ways",
                way,
                *map(str, (*case[:3], seed, case.groups)),
                timeout_s=TIMEOUT_S,
            )
            if problem and way not in RIVALS:
                raise RuntimeError(f"{case.name}, {way}: {problem}")
            figures = json.loads(told) if told else {"problem": problem}
            values |= {way: figures.pop("value")} if told else {}
            for figure, value in figures.items():
                samples.setdefault(figure, []).append(value)
        if max(values.values()) - min(values.values()) > AGREEMENT * values["ours"]:
            raise RuntimeError(f"{case.name}, run {seed + 1}: not the same optimum, {values}")
    return found


def lines(case: Case, found: dict[str, Samples]) -> list[list[str]]:
    """A line of the table for each way; how many times slower is of the medians."""
    targets, made = {"ours": case.most_s, "answer": case.answer_s}, []
    ours = in_ms(found["ours"])["median"]
    for way, samples in found.items():
        cells = [samples.get("problem", [""])[0], "", "", "", ""]
        if "problem" not in samples:
            taken, most = summed(samples), targets.get(way)
            times = f"{in_ms(samples)['median'] / ours:.1f}" if way in RIVALS else ""
            met = verdict(taken["seconds"], most) if most else ""
            if way == "ours" and taken["peak"]["max"] >= case.most_mb:
                met = "**memory**"
            target = f"under {most:g} s" if most else ""
            cells = [spread(in_ms(samples)), spread(taken["peak"]), times, target, met]
        made.append([case.name, f"{case.choices:,}", way, *cells])
    return made


def in_ms(samples: Samples) -> Summary:
    """The milliseconds of a way."""
    return summed({"ms": [second * 1000 for second in samples["seconds"]]})["ms"]


def main() -> int:
    """Measure, print the table and the JSON line. Returns 1 if ours failed or optima differ, never for slowness."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.placement")
    parser.add_argument("--quick", action="store_true", help="a smoke: two small questions, once")
    figures, table = {}, [[*HEADS], ["---"] * len(HEADS)]
    is_quick = parser.parse_args().quick
    try:
        of_pages = placement_pages.measured(1 if is_quick else 5)
    except RuntimeError as problem:
        print(problem, file=sys.stderr)
        return 1
    for case in QUICK if is_quick else CASES:
        try:
            figures[case.name] = measured(case)
        except RuntimeError as problem:
            print(problem, file=sys.stderr)
            return 1
        table += lines(case, figures[case.name])
    print("\n".join(f"| {' | '.join(cells)} |" for cells in table))
    for name, parts in of_pages.items():
        print(f"the page, {name}: {', '.join(f'{part} {ms:.0f} ms' for part, ms in parts.items())}")
    print(json.dumps({"figures": figures, "pages": of_pages}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
