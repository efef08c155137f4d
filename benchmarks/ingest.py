"""How fast is the NPPES file of physicians taken in, in how much memory, beside pandas?

A made-up npidata_pfile of a million rows (benchmarks.steps.npidata), all 330 columns. Each run is a process of its
own, by turns; the clock starts with the path and stops with the count by county and specialty, which is to be the same.

ours      the adapter, from the .csv and from a .zip of it        chunks   pandas, 100,000 rows at a time
whole     pandas, the columns of the whole at once                pyarrow  the same by pandas' reader with threads

Prints a table of medians (least-most) and, as the last line, one JSON object. Slowness is no error; another answer is.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from benchmarks.roster import ran, spread, summed
from benchmarks.steps import npidata

RIVAL = str(Path(__file__).parent / "rivals" / "pandas_nppes.py")
ROWS, RUNS, QUICK_ROWS = 1_000_000, 3, 20_000
MOST_MB, LEAST_RATIO = 2000, 3
HEADS = ("way", "s", "processor, s", "MB", "times ours", "target", "met")


def measured(folder: Path, rows: int, runs: int) -> dict[str, dict[str, list]]:
    """Seconds, processor seconds, MB and answers of each way. Raises CalledProcessError or TimeoutExpired."""
    file, zips = npidata.write(folder, rows)
    packed = folder / "npidata.zip"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.write(file, file.name)
    ways = {
        "ours": ("-m", "benchmarks.steps.ingest_ours", str(file)),
        "ours, .zip": ("-m", "benchmarks.steps.ingest_ours", str(packed)),
    }
    ways |= {way: (RIVAL, str(file)) for way in ("chunks", "whole", "pyarrow")}
    samples: dict[str, dict[str, list]] = {way: {} for way in ways}
    for run in range(runs):
        for way, program in ways.items():
            print(f"measuring {way}, {rows:,} rows, run {run + 1} of {runs} ...", file=sys.stderr, flush=True)
            last = () if way.startswith("ours") else (way,)
            for figure, value in json.loads(ran(*program, str(zips), *last)).items():
                samples[way].setdefault(figure, []).append(value)
    return samples


def lines(figures: dict[str, dict]) -> list[list[str]]:
    """A line of the table for each way."""
    ours = figures["ours"]["s"]["median"]
    made = []
    for way, told in figures.items():
        ratio, target, met = told["s"]["median"] / ours, "", ""
        if way.startswith("ours"):
            target, met = f"under {MOST_MB:,} MB", "yes" if told["MB"]["max"] < MOST_MB else "**no**"
        elif way == "chunks":
            target, met = f"{LEAST_RATIO} times ours", "yes" if ratio >= LEAST_RATIO else "**no**"
        figured = [spread(told[figure]) for figure in ("s", "cpu", "MB")]
        made.append([way, *figured, "" if way == "ours" else f"{ratio:.1f}", target, met])
    return made


def main() -> int:
    """Measure, print the table and the JSON line. Returns 1 if a run failed or answers differ, never for slowness."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ingest")
    parser.add_argument("--quick", action="store_true", help=f"a smoke: {QUICK_ROWS:,} rows, once")
    parser.add_argument("--runs", type=int, default=RUNS)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        try:
            samples = measured(Path(folder), *((QUICK_ROWS, 1) if asked.quick else (ROWS, asked.runs)))
        except (subprocess.SubprocessError, OSError) as problem:
            print(problem, file=sys.stderr)
            return 1
    answers = {answer for told in samples.values() for answer in told.pop("answer")}
    figures = {way: summed(told) for way, told in samples.items()}
    table = [[*HEADS], ["---"] * len(HEADS), *lines(figures)]
    print("\n".join(f"| {' | '.join(cells)} |" for cells in table))
    print(json.dumps({"figures": figures, "answers": len(answers)}))
    return 0 if len(answers) == 1 else 1


if __name__ == "__main__":
    sys.exit(main())
