"""Does the page of every kind of place open, say its numbers, and take only places on the list?"""

import re

import pytest

from analysis.briefing import files as briefing_files
from analysis.briefing.model import Briefing, Entry
from analysis.district import exhibits, one_pager, queries, sentences
from data import store
from data.build import build as build_build
from pages.briefing import slides
from pages.district import sections
from tests.support import pages, tagged_pdf


def opened(**query):
    page = pages.on(pages.app(), "district")
    for name, value in query.items():
        page.query_params[name] = value
    return page.run()


@pytest.mark.parametrize(
    ("place_id", "name"),
    [
        ("house-12A", "House District 12A"),
        ("senate-60", "Senate District 60"),
        ("congress-7", "U.S. House District 7"),
        ("county-27165", "Watonwan County"),
        ("region-south-central", "the South Central region"),
        ("house-50B", "House District 50B"),
    ],
)
def test_a_place_of_every_kind_opens_from_its_link(place_id, name):
    page = opened(district=place_id)
    assert not page.exception
    assert page.title[0].value == f"How short of physicians is {name}?"
    assert name in page.subheader[0].value
    assert page.query_params["district"] == place_id


def test_the_page_says_the_numbers_of_the_question():
    build_build.ensure()
    with store.open_database() as con:
        row = queries.one(con, place_id="house-12A").iloc[0]
    said = opened(district="house-12A").subheader[0].value
    assert f"About {row.shortage_population_share:.0%} of the people" in said
    assert f"about {row.fte_short:.1f} full-time physicians" in said


@pytest.mark.parametrize("place_id", ["house-04B", "county-27165"])
def test_a_briefing_says_the_figures_as_the_page_does_with_the_estimate_under_them(place_id):
    page = opened(district=place_id)
    held = Briefing("Talk", (Entry("district", (("district", place_id),), "district_figures"),))
    assert not pages.opened("briefing", brief=briefing_files.packed(held)).exception
    (slide,) = slides.document(held).slides
    (table,) = (box.value for box in page.markdown if box.value.startswith("|  | "))
    on_page = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()]
    assert [["", *slide.rows.columns[1:]], *slide.rows.to_numpy().tolist()] == [on_page[0], *on_page[2:]]
    assert slide.note in [box.value for box in page.markdown]
    assert slide.alt == page.subheader[0].value


def test_before_a_choice_the_page_asks_for_one_and_then_answers():
    page = opened()
    assert "Choose a district" in page.info[0].value
    page.selectbox(key="district_level").set_value("congress").run()
    page.selectbox(key="district_congress").set_value("congress-5").run()
    assert not page.exception
    assert page.title[0].value.endswith("U.S. House District 5?")
    assert page.query_params["district"] == "congress-5"


def test_an_address_that_is_not_on_the_list_is_refused():
    page = opened(district="house-99Z<script>")
    assert not page.exception
    assert "not on the list" in page.warning[0].value
    assert "district" not in page.query_params


def test_another_state_says_that_only_minnesota_is_loaded():
    page = opened(state="Iowa", district="house-12A")
    assert not page.exception
    assert "Minnesota alone" in page.info[0].value


def test_every_place_has_a_page_in_words_and_on_one_sheet():
    build_build.ensure()
    with store.open_database() as con:
        places, state = queries.places(con), queries.one(con, place_id="state-MN").iloc[0]
        names = dict(zip(places["place_id"], places["place_name"], strict=True))
        errors = queries.errors(con)
        for level in places["place_level"].unique():
            for row in queries.all(con, place_level=level).iloc:
                areas = queries.areas(con, place_id=row.place_id)
                told = one_pager.Told(row, state, areas, errors, names)
                one = one_pager.composed(told, exhibits.source_labels(row), "v", sections.today())
                assert one.answer.endswith(".")
                assert "nan" not in re.findall(r"\w+", f"{one.answer} {one.lines} {one.areas} {one.estimate}"), one
                with tagged_pdf.opened(one_pager.pdf(one)) as made:
                    assert len(made.pages) == 1, row.place_id
                assert row.areas_designated + row.areas_proposed_withdrawal == len(areas)


def test_the_archive_of_all_districts_is_made_when_it_is_asked_for(monkeypatch):
    monkeypatch.setattr(sentences, "DISTRICTS", ("congress",))
    page = opened(district="congress-5")
    page.button(key="district_archive").click().run()
    assert not page.exception
    assert "Download 8 PDFs in one archive" in [button.label for button in page.get("download_button")]
