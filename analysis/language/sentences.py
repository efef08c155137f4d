"""Who speaks what, and who could care for them? Sentences written from the numbers; no number, no sentence."""

import math
from typing import Any

import pandas as pd

from analysis.language import adequacy
from analysis.wording import numbers

UNRELIABLE = " Unreliable: a standard error is over 30% of the figure."
LEAST, ENOUGH = f"{adequacy.LEAST:.0f}", f"{adequacy.ENOUGH:.0f}"
GROUP_PHRASES = {
    "Spanish": "Spanish",
    "Other Indo-European": "an Indo-European language other than Spanish",
    "Asian and Pacific Island": "an Asian or Pacific Island language",
    "Other languages": "a language outside the other three groups",
}
NUMBERS = {2: "two", 3: "three", 4: "four", 5: "five", 10: "ten"}
# How the survey's notes on groups begin and end.
GROUP, APART = "One group: ", " are not told apart"
REST = ("All languages", "One group: other languages")
UNLISTED = "languages that a group holds beside those in its name"


def headline(row: Any, place: str, panel_share: float) -> str:
    """Who speaks a language and English less than very well, and how many physicians the standard would be."""
    people = row.english_less_than_very_well
    who = f"speaks {tongue(row.language)} at home and English less than very well"
    if not people:
        return f"The survey of {row.survey_year} found nobody in {place} who {who}."
    told = (
        f"In {place}, about {between(people, row.english_less_than_very_well_moe)} "
        f"{who.replace('speaks', 'spoke', 1)} in {row.survey_year}; {LEAST} to {ENOUGH} physicians per 100,000 of "
        f"them would be {needed(people, 1.0)} if all their patients are such people"
    )
    told += f", and {needed(people, panel_share)} if {patients(panel_share)}." if panel_share < 1 else "."
    return told + (f" {row.language_note}." if row.language_note else "") + (UNRELIABLE if row.is_unreliable else "")


def of_group(row: Any, place: str) -> str:
    """People of a language group in all counties of a place, by the county definition."""
    return (
        f"In {place}, {between(row.limited_english_group, row.limited_english_group_moe)} who speak "
        f"{GROUP_PHRASES[row.language_group]} at home speak English not well or not at all (2019-2023)."
        + (UNRELIABLE if row.is_unreliable else "")
    )


def verdict(row: Any) -> str:
    """A rate with its interval and verdict: "17 (14 to 22): below"; "not surely" where the margin could turn it."""
    told = f"{rate(row.rate)} ({rate(row.rate_low)} to {rate(row.rate_high)}): {row.verdict}"
    return told if row.verdict_low == row.verdict_high else f"{told}, not surely"


def turning(rows: pd.DataFrame) -> str:
    """For which languages the verdict turns with the panel share, and where; of rated rows with physicians."""
    told, never = [], []
    for row in rows[rows["physicians"] > 0].itertuples():
        if pd.isna(row.reaches_least) or not row.english_less_than_very_well:
            continue
        if row.reaches_least > 1:
            never.append(tongue(row.language))
            continue
        above = f", above {ENOUGH} only over {_share(row.reaches_enough)}" if row.reaches_enough < 1 else ""
        told.append(f"{tongue(row.language)}: below {LEAST} under {_share(row.reaches_least)}{above}")
    said = f"The answer turns with the share of patients. {_first('; '.join(told))}." if told else ""
    few = f"Below {LEAST} even if they see only such patients: {'; '.join(never)}." if never else ""
    return f"{said} {few}".strip()


def _first(text: str) -> str:
    return text[:1].upper() + text[1:]


def _share(share: float) -> str:
    return numbers.percent(share)


def bars_alt(bars: pd.DataFrame, what: str) -> str:
    """Alt text of bars of people with their 90% intervals."""
    told = [
        f"{row.group_label} {row.rate:,.0f} ({row.rate_low:,.0f} to {row.rate_high:,.0f})"
        f"{', unreliable' if row.is_unreliable else ''}"
        for row in bars.itertuples()
    ]
    return f"Bars of {what}, with 90% intervals in brackets: {'; '.join(told)}." if told else f"Bars of {what}: none."


def panels_alt(rows: pd.DataFrame, panel_share: float) -> str:
    """Alt text of the lines: each language's rate at both ends and at the share chosen, against 60 to 80."""
    told = [
        f"{row.language} {rate(row.rate_only)} if all are ({row.verdict_only}), {rate(row.rate)} at "
        f"{numbers.percent(panel_share)} ({row.verdict}), {rate(row.rate_population)} if patients are as the people of "
        f"the state ({row.verdict_population})"
        for row in rows.itertuples()
    ]
    head = (
        f"Physicians per 100,000 people with limited English against the share of their patients who are such, with "
        f"a band from {LEAST} to {ENOUGH}"
    )
    return f"{head}. {'; '.join(told)}." if told else f"{head}: nobody in the cohort."


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
    low, high = numbers.people(max(people - margin, 0)), numbers.people(people + margin)
    return f"{numbers.people(people)} people" + (f" ({low} to {high})" if low != high else "")


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
        return numbers.NOT_KNOWN
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
