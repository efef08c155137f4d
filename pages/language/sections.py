"""The sections of the language page: the answer, languages, counties, the cohort, participants."""

import pandas as pd
import streamlit as st

from analysis.language import exhibits, queries, sentences, tables
from analysis.language.exhibits import Choices
from analysis.participants.sentences import figure
from analysis.wording import numbers
from pages.kit import robustness
from pages.kit.cache import DESK
from pages.kit.exhibits import foot, show
from pages.kit.tables import words_table

NO_TABLE = (
    "Single languages are not here for {place}: the table of 2018 holds Minnesota, Wisconsin and Iowa. The figures "
    "below are of four groups of languages."
)


def answer(choices: Choices) -> None:
    """Who speaks the language, and what the yardstick would be; without the table, who of a group does."""
    st.subheader(exhibits.answer(DESK, choices), anchor=False)
    if choices.language is None:
        st.info(NO_TABLE.format(place=numbers.inside(choices.place.name)))


def languages(choices: Choices) -> None:
    """People who speak English less than very well, by language."""
    show(exhibits.by_language_of(DESK, choices), "languages_bars")


def counties(choices: Choices) -> None:
    """Counties by people of a language group with limited English."""
    exhibit = exhibits.by_county_of(DESK, choices)
    if exhibit:
        show(exhibit, "counties_bars")
    else:
        st.info("The survey’s county figures do not reach this place.")


def in_rural(choices: Choices) -> None:
    """The group's people in all counties, and what part of them in rural ones."""
    headline, rural = exhibits.of_counties(DESK, choices), exhibits.in_rural(DESK, choices)
    st.markdown(f"{headline} {rural.sentence}" if rural else headline)
    robustness.badge(exhibits.claim(DESK, choices), "language")


def cohort_lines(choices: Choices) -> None:
    """The cohort against the yardstick, from all patients with limited English down to as many as in the state."""
    exhibit = exhibits.cohort_lines_of(DESK, choices)
    if exhibit:
        show(exhibit, "panel_lines")
    else:
        st.info("Nobody is in the cohort: pick a language at the side, and how many physicians speak it.")


def cohort_table(choices: Choices) -> None:
    """The same in numbers: verdicts with their intervals, where they turn, and how many would be needed."""
    exhibit = exhibits.cohort_of(DESK, choices)
    if exhibit is None:
        return
    rated = tables.rated(exhibit.rows, exhibit.rows["physicians"], choices.share)
    st.markdown(f"**{exhibit.title}**")
    st.markdown(sentences.turning(rated))
    words_table(_cohort_in_words(rated, choices.share))
    foot(exhibit, "adequacy")


def _cohort_in_words(rated: pd.DataFrame, share: float) -> pd.DataFrame:
    rows = list(rated.itertuples())
    rate = sentences.rate
    return pd.DataFrame(
        {
            "Language": sentences.starred(rated),
            "Physicians": [row.physicians for row in rows],
            "Per 100,000": [sentences.verdict(row) for row in rows],
            "If all patients are such": [f"{rate(row.rate_only)}: {row.verdict_only}" for row in rows],
            "Needed for 60 to 80": [sentences.needed(row.english_less_than_very_well, share) for row in rows],
            "Limited English, 2018": [sentences.need(row) for row in rows],
        }
    )


def participants(choices: Choices) -> None:
    """Each language of Minnesota, whose program it is, with its participants where their number is published."""
    if choices.place.state != queries.HOME:
        return
    exhibit = exhibits.participants_of(DESK, choices)
    st.markdown(f"**{exhibit.title}**")
    if (exhibit.rows["participants_status"] == "not_collected").all():
        st.info("Participants’ languages: not collected. The roster says nothing of them.")
    words_table(participants_in_words(exhibit.rows.head(exhibits.PARTICIPANTS_SHOWN), choices.share))
    foot(exhibit, "participants_languages")


def participants_in_words(rows: pd.DataFrame, share: float) -> pd.DataFrame:
    """A line a language: who speaks it, what they would come to where a count is published, people in need."""
    rated = tables.at_panel(rows, rows["participants"].astype(float), share)
    lines = list(rated.itertuples())
    return pd.DataFrame(
        {
            "Language": sentences.starred(rows),
            "Participants who speak it": [_spoken(row) for row in lines],
            "Per 100,000, if all practised": [
                sentences.verdict(row) if row.participants_status == "counted" else "" for row in lines
            ],
            "Limited English, 2018": [sentences.need(row) for row in lines],
        }
    )


def _spoken(row: object) -> str:
    count = figure(row.participants, row.participants_status)
    is_named = row.participants_status in ("counted", "withheld", "none")
    return f"{row.member_label}: {count}" if is_named and row.member_label != row.language else count
