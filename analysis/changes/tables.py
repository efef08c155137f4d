"""What moved between two vintages, as tables of the recorded numbers: by state, and area by area?"""

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from analysis.wording import csv_files, numbers
from data.updates.history import Step

CHANGES = {
    "gained": "Gained",
    "lost": "No longer listed",
    "changed": "Changed",
    "not certain": "Not matched with certainty",
}
MEASURES = {
    "designated": ("Designated areas", "count"),
    "proposed": ("Areas proposed for withdrawal", "count"),
    "short_designated": ("FTE short, designated", "FTE"),
    "short_proposed": ("FTE short, proposed for withdrawal", "FTE"),
    "people": ("People in designated areas", "people"),
}

Rows = Sequence[dict[str, Any]]
SIDES = ("before", "after")
ALL = "All states"


def of(rows: Rows, discipline: str) -> list[dict[str, Any]]:
    """The rows of a discipline."""
    return [row for row in rows if row["discipline"] == discipline]


def by_state(step: Step, discipline: str) -> pd.DataFrame:
    """Before, after and change of each measure for all states together and for each state where any moved."""
    rows = of(step.states, discipline)
    shown = [total(rows), *(row for row in rows if has_moved(row))]
    return pd.DataFrame([{"State": row["state_name"]} | _cells(row) for row in shown])


def _cells(row: dict[str, Any]) -> dict[str, Any]:
    """What changed first, then what it was and is."""
    ends = {name: [row[f"{name}_{side}"] for side in SIDES] for name in MEASURES}
    cells = {f"{MEASURES[name][0]}: change": _change(*both) for name, both in ends.items()}
    for name, both in ends.items():
        cells |= {f"{MEASURES[name][0]}: {side}": figure for side, figure in zip(SIDES, both, strict=True)}
    return cells


def _change(before: float | None, after: float | None) -> float | None:
    return None if before is None or after is None else round(after - before, 3)


def total(rows: Rows) -> dict[str, Any]:
    """Each measure of all these states together, by its name with the side; None where none is known."""
    names = [f"{name}_{side}" for name in MEASURES for side in SIDES]
    return {"state_name": ALL} | {name: _sum(row[name] for row in rows) for name in names}


def _sum(figures: Iterable[float | None]) -> float | None:
    """Of what is known: the territories' people are not, and in no figure of ours."""
    known = [figure for figure in figures if figure is not None]
    return sum(known) if known else None


def has_moved(row: dict[str, Any]) -> bool:
    """Whether any measure of a state differs before and after."""
    return any(row[f"{name}_before"] != row[f"{name}_after"] for name in MEASURES)


def of_areas(step: Step, discipline: str) -> pd.DataFrame:
    """Each area that moved, in words: what happened to it, and its figures before and after where they differ."""
    rows = of(step.areas, discipline)
    return pd.DataFrame([_area(row) for row in rows])


def _area(row: dict[str, Any]) -> dict[str, str]:
    happened = CHANGES[row["change"]] + (f": {row['what']}" if row["what"] else "")
    told = {"State": row["state_name"], "Area": row["area"], "What happened": happened}
    for label, name in (("Status", "status"), ("Type", "designation_type")):
        key = name.removeprefix("designation_")
        told[label] = _ends([numbers.SPELLED[name].get(row[f"{key}_{side}"], row[f"{key}_{side}"]) for side in SIDES])
    told["Score"] = _ends([_figure(row[f"score_{side}"], ".0f") for side in SIDES])
    for label, name in (("FTE there", "fte"), ("FTE short", "fte_short")):
        figures = [row[f"{name}_{side}"] for side in SIDES]
        coarse = [_figure(figure, ",.1f") for figure in figures]
        is_hidden = coarse[0] == coarse[1] and figures[0] != figures[1]
        told[label] = _ends([_figure(figure, ",.3f") for figure in figures] if is_hidden else coarse)
    return told


def _figure(figure: float | None, form: str) -> str | None:
    return None if figure is None else format(figure, form)


def _ends(said: list[str | None]) -> str:
    """One where both are the same or only one is there; with an arrow where they differ."""
    known = list(dict.fromkeys(text for text in said if text is not None))
    return " → ".join(known) if known else numbers.NOT_KNOWN


def csv(step: Step, rows: Rows) -> str:
    """The recorded rows as CSV, each with both vintages, the databases and when the later came into use."""
    when = step.when.isoformat() if step.when else ""
    vintages = {row["discipline"]: row for row in step.disciplines}
    named = [{side: vintages[row["discipline"]][f"vintage_{side}"] for side in SIDES} for row in rows]
    full = [
        row
        | {f"vintage_{side}": vintage[side] for side in SIDES}
        | {
            "database_before": step.before,
            "database_after": step.after,
            "recorded": when,
        }
        for row, vintage in zip(rows, named, strict=True)
    ]
    return csv_files.text(pd.DataFrame(full))
