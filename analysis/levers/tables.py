"""What do the exhibits of policy levers draw, as rows that a reader can take along?"""

from typing import Any

import numpy as np
import pandas as pd

from analysis.levers import model
from analysis.levers.assumptions import ASSUMPTIONS, LEVERS, Span, Values
from analysis.levers.model import Range, drawn, likely, outcome, spread
from analysis.levers.scenarios import Scenario
from analysis.levers.timeline import years

OUTCOMES = {
    "per_100k_usd": "Full-time years per $100,000",
    "fte_years": "Full-time years in shortage areas",
    "physicians": "Physicians",
    "cost_usd": "Cost, US dollars",
    "first_years": "Years to the first effect",
    "counted_fte": "FTE that HRSA would count, once practicing",
}
RANGE = ("outcome_low", "outcome_median", "outcome_high")
OF_LEVER = ("lever", "lever_label", "lever_cost_scope", "lever_outcome", "outcome_label", *RANGE)
COLUMNS = OF_LEVER
COLUMNS += ("assumption", "assumption_label", "assumption_low", "assumption_likely", "assumption_high")
COLUMNS += ("assumption_unit", "assumption_source", "at_low", "at_high", "other_low", "other_median", "other_high")
COLUMNS += ("years_from_now", "timeline_low_fte", "timeline_median_fte", "timeline_high_fte")
TIMELINE = ("timeline_low_fte", "timeline_median_fte", "timeline_high_fte")


BESIDE = ("physicians", "fte_years", "cost_usd", "per_100k_usd")


def shown(scenario: Scenario) -> list[str]:
    """The levers that are on: the limited license only if the reader turned it on."""
    return [lever for lever in LEVERS if lever != "limited" or scenario.is_limited_on]


def outcomes(scenario: Scenario) -> pd.DataFrame:
    """What each lever gives, as ranges: the middle 80% of the draws, and their median.

    Returns one row per lever and outcome: lever, lever_label, lever_cost_scope, lever_outcome, outcome_label,
    outcome_low, outcome_median, outcome_high (missing where a lever costs nothing). Those of a cut are losses.
    """
    rows = []
    for lever in shown(scenario):
        found = outcome(lever, scenario.values, scenario.funded.get(lever, 0), scenario.horizon_years)
        ranges = {name: spread(figures) for name, figures in found._asdict().items()}
        ranges["per_100k_usd"] = spread(model.per_100k_usd(found))
        of = (lever, LEVERS[lever], model.scope(lever, scenario.values))
        rows += [(*of, name, label, *ranges[name]) for name, label in OUTCOMES.items()]
    return pd.DataFrame(rows, columns=list(OF_LEVER))


def of_outcome(rows: pd.DataFrame, name: str) -> pd.DataFrame:
    """The rows of one outcome: those whose cost holds the same together, the most first; none that is not defined."""
    known = rows[(rows["lever_outcome"] == name) & rows["outcome_median"].notna()]
    order = {scope: n for n, scope in enumerate(known["lever_cost_scope"].unique())}
    placed = known.assign(order=known["lever_cost_scope"].map(order))
    placed = placed.sort_values(["order", "outcome_median", "lever"], ascending=[True, False, True])
    return placed.drop(columns="order").reset_index(drop=True)


def offset(scenario: Scenario) -> Range:
    """Program physicians who would make up for the cut; inf where none practices before the horizon."""
    return spread(model.offset(drawn(scenario.values), scenario.horizon_years))


def tornado(lever: str, scenario: Scenario) -> pd.DataFrame:
    """A lever's figure with one assumption at its low and its high and all others likely, the widest first.

    The figure is FTE-years per $100,000; for the cut in waivers, FTE-years lost.

    Returns one row per assumption that matters: assumption, assumption_label, assumption_low,
    assumption_high, assumption_unit, at_low, at_high. No rows if none has a range that changes anything.
    """
    rows = []
    for one in ASSUMPTIONS:
        span = scenario.values[one.name]
        low, high = (figure(lever, scenario, {one.name: Span(end, end, end)}) for end in (span.low, span.high))
        if low != high and np.isfinite([low, high]).all():
            rows.append((one.name, one.label, span.low, span.high, one.unit, low, high))
    names = ["assumption", "assumption_label", "assumption_low", "assumption_high", "assumption_unit"]
    rows.sort(key=lambda row: (-abs(row[-1] - row[-2]), row[0]))
    return pd.DataFrame(rows, columns=[*names, "at_low", "at_high"])


def figure(lever: str, scenario: Scenario, changed: Values) -> float:
    """What the tornado is of, with all assumptions likely but those changed; nan where there is no cost."""
    of = likely({**scenario.values, **changed})
    found = model.MODELS[lever](of, scenario.funded.get(lever, 0) or 1, scenario.horizon_years)
    return float((found.fte_years if lever == "immigration" else model.per_100k_usd(found))[0])


def timeline(scenario: Scenario) -> tuple[pd.DataFrame, pd.DataFrame]:
    """FTE practicing in shortage areas, and FTE that HRSA would count there, by year from now: two frames.

    Each returns one row per year: years_from_now, timeline_low_fte, timeline_median_fte, timeline_high_fte.
    """
    found = years(drawn(scenario.values), scenario.pipeline, scenario.horizon_years)
    access, counted = (_by_year(figures) for figures in found)
    return access, counted


def compared(here: Scenario, other: Scenario) -> pd.DataFrame:
    """What each lever gives and costs in two scenarios, and per $100,000; what the cut in waivers takes.

    Returns one row per lever on in both and outcome: lever_label, lever_outcome, outcome_label, outcome_low,
    outcome_median, outcome_high, other_low, other_median, other_high.
    """
    beside = {(row.lever, row.lever_outcome): row for row in _told(other)}
    rows = [
        (
            row.lever_label,
            row.lever_outcome,
            row.outcome_label,
            *_range(row),
            *_range(beside[row.lever, row.lever_outcome]),
        )
        for row in _told(here)
        if (row.lever, row.lever_outcome) in beside
    ]
    names = ["lever_label", "lever_outcome", "outcome_label", *RANGE, "other_low", "other_median", "other_high"]
    return pd.DataFrame(rows, columns=names)


def _told(scenario: Scenario) -> list[Any]:
    """The rows of each lever that are set beside others; a cut costs nothing."""
    rows = outcomes(scenario).itertuples()
    return [row for row in rows if row.lever_outcome in (("fte_years",) if row.lever == "immigration" else BESIDE)]


def _range(row: Any) -> tuple[float, float, float]:
    return row.outcome_low, row.outcome_median, row.outcome_high


def _by_year(figures: np.ndarray) -> pd.DataFrame:
    rows = [(year, *spread(figures[:, year])) for year in range(figures.shape[1])]
    return pd.DataFrame(rows, columns=["years_from_now", *TIMELINE])


def highest(*frames: pd.DataFrame) -> float:
    """The highest figure of these timelines, for a scale that they share."""
    return max(float(rows["timeline_high_fte"].max()) for rows in frames)
