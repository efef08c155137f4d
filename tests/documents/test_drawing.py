"""Is every figure of the app drawn, the same every time, with its words and where it says?"""

import re
import xml.etree.ElementTree as ET
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.charts import palette
from analysis.documents.svg import axes, canvas
from analysis.documents.svg import figure as svg_figure
from analysis.documents.svg import maps as svg_maps
from tests.support.document_slides import COUNTIES, FIPS, drawn

SVG = "{http://www.w3.org/2000/svg}"
FIGURES = drawn()
quietly = settings(max_examples=60, deadline=None, derandomize=True)


def tree(figure, **size):
    return ET.fromstring(svg_figure.svg(figure, **size))


def texts(root):
    return [text.text for text in root.iter(f"{SVG}text") if text.get("aria-hidden") is None]


def boxes(root, fill):
    return [rect for rect in root.iter(f"{SVG}rect") if rect.get("fill") == fill]


@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_is_drawn_the_same_twice_with_its_words_inside_the_paper(name):
    once = svg_figure.svg(FIGURES[name])
    assert once == svg_figure.svg(FIGURES[name])
    root = ET.fromstring(once)
    assert texts(root)
    assert "nan" not in once
    width, height = float(root.get("width")), float(root.get("height"))
    for text in root.iter(f"{SVG}text"):
        start, size = float(text.get("x")), float(text.get("font-size"))
        assert -2 <= start <= start + canvas.width(text.text or "", size) * 0.98 <= width + 2, text.text
        assert 0 <= float(text.get("y")) <= height + 2, text.text


def test_bars_are_as_long_as_their_values_and_say_them():
    root = tree(FIGURES["alone"])
    first, second = (float(bar.get("width")) for bar in boxes(root, palette.NEED[3]))
    assert first / second == pytest.approx(82889 / 34579, rel=1e-3)
    assert {"82,889", "34,579"} <= set(texts(root))


def test_stacked_bars_fill_the_row_and_bars_beside_each_other_do_not_overlap():
    rows = [boxes(tree(FIGURES["bands"]), colour)[0] for colour in palette.NEED]
    for left, right in pairwise(rows):
        assert float(left.get("x")) + float(left.get("width")) == pytest.approx(float(right.get("x")), abs=0.2)
    before, after = (boxes(tree(FIGURES["regions"]), palette.NEED[n])[0] for n in (3, 1))
    assert float(before.get("y")) + float(before.get("height")) == pytest.approx(float(after.get("y")), abs=0.2)


def test_what_is_withheld_is_hatched_and_says_so():
    root = tree(FIGURES["funnel"])
    assert len([rect for rect in root.iter(f"{SVG}rect") if str(rect.get("fill")).startswith("url(#")]) == 1
    assert "withheld" in texts(root)


def test_a_map_fills_every_county_with_the_colour_of_its_class():
    colours = [path.get("fill") for path in tree(FIGURES["map"]).iter(f"{SVG}path")]
    assert colours[0] == palette.NOT_KNOWN
    assert colours[1] == palette.NONE["need"]
    assert colours[len(FIPS) - 1] == palette.NEED[4]
    assert len([colour for colour in colours if colour.startswith("#")]) >= len(COUNTIES)


def test_the_cone_keeps_areas_and_the_nation_has_its_three_parts():
    cone = svg_maps.Cone((45.0, 47.0), -94.0)
    square = np.array([[0, 0], [0.1, 0], [0.1, 0.1], [0, 0.1]])
    areas = []
    for south in (44.0, 48.9):
        x, y = cone.at(square + np.array([-94, south])).T
        share = np.sin(np.radians(south + 0.1)) - np.sin(np.radians(south))
        areas.append(abs(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1))) / 2 / share)
    assert areas[0] == pytest.approx(areas[1], rel=1e-3)
    anchorage, honolulu, houston = svg_maps.nation(np.array([[-149.9, 61.2], [-157.9, 21.3], [-95.4, 29.8]])).tolist()
    assert anchorage[0] < honolulu[0] < houston[0]
    low, high = svg_maps.NATION.tolist()
    assert all(low[n] < place[n] < high[n] for place in (anchorage, honolulu, houston) for n in (0, 1))


def test_flows_are_as_wide_as_their_people():
    ends = re.findall(r" ([\d.]+)V([\d.]+)C", svg_figure.svg(FIGURES["flows"]))
    thick = [float(bottom) - float(top) for top, bottom in ends]
    assert [round(85 * one / thick[0]) for one in thick] == [85, 40, 13, 11]


@pytest.mark.parametrize(
    ("axis", "ends", "said"),
    [
        ({"tickformat": ".0%", "dtick": 0.25}, (0, 1), ["0%", "25%", "50%", "75%", "100%"]),
        ({"tickformat": ",", "nticks": 4}, (0, 6_000_000), ["0", "2,000,000", "4,000,000", "6,000,000"]),
        ({"tickvals": [0, 60, 120], "nticks": 9}, (0, 100), ["0", "60"]),
        ({"tickformat": ".2f", "nticks": 2}, (13.1, 13.3), ["13.10", "13.20", "13.30"]),
    ],
)
def test_ticks_are_round_and_within_the_axis(axis, ends, said):
    assert axes.said(axis, axes.places(axis, *ends, 600)) == said


@quietly
@given(st.text())
def test_whatever_a_text_says_it_is_written_as_text(said):
    figure = {"data": [], "layout": {"height": 200, "annotations": [{"text": said, "x": 0, "y": 0, "xref": "paper"}]}}
    figure["layout"]["annotations"][0]["yref"] = "paper"
    root = tree(figure)
    assert not [
        node for node in root.iter() if node.tag not in {f"{SVG}{name}" for name in ("svg", "text", "polyline")}
    ]


def test_tags_of_ours_are_read_and_others_are_words():
    label = "<span style='color:#123456'>━━</span> A<br>\u2003<b>12</b> <i>x</i> &lt;"
    assert canvas.plain(label) == "A 12 <i>x</i> <"
    assert canvas.colour_of(label) == "#123456"
    assert canvas.legible("Åström\n学\x07") == "Åström \ufffd\ufffd"
