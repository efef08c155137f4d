"""What the reader chooses on the language page, and the cohort that the reader composes, held in the address."""

import pandas as pd
import streamlit as st

from analysis.definitions.robustness import PLAIN
from analysis.language import cohort, queries, sentences
from analysis.language.cohort import MOST_LANGUAGES, MOST_PHYSICIANS
from analysis.language.exhibits import PANEL, SHARE_LABEL, Choices
from pages.kit import robustness
from pages.kit.cache import ask
from pages.kit.place import URL, Place

# In the address: read where it is new to this session, and otherwise written from the widgets. What was written
# before is not read again, since a quick click can come before its answer has reached the browser.
ADDRESS, LANGUAGES, READ = "physicians", "cohort_languages", "cohort_read"


def choices(place: Place) -> Choices:
    """The widgets of the sidebar. Without a table of languages only the group can be chosen."""
    languages = ask(queries.spoken, state=place.state)
    names = languages["language"].tolist()
    language = st.selectbox("Language", names, key="tongue", bind=URL) if names else None
    group = st.selectbox("Language group, by county", list(sentences.GROUP_PHRASES), key="language_group", bind=URL)
    if language is None:
        return Choices(place, None, 1.0, group, PLAIN, cohort.NOBODY)
    percent = st.slider(
        SHARE_LABEL, *PANEL, format="%d%%", key="panel", bind=URL,
        help="An assumption of yours. At 100% they see only such patients; few physicians do.",
    )  # fmt: skip
    return Choices(place, language, percent / 100, group, PLAIN, _cohort(languages))._replace(
        definition=robustness.rural(place)
    )


def _cohort(languages: pd.DataFrame) -> str:
    """Draw the widgets of the cohort, and keep the address in step. Returns the cohort as the address has it."""
    given, state = st.query_params.get(ADDRESS), st.session_state
    if LANGUAGES not in state or given not in state.get(READ, ()):
        _fill(given, languages)
    st.markdown("**Physicians of your cohort**")
    st.caption("An assumption of yours: ten each is only to begin with.")
    names = [name for name in languages["language"] if name in set(cohort.known(languages).values())]
    picked = st.multiselect("Their languages", names, key=LANGUAGES, max_selections=MOST_LANGUAGES)
    notes = dict(zip(languages["language"], languages["language_note"], strict=True))
    physicians = {name: _number(name, notes.get(name)) for name in picked}
    text = cohort.written(physicians, cohort.read(given, languages).codes, languages)
    state[READ] = {*state.get(READ, ()), given, text}
    st.query_params[ADDRESS] = text
    return text


def _fill(given: str | None, languages: pd.DataFrame) -> None:
    composed = cohort.read(given, languages)
    if composed.problem:
        st.warning(composed.problem)
    st.session_state[LANGUAGES] = list(composed.physicians)
    for name, count in composed.physicians.items():
        st.session_state[f"cohort_{name}"] = count


def _number(name: str, note: str | None) -> int:
    key = f"cohort_{name}"
    st.session_state.setdefault(key, cohort.EXAMPLE_PHYSICIANS)
    return st.number_input(name, 0, MOST_PHYSICIANS, key=key, step=1, help=note or None)
