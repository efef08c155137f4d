"""Is the PDF one that everybody can read: tagged, titled, described, in order, with the same numbers?"""

import json
import re
from io import BytesIO

import pandas as pd
import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.documents.pdf import pdf_file
from tests.support.document_slides import COUNTIES, document, drawn, of_everything, slide
from tests.support.pdf_text import nodes, said
from tests.support.rows.participants import MADE

quietly = settings(max_examples=12, deadline=None, derandomize=True)


@pytest.fixture(scope="module")
def made():
    with pikepdf.open(BytesIO(pdf_file(of_everything()))) as opened:
        yield opened


def test_it_says_that_it_is_accessible_in_which_language_and_what_it_is_called(made):
    root = made.Root
    assert root.MarkInfo.Marked
    assert root.Lang == "en-US"
    assert root.ViewerPreferences.DisplayDocTitle
    metadata = root.Metadata.read_bytes().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert "The shortage in ten slides" in metadata


def test_every_slide_has_its_heading_then_its_picture_with_alt_text_or_its_table(made):
    found = [node for node in nodes(made) if node.S in ("/H1", "/Figure", "/Table")]
    kinds = [str(node.S) for node in found]
    count = len(drawn())
    assert kinds[: 2 * count] == ["/H1", "/Figure"] * count
    assert kinds[2 * count :] == ["/H1", "/Table", "/H1", "/H1"]
    assert {str(node.Alt) for node in found if node.S == "/Figure"} == {"Bars: the most in Hennepin, 28.8."}
    inside = [str(node.S) for node in nodes(made)]
    assert inside.count("/TH") == 2
    assert inside.count("/TD") == 2 * 12


def test_every_page_has_its_texts_as_texts(made):
    pages = [said(made, page) for page in made.pages]
    assert "Minnesota is short 199.3 full-time physicians." in pages[1]
    assert all("Source: HRSA, June 2026." in page for page in pages[1:-1])
    assert "82,889" in pages[1 + list(drawn()).index("alone")]
    assert "28.8" in pages[1 + list(drawn()).index("ranked")]
    assert "not known" in pages[-3]
    assert "and 75 rows more in Rows" in pages[-3]
    assert MADE in pages[-3]
    assert "No county." in pages[-2]
    assert "Population Estimates Program" in pages[-1]
    for told in ("Filters: Minnesota, primary care.", "HRSA, June 2026", "20260615-abcdef", "23 November 2026", MADE):
        assert told in pages[0]


def test_the_same_document_is_the_same_file():
    assert pdf_file(document(slide(drawn()["map"]))) == pdf_file(document(slide(drawn()["map"])))


def test_a_document_without_slides_says_what_it_is():
    with pikepdf.open(BytesIO(pdf_file(document(title="Empty")))) as opened:
        assert "Empty" in said(opened, opened.pages[0])


@quietly
@given(st.text(min_size=1), st.text())
def test_outside_text_is_never_markup(title, note):
    rows = pd.DataFrame({"county": [note, "#panic()"], "fte_short_chosen": [1.0, 2.0]})
    told = f'#read("/etc/passwd") $x$ *b* {note}'
    kept = pdf_file(document(slide(rows=rows, title=f"*{title}*", note=told), title=f"#{title}"))
    with pikepdf.open(BytesIO(kept)) as opened:
        page = said(opened, opened.pages[1])
    assert '#read("/etc/passwd") $x$ *b*' in page
    assert "#panic()" in page


def test_every_row_is_read_back_to_the_digit():
    rows = COUNTIES[20:30]
    with pikepdf.open(BytesIO(pdf_file(document(slide(rows=rows))))) as opened:
        page = said(opened, opened.pages[1])
    found = re.findall(r"County (\d{5})\s+(\d+\.\d)", page)
    assert found == [(row.county_fips, f"{row.fte_short_chosen:.1f}") for row in rows.itertuples()]
    assert json.dumps(page)
