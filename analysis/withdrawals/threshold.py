"""How near the line of designation does each area stand, and what do the two vintages allow to be said?"""

import datetime

import numpy as np
import pandas as pd

from analysis.wording import numbers

DECISION = datetime.date(2026, 7, 31)
STEPS = 10
NEAR = 0.9


def vintage(as_of: datetime.date, label: str) -> str:
    """Whether figures of this day can hold the decision of July 2026: a refresh changes the sentence."""
    if label.startswith(("retrieved", "file of")):
        return (
            f"These figures are from a file {label.removeprefix('file ')}: of which day they are it does not say, nor "
            "whether they hold the decision that was due in July 2026."
        )
    if as_of <= DECISION:
        return (
            f"These figures are of {label}, before the decision, which the Federal Register was to publish in July "
            "2026. What was decided is not in them; later figures will show it."
        )
    return (
        f"These figures are of {label}, after the decision of July 2026: areas that were withdrawn are no longer "
        "listed. They are not comparable with a vintage before it."
    )


def near(areas: pd.DataFrame) -> str:
    """How many areas stand close to the line, and how many have no physician at all; nothing without areas."""
    if areas.empty:
        return ""
    close, empty = int((areas["need_met_share"] >= NEAR).sum()), int((areas["fte"] == 0).sum())
    return (
        f"Of {numbers.plural(len(areas), 'area')}, {close} stand close to the line, with at least nine tenths of the "
        f"physicians that it asks for; {empty or 'none'} {'has' if empty == 1 else 'have'} no physician at all."
    )


def alone(counties: pd.DataFrame) -> str:
    """Where people live whom no designated area covers besides; nothing without counties."""
    if counties.empty:
        return ""
    left = counties[counties["proposed_alone_population"] > 0]
    if left.empty:
        return "Everyone who lives in these areas also lives in a designated one."
    named = [f"{row.county} ({numbers.people(row.proposed_alone_population)})" for row in left[:3].itertuples()]
    named += [f"{numbers.plural(len(left) - 3, 'other county', 'other counties')}"] if len(left) > 3 else []
    return f"People who live in such an area and in no designated one live in {numbers.listed(named)}."


def implied(areas: pd.DataFrame) -> str:
    """How many of the people covered by nothing else HRSA's ratio counts: of an area for a group, the group."""
    alone = (areas["implied_population"].astype(float) * (1 - areas["designated_too_share"])).sum()
    return f"HRSA’s ratio implies {numbers.people(alone)} people to whom these areas are for." if alone else ""


def stacked(areas: pd.DataFrame) -> pd.DataFrame:
    """The areas, each with the middle of its tenth of the way to the line and its place in that stack.

    Areas for a group or of high need, whose line is 3,000 people for each physician, stack on the others.
    Returns the rows that have a known share with met_step (0-1) and met_number (1 for the lowest).
    """
    known = areas[areas["need_met_share"].notna()].copy()
    step = np.minimum((known["need_met_share"].to_numpy() * STEPS).astype(int), STEPS - 1)
    known["met_step"] = (step + 0.5) / STEPS
    order = np.lexsort((known["area"], known["ratio_goal"] != known["ratio_goal"].max(), step))
    known, step = known.iloc[order], step[order]
    return known.assign(met_number=np.arange(len(step)) - np.searchsorted(step, step) + 1)
