"""What has to be said beside a placement: when it closes anything, and which of its figures look wrong?"""

from typing import Any

import pandas as pd

from analysis import words
from analysis.placement_outcomes import Outcome

DOUBTFUL = 1.5  # times the people who live there


def in_time(rows: pd.DataFrame) -> str:
    """What of it would be closed by when, from the rows of placement_years.years."""
    most = rows.iloc[int(rows["timeline_median_fte"].to_numpy().argmax())]
    last = rows.iloc[-1]
    if not most.timeline_median_fte:
        return "By your ranges of years, less than half of the draws have anybody in practice within ten years."
    return (
        f"By your ranges of years and of who stays, about {_spread(most)} FTE of it would be closed after "
        f"{words.plural(most.years_from_now, 'year')}, and {_spread(last)} after {last.years_from_now:.0f}."
    )


def _spread(row: Any) -> str:
    low, median, high = (words.figure(getattr(row, f"timeline_{end}_fte"), "FTE") for end in ("low", "median", "high"))
    return f"{median} ({low} to {high})"


def doubtful(places: pd.DataFrame, outcome: Outcome) -> str:
    """Which areas that get somebody have more people by HRSA's figures than live there; "" if none."""
    implied, living = (places[name].to_numpy(float) for name in ("implied_population", "area_population"))
    is_odd = (outcome.brought > 0) & (living > 0) & (implied > DOUBTFUL * living)
    told = [
        f"{row.area} ({words.people(row.implied_population)} people, where {words.people(row.area_population)} live)"
        for row in places[is_odd].itertuples()
    ]
    if not told:
        return ""
    return f"HRSA’s figures imply more people than live there in {words.listed(told)}: check them before use."
