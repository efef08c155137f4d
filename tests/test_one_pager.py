"""Does a place on paper say what the page says, for every reader, and fit on one sheet?"""

import datetime
import io
import zipfile

import pytest

from analysis import district, one_pager, one_pager_pdf
from analysis.district_lines import lines
from tests import tagged_pdf
from tests.test_district import elm
from tests.test_district_sentences import STATE, place

NASTY = '#panic("x") *Elm* _Oak_ $x$ @ref <tag> \\ [a] // é “q”'


def page(**figures):
    row = place(**{"place_id": "house-12A", "place_name": "House District 12A"} | figures)
    areas = (("LI - Morris", "Designated", "0.4", "16"), ("Morris SA", "Proposed for withdrawal", "0.2", "14"))
    made = {"sources": "Sources: HRSA, June 2026.", "made": "Physician Gap Atlas, data v, made 23 November 2026"}
    picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text x="1" y="5">Swift</text></svg>'
    said = (
        f"How short is {row.place_name}?",
        "About 79% do.",
        row.place_name,
        "Minnesota",
        lines(row, STATE),
        areas,
        3,
    )
    return one_pager.OnePager(row.place_id, *said, picture, "Map with it filled.", "An estimate.", *made.values())


def words_of(text):
    return "".join(text.split())


def test_all_that_is_said_is_text_in_the_file():
    one = page()
    found = words_of(tagged_pdf.text(one_pager_pdf.pdf(one)))
    cells = [cell for row in (*one.lines, *one.areas) for cell in row]
    for said in (one.title, one.answer, one.estimate, one.sources, one.made, one_pager.TERMS, *cells):
        assert words_of(said) in found, said
    assert words_of("And 3 more") in found


def test_the_file_is_tagged_for_screen_readers():
    one = page()
    document = one_pager_pdf.pdf(one)
    with tagged_pdf.opened(document) as pdf:
        assert str(pdf.Root.Lang) == "en-US"
        assert pdf.Root.MarkInfo.Marked
        told = pdf.Root.Metadata.read_bytes().decode()
        assert "<pdfuaid:part>1</pdfuaid:part>" in told
        assert one.title in told
        assert len(pdf.pages) == 1
    parts = tagged_pdf.structure(document)
    assert ("Figure", one.picture_alt) in parts
    kinds = [kind for kind, _ in parts]
    assert (kinds.count("H1"), kinds.count("Table"), kinds.count("TH")) == (1, 2, 7)
    assert kinds.count("H2") == 4


def test_what_is_said_never_becomes_markup():
    assert words_of(NASTY) in words_of(tagged_pdf.text(one_pager_pdf.pdf(page(place_name=NASTY))))


def test_the_same_page_gives_the_same_bytes():
    assert one_pager_pdf.pdf(page()) == one_pager_pdf.pdf(page())


def test_a_place_without_areas_says_so():
    one = page()._replace(areas=(), areas_left=0)
    assert words_of("HRSA lists none here.") in words_of(tagged_pdf.text(one_pager_pdf.pdf(one)))


@pytest.mark.parametrize("number", [1, 3])
def test_an_archive_has_a_file_a_page_and_tells_how_far_it_is(number):
    pages = [page(place_id=f"house-0{n}A") for n in range(1, number + 1)]
    told = list(one_pager_pdf.archive(pages, number))
    assert [(step.made, step.pages) for step in told] == [(n, number) for n in range(1, number + 1)]
    assert not any(step.archive for step in told[:-1])
    with zipfile.ZipFile(io.BytesIO(told[-1].archive)) as folder:
        assert folder.namelist() == [f"house-0{n}A.pdf" for n in range(1, number + 1)]
        assert folder.read("house-01A.pdf") == one_pager_pdf.pdf(pages[0])


def test_the_page_in_words_has_its_date_version_and_sources():
    con = elm()
    state, row = (district.one(con, place_id=name).iloc[0] for name in ("state-MN", "house-01A"))
    told = one_pager.Told(row, state, district.areas(con, place_id="house-01A"), district.errors(con), {})
    one = one_pager.composed(told, "HRSA, June 2026", "abc", datetime.date(2026, 11, 3))
    assert one.made == "Physician Gap Atlas, data abc, made 3 November 2026"
    assert one.sources == "Sources: HRSA, June 2026."
    assert one.areas == (("elm", "Designated", "0.8", "10"),)
    assert one.answer.startswith("About 12% of the people of House District 01A")
