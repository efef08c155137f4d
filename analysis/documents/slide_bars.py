"""Bars on a slide, as a chart of PowerPoint's own: what is drawn is in its sheet, and can be edited."""

from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_PATTERN
from pptx.util import Inches, Pt

from analysis import palette
from analysis.documents import slide_xml
from analysis.documents.native import Bars, Series
from analysis.documents.slide_design import INK, Room

TYPES = {
    (True, False): XL_CHART_TYPE.BAR_CLUSTERED,
    (True, True): XL_CHART_TYPE.BAR_STACKED,
    (False, False): XL_CHART_TYPE.COLUMN_CLUSTERED,
    (False, True): XL_CHART_TYPE.COLUMN_STACKED,
}
CROWDED = 9  # names from which letters are smaller
LEGIBLE = 0.07  # of the longest: parts of a stack that are labelled


def add(shapes: Any, found: Bars, room: Room, title: str) -> Any:
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
            _label(
                drawn.points[n], f"{value:.0%}" if longest <= 1.01 else f"{value:,.0f}", value, _ink(series.colours[n])
            )
        elif label and value is not None:
            _label(drawn.points[n], label, value)
            drawn.points[n].data_label.position = XL_LABEL_POSITION.OUTSIDE_END


def _label(point: Any, label: str, value: float, ink: str = "") -> None:
    """The value in the label's format, or the label's words where the figure says more than the value."""
    told, form = point.data_label, slide_xml.form_of(label, value)
    if not form:
        told.text_frame.text = label
        return
    told.font.size = None
    if ink:
        told.font.color.rgb = rgb(ink)
    slide_xml.shown(told, form)


def _ink(colour: str) -> str:
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return palette.ON_PALE if 0.3 * red + 0.59 * green + 0.11 * blue > 140 else palette.ON_DEEP


def _whiskers(drawn: Any, series: Series) -> None:
    pairs = list(zip(series.values, series.ends, strict=True))
    low = [value - ends[0] if ends and value is not None else 0.0 for value, ends in pairs]
    high = [ends[1] - value if ends and value is not None else 0.0 for value, ends in pairs]
    slide_xml.whiskers(drawn, low, high)
