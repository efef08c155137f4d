"""Why does a physician go there? In words, from the numbers."""

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


def reason(places: pd.DataFrame, group: Group, place: int, beside: NextBest, counted: float) -> str:
    """Watonwan County: 1.3 FTE short, score 11, 900 people with limited English who speak Spanish; next best …

    Without the next best where it is not worked out. `counted`: the people with limited English with whom this
    physician is counted, and no other.
    """
    row = places.iloc[place]
    told = [f"{words.figure(row.fte_to_target, 'FTE')} FTE short"]
    told.append("score not known" if pd.isna(row.hpsa_score) else f"score {row.hpsa_score:.0f}")
    told += _spoken(places, LANGUAGES[group.language].group, place, counted)
    why = f"{row.area}: {', '.join(told)}"
    return why if pd.isna(beside.losses[place]) else f"{why}; {_next(places, place, beside)}"


def _spoken(places: pd.DataFrame, name: str, place: int, counted: float) -> list[str]:
    people = placement_language.people(places, name)[place] if name else 0
    if not people:
        return []
    they = f"people with limited English {SPOKEN[name]}"
    if counted < 0.5:
        return [f"its {they} already counted with another physician"]
    part = f"{words.people(counted)} of " if round(counted) < people else ""
    return [f"{part}{words.people(people)} {they}"]


def _next(places: pd.DataFrame, place: int, beside: NextBest) -> str:
    other, loss = int(beside.areas[place]), float(beside.losses[place])
    if other < 0:
        return "no other area has room that would close a gap"
    less = "worth the same" if loss < 0.005 else f"at {loss:.2f} less"
    return f"next best {places['area'].iloc[other]}, {less}"
