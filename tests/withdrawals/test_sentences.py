"""How near the line does each area stand, and what can its vintage say?"""

import datetime
from collections import Counter

import pandas as pd
import pytest

from analysis.withdrawals import charts, threshold
from tests.support import figures


def areas(*rows):
    columns = ["area", "fte", "fte_short", "ratio_goal"]
    frame = pd.DataFrame([dict(zip(columns, row, strict=True)) for row in rows], columns=columns)
    return frame.assign(need_met_share=frame["fte"] / (frame["fte"] + frame["fte_short"]))


@pytest.fixture
def four():
    return areas(("a", 0.0, 2.0, 3500), ("b", 1.9, 0.1, 3000), ("c", 0.1, 1.9, 3000), ("d", 3.8, 0.2, 3500))


@pytest.mark.parametrize(("day", "said"), [((2026, 6, 15), "before the decision"), ((2026, 10, 1), "no longer listed")])
def test_a_refresh_changes_what_is_said_of_the_decision(day, said):
    assert said in threshold.vintage(datetime.date(*day), "the label")
    assert "the label" in threshold.vintage(datetime.date(*day), "the label")


def test_areas_close_to_the_line_and_without_a_physician_are_counted(four):
    assert threshold.near(four) == (
        "Of 4 areas, 2 stand close to the line, with at least nine tenths of the physicians that it asks for; 1 has no "
        "physician at all."
    )
    assert threshold.near(four[:0]) == ""
    assert "none have no physician" in threshold.near(four[1:])


def test_each_stack_counts_from_one_with_the_higher_line_below(four):
    told = threshold.stacked(four)
    assert told[["area", "met_step", "met_number"]].values.tolist() == [
        ["a", 0.05, 1],
        ["c", 0.05, 2],
        ["d", 0.95, 1],
        ["b", 0.95, 2],
    ]


def test_every_known_area_has_one_place_of_its_own():
    told = threshold.stacked(areas(*[(str(n), n % 7 / 2, 1 + n % 5, 3000 + 500 * (n % 2)) for n in range(60)]))
    assert len(told) == 60
    assert max(Counter(zip(told["met_step"], told["met_number"], strict=True)).values()) == 1
    assert all((told["met_step"] - told["need_met_share"]).abs() <= 0.05 + 1e-9)


def test_an_area_whose_physicians_are_not_known_is_not_drawn():
    assert threshold.stacked(areas(("a", float("nan"), 1.0, 3500))).empty


def test_the_dots_are_the_areas_by_kind_with_words_over_them(four):
    figure = charts.line_dots(threshold.stacked(four), height=300)
    figures.check(figure)
    everyone, group = figure["data"]
    assert (everyone["text"], group["text"]) == (["a", "d"], ["c", "b"])
    assert (
        figures.hover_texts(group)[1] == "<b>b</b><br>95% of the physicians asked for<br>short 0.1 FTE<extra></extra>"
    )


def test_stacks_too_high_for_dots_are_bars_of_as_many_areas():
    many = areas(*[(str(n), 1.0 + n % 2, 1.0, 3000 + 500 * (n % 3 > 0)) for n in range(90)])
    figure = charts.line_dots(threshold.stacked(many), height=300)
    figures.check(figure)
    assert {trace["type"] for trace in figure["data"]} == {"bar"}
    assert sum(sum(trace["y"]) for trace in figure["data"]) == 90
    assert figure["layout"]["barmode"] == "stack"


def counties(*people):
    return pd.DataFrame(
        [{"county": f"C{n}", "state": "MN", "proposed_alone_population": each} for n, each in enumerate(people)],
        columns=["county", "state", "proposed_alone_population"],
    )


def test_the_counties_of_people_covered_by_nothing_else_are_named():
    assert threshold.alone(counties(2000, 1000, 300, 200, 0)) == (
        "People who live in such an area and in no designated one live in C0 (2,000), C1 (1,000), C2 (300) and 1 other "
        "county."
    )
    assert threshold.alone(counties(0)) == "Everyone who lives in these areas also lives in a designated one."
    assert threshold.alone(counties()) == ""


def test_bars_are_the_counties_people_from_zero():
    figure = charts.alone_bars(counties(2000, 1000), height=100)
    figures.check(figure)
    (bars,) = figure["data"]
    assert (bars["x"], bars["y"], bars["text"]) == ([2000, 1000], ["C0", "C1"], ["2,000", "1,000"])
