"""Does a table keep its room on a slide, and its columns theirs?"""

from io import BytesIO

import pandas as pd
import pytest
from pptx import Presentation

from analysis.documents import fitting
from analysis.documents.pptx.file import pptx_file
from analysis.documents.pptx.layouts import FOOT
from tests.support.document_slides import document, slide

LONG = "Of the people who live there, those whom no other area counts"
LINES = pd.DataFrame({"county": [f"{LONG} {n}" for n in range(12)], "fte_short_chosen": [1.5] * 12})


@pytest.mark.parametrize("note", ["", "An estimate of parts. " * 40])
def test_lines_at_the_foot_stay_off_the_table_and_on_the_slide(note):
    drawn = Presentation(BytesIO(pptx_file(document(slide(rows=LINES, note=note))))).slides[1]
    (table,) = [shape for shape in drawn.shapes if shape.has_table]
    (foot,) = [shape for shape in drawn.shapes if shape.name == "Source and note"]
    assert table.top + table.height <= foot.top
    assert (foot.top + foot.height) / 914400 <= FOOT.top
    assert {paragraph.font.size.pt for paragraph in foot.text_frame.paragraphs} == {10 if note else 12}


def test_what_is_left_of_a_page_goes_to_the_longest_texts():
    wide, narrow = (fitting.table(LINES, fitting.Paper(width, 4.0, 12)).widths for width in (12.0, 3.5))
    assert wide[0] > fitting.WIDEST > narrow[0]
    assert sum(wide) <= 12 + 1e-9
    assert sum(narrow) <= 3.5 + 1e-9
