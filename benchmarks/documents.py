"""How fast are ten slides of Minnesota made, as PowerPoint, PDF and HTML, beside pictures pasted into slides?

Each way is a process of its own; the ways take turns. Prints a table of medians (least-most) and, as the last line,
one JSON object. Slowness is no error.

The first table is of the writers alone, from exhibits that are there already. The second is a reader's real way: the
ten slides of the ready briefing in a process whose caches are cold, each page run behind the stage, then the file.

cold      the first document of a process, with its modules loaded     warm    the next ones
together  four documents at once, in threads                           waited  the longest that another reader waited
pasted    each figure as a picture by geopandas and matplotlib, pasted with python-pptx: no data, notes or alt texts
"""

import argparse
import json
import sys

from benchmarks.access import ran
from benchmarks.roster import Samples, spread, summed, verdict

TARGETS = {"pptx": 2.0, "pdf": 3.0, "html": 3.0}
HEADS = ("way", "warm, s", "target, s", "met", "cold, s", "four together, s", "another reader waited, ms", "kB", "MB")
READER_HEADS = ("way", "pages behind the stage, s", "file, s", "both, s", "target, s", "met", "file again, s")
TIMEOUT_S = 300


def measured(program: str, ways: tuple[str, ...], processes: int, *arguments: str) -> dict[str, Samples]:
    """The samples of each way. Raises RuntimeError if one of ours fails; a rival's failure is told in the table."""
    found: dict[str, Samples] = {}
    for turn in range(processes):
        for way in ways:
            samples = found.setdefault(way, {})
            print(f"measuring {way}, process {turn + 1} of {processes} ...", file=sys.stderr, flush=True)
            told, problem = ran("-m", f"benchmarks.steps.{program}", way, *arguments, timeout_s=TIMEOUT_S)
            if problem and way in TARGETS:
                raise RuntimeError(f"{way}: {problem}")
            for figure, value in json.loads(told.splitlines()[-1] if told else '{"problem": 1}').items():
                samples.setdefault(figure, []).extend(value if isinstance(value, list) else [value])
    return found


def line(way: str, samples: Samples) -> list[str]:
    """A line of the table."""
    if "warm" not in samples:
        return [way, "failed", *[""] * (len(HEADS) - 2)]
    taken = summed(samples | {"bytes": [size / 1000 for size in samples["bytes"]]})
    most = TARGETS.get(way)
    target = [f"under {most:g}", verdict(taken["warm"], most)] if most else ["", ""]
    rest = [spread(taken[name]) for name in ("cold", "together", "waited", "bytes", "peak")]
    return [way, spread(taken["warm"]), *target, *rest]


def reader_line(way: str, samples: Samples) -> list[str]:
    """A line of the table of the reader's real way."""
    both = [pages + file for pages, file in zip(samples["pages"], samples["file"], strict=True)]
    taken = summed(samples | {"both": both})
    target = [f"under {TARGETS[way]:g}", verdict(taken["both"], TARGETS[way])]
    return [way, *(spread(taken[name]) for name in ("pages", "file", "both")), *target, spread(taken["again"])]


def printed(heads: tuple[str, ...], lines: list[list[str]]) -> None:
    """A table of Markdown."""
    print("\n".join(f"| {' | '.join(cells)} |" for cells in ([*heads], ["---"] * len(heads), *lines)), end="\n\n")


def main() -> int:
    """Measure, print both tables and the JSON line. Returns 1 if one of ours failed, never for slowness."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.documents")
    parser.add_argument("--quick", action="store_true", help="a smoke: one process a way, one document")
    is_quick = parser.parse_args().quick
    processes, runs = (1, 1) if is_quick else (3, 5)
    try:
        found = measured("document_ways", (*TARGETS, "pasted"), processes, str(runs))
        readers = measured("document_pages", tuple(TARGETS), processes)
    except RuntimeError as problem:
        print(problem, file=sys.stderr)
        return 1
    printed(HEADS, [line(way, samples) for way, samples in found.items()])
    printed(READER_HEADS, [reader_line(way, samples) for way, samples in readers.items()])
    print(json.dumps({"figures": found, "readers": readers}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
