"""Does every chart of the pathway draw its rows, and hide what is withheld?"""

import pandas as pd
import pytest

from analysis.charts import palette
from analysis.participants.charts import funnel, heat
from tests.support import figures
from tests.support.rows.participants import CELLS, MADE, STEPS


def drawn(chart, rows, made_of=MADE):
    figure = chart(rows, made_of=made_of, height=300)
    figures.check(figure)
    return figure


def test_the_funnel_has_a_bar_a_step_from_zero_with_its_words():
    (bars,) = drawn(funnel, STEPS)["data"]
    assert bars["y"] == STEPS["step_label"].tolist()
    assert bars["text"] == ["148 · 100%", "85 · 57%", "withheld", "none"]
    assert bars["x"][:2] == [148, 85]
    assert bars["x"][3] == 0
    layout = drawn(funnel, STEPS)["layout"]
    assert (layout["xaxis"]["rangemode"], layout["yaxis"]["autorange"]) == ("tozero", "reversed")


def test_a_withheld_bar_is_hatched_and_no_longer_for_more_people():
    (bars,) = drawn(funnel, STEPS)["data"]
    (other,) = drawn(funnel, STEPS.assign(participants=pd.array([148, 85, None, None], dtype="Int64")))["data"]
    assert bars == other
    assert bars["marker"]["pattern"]["shape"] == ["", "", "/", ""]
    assert bars["marker"]["color"][0] == palette.PEOPLE[3]


def test_without_shares_bars_have_counts_only():
    (bars,) = drawn(funnel, STEPS.drop(columns="participants_share"))["data"]
    assert bars["text"] == ["148", "85", "withheld", "none"]


def test_where_all_is_withheld_the_funnel_still_shows_it():
    (bars,) = drawn(funnel, STEPS[2:3])["data"]
    assert (bars["text"], bars["x"][0] > 0) == (["withheld"], True)


def test_each_cell_says_its_people_or_why_there_are_none():
    enrolled, eligible = drawn(heat, CELLS)["data"]
    said = [[text.split(">")[1].split("<")[0] for text in trace["text"]] for trace in (enrolled, eligible)]
    assert said == [["40", "15", "not collected"], ["20", "withheld", "none"]]
    assert enrolled["y"] == ["Somali", "Spanish", "Not known"]
    assert enrolled["base"] != eligible["base"]


def test_a_cell_is_deeper_for_a_larger_share_and_each_silence_has_its_own_look():
    enrolled, eligible = (trace["marker"] for trace in drawn(heat, CELLS)["data"])
    assert enrolled["color"] == [palette.PEOPLE[4], palette.SHARE_NOT_SAID, palette.NOT_KNOWN]
    assert eligible["color"] == [palette.PEOPLE[3], palette.HATCHING, palette.NONE_TINT]
    assert eligible["pattern"]["shape"] == ["", "/", ""]


def test_ink_stands_out_from_its_cell():
    for share, fill in zip((0.05, 0.2, 0.4, 0.6, 0.9), palette.PEOPLE, strict=True):
        (cell,) = drawn(heat, CELLS[:1].assign(participants_share=share))["data"]
        ink = cell["text"][0].split("color:")[1][:7]
        assert cell["marker"]["color"] == [fill]
        assert contrast(ink, fill) >= 4.5
    for colour in (palette.NOT_KNOWN, *palette.PEOPLE[:3]):
        assert contrast(palette.ON_PALE, colour) >= 4.5


@pytest.mark.parametrize("colour", [palette.ON_THE_WAY, palette.ALTERNATIVE, palette.LEFT])
@pytest.mark.parametrize("ground", ["#ffffff", "#12181b"])
def test_lines_and_blocks_stand_out_from_a_light_and_a_dark_page(colour, ground):
    assert contrast(colour, ground) >= 3


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour):
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


CHARTS = [(funnel, STEPS), (heat, CELLS)]


@pytest.mark.parametrize(("chart", "rows"), CHARTS)
def test_what_it_is_made_of_is_written_in_the_figure(chart, rows):
    assert [note["text"] for note in drawn(chart, rows)["layout"]["annotations"]] == [MADE]
    assert drawn(chart, rows, made_of="")["layout"]["annotations"] == []


@pytest.mark.parametrize(("chart", "rows"), CHARTS)
def test_charts_of_no_rows_are_empty(chart, rows):
    assert not [trace for trace in drawn(chart, rows[:0])["data"] if trace["y"]]
