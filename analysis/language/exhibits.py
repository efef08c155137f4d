"""The exhibits of people with limited English: by language, by county, beside participants, and a composed cohort."""

from typing import NamedTuple

import pandas as pd

from analysis.charts import county_map
from analysis.charts.bars import Quantity, group_bars
from analysis.definitions import exhibits as definitions_exhibits
from analysis.definitions import queries as definitions_queries
from analysis.definitions import robustness
from analysis.definitions.claims import Claimed as Claim
from analysis.definitions.exhibits import Claimed
from analysis.definitions.robustness import PLAIN, Definition, Headline
from analysis.exhibits import registry
from analysis.exhibits.address import Address
from analysis.exhibits.desk import Desk
from analysis.exhibits.model import Exhibit
from analysis.exhibits.registry import View
from analysis.language import charts, claims, cohort, queries, sentences, tables
from analysis.participants import queries as participants_queries
from analysis.place import choices as place_choices
from analysis.place.choices import Place
from analysis.wording import numbers

MOST_LANGUAGES, MOST_COUNTIES = 12, 12
PANEL = (1, 100, 20)
SHARE_LABEL = "Share of a physician’s patients with limited English who speak the language"
BY_RURAL = robustness.definitions(PLAIN, rural=True)
STATE_COLUMNS = (
    "language", "english_less_than_very_well", "english_less_than_very_well_moe", "is_unreliable", "language_note",
    "speakers", "speakers_moe",
)  # fmt: skip
COUNTY_COLUMNS = (
    "county", "limited_english_group", "limited_english_group_moe", "limited_english_group_share", "is_unreliable",
)  # fmt: skip
PARTICIPANT_COLUMNS = (
    "language", "english_less_than_very_well", "english_less_than_very_well_moe", "member_label", "participants",
    "participants_status", "is_unreliable", "language_note", "roster_title",
)  # fmt: skip
COHORT_COLUMNS = (
    "language", "physicians", "physicians_per_100k", "english_less_than_very_well", "english_less_than_very_well_moe",
    "language_note", "is_unreliable",
)  # fmt: skip
STATE_NOTE = (
    "Limited English here is less than very well, the federal measure: not to be compared with the counties below, "
    "nor with other years. Bars: 90% margins; hatched: unreliable, a standard error over 30%."
)
COUNTY_NOTE = (
    "Limited English here is not well or not at all, which counts fewer people than the state’s figures of 2018: the "
    "two are not to be compared. Somali, Amharic and Oromo are among other languages, Hmong and Karen among Asian and "
    "Pacific Island. Bars: 90% margins; hatched: unreliable, a standard error over 30%."
)
PARTICIPANTS_SHOWN = 10
PARTICIPANTS_NOTE = (
    "Small counts are withheld. Not listed: few participants speak it, nobody, or nearly everybody. A person speaks "
    "several languages: counts are not to be added. Assumption: all were to practise primary care in Minnesota."
)
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
PARAMETERS = ("state", "tongue", "panel", "language_group", "rural_rule", "physicians")


class Choices(NamedTuple):
    """The place, the language of the answer (None without a table), the share of patients, the group, the cohort.

    `share` (0-1) is of each physician's patients with limited English, those who speak the language. `cohort` is as
    the address has it.
    """

    place: Place
    language: str | None
    share: float
    group: str
    definition: Definition
    cohort: str


def read(desk: Desk, address: Address) -> Choices:
    """The choices of an address."""
    place = place_choices.read_place(desk, address)
    languages = desk.ask(queries.spoken, state=place.state)
    names = {name: name for name in languages["language"]}
    language = address.one("tongue", names, next(iter(names)), "Language") if names else None
    groups = {name: name for name in sentences.GROUP_PHRASES}
    composed = cohort.read(address.text("physicians"), languages)
    address.problems += [composed.problem] if composed.problem else []
    return Choices(
        place,
        language,
        address.number("panel", *PANEL, SHARE_LABEL) / 100,
        address.one("language_group", groups, next(iter(groups)), "Language group, by county"),
        definitions_exhibits.read_rural(address, place.state),
        cohort.written(composed.physicians, composed.codes, languages),
    )


