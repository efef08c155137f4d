"""How fast is the dashboard beside the plain way and beside Dash? Same data, same Chromium, one run.

Measured (medians, least and most, the dashboards taking turns):
repaint   from the click on a designation status to changed fills plus two frames, on the page's clock
cold      from navigation with an empty cache to the sentence that answers and to the painted map,
          on localhost and on a line of 20 Mbit/s and 40 ms
traffic   socket frames and HTTP bodies, uncompressed, that one filter change brings
server    CPU time of the server's processes per filter change
memory    resident memory with 20 idle sessions, and per session

Prints a table and, as the last line, one JSON object with the figures and the ratios ours/other.
"""

import argparse
import json
import signal
import statistics
import sys

from playwright.sync_api import Error as PlaywrightError

from benchmarks.browser import chromium
from benchmarks.measures import MEASURES, QUICK, Samples, Setting
from benchmarks.servers import APPS, ServerError, running

Figures = dict[str, dict[str, dict[str, float]]]
DEFAULT_RUNS = 20
QUICK_RUNS = 2
COLD_RUNS = 7


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.dashboard")
    parser.add_argument("--quick", action="store_true", help="a smoke: few runs, Minnesota, under 60 s")
    parser.add_argument("--only", choices=MEASURES, action="append", help="measure this; may be repeated")
    parser.add_argument("--runs", type=int, help=f"runs of each measure (default {DEFAULT_RUNS})")
    parser.add_argument("--apps", default=",".join(APPS), help="which dashboards, comma-separated")
    chosen = parser.parse_args()
    chosen.apps = chosen.apps.split(",")
    if unknown := set(chosen.apps) - set(APPS):
        parser.error(f"--apps knows {', '.join(APPS)}, not {', '.join(sorted(unknown))}")
    return chosen


def runs_of(measure: str, chosen: argparse.Namespace) -> int:
    """How many runs: as asked, else few for a smoke, fewer for page loads than for clicks."""
    if chosen.runs:
        return chosen.runs
    if chosen.quick:
        return 1 if measure in ("cold", "traffic") else QUICK_RUNS
    return COLD_RUNS if measure.startswith("cold") else DEFAULT_RUNS


def measured(chosen: argparse.Namespace) -> tuple[Samples, list[str]]:
    """The samples of every measure asked for, and a sentence for each that failed."""
    samples: Samples = {}
    problems = []
    with running(chosen.apps) as servers, chromium() as browser:
        setting = Setting(browser, servers)
        for name in chosen.only or (QUICK if chosen.quick else MEASURES):
            print(f"measuring {name} ...", file=sys.stderr, flush=True)
            setting.runs = runs_of(name, chosen)
            try:
                samples |= MEASURES[name](setting)
            except (OSError, PlaywrightError) as problem:
                problems.append(f"The measure '{name}' failed: {problem}")
    return samples, problems


def figures_of(samples: Samples) -> Figures:
    """Median, least, most and number of runs of each figure on each dashboard."""
    return {
        figure: {
            app: {
                "median": round(statistics.median(values), 2),
                "min": round(min(values), 2),
                "max": round(max(values), 2),
                "runs": len(values),
            }
            for app, values in by_app.items()
        }
        for figure, by_app in samples.items()
    }


def ratios_of(figures: Figures) -> dict[str, float]:
    """Ours as a share of each rival, by figure; the sentence is set against the rivals' maps."""
    ratios = {}
    for figure, by_app in figures.items():
        rivals = figures[figure.replace("_sentence_", "_map_")]
        for rival in [app for app in rivals if app != "ours" and "ours" in by_app]:
            if rivals[rival]["median"]:
                ratio = by_app["ours"]["median"] / rivals[rival]["median"]
                ratios[f"{figure} ours/{rival}"] = round(ratio, 3)
    return ratios


def table(figures: Figures, ratios: dict[str, float], apps: list[str]) -> str:
    """One line a figure: median (min-max) of each dashboard, then ours as a share of the rivals'."""
    rivals = [app for app in apps if app != "ours"] if "ours" in apps else []
    lines = [["figure", *apps, *(f"ours/{rival}" for rival in rivals)]]
    for figure, by_app in figures.items():
        cells = [spread(by_app.get(app)) for app in apps]
        shares = [ratios.get(f"{figure} ours/{rival}", "") for rival in rivals]
        lines.append([figure, *cells, *map(str, shares)])
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    lines.insert(1, ["-" * width for width in widths])
    cells_of = (zip(line, widths, strict=True) for line in lines)
    return "\n".join(f"| {' | '.join(cell.ljust(width) for cell, width in cells)} |" for cells in cells_of)


def spread(summary: dict[str, float] | None) -> str:
    """`median (min-max)`, with a decimal where the figure is small."""
    if summary is None:
        return ""
    form = "{:,.0f}" if summary["median"] >= 100 else "{:,.1f}"
    median, least, most = (form.format(summary[name]) for name in ("median", "min", "max"))
    return f"{median} ({least}-{most})"


def main() -> int:
    """Measure, print the table and the JSON line. Returns 1 if anything failed."""
    chosen = arguments()
    # A terminated benchmark takes its servers and its Chromium with it.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Terminated."))
    try:
        samples, problems = measured(chosen)
    except (ServerError, FileNotFoundError) as problem:
        print(problem, file=sys.stderr)
        return 1
    figures = figures_of(samples)
    ratios = ratios_of(figures)
    for problem in problems:
        print(problem, file=sys.stderr)
    print(table(figures, ratios, chosen.apps))
    print(json.dumps({"figures": figures, "ratios": ratios}))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
