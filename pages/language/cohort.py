"""A cohort that the reader composes: physicians by language, held in the address."""

import pandas as pd
import streamlit as st

from analysis.language import charts, queries, sentences, tables
from analysis.language import cohort as language_cohort
from analysis.language.cohort import MOST_LANGUAGES, MOST_PHYSICIANS
from analysis.wording import numbers as wording_numbers
from pages.kit.cache import ask
from pages.kit.exhibits import Exhibit, foot, show_figure
from pages.kit.place import Place
from pages.kit.tables import words_table

# In the address: read where it is new to this session, and otherwise written from the widgets. What was written
# before is not read again, since a quick click can come before its answer has reached the browser.
ADDRESS, LANGUAGES, READ = "physicians", "cohort_languages", "cohort_read"
COLUMNS = (
    "language", "physicians", "physicians_per_100k", "english_less_than_very_well", "english_less_than_very_well_moe",
    "language_note", "is_unreliable",
)  # fmt: skip
ASSUMED = (
    "Assumption: the cohort is yours, and not a figure of any source; all of them practise primary care, and each "
    "counts once a language that they speak."
)
STANDARD = (
    "60 to 80 physicians who speak a language per 100,000 people with limited English who speak it is the yardstick of "
    "Garcia, Bindman and Coffman 2019. Intervals are 90%, of the survey alone."
)
LINES = (
    "Grey: 60 to 80. Each line begins where patients are as the people of the state. Upright: the share chosen, with "
    "90% intervals. Lines that leave the picture are above 160."
)


def cohort(languages: pd.DataFrame) -> str:
    """Draw the widgets of the cohort, and keep the address in step. Returns the cohort as the address has it."""
    asked = st.query_params.get(ADDRESS)
    state = st.session_state
    if LANGUAGES not in state or asked not in state.get(READ, ()):
        _fill(asked, languages)
    st.markdown("**Physicians of your cohort**")
    st.caption("An assumption of yours: ten each is only to begin with.")
    names = [name for name in languages["language"] if name in set(language_cohort.known(languages).values())]
    picked = st.multiselect("Their languages", names, key=LANGUAGES, max_selections=MOST_LANGUAGES)
    notes = dict(zip(languages["language"], languages["language_note"], strict=True))
    physicians = {name: _number(name, notes.get(name)) for name in picked}
    codes = language_cohort.read(asked, languages).codes
    text = language_cohort.written(physicians, codes, languages)
    state[READ] = {*state.get(READ, ()), asked, text}
    st.query_params[ADDRESS] = text
    return text


def _fill(asked: str | None, languages: pd.DataFrame) -> None:
    found = language_cohort.read(asked, languages)
    if found.problem:
        st.warning(found.problem)
    st.session_state[LANGUAGES] = list(found.physicians)
    for name, count in found.physicians.items():
        st.session_state[f"cohort_{name}"] = count


def _number(name: str, note: str | None) -> int:
    key = f"cohort_{name}"
    st.session_state.setdefault(key, language_cohort.EXAMPLE_PHYSICIANS)
    return st.number_input(name, 0, MOST_PHYSICIANS, key=key, step=1, help=note or None)


def lines(place: Place, text: str, share: float) -> None:
    """The cohort against the yardstick, from all patients with limited English down to as many as in the state."""
    rows = ask(queries.composed, cohort=text, state=place.state)
    if rows.empty:
        st.info("Nobody is in the cohort: pick a language at the side, and how many physicians speak it.")
        return
    rated = tables.rated(rows, rows["physicians"], share)
    inside = wording_numbers.inside(place.name)
    title = f"Would your cohort be enough? Physicians per 100,000 people with limited English, {inside}, 2018"
    drawn = charts.panel_lines(tables.panels(rated), share, height=440)
    note = " ".join(filter(None, (LINES, ASSUMED, sentences.not_told_apart(rows))))
    alt = sentences.panels_alt(rated, share)
    show_figure(Exhibit(title, rows, queries.composed, alt, note, COLUMNS), drawn, key="panel_lines")


def numbers(place: Place, text: str, share: float) -> None:
    """The same in numbers: verdicts with their intervals, where they turn, and how many would be needed."""
    rows = ask(queries.composed, cohort=text, state=place.state)
    if rows.empty:
        return
    rated = tables.rated(rows, rows["physicians"], share)
    title = f"Your cohort against 60 to 80 per 100,000, if {sentences.such(share)}"
    st.markdown(f"**{title}**")
    st.markdown(sentences.turning(rated))
    words_table(_told(rated, share))
    note = " ".join(filter(None, (STANDARD, ASSUMED, sentences.not_told_apart(rows))))
    alt = sentences.panels_alt(rated, share)
    foot(Exhibit(title, rows, queries.composed, alt, note, COLUMNS), "adequacy")


def _told(rated: pd.DataFrame, share: float) -> pd.DataFrame:
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
