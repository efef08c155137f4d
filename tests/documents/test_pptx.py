"""Does the PowerPoint file open without repair, and hold charts with their data, words and sources?"""

import posixpath
import shutil
import subprocess
import zipfile
from collections import Counter
from io import BytesIO

import pandas as pd
import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from pptx import Presentation

from analysis.documents.pptx.file import pptx_file
from tests.support.document_slides import COUNTIES, document, drawn, of_everything, slide
from tests.support.rows.participants import MADE

NAMES = list(drawn())
PICTURES = {"map", "tracts", "strips", "heat", "flows"}
quietly = settings(max_examples=12, deadline=None, derandomize=True)


@pytest.fixture(scope="module")
def kept():
    return pptx_file(of_everything())


@pytest.fixture(scope="module")
def slides(kept):
    return list(Presentation(BytesIO(kept)).slides)


def only(shapes, what):
    (found,) = [shape for shape in shapes if getattr(shape, what)]
    return found


def texts(slide):
    return " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def test_every_part_is_there_once_and_every_tie_leads_somewhere(kept):
    with zipfile.ZipFile(BytesIO(kept)) as packed:
        names = packed.namelist()
        assert not [name for name, count in Counter(names).items() if count > 1]
        types = etree.fromstring(packed.read("[Content_Types].xml"))
        told = {node.get("PartName") for node in types if node.get("PartName")}
        known = {node.get("Extension") for node in types if node.get("Extension")}
        for name in names:
            assert f"/{name}" in told or name.rsplit(".", 1)[-1] in known, name
            if not name.endswith(".rels"):
                continue
            folder = posixpath.dirname(posixpath.dirname(name))
            for tie in etree.fromstring(packed.read(name)):
                if tie.get("TargetMode") != "External":
                    assert posixpath.normpath(posixpath.join("/", folder, tie.get("Target")))[1:] in names


def test_shapes_of_a_slide_have_numbers_of_their_own_and_all_that_is_drawn_has_alt_text(slides):
    for one in slides:
        told = one._element.xpath(".//p:cNvPr")
        assert len({node.get("id") for node in told}) == len(told)
        for shape in one.shapes:
            if shape.shape_type in (13, 19, 3):
                assert shape._element.xpath(".//p:cNvPr")[0].get("descr") == "Bars: the most in Hennepin, 28.8."


def test_it_is_sixteen_to_nine_with_our_theme_and_layouts(kept, slides):
    opened = Presentation(BytesIO(kept))
    assert opened.slide_width / opened.slide_height == pytest.approx(16 / 9, rel=1e-3)
    assert [layout.name for layout in opened.slide_layouts] == ["Opening", "Text", "Exhibit"]
    theme = next(tie.target_part for tie in opened.slide_master.part.rels.values() if tie.reltype.endswith("/theme"))
    assert b'name="Physician Gap Atlas"' in theme.blob
    assert b'typeface="Arial"' in theme.blob
    assert {one.slide_layout.name for one in slides[1:-1]} == {"Exhibit"}
    for one in slides:
        for shape in one.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= opened.slide_width
            assert shape.top + shape.height <= opened.slide_height


def test_every_figure_is_a_chart_of_powerpoints_own_but_maps_and_flows(slides):
    for name, one in zip(NAMES, slides[1:], strict=False):
        kinds = {shape.shape_type for shape in one.shapes}
        assert (13 in kinds) == (name in PICTURES), name
        assert (3 in kinds) == (name not in PICTURES), name
        assert one.shapes.title.text == "Minnesota is short 199.3 full-time physicians."


def test_a_table_is_a_table_that_says_how_many_rows_it_leaves_out(slides):
    table = only(slides[1 + len(NAMES)].shapes, "has_table").table
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    assert len(cells) == 14
    assert cells[1][1] == "not known"
    assert cells[12][1] == f"{COUNTIES['fte_short_chosen'][11]:.1f}"
    assert cells[13][0] == "and 75 rows more in Rows"
    assert MADE in texts(slides[1 + len(NAMES)])


def test_long_cells_leave_room_for_fewer_rows_on_slides_and_paper():
    long = COUNTIES[:30].assign(county="A county of a very long name, and longer still, that takes several lines " * 3)
    opened = Presentation(BytesIO(pptx_file(document(slide(rows=long)))))
    table = only(opened.slides[1].shapes, "has_table").table
    assert 3 <= len(table.rows) < 12
    assert "rows more in Rows" in table.rows[len(table.rows) - 1].cells[0].text


def test_notes_hold_the_speakers_words_and_the_sources_in_full(slides):
    told = slides[1 + len(NAMES)].notes_slide.notes_text_frame.text
    assert told.startswith("Slowly.")
    assert "As of 15 June 2026. https://data.hrsa.gov/data/download. Licence: Public domain." in told
    assert MADE in told


def test_every_slide_says_its_source_its_version_and_its_day(slides):
    for one in slides[1:-1]:
        assert "version of the data 20260615-abcdef · made 2026-11-23" in texts(one)
        assert "Source: HRSA, June 2026." in texts(one)
    assert "No county." in texts(slides[-2])
    for told in ("Filters: Minnesota, primary care.", "HRSA, June 2026", "23 November 2026", MADE):
        assert told in texts(slides[0])


@quietly
@given(st.text(), st.text())
def test_any_text_can_stand_on_a_slide(title, cell):
    rows = pd.DataFrame({"county": [cell], "fte_short_chosen": [1.0]})
    kept = pptx_file(document(slide(rows=rows, title=title, note=cell, alt=cell, spoken=cell)))
    assert len(Presentation(BytesIO(kept)).slides) == 3


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice (soffice) is not installed")
def test_libreoffice_draws_every_slide(kept, slides, tmp_path):
    (tmp_path / "briefing.pptx").write_bytes(kept)
    command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", tmp_path, tmp_path / "briefing.pptx"]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    with pikepdf.open(tmp_path / "briefing.pdf") as made:
        assert len(made.pages) == len(slides)
        assert all(len(page.Contents.read_bytes()) > 200 for page in made.pages)
