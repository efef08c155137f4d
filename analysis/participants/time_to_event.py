"""How soon after enrolment do people reach each end? Step curves with their bands."""

from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analysis.charts import palette
from analysis.charts.bars import FOOT, PLAIN_AXIS, made, template
from analysis.charts.palette import faded
from analysis.statistics.intervals import wilson
from analysis.statistics.survival import Incidence, at, cumulative_incidence, followed
from analysis.wording import numbers

LINE = 17  # pixels from one line of small text to the next
TICKS = 46  # pixels under the axis that its ticks and title take
TOP = 12
CROWDED = 7  # from so many numbers on, every second one stands under the axis
PARTS = ("incidence", "low", "high")
DAYS_A_YEAR = 365.25
MOST_YEARS, LEAST_FOLLOWED = 10, 10
ENDS = {"reached": 1, "alternative": 2, "left": 3}


class Curve(NamedTuple):
    """One line: the share at one cause of an incidence whose times are in years since enrolment."""

    label: str
    found: Incidence
    colour: str
    cause: int = 1


def curves(lines: list[Curve], *, made_of: str, height: int, years: int) -> dict[str, Any]:
    """Shares of people by years since enrolment, 0 to `years`, with bands, labelled at their end.

    A line ends where nobody is followed any more. Under each whole year stand the people still
    waiting and followed, once for each incidence that the lines come from.
    """
    drawn = [_steps(Curve(*line), years) for line in lines]
    top = _top(drawn)
    rows = _waiting([Curve(*line) for line in lines], years)
    bottom = TICKS + LINE * (len(rows) + 1 if rows else 0) + (FOOT if made_of else 0)
    ends = [(Curve(*line), steps) for line, steps in zip(lines, drawn, strict=True)]
    labels = _ends(ends, top, height - TOP - bottom)
    right = 12 + 7 * max([len(label["text"].split("■</span>")[1]) for label in labels], default=0)
    axis = _note("Years since enrolment", 0.5, 0, xanchor="center", yanchor="top", yshift=-24, font={"size": 12})
    notes = [*labels, axis, *_numbers(rows), *made(made_of, bottom=bottom, right=right - 8)]
    layout = template(
        height,
        margin={"l": 44, "r": right, "t": TOP, "b": bottom},
        annotations=notes,
        hovermode="closest",
        xaxis=PLAIN_AXIS
        | {"range": [0, years], "dtick": 1, "showticklabels": True, "automargin": False, "ticklabelstandoff": 3},
        yaxis=PLAIN_AXIS
        | {
            "range": [0, top],
            "tickformat": ".0%",
            "showticklabels": True,
            "nticks": 6,
            "automargin": False,
            "ticklabelstandoff": 6,
        }
        | {"showgrid": True, "gridcolor": "rgba(128,140,150,0.25)"},
    )
    traces = [trace for line, steps in ends for trace in _traces(line, steps)]
    return {"data": traces, "layout": layout}


class Steps(NamedTuple):
    """The corners of a curve up to the last year drawn."""

    time: list[float]
    shares: list[float]
    low: list[float]
    high: list[float]


def _steps(line: Curve, years: int) -> Steps:
    last = min(float(years), float(line.found.time[-1]))
    times = np.append(line.found.time[line.found.time < last], last)
    shares, low, high = (at(line.found, times, part)[line.cause - 1].tolist() for part in PARTS)
    return Steps(times.tolist(), shares, low, high)


def _top(drawn: list[Steps]) -> float:
    """The next tenth above every band."""
    highest = max([share for steps in drawn for share in steps.shares + steps.high if share == share], default=0.0)
    return float(min(1.0, max(0.1, np.ceil(highest * 10 - 1e-9) / 10)))


def _traces(line: Curve, steps: Steps) -> list[dict[str, Any]]:
    known = [n for n, low in enumerate(steps.low) if low == low]
    common = {"type": "scatter", "mode": "lines"}
    edge = common | {"x": [steps.time[n] for n in known], "hoverinfo": "skip"}
    edge |= {"line": {"color": line.colour, "width": 0, "shape": "hv"}}
    curve = {
        "x": steps.time,
        "y": steps.shares,
        "name": numbers.plain(line.label),
        "line": {"color": line.colour, "width": 2.5, "shape": "hv"},
        "hovertemplate": f"{numbers.plain(line.label)}: %{{y:.0%}} by %{{x:.1f}} years<extra></extra>",
    }
    return [
        edge | {"y": [steps.low[n] for n in known]},
        edge | {"y": [steps.high[n] for n in known], "fill": "tonexty", "fillcolor": faded(line.colour, 0.18)},
        common | curve,
    ]


