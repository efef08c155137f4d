"""Why does a physician go there? In words, from the numbers."""

import numpy as np
import pandas as pd

from analysis import placement_language, words
from analysis.placement_cohort import ASIA, EUROPE, LANGUAGES, OTHER, SPANISH, Group
from analysis.placement_outcomes import NextBest

SPOKEN = {
    SPANISH: "who speak Spanish",
    EUROPE: "who speak other Indo-European languages",
    ASIA: "who speak Asian or Pacific Island languages",
    OTHER: "who speak other languages",
}

# A loss of less is none, to two decimals.
SAME = 0.005


def reason(places: pd.DataFrame, group: Group, place: int, beside: str, counted: float) -> str:
    """Watonwan County: 1.3 FTE short, score 11, 900 people with limited English who speak Spanish; next best …

    `beside`: as next_told says it, "" where it is not worked out. `counted`: the people with limited English with whom
    this physician is counted, and no other.
    """
    row = places.iloc[place]
    told = [f"{words.figure(row.fte_to_target, 'FTE')} FTE short"]
    told.append("score not known" if pd.isna(row.hpsa_score) else f"score {row.hpsa_score:.0f}")
    told += _spoken(places, LANGUAGES[group.language].group, place, counted)
    why = f"{row.area}: {', '.join(told)}"
    return f"{why}; {beside}" if beside else why


def next_told(names: list[str], beside: NextBest, physician: int) -> str:
    """Next best Nobles County, at 0.20 less; or why there is none. `names`: of all places."""
    other, loss, pin = (float(part[physician]) for part in (beside.areas, beside.losses, beside.pins))
    if not np.isnan(pin):
        return f"sent there by you, {'at no cost' if pin < SAME else f'at {pin:.2f} less in all'}"
    if np.isnan(loss):
        return ""
    if np.isposinf(loss):
        return "its region is to get no fewer"
    if other < 0:
        return "no other area has room that would close a gap"
    room = "" if beside.is_direct[physician] else " (another makes room)"
    return f"next best {names[int(other)]}{room}, {'worth the same' if loss < SAME else f'at {loss:.2f} less'}"


def _spoken(places: pd.DataFrame, name: str, place: int, counted: float) -> list[str]:
    people = placement_language.people(places, name)[place] if name else 0
    if not people:
        return []
    they = f"people with limited English {SPOKEN[name]}"
    if counted < 0.5:
        return [f"its {they} already counted with another physician"]
    part = f"{words.people(counted)} of " if round(counted) < people else ""
    return [f"{part}{words.people(people)} {they}"]
