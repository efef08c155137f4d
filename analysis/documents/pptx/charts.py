"""Bars on a slide, as a chart of PowerPoint's own: what is drawn is in its sheet, and can be edited."""

from itertools import groupby
from operator import itemgetter
from typing import Any

from pptx.chart.data import CategoryChartData, XyChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_LINE, MSO_PATTERN
from pptx.util import Inches, Pt

from analysis.charts import palette
from analysis.documents.pptx import layouts
from analysis.documents.pptx.chart_data import Bars, Line, Lines, Series, Way
from analysis.documents.pptx.layouts import INK, Room

TYPES = {
    (True, False): XL_CHART_TYPE.BAR_CLUSTERED,
    (True, True): XL_CHART_TYPE.BAR_STACKED,
    (False, False): XL_CHART_TYPE.COLUMN_CLUSTERED,
    (False, True): XL_CHART_TYPE.COLUMN_STACKED,
}
CROWDED = 9  # names from which letters are smaller
LEGIBLE = 0.07  # of the longest: parts of a stack that are labelled


def add_bars(shapes: Any, found: Bars, room: Room, title: str) -> Any:
    """The chart, as a shape of the slide; a series without a name has the title of the chart."""
    told = CategoryChartData()
    told.categories = found.names
    for series in found.series:
        told.add_series(series.name or title, _moved(series.values))
    kind = TYPES[found.is_flat, found.mode == "stack"]
    shape = shapes.add_chart(kind, *(Inches(part) for part in room), told)
    chart = shape.chart
    size = Pt(14 if len(found.names) < CROWDED else 12)
    chart.font.size, chart.font.color.rgb = size, rgb(INK)
    chart.has_title = False
    _axes(chart, found)
    plot = chart.plots[0]
    plot.gap_width = 55
    plot.overlap = 0 if found.mode == "group" else 100
    for series, drawn in zip(found.series, plot.series, strict=True):
        _coloured(drawn, series)
        _labelled(drawn, series, found)
        if any(series.ends):
            _whiskers(drawn, series)
    is_keyed = len(found.series) > 1 and all(series.name for series in found.series) and found.mode == "group"
    chart.has_legend = is_keyed
    if is_keyed:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    return shape


def rgb(colour: str) -> RGBColor:
    """A colour of ours as PowerPoint's."""
    return RGBColor.from_string(colour[1:].upper())


def _moved(values: list[float | None]) -> list[float | None]:
    return [None if value is None or value != value else value for value in values]


def _axes(chart: Any, found: Bars) -> None:
    names, values = chart.category_axis, chart.value_axis
    names.reverse_order = found.is_flat
    names.format.line.color.rgb = rgb(palette.MUTED)
    names.major_tick_mark = XL_TICK_MARK.NONE
    names.has_major_gridlines = values.has_major_gridlines = False
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    values.visible = False
    if found.base:
        values.crosses_at = found.base
    elif all((value or 0) >= 0 for series in found.series for value in series.values):
        values.minimum_scale = 0
    if found.mode == "stack":
        values.maximum_scale = max(_sums(found)) * 1.01


def _sums(found: Bars) -> list[float]:
    return [sum(series.values[n] or 0 for series in found.series) for n in range(len(found.names))]


def _coloured(drawn: Any, series: Series) -> None:
    usual = max(set(series.colours), key=series.colours.count)
    drawn.invert_if_negative = False
    drawn.format.fill.solid()
    drawn.format.fill.fore_color.rgb = rgb(usual)
    for n, (colour, is_hatched) in enumerate(zip(series.colours, series.is_hatched, strict=True)):
        if series.values[n] is None or (colour == usual and not is_hatched):
            continue
        fill = drawn.points[n].format.fill
        if is_hatched:
            fill.patterned()
            fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
            fill.fore_color.rgb, fill.back_color.rgb = rgb(colour), rgb("#ffffff")
        else:
            fill.solid()
            fill.fore_color.rgb = rgb(colour)


def _labelled(drawn: Any, series: Series, found: Bars) -> None:
    is_stacked = found.mode == "stack"
    longest = max(_sums(found), default=0)
    for n, (value, label) in enumerate(zip(series.values, series.labels, strict=True)):
        if is_stacked and not label and value and value >= LEGIBLE * longest:
            _bar_label(
                drawn.points[n], f"{value:.0%}" if longest <= 1.01 else f"{value:,.0f}", value, _ink(series.colours[n])
            )
        elif label and value is not None:
            _bar_label(drawn.points[n], label, value)
            drawn.points[n].data_label.position = XL_LABEL_POSITION.OUTSIDE_END


def _bar_label(point: Any, label: str, value: float, ink: str = "") -> None:
    """The value in the label's format, or the label's words where the figure says more than the value."""
    told, form = point.data_label, layouts.form_of(label, value)
    if not form:
        told.text_frame.text = label
        return
    told.font.size = None
    if ink:
        told.font.color.rgb = rgb(ink)
    layouts.shown(told, form)


def _ink(colour: str) -> str:
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return palette.ON_PALE if 0.3 * red + 0.59 * green + 0.11 * blue > 140 else palette.ON_DEEP


def _whiskers(drawn: Any, series: Series) -> None:
    pairs = list(zip(series.values, series.ends, strict=True))
    low = [value - ends[0] if ends and value is not None else 0.0 for value, ends in pairs]
    high = [ends[1] - value if ends and value is not None else 0.0 for value, ends in pairs]
    layouts.whiskers(drawn, low, high)


DASHES = {"": None, "solid": None, "dash": MSO_LINE.DASH, "dot": MSO_LINE.ROUND_DOT, "dashdot": MSO_LINE.DASH_DOT}
DASHES |= {"longdash": MSO_LINE.LONG_DASH, "longdashdot": MSO_LINE.LONG_DASH_DOT}
MARKS = {
    "diamond": XL_MARKER_STYLE.DIAMOND,
    "square": XL_MARKER_STYLE.SQUARE,
    "triangle-down": XL_MARKER_STYLE.TRIANGLE,
}
GRID = "#dfe4e7"


def add_lines(shapes: Any, found: Lines, room: Room, title: str) -> Any:
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
            _line_label(drawn.points[n], label, XL_LABEL_POSITION.ABOVE)
    if line.ends:
        layouts.whiskers(drawn, *line.ends, direction="y")


def _line_label(point: Any, label: str, where: Any) -> None:
    point.data_label.text_frame.text = label
    point.data_label.position = where


def _keyed(chart: Any, lines: list[Line]) -> None:
    """The legend at the right, of the series that have a name; edges of bands and unnamed series are left out."""
    left_out = [n for n, line in enumerate(lines) if not line.name or line.name.endswith((" end", "yours", ", marked"))]
    chart.has_legend = len(lines) - len(left_out) > 0 and len(lines) > 1
    if chart.has_legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.RIGHT, False
        chart.legend.font.size = Pt(13)
        layouts.without_entries(chart, left_out)
