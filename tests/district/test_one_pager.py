"""Does a place on paper say what the page says, for every reader, and fit on one sheet?"""

import datetime
import io
import zipfile

import pytest

from analysis.district import one_pager, queries
from tests.support import tagged_pdf
from tests.support.rows.district import elm
from tests.support.rows.one_pager import page

NASTY = '#panic("x") *Elm* _Oak_ $x$ @ref <tag> \\ [a] // é “q”'


def words_of(text):
    return "".join(text.split())


def test_all_that_is_said_is_text_in_the_file():
    one = page()
    found = words_of(tagged_pdf.text(one_pager.pdf(one)))
    cells = [cell for row in (*one.lines, *one.areas) for cell in row]
    for said in (one.title, one.answer, one.estimate, one.sources, one.made, one_pager.TERMS, *cells):
        assert words_of(said) in found, said
    assert words_of("And 3 more") in found


def test_the_file_is_tagged_for_screen_readers():
    one = page()
    document = one_pager.pdf(one)
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
    assert words_of(NASTY) in words_of(tagged_pdf.text(one_pager.pdf(page(place_name=NASTY))))


def test_the_same_page_gives_the_same_bytes():
    assert one_pager.pdf(page()) == one_pager.pdf(page())


def test_a_place_without_areas_says_so():
    one = page()._replace(areas=(), areas_left=0)
    assert words_of("HRSA lists none here.") in words_of(tagged_pdf.text(one_pager.pdf(one)))


@pytest.mark.parametrize("number", [1, 3])
def test_an_archive_has_a_file_a_page_and_tells_how_far_it_is(number):
    pages = [page(place_id=f"house-0{n}A") for n in range(1, number + 1)]
    told = list(one_pager.archive(pages, number))
    assert [(step.made, step.pages) for step in told] == [(n, number) for n in range(1, number + 1)]
    assert not any(step.archive for step in told[:-1])
    with zipfile.ZipFile(io.BytesIO(told[-1].archive)) as folder:
        assert folder.namelist() == [f"house-0{n}A.pdf" for n in range(1, number + 1)]
        assert folder.read("house-01A.pdf") == one_pager.pdf(pages[0])


def test_the_page_in_words_has_its_date_version_and_sources():
    con = elm()
    state, row = (queries.one(con, place_id=name).iloc[0] for name in ("state-MN", "house-01A"))
    told = one_pager.Told(row, state, queries.areas(con, place_id="house-01A"), queries.errors(con), {})
    one = one_pager.composed(told, "HRSA, June 2026", "abc", datetime.date(2026, 11, 3))
    assert one.made == "Physician Gap Atlas, data abc, made 3 November 2026"
    assert one.sources == "Sources: HRSA, June 2026."
    assert one.areas == (("elm", "Designated", "0.8", "10"),)
    assert one.answer.startswith("About 12% of the people of House District 01A")