def _ends(ends: list[tuple[Curve, Steps]], top: float, room: int) -> list[dict[str, Any]]:
    """Labels right of the curves, from the lowest up, each at least a line above the last."""
    notes, floor = [], -1.0
    for line, steps in sorted(ends, key=lambda end: end[1].shares[-1]):
        place = max(steps.shares[-1], floor)
        floor = place + top * (LINE + 1) / room
        share = numbers.percent(steps.shares[-1])
        text = f"<span style='color:{line.colour}'>■</span> {numbers.plain(line.label)} {share}"
        notes.append(_note(text, 1, place, yref="y", yanchor="middle", xshift=6))
    return notes


def _waiting(lines: list[Curve], years: int) -> list[tuple[str, list[str]]]:
    """For each incidence that the lines come from: a colour if there are several, and people at whole years."""
    distinct = {id(line.found): line for line in lines}.values()
    marks = [f"<span style='color:{line.colour}'>■</span>" if len(distinct) > 1 else "" for line in distinct]
    counts = [[f"{people:,.0f}" for people in followed(line.found, np.arange(years + 1))] for line in distinct]
    return list(zip(marks, counts, strict=True))


def _numbers(rows: list[tuple[str, list[str]]]) -> list[dict[str, Any]]:
    if not rows:
        return []
    small = {"font": {"size": 11}, "yanchor": "top"}
    notes = [_note("Still waiting and followed", 0, 0, yshift=-TICKS, xshift=-40, **small)]
    for n, (mark, counts) in enumerate(rows, start=1):
        line = {"yshift": -TICKS - LINE * n} | small
        every = 2 if len(counts) > CROWDED else 1
        places = list(enumerate(counts))[::every]
        notes += [_note(text, year, 0, xref="x", xanchor="center", **line) for year, text in places]
        notes += [_note(mark, 0, 0, xshift=-40, **line)] if mark else []
    return notes


def _note(text: str, x: float, y: float, **more: Any) -> dict[str, Any]:
    plain = {"xref": "paper", "yref": "paper", "xanchor": "left", "showarrow": False, "font": {"size": 13}}
    return plain | {"text": text, "x": x, "y": y} | more


def of_durations(rows: pd.DataFrame) -> Incidence:
    """Aalen-Johansen: the stage, another career, or leaving first; whoever still waits is censored.

    `rows` as cohort.durations gives them. Times are in years.
    """
    return cumulative_incidence(
        rows["waited_days"].to_numpy(dtype=float) / DAYS_A_YEAR,
        np.array([ENDS.get(outcome, 0) for outcome in rows["outcome"]], dtype=int),
        rows["participants"].to_numpy(dtype=float),
        causes=len(ENDS),
    )


def years_drawn(found: Incidence) -> int:
    """The last whole year at which enough people are still followed, at least 1, at most 10."""
    enough = followed(found, np.arange(MOST_YEARS + 1)) >= LEAST_FOLLOWED
    return max(1, int(np.flatnonzero(enough).max(initial=0)))


def lines(found: Incidence, label: str) -> list[Curve]:
    """The stage and the two other ends, each with its colour."""
    return [
        Curve(label, found, palette.ON_THE_WAY, 1),
        Curve("Another health career first", found, palette.ALTERNATIVE, 2),
        Curve("Left first", found, palette.LEFT, 3),
    ]


def landmark(row: pd.Series, kind: str = "participants") -> str:
    """The share accepted within some years, of those who enrolled so long ago."""
    if row.participants_status == "withheld" or pd.isna(row.followed):
        return "How many were accepted, and how soon, is withheld: the groups are too small."
    low, high = wilson(row.participants, row.followed)
    years = numbers.plural(row.followed_years, "year")
    return (
        f"Of the {row.followed:,} {kind} who {row.member_label.lower()}, {row.participants:,} "
        f"({numbers.percent(row.participants / row.followed)}; 95% interval {numbers.percent(low)} to "
        f"{numbers.percent(high)}) were accepted to residency within {years}."
    )