def of_counties(desk: Desk, choices: Choices) -> str:
    """People of the group in all counties of the place, in a sentence with its margin; "" where none are known."""
    groups = desk.ask(queries.groups, state=choices.place.state)
    rows = [row for row in groups.itertuples() if row.language_group == choices.group]
    return sentences.of_group(rows[0], numbers.inside(choices.place.name)) if rows else ""


def answer(desk: Desk, choices: Choices) -> str:
    """Who speaks the language, and what the yardstick would be; of a group where there is no table of languages."""
    if choices.language is None:
        return of_counties(desk, choices)
    languages = desk.ask(queries.spoken, state=choices.place.state)
    row = next(languages[languages["language"] == choices.language].itertuples())
    return sentences.headline(row, numbers.inside(choices.place.name), choices.share)


def in_rural(desk: Desk, choices: Choices) -> Claim | None:
    """What part of the group's people live in rural counties; None where it is not known."""
    rows = desk.ask(queries.by_county, language_group=choices.group, state=choices.place.state)
    every = desk.ask(definitions_queries.by_county, state=choices.place.state)
    return claims.speakers(every, rows, choices.definition)


def claim(desk: Desk, choices: Choices) -> Claimed | None:
    """That most of the group's people live in rural counties, or fewer than half; where languages are known."""
    rural = in_rural(desk, choices) if choices.language is not None else None
    if rural is None:
        return None
    every = desk.ask(definitions_queries.by_county, state=choices.place.state)
    return Claimed(every, Headline(rural.claim, BY_RURAL))


VIEW = View("language", "Language", PARAMETERS, read, answer, stated="languages_bars")
definitions_exhibits.register_badge(VIEW, "language", "language", claim)


@registry.exhibit(VIEW, "language.by_language", "languages_bars")
def by_language_of(desk: Desk, choices: Choices) -> Exhibit | None:
    """People who speak English less than very well, by language spoken at home, with margins."""
    rows = desk.ask(queries.spoken, state=choices.place.state)
    return None if rows.empty else by_language(rows, choices.place)


def by_language(rows: pd.DataFrame, place: Place) -> Exhibit:
    """The same, from rows of language.spoken."""
    shown = rows.head(MOST_LANGUAGES)
    names = pd.Series(sentences.starred(shown))
    bars = tables.barred(names, shown[tables.PEOPLE], shown[tables.MARGIN], shown["is_unreliable"])
    title = f"People who speak English less than very well, by language at home, {numbers.inside(place.name)}, 2018"
    few = f"The {len(shown)} largest of {len(rows)}; Rows has all."
    note = " ".join(filter(None, (few, sentences.not_told_apart(shown), STATE_NOTE)))
    figure = group_bars(bars, Quantity("people", "people"), height=30 + 46 * len(bars))
    alt = sentences.bars_alt(bars, title)
    return Exhibit(title, rows, queries.spoken, alt, note, STATE_COLUMNS, figure=figure)


@registry.exhibit(VIEW, "language.by_county", "counties_bars")
def by_county_of(desk: Desk, choices: Choices) -> Exhibit | None:
    """Counties by people of a language group with limited English, with margins."""
    rows = desk.ask(queries.by_county, language_group=choices.group, state=choices.place.state)
    return None if rows.empty else by_county(rows, choices)


