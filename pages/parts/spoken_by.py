"""Languages of participants beside people who need them: protected counts, as published, and nothing else."""

import pandas as pd
import streamlit as st

from analysis import language, language_rows, language_sentences, language_words
from analysis.pathway_words import figure
from pages.parts import people
from pages.parts.answers import ask
from pages.parts.choice import Place
from pages.parts.exhibits import Exhibit, foot
from pages.parts.tables import words_table

SHOWN = 10
COLUMNS = (
    "language", "english_less_than_very_well", "english_less_than_very_well_moe", "member_label", "participants",
    "participants_status", "is_unreliable", "language_note", "roster_title",
)  # fmt: skip
NOTE = (
    "Small counts are withheld. Not listed: few participants speak it, nobody, or nearly everybody. A person speaks "
    "several languages: counts are not to be added. Assumption: all were to practise primary care in Minnesota."
)


def participants(place: Place, share: float) -> None:
    """Each language of Minnesota, whose program it is, with its participants where their number is published."""
    if place.state != language.HOME:
        return
    rows = ask(language.participants, state=place.state)
    who = people.kind("participants", exact=False)
    title = f"People with limited English, and {who} who speak their language, {place.name}"
    st.markdown(f"**{title}**")
    if (rows["participants_status"] == "not_collected").all():
        st.info("Participants’ languages: not collected. The roster says nothing of them.")
    words_table(told(rows.head(SHOWN), share))
    made_of = people.made_of(exact=False)
    alt = f"Languages of participants beside people with limited English{f'. {made_of}' if made_of else ''}"
    note = " ".join(filter(None, (NOTE, language_words.not_told_apart(rows.head(SHOWN)))))
    foot(Exhibit(title, rows, language.participants, alt, note, COLUMNS), "participants_languages")


def told(rows: pd.DataFrame, share: float) -> pd.DataFrame:
    """A line a language: people in need, who speaks it, and what they would come to where a count is published."""
    rated = language_rows.at_panel(rows, rows["participants"].astype(float), share)
    lines = list(rated.itertuples())
    return pd.DataFrame(
        {
            "Language": language_words.starred(rows),
            "Participants who speak it": [_spoken(row) for row in lines],
            "Per 100,000, if all practised": [
                language_sentences.verdict(row) if row.participants_status == "counted" else "" for row in lines
            ],
            "Limited English, 2018": [language_words.need(row) for row in lines],
        }
    )


def _spoken(row: object) -> str:
    said = figure(row.participants, row.participants_status)
    named = row.participants_status in ("counted", "withheld", "none")
    return f"{row.member_label}: {said}" if named and row.member_label != row.language else said
