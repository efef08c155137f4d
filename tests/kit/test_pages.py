"""Every page through dashboard.py: full, empty, and without a database."""

import pytest
from streamlit.testing.v1 import AppTest

from analysis.query.selection import Selection
from analysis.shortage import queries as shortage_queries
from data import registry as data_registry
from data import store
from data.build import build as build_build
from tests.browser.served import ROOT
from tests.support.pages import VIEWS, opened, said


@pytest.fixture(scope="module")
def total():
    build_build.ensure()
    with store.open_database() as con:
        return shortage_queries.state(con, selection=Selection()).iloc[0]


@pytest.mark.parametrize("view", VIEWS)
def test_every_page_opens_without_an_exception_and_asks_a_question(view):
    page = opened(view)
    assert not page.exception
    assert not page.error
    assert page.title[0].value.endswith("?")


def test_the_overview_says_the_numbers_of_the_database(total):
    page = opened("overview")
    sentence = page.subheader[0].value
    assert f"{total.fte_short:.0f} full-time" in sentence
    assert f"{total.areas_designated:.0f} designated areas" in sentence
    assert (
        f"{total.areas_proposed_withdrawal:.0f} more listings, short {total.fte_short_proposed_withdrawal:.1f}"
        in sentence
    )
    assert [figure.value for figure in page.metric] == ["199.3", "81", "2.3 million", "55 areas"]


def test_another_state_changes_the_question_and_the_answer():
    page = opened("overview")
    page.selectbox(key="state").set_value("Wisconsin").run()
    assert "Wisconsin’s gaps" in page.title[0].value
    assert page.subheader[0].value.startswith("Wisconsin is short")


def test_both_statuses_warn_that_places_count_twice():
    page = opened("shortage")
    page.radio(key="status").set_value("both").run()
    assert "count twice" in said(page)


def test_the_address_decides_what_is_shown():
    page = opened("shortage", status="Both", region="Metro")
    assert page.radio(key="status").value == "both"
    assert "The Metro region of Minnesota" in page.subheader[0].value


def test_a_choice_that_leaves_no_county_says_what_to_do():
    page = opened("shortage")
    page.session_state["region"] = "Northwest"
    page.session_state["rural_class"] = "seven_county_metro"
    page.run()
    assert not page.exception
    assert not page.subheader
    assert "Choose all regions or all counties" in page.info[0].value


def test_a_state_without_regions_has_no_region_filter():
    page = opened("shortage", state="Iowa")
    assert not page.exception
    assert [box.label for box in page.selectbox].count("Region") == 0


def test_the_county_page_asks_for_a_county_first():
    page = opened("county")
    assert "Pick a county" in page.info[0].value


def test_the_county_page_answers_for_a_county_in_any_state():
    for state, name in (("Minnesota", "Nobles County"), ("Connecticut", "Capitol Planning Region")):
        page = opened("county", state=state, county=name)
        assert not page.exception
        assert page.subheader[0].value.startswith((name, "No designated"))


def test_an_address_with_no_county_is_told():
    page = opened("county", county="99999")
    assert "Which county of Minnesota" in page.title[0].value
    assert page.sidebar.warning[0].value.startswith("The address has “99999” for “County”")


def test_a_county_without_an_area_says_so():
    page = opened("county", county="Carver County")
    assert not page.exception
    assert "No designated primary care shortage area" in page.subheader[0].value


def test_without_a_database_and_without_inputs_one_sentence_says_what_to_do(monkeypatch, tmp_path):
    monkeypatch.setenv("ATLAS_BUILT", str(tmp_path))
    sums = tmp_path / "SHA256SUMS"
    sums.write_text("0" * 64 + "  county_center.csv\n")
    monkeypatch.setattr(data_registry, "CHECKSUMS", sums)
    from pages.kit import cache

    cache.prepared.clear()
    page = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60).run()
    cache.prepared.clear()
    assert not page.exception
    assert len(page.error) == 1
    assert "\n" not in page.error[0].value
