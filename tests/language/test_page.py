"""Does the page on language answer for every place and any address, and show protected counts alone?"""

import csv
import io
import json

import pytest

from data import store
from data.build import build as build_build
from pages.kit import exhibits as kit_exhibits
from tests.support.pages import opened, said
from tests.support.rows.language_page import answered

TITLE = "Demonstration roster (made up)"


@pytest.fixture(params=["public", "staff"])
def shown(request, monkeypatch):
    """The page at either level, with every exhibit that it shows by its question."""
    build_build.ensure()
    monkeypatch.setenv("ATLAS_ACCESS", request.param)
    found, told = {}, kit_exhibits.source_line
    monkeypatch.setattr(
        kit_exhibits, "source_line", lambda one: found.setdefault(one.query.__name__, one) and told(one)
    )
    page = opened("language")
    assert not page.exception
    return page, found


def test_the_answer_is_in_the_numbers_of_the_database(shown):
    sentence = shown[0].subheader[0].value
    with store.open_database() as con:
        people, margin = con.execute(
            "SELECT english_less_than_very_well, english_less_than_very_well_moe FROM state_language "
            "WHERE state_fips = '27' AND language = 'Spanish'"
        ).fetchone()
    assert f"about {round(people, -2):,} people ({round(people - margin, -2):,.0f} to" in sentence
    assert f"{people * 60 / 1e5 + 0.5:.0f} to" in sentence


def test_the_two_definitions_and_what_is_not_told_apart_stand_on_the_exhibits(shown):
    captions = [caption.value for caption in shown[0].caption if caption.value.startswith("Source: ")]
    assert len(captions) == 5
    of_state = [text for text in captions if "ACS, 2018 (1 year)" in text]
    assert len(of_state) == 4
    assert all("Amharic, Somali, Oromo, Tigrinya and others; Karen, Burmese" in text for text in of_state)
    assert "Limited English here is less than very well" in captions[0]
    assert "Limited English here is not well or not at all" in captions[-1]
    assert not any("2019-2023" in text for text in of_state)


def test_participants_are_those_published_and_the_made_up_roster_says_so(shown):
    page, found = shown
    exhibit = found["participants"]
    with store.open_database() as con:
        published = con.execute(
            "SELECT member, participants FROM participant_count WHERE dimension = 'language' AND step = 'all'"
        ).fetchall()
    told = exhibit.rows[exhibit.rows["participants"].notna()][["member", "participants"]]
    assert {tuple(row) for row in told.values.tolist()} <= set(published)
    assert len(told) == len(published) - 1  # "Other languages" is no language of the survey
    sources = kit_exhibits.source_line(exhibit)
    assert TITLE in sources
    assert TITLE in exhibit.alt
    rows = list(csv.DictReader(io.StringIO(kit_exhibits.to_csv(exhibit, sources))))
    assert len(rows) == len(exhibit.rows)
    assert {row["roster_title"] for row in rows} == {TITLE}
    assert "made-up participants" in said(page)
    assert "if all practised" in said(page)


def test_no_other_exhibit_counts_a_participant(shown):
    for name, exhibit in shown[1].items():
        assert ("participants" in exhibit.rows) == (name == "participants")


def test_every_chart_has_alt_text_from_its_numbers(shown):
    charts = shown[0].get("plotly_chart")
    assert len(charts) == 3
    assert all("Spanish" in chart.proto.alt for chart in charts)
    assert all(json.loads(chart.proto.spec)["data"] for chart in charts)


@pytest.mark.parametrize("place", ["Texas", "United States", "South Dakota", "Connecticut"])
def test_a_place_without_single_languages_says_so_and_answers_by_group(place):
    page = answered(state=place)
    assert page.info[0].value.startswith("Single languages are not here for")
    assert "speak English not well or not at all (2019-2023)" in page.subheader[0].value
    assert [slider.label for slider in page.slider] == []
    assert len(page.get("plotly_chart")) == 1


@pytest.mark.parametrize(("state", "step"), [("Minnesota", 1), ("Wisconsin", 4), ("Iowa", 4)])
def test_every_language_has_an_answer_and_in_other_states_one_in_four(state, step):
    page = answered(state=state)
    for name in page.selectbox(key="tongue").options[::step]:
        page.selectbox(key="tongue").set_value(name).run()
        assert not page.exception
        assert len(page.subheader[0].value) > 60


def test_participants_are_beside_the_need_of_minnesota_alone():
    assert "Participants who speak it" not in said(answered(state="Iowa"))
