"""Does every chart of every page, as readers get it, go onto paper and slides?"""

import json

import pytest
from pptx import Presentation

from analysis.documents.pptx import chart_data
from analysis.documents.pptx import charts as pptx_charts
from analysis.documents.pptx.layouts import BODY
from analysis.documents.svg import figure as svg_figure
from data.build import build as build_build
from tests.support.pages import VIEWS, opened

PICTURED = {"choropleth", "scattergeo", "sankey"}


@pytest.mark.parametrize("view", sorted(set(VIEWS) - {"methods"}))
def test_every_chart_of_a_page_is_drawn_and_is_a_chart_or_a_picture(view):
    build_build.ensure()
    drawn = [json.loads(chart.proto.spec) for chart in opened(view).get("plotly_chart")]
    assert drawn or view in ("briefing", "county", "district", "query")
    shapes = (made := Presentation()).slides.add_slide(made.slide_layouts[6]).shapes
    for figure in drawn:
        assert "<text" in svg_figure.svg(figure)
        bars, lines = chart_data.bars(figure), chart_data.lines(figure)
        kinds = {trace["type"] for trace in figure["data"]}
        if bars:
            assert pptx_charts.add_bars(shapes, bars, BODY, "title").has_chart
        elif lines:
            assert pptx_charts.add_lines(shapes, lines, BODY, "title").has_chart
        else:
            assert kinds & PICTURED or figure["layout"]["barmode"] == "overlay"
