"""The exhibits of people with limited English, by language and by county."""

import pandas as pd
import streamlit as st

from analysis.charts import county_map
from analysis.charts.bars import Quantity, group_bars
from analysis.definitions.robustness import Definition
from analysis.language import queries, sentences, tables
from analysis.participants.sentences import figure
from analysis.wording import numbers
from pages.kit import headlines
from pages.kit import participants as kit_participants
from pages.kit.cache import ask
from pages.kit.exhibits import Exhibit, foot, show_figure
from pages.kit.place import URL, Place
from pages.kit.tables import words_table

MOST_LANGUAGES, MOST_COUNTIES = 12, 12
STATE_COLUMNS = (
    "language", "english_less_than_very_well", "english_less_than_very_well_moe", "is_unreliable", "language_note",
    "speakers", "speakers_moe",
)  # fmt: skip
COUNTY_COLUMNS = (
    "county", "limited_english_group", "limited_english_group_moe", "limited_english_group_share", "is_unreliable",
)  # fmt: skip
NO_TABLE = (
    "Single languages are not here for {place}: the table of 2018 holds Minnesota, Wisconsin and Iowa. The figures "
    "below are of four groups of languages."
)
STATE_NOTE = (
    "Limited English here is less than very well, the federal measure: not to be compared with the counties below, "
    "nor with other years. Bars: 90% margins; hatched: unreliable, a standard error over 30%."
)
COUNTY_NOTE = (
    "Limited English here is not well or not at all, which counts fewer people than the state’s figures of 2018: the "
    "two are not to be compared. Somali, Amharic and Oromo are among other languages, Hmong and Karen among Asian and "
    "Pacific Island. Bars: 90% margins; hatched: unreliable, a standard error over 30%."
)


def languages_of(place: Place) -> pd.DataFrame:
    """The languages of the state in 2018; no rows where it has no such table."""
    return ask(queries.spoken, state=place.state)


def chosen_language(languages: pd.DataFrame) -> str | None:
    """The language that the answer is about; the one of most people at first. Nothing where there are none."""
    if languages.empty:
        return None
    return st.selectbox("Language", languages["language"].tolist(), key="tongue", bind=URL)


def panel_share() -> float:
    """What share of each physician's patients have limited English and speak the language."""
    percent = st.slider(
        "Share of a physician’s patients with limited English who speak the language",
        1, 100, 20, format="%d%%", key="panel", bind=URL,
        help="An assumption of yours. At 100% they see only such patients; few physicians do.",
    )  # fmt: skip
    return percent / 100


def group() -> str:
    """The language group whose counties are shown."""
    return st.selectbox("Language group, by county", list(sentences.GROUP_PHRASES), key="language_group", bind=URL)


def answer(place: Place, languages: pd.DataFrame, name: str | None, share: float, of_group: str) -> None:
    """Who speaks the language, and what the standard would be: or, without the table, who of a group does."""
    inside = numbers.inside(place.name)
    if name is not None:
        row = next(languages[languages["language"] == name].itertuples())
        st.subheader(sentences.headline(row, inside, share), anchor=False)
        return
    st.subheader(of_counties(place, of_group), anchor=False)
    st.info(NO_TABLE.format(place=inside))


def by_county(place: Place, of_group: str, chosen: Definition) -> None:
    """The group's people in all counties, and what part of them in rural ones."""
    rows = ask(queries.by_county, language_group=of_group, state=place.state)
    headlines.language(place, of_counties(place, of_group), rows, chosen)


def of_counties(place: Place, of_group: str) -> str:
    """People of the group in all counties of the place, in a sentence with its margin; "" where none are known."""
    groups = ask(queries.groups, state=place.state)
    told = [row for row in groups.itertuples() if row.language_group == of_group]
    return sentences.of_group(told[0], numbers.inside(place.name)) if told else ""


def languages_exhibit(place: Place, languages: pd.DataFrame) -> None:
    """People who speak English less than very well, by language, with their margins."""
    shown = languages.head(MOST_LANGUAGES)
    bars = tables.barred(
        pd.Series(sentences.starred(shown)),
        shown[tables.PEOPLE],
        shown[tables.MARGIN],
        shown["is_unreliable"],
    )
    title = f"People who speak English less than very well, by language at home, {numbers.inside(place.name)}, 2018"
    few = f"The {len(shown)} largest of {len(languages)}; Rows has all."
    note = " ".join(filter(None, (few, sentences.not_told_apart(shown), STATE_NOTE)))
    exhibit = Exhibit(title, languages, queries.spoken, sentences.bars_alt(bars, title), note, STATE_COLUMNS)
    show_figure(
        exhibit, group_bars(bars, Quantity("people", "people"), height=30 + 46 * len(bars)), key="languages_bars"
    )


def counties_exhibit(place: Place, of_group: str) -> None:
    """Counties by people of a language group with limited English, with their margins."""
    counties = ask(queries.by_county, language_group=of_group, state=place.state)
    if counties.empty:
        st.info("The survey’s county figures do not reach this place.")
        return
    shown = counties.head(MOST_COUNTIES)
    named = pd.Series(county_map.named(counties)[: len(shown)])
    people, margins = shown["limited_english_group"], shown["limited_english_group_moe"]
    bars = tables.barred(named, people, margins, shown["is_unreliable"])
    title = f"People with limited English by county: {of_group}, {numbers.inside(place.name)}, 2019-2023"
    few = f"The {len(shown)} largest of {len(counties):,}; Rows has all."
    alt = sentences.bars_alt(bars, title)
    exhibit = Exhibit(title, counties, queries.by_county, alt, f"{few} {COUNTY_NOTE}", COUNTY_COLUMNS)
    show_figure(
        exhibit, group_bars(bars, Quantity("people", "people"), height=30 + 34 * len(bars)), key="counties_bars"
    )


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
    if place.state != queries.HOME:
        return
    rows = ask(queries.participants, state=place.state)
    who = kit_participants.kind("participants", exact=False)
    title = f"People with limited English, and {who} who speak their language, {place.name}"
    st.markdown(f"**{title}**")
    if (rows["participants_status"] == "not_collected").all():
        st.info("Participants’ languages: not collected. The roster says nothing of them.")
    words_table(told(rows.head(SHOWN), share))
    made_of = kit_participants.made_of(exact=False)
    alt = f"Languages of participants beside people with limited English{f'. {made_of}' if made_of else ''}"
    note = " ".join(filter(None, (NOTE, sentences.not_told_apart(rows.head(SHOWN)))))
    foot(Exhibit(title, rows, queries.participants, alt, note, COLUMNS), "participants_languages")


def told(rows: pd.DataFrame, share: float) -> pd.DataFrame:
    """A line a language: people in need, who speaks it, and what they would come to where a count is published."""
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
    said = figure(row.participants, row.participants_status)
    named = row.participants_status in ("counted", "withheld", "none")
    return f"{row.member_label}: {said}" if named and row.member_label != row.language else said
