"""Does the slide of a place say the same figures as its page, with its map described?"""

import datetime
from io import BytesIO

from pptx import Presentation

from analysis.district import one_pager
from tests.support.rows.one_pager import page

MADE = datetime.date(2026, 11, 23)


def slides(one):
    file = one_pager.pptx(one, version="v1", as_of="June 2026", made=MADE)
    return list(Presentation(BytesIO(file)).slides)


def test_the_slide_has_the_answer_the_figures_and_the_map_with_its_words():
    one = page()
    opening, drawn, _ = slides(one)
    assert opening.shapes.title.text == one.title
    assert drawn.shapes.title.text == one.answer
    (table,) = [shape.table for shape in drawn.shapes if shape.has_table]
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    assert cells[0] == ["", one.name, one.state_name]
    assert cells[1:] == [list(line) for line in one.lines]
    (picture,) = [shape for shape in drawn.shapes if shape.shape_type == 13]
    assert picture._element.xpath(".//p:cNvPr")[0].get("descr") == one.picture_alt
    assert picture.left > drawn.shapes[0].left
    assert one.estimate in drawn.notes_slide.notes_text_frame.text


def test_the_map_keeps_its_proportions_and_stays_on_the_slide():
    wide = page()._replace(picture='<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 490 245"></svg>')
    _, drawn, _ = slides(wide)
    (picture,) = [shape for shape in drawn.shapes if shape.shape_type == 13]
    assert abs(picture.width / picture.height - 2) < 0.01
    assert picture.left + picture.width <= 12192000
