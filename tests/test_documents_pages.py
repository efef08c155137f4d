"""Does every chart of every page, as readers get it, go onto paper and slides?"""

import json

import pytest
from pptx import Presentation

from analysis.documents import drawing, native, native_lines, slide_bars, slide_lines
from analysis.documents.slide_design import BODY
from data import build
from tests.test_pages import VIEWS, opened

PICTURED = {"choropleth", "scattergeo", "sankey"}


@pytest.mark.parametrize("view", sorted(set(VIEWS) - {"methods"}))
def test_every_chart_of_a_page_is_drawn_and_is_a_chart_or_a_picture(view):
    build.ensure()
    drawn = [json.loads(chart.proto.spec) for chart in opened(view).get("plotly_chart")]
    assert drawn or view in ("briefing", "county", "district", "query")
    shapes = (made := Presentation()).slides.add_slide(made.slide_layouts[6]).shapes
    for figure in drawn:
        assert "<text" in drawing.svg(figure)
        bars, lines = native.bars(figure), native_lines.lines(figure)
        kinds = {trace["type"] for trace in figure["data"]}
        if bars:
            assert slide_bars.add(shapes, bars, BODY, "title").has_chart
        elif lines:
            assert slide_lines.add(shapes, lines, BODY, "title").has_chart
        else:
            assert kinds & PICTURED or figure["layout"]["barmode"] == "overlay"
