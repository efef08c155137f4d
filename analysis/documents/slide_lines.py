"""Lines and marks on a slide, as a chart of PowerPoint's own with its data."""

from itertools import groupby
from operator import itemgetter
from typing import Any

from pptx.chart.data import XyChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_MARKER_STYLE, XL_TICK_MARK
from pptx.enum.dml import MSO_LINE
from pptx.util import Inches, Pt

from analysis import palette
from analysis.documents import slide_xml
from analysis.documents.native_lines import Line, Lines, Way
from analysis.documents.slide_bars import rgb
from analysis.documents.slide_design import INK, Room

DASHES = {"": None, "solid": None, "dash": MSO_LINE.DASH, "dot": MSO_LINE.ROUND_DOT, "dashdot": MSO_LINE.DASH_DOT}
DASHES |= {"longdash": MSO_LINE.LONG_DASH, "longdashdot": MSO_LINE.LONG_DASH_DOT}
MARKS = {
    "diamond": XL_MARKER_STYLE.DIAMOND,
    "square": XL_MARKER_STYLE.SQUARE,
    "triangle-down": XL_MARKER_STYLE.TRIANGLE,
}
GRID = "#dfe4e7"


def add(shapes: Any, found: Lines, room: Room, title: str) -> Any:
    """The chart, as a shape of the slide; a series without a name has the title of the chart."""
    told = XyChartData()
    lines = [part for line in found.lines for part in _unbroken(line)]
    for line in lines:
        series = told.add_series(line.name or title)
        for x, y in zip(line.xs, line.ys, strict=True):
            series.add_data_point(x, y)
    shape = shapes.add_chart(XL_CHART_TYPE.XY_SCATTER, *(Inches(part) for part in room), told)
    chart = shape.chart
    chart.has_title = False
    chart.font.size, chart.font.color.rgb = Pt(14), rgb(INK)
    _axis(chart.category_axis, found.x, is_across=True)
    _axis(chart.value_axis, found.y, is_across=False)
    for line, drawn in zip(lines, chart.plots[0].series, strict=True):
        _drawn(drawn, line)
    _keyed(chart, lines)
    return shape


def _unbroken(line: Line) -> list[Line]:
    """The line in parts between points that are not known, which a chart would join; the first has the name."""
    known = [x is not None and y is not None for x, y in zip(line.xs, line.ys, strict=True)]
    runs = [[n for n, _ in run] for is_known, run in groupby(enumerate(known), key=itemgetter(1)) if is_known]
    return [_part(line, run)._replace(name="" if number else line.name) for number, run in enumerate(runs)]


def _part(line: Line, run: list[int]) -> Line:
    ends = tuple([side[n] for n in run] for side in line.ends) if line.ends else None
    labels = [line.labels[n] for n in run] if line.labels else []
    return line._replace(xs=[line.xs[n] for n in run], ys=[line.ys[n] for n in run], labels=labels, ends=ends)


def _axis(axis: Any, way: Way, *, is_across: bool) -> None:
    axis.visible = way.is_shown
    axis.has_major_gridlines = not is_across and way.is_shown
    if axis.has_major_gridlines:
        axis.major_gridlines.format.line.color.rgb = rgb(GRID)
    axis.format.line.color.rgb = rgb(palette.MUTED)
    axis.major_tick_mark = XL_TICK_MARK.NONE
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = way.low, way.high, way.step
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = way.form, False
    axis.has_title = bool(way.title)
    if way.title:
        axis.axis_title.text_frame.text = way.title
        run = axis.axis_title.text_frame.paragraphs[0].runs[0]
        run.font.size, run.font.bold = Pt(13), False


def _drawn(drawn: Any, line: Line) -> None:
    drawn.smooth = False
    if line.width:
        drawn.format.line.width, drawn.format.line.color.rgb = Pt(line.width), rgb(line.colour)
        dash = DASHES.get(line.dash, MSO_LINE.DASH)
        if dash is not None:
            drawn.format.line.dash_style = dash
    else:
        drawn.format.line.fill.background()
    drawn.marker.style = MARKS.get(line.symbol, XL_MARKER_STYLE.CIRCLE) if line.symbol else XL_MARKER_STYLE.NONE
    if line.symbol:
        drawn.marker.size = max(2, min(72, round(line.size * 0.75)))
        drawn.marker.format.fill.solid()
        drawn.marker.format.fill.fore_color.rgb = rgb(line.colour)
        drawn.marker.format.line.color.rgb = rgb("#ffffff")
    for n, label in enumerate(line.labels):
        if label:
            _label(drawn.points[n], label, XL_LABEL_POSITION.ABOVE)
    if line.ends:
        slide_xml.whiskers(drawn, *line.ends, direction="y")


def _label(point: Any, label: str, where: Any) -> None:
    point.data_label.text_frame.text = label
    point.data_label.position = where


def _keyed(chart: Any, lines: list[Line]) -> None:
    """The legend at the right, of the series that have a name; edges of bands and unnamed series are left out."""
    left_out = [n for n, line in enumerate(lines) if not line.name or line.name.endswith((" end", "yours", ", marked"))]
    chart.has_legend = len(lines) - len(left_out) > 0 and len(lines) > 1
    if chart.has_legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.RIGHT, False
        chart.legend.font.size = Pt(13)
        slide_xml.without_entries(chart, left_out)
