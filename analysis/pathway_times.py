"""How long from enrolment to a stage? Rows of durations -> curves, or one share in words."""

import numpy as np
import pandas as pd

from analysis import palette, words
from analysis.intervals import wilson
from analysis.pathway_curves import Curve
from analysis.survival import Incidence, cumulative_incidence, followed

DAYS_A_YEAR = 365.25
MOST_YEARS, LEAST_FOLLOWED = 10, 10
ENDS = {"reached": 1, "alternative": 2, "left": 3}


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
    years = words.plural(row.followed_years, "year")
    return (
        f"Of the {row.followed:,} {kind} who {row.member_label.lower()}, {row.participants:,} "
        f"({words.percent(row.participants / row.followed)}; 95% interval {words.percent(low)} to "
        f"{words.percent(high)}) were accepted to residency within {years}."
    )
