"""Do PowerPoint's own charts hold the figure's numbers, names and intervals, to the digit?"""

from io import BytesIO

import pandas as pd
import pytest
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE

from analysis.documents.pptx import charts as pptx_charts
from analysis.documents.pptx.chart_data import Line, Lines, Way
from analysis.documents.pptx.file import pptx_file
from analysis.documents.pptx.layouts import BODY
from tests.support.document_slides import drawn, of_everything

NAMES = list(drawn())


@pytest.fixture(scope="module")
def slides():
    return list(Presentation(BytesIO(pptx_file(of_everything()))).slides)


def texts(slide):
    return " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def chart(slides, name):
    (found,) = [shape for shape in slides[1 + NAMES.index(name)].shapes if shape.has_chart]
    return found.chart


def values(drawn_chart):
    return {series.name: list(series.values) for series in drawn_chart.plots[0].series}


def labels(drawn_chart, n=0):
    found = drawn_chart.plots[0].series[n]._element.findall(".//{*}dLbl")
    return ["".join(one.itertext("{*}t")) or one.find("{*}numFmt").get("formatCode") for one in found]


def test_bars_hold_their_numbers_and_labels_to_the_digit(slides):
    found = chart(slides, "alone")
    assert found.chart_type == XL_CHART_TYPE.BAR_CLUSTERED
    assert values(found) == {"Physicians short (FTE)": [82889, 34579]}
    assert labels(found) == ["#,##0", "#,##0"]
    assert values(chart(slides, "regions")) == {"Before": [49.0, 11.3], "After": [47.04, 11.3]}
    assert labels(chart(slides, "regions"), 1) == ["after 47.0", "after 11.3"]
    bands = values(chart(slides, "bands"))
    assert next(iter(bands)) == "Up to 15 minutes"
    assert [shares[0] for shares in bands.values()] == [0.5, 0.25, 0.125, 0.0625, 0.0625]
    assert chart(slides, "bands").plots[0].categories[0] == "Metro\n50% · 75% · 94%"


def test_what_is_withheld_or_not_known_has_a_word_and_no_number(slides):
    funnel = chart(slides, "funnel")
    assert list(funnel.plots[0].categories)[2:] == ["Accepted (withheld)", "Licensed"]
    assert next(iter(values(funnel).values())) == [148, 85, None, 0]
    groups = chart(slides, "groups")
    assert list(groups.plots[0].categories) == [
        "Minnesota",
        "Poorest\n4.1 (3.4 to 5.0)",
        "Second\n2.2 (0.9 to 5.8) unreliable",
        "Richest (not known)",
    ]
    assert values(groups) == {"Physicians short (FTE)": [None, 4.1, 2.2, None], "Minnesota": [2.5, None, None, None]}


def test_intervals_are_error_bars_of_the_right_length(slides):
    bars = chart(slides, "groups").plots[0].series[0]._element.find("{*}errBars")
    ends = {end: [float(v.text) for v in bars.find(f"{{*}}{end}").iter("{*}v")] for end in ("minus", "plus")}
    assert ends["minus"][1:3] == pytest.approx([0.7, 1.3])
    assert ends["plus"][1:3] == pytest.approx([0.9, 3.6])
    assert chart(slides, "spoken").plots[0].series[0]._element.find("{*}errBars") is not None
    assert any(line._element.find("{*}errBars") is not None for line in chart(slides, "panels").plots[0].series)


def test_lines_hold_their_points_and_are_named_as_in_the_figure(slides):
    found = values(chart(slides, "shares"))
    assert list(found) == ["Equal shares", "Unequal Gini 0.35"]
    low, high, curve = values(chart(slides, "curves"))
    assert (low, high) == (f"{curve}, low end", f"{curve}, high end")
    assert curve.startswith("Licensed ")
    assert values(chart(slides, "line"))["the line"][0] == 0
    assert {"60", "80", "20%"} <= set(values(chart(slides, "panels")))
    years = chart(slides, "population").plots[0].series[1]
    assert list(years.values) == [5_710_000, 5_793_151]
    assert "Still waiting and followed" in texts(slides[1 + NAMES.index("curves")])


def test_the_sheet_behind_a_chart_holds_the_same_numbers(slides):
    sheet = pd.read_excel(
        BytesIO(chart(slides, "alone").part.chart_workbook.xlsx_part.blob), index_col=0, engine="openpyxl"
    )
    assert sheet.iloc[:, 0].tolist() == [82889, 34579]


def test_a_line_is_not_drawn_over_what_was_not_collected():
    line = Line("Physicians", [1.0, 2.0, 3.0, 4.0], [5.0, None, 7.0, 8.0], "#000000", 2.0, labels=["5", "", "", "8"])
    way = Way("", "0", None, None, None, is_shown=True)
    shapes = (made := Presentation()).slides.add_slide(made.slide_layouts[6]).shapes
    found = pptx_charts.add_lines(shapes, Lines([line], way, way, []), BODY, "title").chart
    assert [list(series.values) for series in found.plots[0].series] == [[5.0], [7.0, 8.0]]
    assert [series.name for series in found.plots[0].series] == ["Physicians", "title"]
    assert (labels(found, 0), labels(found, 1)) == (["5"], ["8"])
