"""Is a briefing collected on any page, put in order, sent as an address and taken along?"""

import json

import pytest

import dashboard
from analysis.briefing import files, model
from analysis.briefing.model import Briefing, Entry
from pages.briefing import slides
from tests.support.pages import on, opened, said

MAP = Entry("overview", (), "overview_map")
LINE = Entry("cliff", (("state", "Wisconsin"),), "line")


def shown(*entries, title="Talk"):
    page = opened("briefing", brief=files.packed(Briefing(title, entries)))
    assert [len(page.exception), len(page.error)] == [0, 0]
    return page


def test_an_empty_briefing_says_how_to_begin_and_opens_the_ready_one():
    page = opened("briefing")
    assert "Add to briefing" in page.info[0].value
    page.button[0].click().run()
    assert not page.exception
    assert page.text_input(key="briefing_name").value == model.TITLE
    options = page.radio(key="briefing_slide").options
    assert len(options) == 10
    assert "Live in a shortage area" in options[1]
    assert not page.info
    assert options[0].startswith("1\\. Minnesota is short the equivalent of")
    assert page.query_params["brief"] == files.packed(model.ready())


def test_an_exhibit_is_added_with_the_choices_of_its_page():
    page = opened("cliff", state="Wisconsin")
    page.button(key="line_brief").click().run()
    assert not page.exception
    assert page.toast[0].value == "Added: slide 1 of the briefing."
    page.button(key="line_brief").click().run()
    assert page.toast[0].value == "This is in the briefing already."
    on(page, "briefing").run()
    assert page.query_params["brief"] == files.packed(Briefing(entries=(LINE,)))
    assert "From Proposed withdrawals; state\\: Wisconsin." in said(page)


def test_slides_are_moved_and_taken_out():
    page = shown(MAP, LINE)
    first, second = page.radio(key="briefing_slide").options
    page.button(key="brief_Down").click().run()
    assert [title[4:] for title in page.radio(key="briefing_slide").options] == [second[4:], first[4:]]
    assert page.radio(key="briefing_slide").value == 1
    page.button(key="brief_out").click().run()
    assert len(page.radio(key="briefing_slide").options) == 1
    page.button(key="brief_out").click().run()
    assert "Nothing is in the briefing yet" in page.info[0].value
    assert "brief" not in page.query_params


def test_a_title_and_a_note_of_the_readers_own_are_kept_in_the_address():
    page = shown(MAP)
    page.text_input[1].set_value("Who goes without?").run()
    page.text_area[0].set_value("Wait for questions.").run()
    assert page.radio(key="briefing_slide").options == ["1\\. Who goes without?"]
    held = files.unpacked(page.query_params["brief"], slides.VIEWS).briefing
    assert held.entries[0][3:] == ("Who goes without?", "Wait for questions.")


def test_a_slide_that_its_page_does_not_show_says_so():
    page = shown(
        MAP._replace(key="no_such"),
        Entry("county", (), "strips"),
        Entry("placement", (("cohort", "none"),), "placed_list"),
    )
    for number in range(3):
        page.radio(key="briefing_slide").set_value(number).run()
        assert "shows nothing of this name with these choices" in page.info[0].value


@pytest.mark.parametrize("address", ["nonsense", "eJw"])
def test_an_address_that_cannot_be_read_says_so(address):
    page = opened("briefing", brief=address)
    assert not page.exception
    assert page.warning[0].value == files.UNREAD


def test_a_file_loads_what_it_can_and_lists_what_it_cannot():
    held = json.loads(files.written(Briefing("Talk", (MAP,))))
    held["slides"].append({"view": "methods", "key": "x"})
    page = opened("briefing")
    page.file_uploader(key="briefing_open").set_value(
        [("talk.json", json.dumps(held).encode(), "application/json")]
    ).run()
    assert not page.exception
    assert [box.value for box in page.warning] == ["Slide 2 (methods) could not be read and is left out."]
    assert len(page.radio(key="briefing_slide").options) == 1


@pytest.mark.parametrize("kind", ["pptx", "pdf", "html"])
def test_the_briefing_is_a_file_of_each_kind(kind):
    opened("briefing", brief=files.packed(model.ready()))
    file = slides.file_of(model.ready(), kind)
    assert file.startswith({"pptx": b"PK", "pdf": b"%PDF", "html": b"<!doctype html>"}[kind])


def test_what_is_made_up_says_so_and_every_slide_has_its_source():
    opened("briefing", brief=files.packed(model.ready()))
    made = slides.document(model.ready())
    assert made.as_of.endswith("June 2026")
    assert all(slide.source for slide in made.slides)
    assert [bool(slide.made_up) for slide in made.slides].count(True) == 1
    assert made.slides[7].made_up == "Demonstration roster (made up)"


def test_the_page_to_present_is_the_file():
    address = files.packed(Briefing("Talk <b>", (MAP,)))
    opened("briefing", brief=address)
    assert b"Talk &lt;b&gt;" in slides.page_of(address)
    assert said(opened("briefing", brief=address))


def test_every_page_with_exhibits_can_be_in_a_briefing():
    pages = {name for name, *_ in dashboard.PAGES}
    assert set(slides.VIEWS) == pages - {"briefing", "query", "methods"}


def test_a_cut_of_ones_own_is_a_slide_with_its_sources():
    page = shown(Entry("explore", (), "explored_both"))
    told = said(page)
    assert "could not be read" not in told
    assert "shows nothing of this name" not in told
    assert "limited English" in page.radio(key="briefing_slide").options[0]
    assert "HRSA, June 2026" in told