def by_county(rows: pd.DataFrame, choices: Choices) -> Exhibit:
    """The same, from rows of language.by_county."""
    shown = rows.head(MOST_COUNTIES)
    names = pd.Series(county_map.named(rows)[: len(shown)])
    people, margins = shown["limited_english_group"], shown["limited_english_group_moe"]
    bars = tables.barred(names, people, margins, shown["is_unreliable"])
    inside = numbers.inside(choices.place.name)
    title = f"People with limited English by county: {choices.group}, {inside}, 2019-2023"
    few = f"The {len(shown)} largest of {len(rows):,}; Rows has all."
    figure = group_bars(bars, Quantity("people", "people"), height=30 + 34 * len(bars))
    alt = sentences.bars_alt(bars, title)
    return Exhibit(title, rows, queries.by_county, alt, f"{few} {COUNTY_NOTE}", COUNTY_COLUMNS, figure=figure)


@registry.exhibit(VIEW, "language.participants", "participants_languages")
def participants_of(desk: Desk, choices: Choices) -> Exhibit | None:
    """People with limited English beside participants who speak their language, Minnesota; protected counts."""
    if choices.place.state != queries.HOME or choices.language is None:
        return None
    roster = desk.ask(participants_queries.roster).iloc[0]
    made_of = roster.roster_title if roster.is_made_up else ""
    return participants(desk.ask(queries.participants, state=choices.place.state), choices.place, made_of)


def participants(rows: pd.DataFrame, place: Place, made_of: str) -> Exhibit:
    """The same, from rows of language.participants; `made_of` is the title of a roster of made-up people."""
    who = "made-up participants" if made_of else "participants"
    title = f"People with limited English, and {who} who speak their language, {place.name}"
    alt = f"Languages of participants beside people with limited English{f'. {made_of}' if made_of else ''}"
    shown = rows.head(PARTICIPANTS_SHOWN)
    note = " ".join(filter(None, (PARTICIPANTS_NOTE, sentences.not_told_apart(shown))))
    return Exhibit(title, rows, queries.participants, alt, note, PARTICIPANT_COLUMNS)


def composed(desk: Desk, choices: Choices) -> pd.DataFrame:
    """The cohort beside people with limited English of its languages; no rows for nobody, or without a table."""
    return desk.ask(queries.composed, cohort=choices.cohort, state=choices.place.state)


@registry.exhibit(VIEW, "language.cohort_lines", "panel_lines")
def cohort_lines_of(desk: Desk, choices: Choices) -> Exhibit | None:
    """Would the composed cohort be enough? Physicians per 100,000 people with limited English, by language."""
    rows = composed(desk, choices)
    return None if rows.empty else cohort_lines(rows, choices)


def cohort_lines(rows: pd.DataFrame, choices: Choices) -> Exhibit:
    """The same, from rows of language.composed."""
    rated = tables.rated(rows, rows["physicians"], choices.share)
    inside = numbers.inside(choices.place.name)
    title = f"Would your cohort be enough? Physicians per 100,000 people with limited English, {inside}, 2018"
    figure = charts.panel_lines(tables.panels(rated), choices.share, height=440)
    note = " ".join(filter(None, (LINES, ASSUMED, sentences.not_told_apart(rows))))
    alt = sentences.panels_alt(rated, choices.share)
    return Exhibit(title, rows, queries.composed, alt, note, COHORT_COLUMNS, figure=figure)


@registry.exhibit(VIEW, "language.cohort", "adequacy")
def cohort_of(desk: Desk, choices: Choices) -> Exhibit | None:
    """The composed cohort against the yardstick of 60 to 80 physicians per 100,000 people, in numbers."""
    rows = composed(desk, choices)
    return None if rows.empty else cohort_table(rows, choices)


def cohort_table(rows: pd.DataFrame, choices: Choices) -> Exhibit:
    """The same, from rows of language.composed."""
    rated = tables.rated(rows, rows["physicians"], choices.share)
    title = f"Your cohort against 60 to 80 per 100,000, if {sentences.such(choices.share)}"
    note = " ".join(filter(None, (STANDARD, ASSUMED, sentences.not_told_apart(rows))))
    alt = sentences.panels_alt(rated, choices.share)
    return Exhibit(title, rows, queries.composed, alt, note, COHORT_COLUMNS)
