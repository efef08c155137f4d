"""Are labels and sentences of one discipline free of the words of another?"""

import pandas as pd
import pytest

from analysis.query.selection import DISCIPLINES
from analysis.shortage import sentences as shortage_sentences
from analysis.wording import disciplines
from analysis.wording.measures import MEASURES
from data import registry as data_registry

TOTAL = {"fte_short_chosen": 1.04, "areas": 1, "states": 1, "states_listed": 1}
COUNTY = {"county_fips": "27001", "county": "Elm County", "state": "MN", "fte_short_chosen": 1.04}


def test_the_words_are_of_every_discipline_that_can_be_chosen():
    assert tuple(disciplines.EVERY) == tuple(disciplines.OF_DISCIPLINE) == DISCIPLINES
    assert set(disciplines.OF_DISCIPLINE.values()) <= set(data_registry.embedded()) | set(data_registry.loadable())


@pytest.mark.parametrize("discipline", ["mental_health", "dental"])
def test_no_label_of_another_discipline_speaks_of_physicians(discipline):
    for measure in MEASURES.values():
        said = measure.of(discipline)
        assert "hysician" not in said.label + said.meaning
        assert "rimary care" not in said.label + said.meaning
    for name in ("fte", "fte_short", "fte_short_proposed_withdrawal", "ratio_goal"):
        assert "hysician" not in disciplines.column(name, discipline).label


def test_primary_care_keeps_the_words_of_the_dictionary():
    assert MEASURES["fte_short_chosen"].of("primary_care").label == "Physicians short (FTE)"
    assert MEASURES["fte_short_chosen"].of("dental").label == "Dentists short (FTE)"
    assert disciplines.worded("Physicians and a primary care physician", "dental") == "Dentists and a dentist"
    assert disciplines.head("fte_short", "mental_health") == "Providers short (FTE)"


@pytest.mark.parametrize(
    ("discipline", "noun"),
    [("primary_care", "primary care physician"), ("mental_health", "mental-health provider"), ("dental", "dentist")],
)
def test_one_is_singular(discipline, noun):
    told = shortage_sentences.selection(pd.Series(TOTAL), pd.DataFrame([COUNTY]), "Elm", "designated", discipline)
    assert told == f"Elm is short the equivalent of 1.0 full-time {noun} in 1 designated area."
    nothing = pd.Series(TOTAL | {"areas": 0})
    told = shortage_sentences.selection(nothing, pd.DataFrame([COUNTY]), "Elm", "designated", discipline)
    assert f"no {disciplines.EVERY[discipline].area} shortage area" in told


def test_what_is_not_loaded_says_for_whom_and_how_many_states_are():
    unknown = pd.Series(TOTAL | {"fte_short_chosen": float("nan"), "states": 51})
    told = shortage_sentences.selection(unknown, pd.DataFrame([COUNTY]), "The United States", "designated", "dental")
    assert told == (
        "HRSA’s dental shortage areas are loaded for 1 of 51 states: how many dentists are missing is not known."
    )
    nowhere = pd.Series(TOTAL | {"states": 51, "states_listed": 0})
    assert "are not loaded for the United States:" in disciplines.not_listed(nowhere, "dental", "The United States")


def test_whom_hrsa_counts_is_said_in_its_words():
    kinds = ["Psychiatrist", "Psychiatrist", "Core Mental Health Provider"]
    told = disciplines.counted(pd.DataFrame({"provider_counted": kinds}))
    assert told.endswith("“Core Mental Health Provider” in 1 area and “Psychiatrist” in 2 areas.")
    assert disciplines.counted(pd.DataFrame({"provider_counted": [None]})) == ""


def test_of_several_disciplines_those_who_are_missing_are_providers():
    text = "Physicians short (FTE), primary care physicians"
    assert disciplines.together(text, ["dental"]) == "Dentists short (FTE), dentists"
    assert disciplines.together(text, disciplines.EVERY) == "Providers short (FTE), providers"
    figure = {"x": [1.5, None], "text": ("Physicians short",), "layout": {"title": {"text": "Physicians"}}}
    assert disciplines.in_figure(figure, ["primary_care"]) is figure
    told = disciplines.in_figure(figure, ["dental"])
    assert told == {"x": [1.5, None], "text": ["Dentists short"], "layout": {"title": {"text": "Dentists"}}}


def test_flags_say_what_they_say_and_no_more():
    flags = pd.DataFrame({"mental_health_tract_share": [1.0, 0.5, 0.0, 0.0], "dental_components": [0, 3, 0, 1]})
    told = shortage_sentences.headline(flags, "mental_health", "The Metro region of Minnesota")
    assert told == (
        "Of the 4 counties of the Metro region of Minnesota, 1 lay wholly in mental-health shortage areas in October "
        "2022, 1 in part and 2 not at all, by census tract of 2010. How many mental-health providers are missing is "
        "not known."
    )
    assert "has rows for 2 of the 4 counties of Elm:" in shortage_sentences.headline(flags, "dental", "Elm")
    assert shortage_sentences.headline(flags[:0], "dental", "Elm") == ""


def test_flags_of_a_county_are_of_the_disciplines_that_are_not_loaded():
    row = pd.Series(
        {
            "mental_health_tract_share": 0.5,
            "mua_tract_share": 0.25,
            "mental_health_components": 1,
            "dental_components": 2,
        }
    )
    told = shortage_sentences.of_county(row, ["mental_health", "dental"])
    assert "50% lay in a mental-health shortage area and 25% lay in a medically underserved area" in told
    assert "have 1 row for mental health and 2 rows for dental care." in told
    told = shortage_sentences.of_county(row, ["dental"])
    assert "mental" not in told
    assert "have 2 rows for dental care." in told
    assert shortage_sentences.of_county(row, []) == (
        "Of the county’s 2010 census tracts, 25% lay in a medically underserved area (October 2022)."
    )
