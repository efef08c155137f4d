"""Who speaks what, and who could care for them? Sentences written from the numbers; no number, no sentence."""

from typing import Any

import pandas as pd

from analysis import adequacy, words
from analysis.language_words import between, needed, patients, rate, tongue

UNRELIABLE = " Unreliable: a standard error is over 30% of the figure."
LEAST, ENOUGH = f"{adequacy.LEAST:.0f}", f"{adequacy.ENOUGH:.0f}"
GROUP_PHRASES = {
    "Spanish": "Spanish",
    "Other Indo-European": "an Indo-European language other than Spanish",
    "Asian and Pacific Island": "an Asian or Pacific Island language",
    "Other languages": "a language outside the other three groups",
}


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
    return words.percent(share)


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
        f"{words.percent(panel_share)} ({row.verdict}), {rate(row.rate_population)} if patients are as the people of "
        f"the state ({row.verdict_population})"
        for row in rows.itertuples()
    ]
    head = (
        f"Physicians per 100,000 people with limited English against the share of their patients who are such, with "
        f"a band from {LEAST} to {ENOUGH}"
    )
    return f"{head}. {'; '.join(told)}." if told else f"{head}: nobody in the cohort."
