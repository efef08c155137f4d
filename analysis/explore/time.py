"""Where is there time in a table? A year or a date of its rows, or a figure that stands there for several years."""

import re
from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from analysis.explore.query import Cut, Figure
from analysis.wording import columns as wording_columns
from analysis.wording.columns import JOINT
from data import registry as data_registry

YEARLY = re.compile(r"^(population)_(20\d\d)$")
VINTAGE = "vintage_year"
ALL = "All together"
VINTAGES = {"census_population_2019": 2019, "census_population": 2024}


class Series(NamedTuple):
    """What can be drawn over time: by a column of years or dates, or by one column a year."""

    label: str
    by: str = ""
    columns: tuple[str, ...] = ()


def found(columns: Sequence[str]) -> list[Series]:
    """The ways in which a table has time; none for most."""
    yearly = tuple(sorted(name for name in columns if YEARLY.match(name)))
    told = [Series("People, 1 July of each year", columns=yearly)] if len(yearly) > 2 else []
    whens = [name for name in columns if wording_columns.explained(name).unit in ("year", "date") and name != VINTAGE]
    return told + [Series(wording_columns.explained(name).label, by=name) for name in whens]


def asked(chosen: Cut, series: Series, figure: Figure | None, split: str) -> Cut:
    """The cut that gives the points of a series, by `split` or as one line; a filter on the time itself is left off."""
    group = (split,) if split else ()
    if series.columns:
        return chosen._replace(columns=(), group=group, figures=tuple(Figure(name, "sum") for name in series.columns))
    filters = tuple(one for one in chosen.filters if one.column not in (series.by, VINTAGE))
    return chosen._replace(filters=filters, columns=(), group=(series.by, *group), figures=(figure,) if figure else ())


def with_vintage(chosen: Cut, columns: Sequence[str]) -> Cut:
    """The same, kept apart by vintage where the table has one: two are never joined."""
    return chosen._replace(group=(*chosen.group, VINTAGE)) if VINTAGE in columns else chosen


def points(rows: pd.DataFrame, series: Series, split: str, value: str) -> pd.DataFrame:
    """The points in order: time, series, value, vintage ("" where there is none)."""
    names = rows[split].astype(object).where(rows[split].notna(), "not known") if split else [ALL] * len(rows)
    if series.columns:
        told = [
            (int(YEARLY.match(column)[2]), name, row[f"{column}{JOINT}sum"], _vintage(column))
            for name, (_, row) in zip(names, rows.iterrows(), strict=True)
            for column in series.columns
        ]
    else:
        vintages = rows[VINTAGE].tolist() if VINTAGE in rows else [None] * len(rows)
        told = list(zip(rows[series.by], names, rows[value], vintages, strict=True))
    found = pd.DataFrame(told, columns=["time", "series", "value", "vintage"]).sort_values("time", kind="stable")
    return found.assign(vintage=found["vintage"].astype(object).where(found["vintage"].notna(), ""))


def _vintage(column: str) -> int | None:
    return VINTAGES.get(data_registry.dictionary()[column].sources)
