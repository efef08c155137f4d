"""Does the shortage page speak of each discipline in its own words, loaded and not?"""

import json

import pytest

from tests.support.pages import opened, said


@pytest.mark.usefixtures("_maryland")
@pytest.mark.parametrize(("discipline", "noun"), [("Dental", "dentists"), ("Mental health", "mental-health providers")])
def test_a_discipline_that_is_loaded_is_said_in_its_own_words(discipline, noun):
    page = opened("shortage", state="Maryland", discipline=discipline, picked="Allegany County")
    assert not page.exception
    assert page.subheader[0].value == (
        f"Maryland is short the equivalent of 5.0 full-time {noun} in 2 designated areas, most of all in "
        "Allegany County and Anne Arundel County."
    )
    told = said(page)
    assert "hysician" not in told
    assert f"**{noun[:1].upper()}{noun[1:]} short (FTE) by county, Maryland (HRSA, June 2026)**" in told
    assert "how many of a county’s people live there is not known" in told
    assert ("in its own words: “Psychiatrist”" in told) == (discipline == "Mental health")
    assert "not known" in told
    assert "not loaded" not in told
    labels = [column["label"] for frame in page.dataframe for column in _columns(frame)]
    assert labels
    assert not [label for label in labels if "hysician" in label]


def _columns(frame):
    return [column for column in json.loads(frame.proto.columns).values() if "label" in column]


@pytest.mark.parametrize(
    ("discipline", "sentence", "exhibit"),
    [
        (
            "Mental health",
            "7 lay wholly in mental-health shortage areas in October 2022, 48",
            "Census tracts of",
        ),
        (
            "Dental",
            "HRSA’s dental file of March 2026 has rows for 64 of the 87 counties",
            "Rows of HRSA’s",
        ),
    ],
)
def test_minnesota_without_the_files_shows_its_flags_and_how_to_load(discipline, sentence, exhibit):
    page = opened("shortage", discipline=discipline)
    assert not page.exception
    assert sentence in page.subheader[0].value
    assert page.subheader[0].value.endswith("are missing is not known.")
    assert "python -m data.disciplines FILE" in page.info[0].value
    assert f"**{exhibit}" in said(page)
    assert "hysician" not in said(page)
    assert any(button.key.startswith("flags") for button in page.get("download_button"))


@pytest.mark.usefixtures("_maryland")
def test_a_county_lists_its_areas_of_every_discipline_that_is_loaded():
    page = opened("county", state="Maryland", county="Anne Arundel County")
    assert not page.exception
    told = said(page)
    for kind, noun in (("Mental health", "mental-health providers"), ("Dental", "dentists")):
        assert f"**{kind} shortage areas that reach into Anne Arundel County**" in told
        assert f"short the equivalent of 2.5 full-time {noun}" in told
    assert "no flags for this state" not in told
    none = opened("county", state="Maryland", county="Garrett County").info
    assert [box.value for box in none if "dental" in box.value] == [
        "HRSA lists no dental shortage area in Garrett County, designated or proposed for withdrawal."
    ]
    assert "is not known; nor are" not in told


@pytest.mark.usefixtures("_maryland")
def test_flags_of_a_county_stay_where_its_state_is_not_in_the_files():
    told = said(opened("county", county="Nobles County"))
    assert "**Flags of shortage of mental health and dental care in Nobles County" in told
    assert "is not known; nor are scores and FTE" in told
    assert "shortage areas that reach into" in told
    assert "Dental shortage areas" not in told


def test_another_state_without_the_files_says_that_nothing_is_loaded():
    page = opened("shortage", state="Wisconsin", discipline="Dental", status="Both", picked="Dane County")
    assert not page.exception
    assert page.subheader[0].value == (
        "HRSA’s dental shortage areas are not loaded for Wisconsin: how many dentists are missing is not known."
    )
    assert "python -m data.disciplines FILE" in page.info[0].value


def test_a_measure_of_people_is_drawn_all_the_same():
    page = opened("shortage", discipline="Dental", measure="People: In poverty")
    assert not page.exception
    assert "In poverty by county, Minnesota" in said(page)


def test_an_address_with_another_discipline_says_so_and_shows_primary_care():
    page = opened("shortage", discipline="Elm")
    assert not page.exception
    assert "“Elm” for “Discipline”" in page.warning[0].value
    assert "primary care physicians" in page.subheader[0].value


def test_choosing_a_discipline_changes_the_page_and_reset_brings_primary_care_back():
    page = opened("shortage")
    page.selectbox(key="discipline").set_value("dental").run()
    assert "dental" in page.subheader[0].value
    next(button for button in page.button if button.label == "Reset filters").click().run()
    assert "primary care" in page.subheader[0].value


def test_a_county_shows_its_flags_as_an_exhibit():
    page = opened("county", county="Aitkin County")
    assert not page.exception
    assert "**Flags of shortage of mental health and dental care in Aitkin County" in said(page)
    assert "tracts, 0% lay in a mental-health shortage area and 100%" in said(page)
