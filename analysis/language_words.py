"""How are a language, a panel share, a rate and a number of physicians said?"""

import math
from typing import Any

import pandas as pd

from analysis import adequacy, words

NUMBERS = {2: "two", 3: "three", 4: "four", 5: "five", 10: "ten"}
# How the survey's notes on groups begin and end.
GROUP, APART = "One group: ", " are not told apart"
REST = ("All languages", "One group: other languages")
UNLISTED = "languages that a group holds beside those in its name"


def whole(physicians: float) -> int:
    """The least whole number of physicians that comes to so many; a hair over a whole one is rounding."""
    return math.ceil(physicians - 1e-9)


def tongue(name: str) -> str:
    """A language or group within a sentence: Hmong; Amharic, Somali, or other Afro-Asiatic languages."""
    name = f"o{name[1:]}" if name.startswith("Other ") else name
    ready = "anguages" in name or name.endswith("unspecified") or "ther " not in name
    return name if ready else f"{name} languages"


def between(people: float, margin: float) -> str:
    """A figure with the ends of its interval: 78,800 people (73,200 to 84,400); without where they round to one."""
    low, high = words.people(max(people - margin, 0)), words.people(people + margin)
    return f"{words.people(people)} people" + (f" ({low} to {high})" if low != high else "")


def need(row: Any) -> str:
    """People of a language with limited English as tables have them: "1,021 ± 394", flagged where unreliable."""
    told = f"{row.english_less_than_very_well:,} ± {row.english_less_than_very_well_moe:,.0f}"
    return f"{told} (unreliable)" if row.is_unreliable else told


def patients(panel_share: float) -> str:
    """A panel share in words: one patient in five is; 35 of 100 patients are."""
    percent = round(panel_share * 100)
    if percent == 100:
        return "all patients are"
    if not 100 % percent and 100 // percent in NUMBERS:
        return f"one patient in {NUMBERS[100 // percent]} is"
    return f"{percent} of 100 patients are"


def needed(people: float, panel_share: float) -> str:
    """Whole physicians for 60 and for 80 per 100,000: "48 to 64"."""
    ends = [whole(adequacy.needed(people, rate, panel_share)) for rate in (adequacy.LEAST, adequacy.ENOUGH)]
    return f"{ends[0]:,} to {ends[1]:,}" if ends[0] < ends[1] else f"{ends[0]:,}"


def such(panel_share: float) -> str:
    """A panel share as a condition: one patient in five is such a person; 35 of 100 patients are such people."""
    told = patients(panel_share)
    return f"{told} such a person" if told.endswith("is") else f"{told} such people"


def rate(number: float) -> str:
    """Physicians per 100,000: whole; one decimal under 10; "no bound" where the margin leaves none."""
    if pd.isna(number):
        return words.NOT_KNOWN
    if math.isinf(number):
        return "no bound"
    return f"{number:,.0f}" if number >= 9.95 or not number else f"{number:.1f}"


def starred(rows: pd.DataFrame) -> list[str]:
    """Names of languages as an exhibit has them: with a star where more than one is not told apart."""
    return [f"{row.language}\u00a0*" if row.language_note else row.language for row in rows.itertuples()]


def not_told_apart(rows: pd.DataFrame) -> str:
    """What the survey does not tell apart among starred languages; "" where it tells all."""
    notes = list(dict.fromkeys(rows["language_note"][rows["language_note"] != ""]))
    named = [note.removeprefix(GROUP).removesuffix(APART) for note in notes if not note.startswith(REST)]
    return (
        f"* Not told apart: {'; '.join([*named, *([UNLISTED] if len(named) < len(notes) else [])])}." if notes else ""
    )
