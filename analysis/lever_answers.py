"""What would so many more of a lever do, and how do two scenarios differ in what they fund? In sentences."""

import pandas as pd

from analysis import words
from analysis.lever_assumptions import LEVERS
from analysis.lever_scenarios import FUNDED, Scenario
from analysis.lever_sentences import IF, ranged

UNITS = {"residency": "residency position", "preparation": "place of clinical preparation"}
UNITS |= {"limited": "limited license", "forgiveness": "award of loan forgiveness"}


def given(rows: pd.DataFrame, scenario: Scenario) -> str:
    """What the first lever that is funded would do, in people (rows of lever_tables.outcomes); "" if none is."""
    on = [lever for lever in FUNDED if scenario.funded[lever] and lever in set(rows["lever"])]
    if not on:
        return ""
    of = {row.lever_outcome: row for row in rows[rows["lever"] == on[0]].itertuples()}
    told = {name: (row.outcome_low, row.outcome_high) for name, row in of.items()}
    funded = words.plural(scenario.funded[on[0]], UNITS[on[0]], _many(UNITS[on[0]]))
    return (
        f"{funded} would give {ranged(*told['physicians'])} more physicians and {ranged(*told['fte_years'])} full-time "
        f"years in shortage areas within {words.plural(scenario.horizon_years, 'year')}, for "
        f"{ranged(*told['cost_usd'], 'usd')}; the first after {ranged(*told['first_years'])} years, {IF}."
    )


def _many(unit: str) -> str:
    first, *rest = unit.split(" of ")
    return " of ".join([f"{first}s", *rest])


def differing(here: Scenario, other: Scenario) -> str:
    """What two scenarios fund and how far they look, where they differ; "" where they do not."""
    told = [
        f"{words.lower(LEVERS[lever])} {here.funded[lever]:,} here and {other.funded[lever]:,} there"
        for lever in FUNDED
        if here.funded[lever] != other.funded[lever]
    ]
    if here.horizon_years != other.horizon_years:
        told.append(f"years ahead {here.horizon_years} here and {other.horizon_years} there")
    return f"What differs: {'; '.join(told)}." if told else ""
