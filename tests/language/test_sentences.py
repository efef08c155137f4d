"""Do the sentences of language say the numbers, their margins, and what is not told apart?"""

import pytest

from analysis.language import sentences, tables
from tests.support.rows.language import COHORT, LANGUAGES

ROWS = {row.language: row for row in LANGUAGES.itertuples()}


def rated(share=0.2):
    return tables.rated(COHORT, COHORT["physicians"], share)


def test_the_answer_says_who_and_how_many_physicians_at_two_shares():
    assert sentences.headline(ROWS["Spanish"], "Minnesota", 0.2) == (
        "In Minnesota, about 100,000 people (95,000 to 105,000) spoke Spanish at home and English less than very well "
        "in 2018; 60 to 80 physicians per 100,000 of them would be 60 to 80 if all their patients are such people, and "
        "300 to 400 if one patient in five is."
    )
    assert sentences.headline(ROWS["Spanish"], "Minnesota", 1.0).endswith(
        "60 to 80 if all their patients are such people."
    )


def test_the_answer_says_what_is_not_told_apart_and_what_is_unreliable():
    said = sentences.headline(ROWS["Amharic, Somali, or other Afro-Asiatic"], "Minnesota", 0.35)
    assert "spoke Amharic, Somali, or other Afro-Asiatic languages at home" in said
    assert (
        "if 35 of 100 patients are. One group: Amharic, Somali, Oromo, Tigrinya and others are not told apart." in said
    )
    assert sentences.headline(ROWS["Hmong"], "Minnesota", 0.5).endswith(sentences.UNRELIABLE)


def test_nobody_found_is_said_without_a_number_of_physicians():
    said = sentences.headline(ROWS["Other and unspecified"], "Iowa", 0.2)
    assert said.startswith("The survey of 2018 found nobody in Iowa who speaks other and unspecified")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Hmong", "Hmong"),
        ("Other languages of Asia", "other languages of Asia"),
        ("Other Indo-European", "other Indo-European languages"),
        ("Thai, Lao, or other Tai-Kadai", "Thai, Lao, or other Tai-Kadai languages"),
    ],
)
def test_a_language_or_a_group_within_a_sentence(name, said):
    assert sentences.tongue(name) == said


def test_a_verdict_that_the_margin_could_turn_says_so():
    told = [sentences.verdict(row) for row in rated(1.0).itertuples()]
    assert told == [
        "80 (76 to 84): within, not surely",
        "25 (21 to 31): below",
        "300 (136 to no bound): above",
        "not known (not known to not known): not known",
    ]


def test_where_the_answer_turns_with_the_panel_share():
    assert sentences.turning(rated()) == (
        "The answer turns with the share of patients. Spanish: below 60 under 75%; Hmong: below 60 under 20%, above 80 "
        "only over 27%. Below 60 even if they see only such patients: Amharic, Somali, or other Afro-Asiatic languages."
    )
    assert sentences.turning(rated()[:0]) == ""


def test_stars_point_to_what_is_not_told_apart():
    assert sentences.starred(LANGUAGES)[1].endswith("\u00a0*")
    assert sentences.starred(LANGUAGES)[0] == "Spanish"
    assert sentences.not_told_apart(LANGUAGES) == (
        "* Not told apart: Amharic, Somali, Oromo, Tigrinya and others; languages that a group holds beside those in "
        "its name."
    )
    assert sentences.not_told_apart(LANGUAGES[:1]) == ""


def test_a_sum_so_sure_that_its_ends_round_to_one_has_no_ends():
    assert sentences.between(1_600_000, 9_000) == "1.6 million people"
    assert sentences.between(100, 147) == "100 people (0 to 247)"


def test_a_panel_share_is_a_condition_in_words():
    assert sentences.such(0.2) == "one patient in five is such a person"
    assert sentences.such(0.35) == "35 of 100 patients are such people"
    assert sentences.such(1.0) == "all patients are such people"


def test_alt_texts_have_every_figure():
    said = sentences.panels_alt(rated(), 0.2)
    assert "Spanish 80 if all are (within), 16 at 20% (below), 1.6 if patients are as the people" in said
    assert sentences.panels_alt(rated()[:0], 0.2).endswith("nobody in the cohort.")
    bars = tables.barred(*(LANGUAGES[:3][name] for name in ("language", *FIGURES)))
    assert "Hmong 10,000 (0 to 22,000), unreliable" in sentences.bars_alt(bars, "people")
    assert sentences.bars_alt(bars[:0], "people") == "Bars of people: none."


FIGURES = ("english_less_than_very_well", "english_less_than_very_well_moe", "is_unreliable")
