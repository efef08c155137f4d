"""Does every chart of disparity draw its numbers, from zero, with intervals and flags?"""

import re

import numpy as np
import pytest

from analysis.charts import palette
from analysis.charts.bars import Quantity, Reference, group_bars
from analysis.disparity.charts import EQUAL, Axes, Line, share_curves
from analysis.statistics import inequality
from tests.support import figures
from tests.support.rows.disparity import GROUPS, PEOPLE, PHYSICIANS

MADE = "Loaded supply (made up)"
AXES = Axes("Share of people", "Share of physicians")
LOW, HIGH = (inequality.lorenz(PEOPLE, amounts) for amounts in (PHYSICIANS, PEOPLE))
EMPTY = inequality.lorenz(np.array([]), np.array([]))
LINES = [Line("Unequal", LOW, palette.ON_THE_WAY, "Gini 0.35"), Line("Even", HIGH, palette.ALTERNATIVE)]


def bars(groups=GROUPS, reference=None, made_of=""):
    figure = group_bars(groups, Quantity("per_100k", "need", made_of), height=200, reference=reference)
    figures.check(figure)
    return figure


def texts(figure):
    return [re.sub(r"<span.*?</span> |<br>\s*", "", note["text"]) for note in figure["layout"]["annotations"]]


def test_bars_start_at_zero_in_the_order_of_the_rows():
    figure = bars()
    drawn = figure["data"][0]
    assert (drawn["y"], drawn["x"]) == (["Poorest", "Second", "Richest"], [4.1, 2.2, 0.0])
    assert figure["layout"]["xaxis"]["rangemode"] == "tozero"
    assert figure["layout"]["yaxis"]["autorange"] == "reversed"


def test_each_bar_says_its_figure_interval_and_flag():
    assert texts(bars()) == ["4.1 (3.4 to 5.0)", "2.2 (0.9 to 5.8)unreliable", "not known"]
    assert bars()["data"][0]["marker"]["pattern"]["shape"] == ["", "/", ""]


def test_intervals_are_drawn_where_they_are_known():
    _, *drawn = bars()["data"]
    assert [trace["x"] for trace in drawn] == [[3.4, 5.0, None, 0.9, 5.8, None]] * 2
    assert len(bars(GROUPS.assign(rate_low=np.nan))["data"]) == 1


def test_the_state_is_a_named_line_across_the_bars():
    figure = bars(reference=Reference("Minnesota", 3.0))
    assert {(shape["x0"], shape["x1"]) for shape in figure["layout"]["shapes"]} == {(3.0, 3.0)}
    assert "Minnesota 3.0" in texts(figure)
    unknown = bars(reference=Reference("Minnesota", np.nan))["layout"]
    assert (unknown["shapes"], len(unknown["annotations"])) == ([], 3)


def test_bars_of_no_groups_are_empty():
    assert not bars(GROUPS[:0])["data"][0]["y"]


def curves(lines=LINES, made_of=""):
    figure = share_curves(lines, AXES, height=400, made_of=made_of)
    figures.check(figure)
    return figure


def test_curves_are_drawn_against_the_line_of_equal_shares():
    equal, unequal, even = curves()["data"]
    assert (equal["x"], equal["y"]) == ([0, 1], [0, 1])
    assert unequal["y"] == LOW.amounts.tolist()
    assert len({trace["line"]["dash"] for trace in (equal, unequal, even)}) == 3


def test_labels_stand_in_the_order_of_the_curves_with_their_figures():
    above = inequality.concentration(PEOPLE, PHYSICIANS, np.arange(4))
    lines = [LINES[0], Line("Poorest first", above, palette.ALTERNATIVE, "Index −0.35")]
    assert texts(curves(lines))[:3] == ["Poorest firstIndex −0.35", EQUAL, "UnequalGini 0.35"]
    shifts = [note["yshift"] for note in curves(lines)["layout"]["annotations"][:3]]
    assert shifts == sorted(shifts, reverse=True)


def test_a_curve_of_nobody_is_left_out():
    assert len(curves([Line("Nobody", EMPTY, palette.ON_THE_WAY)])["data"]) == 1
    assert len(curves([])["data"]) == 1


@pytest.mark.parametrize("drawn", [lambda made_of: bars(made_of=made_of), lambda made_of: curves(made_of=made_of)])
def test_what_it_is_made_of_is_written_in_the_figure(drawn):
    assert texts(drawn(MADE))[-1] == MADE
    assert MADE not in texts(drawn(""))
