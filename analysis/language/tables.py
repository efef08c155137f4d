"""What is drawn and tabled of languages: intervals, rates at a panel share, verdicts, lines."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.language import adequacy

PEOPLE, MARGIN = "english_less_than_very_well", "english_less_than_very_well_moe"
AS_POPULATION = "english_less_than_very_well_share"
# Twice what is enough: a line above it says no more.
TOP = 2 * adequacy.ENOUGH


class Panel(NamedTuple):
    """One language's physicians per 100,000 people against the share of their patients who are such.

    `marked` is the rate at the panel share chosen with the ends of its interval; nothing where it is over TOP.
    """

    label: str
    shares: list[float]
    rates: list[float]
    marked: tuple[float, float, float] | None


def barred(labels: pd.Series, people: pd.Series, margins: pd.Series, unreliable: pd.Series) -> pd.DataFrame:
    """Estimates as bars are drawn: group_label, rate, rate_low (not below 0), rate_high, is_unreliable, told."""
    return pd.DataFrame(
        {
            "group_label": labels.tolist(),
            "rate": people.astype(float).tolist(),
            "rate_low": (people - margins).clip(lower=0).astype(float).tolist(),
            "rate_high": (people + margins).astype(float).tolist(),
            "is_unreliable": unreliable.astype(bool).tolist(),
            "told": [_told(*row) for row in zip(people, margins, unreliable, strict=True)],
        }
    )


def _told(people: int, margin: float, is_unreliable: bool) -> str:
    return f"{people:,} ± {margin:,.0f}" + ("<br>unreliable" if is_unreliable else "")


def at_panel(rows: pd.DataFrame, physicians: pd.Series, panel_share: float) -> pd.DataFrame:
    """The rows with physicians per 100,000 people at a panel share: rate, rate_low, rate_high, and their verdicts.

    The ends are of the survey's 90% margin. nan, and not known, where the number of physicians is.
    """
    counts, people, margins = (np.asarray(one, dtype=float) for one in (physicians, rows[PEOPLE], rows[MARGIN]))
    found = adequacy.interval(counts, people, margins, panel_share)
    told = rows.assign(rate=found.value, rate_low=found.low, rate_high=found.high)
    ends = {"verdict": found.value, "verdict_low": found.low, "verdict_high": found.high}
    return told.assign(**{name: adequacy.verdicts(rates) for name, rates in ends.items()})


def rated(rows: pd.DataFrame, physicians: pd.Series, panel_share: float) -> pd.DataFrame:
    """The rows of `at_panel`, with what they would be at other panel shares.

    rate_only, verdict_only: where physicians see only such patients; rate_population, verdict_population: where
    patients are as the people of the state; reaches_least, reaches_enough: the panel share at which the rate is
    60 and 80, over 1 where it never is.
    """
    counts, people = np.asarray(physicians, dtype=float), rows[PEOPLE].to_numpy(dtype=float)
    only = adequacy.per_100k(counts, people)
    population = only * rows[AS_POPULATION].to_numpy(dtype=float)
    return at_panel(rows, physicians, panel_share).assign(
        rate_only=only,
        verdict_only=adequacy.verdicts(only),
        rate_population=population,
        verdict_population=adequacy.verdicts(population),
        reaches_least=adequacy.turning_share(counts, people, adequacy.LEAST),
        reaches_enough=adequacy.turning_share(counts, people, adequacy.ENOUGH),
    )


def panels(rows: pd.DataFrame) -> list[Panel]:
    """A line for each rated row with people, from the language's share of residents to 1, or to where it leaves TOP."""
    lines = []
    for row in rows[rows["rate_only"].notna()].itertuples():
        first = 0.0 if pd.isna(row.english_less_than_very_well_share) else row.english_less_than_very_well_share
        last = 1.0 if row.rate_only <= TOP else TOP / row.rate_only
        ends = [min(first, last), last]
        marked = (row.rate, row.rate_low, min(row.rate_high, TOP)) if row.rate <= TOP else None
        lines.append(Panel(row.language, ends, [row.rate_only * share for share in ends], marked))
    return lines
