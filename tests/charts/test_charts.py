"""Does every chart draw its rows, on axes that do not mislead?"""

from itertools import pairwise

import pandas as pd
import pytest

from analysis.charts import bars as charts_bars
from analysis.charts import palette, strips
from analysis.county import queries as county_queries
from analysis.query.selection import Selection
from analysis.shortage import queries as shortage_queries
from analysis.wording.measures import MEASURES
from tests.support import figures
from tests.support.world import world

FTE = MEASURES["fte_short_chosen"]
SHOWN = [MEASURES["fte_short_chosen"], MEASURES["poverty_share"], MEASURES["median_income_usd"]]


@pytest.fixture(scope="module")
def con():
    shares = {"27001": 0.25, "27003": 0.5, "27005": None}
    return world(
        county=[{"county_fips": fips, "county": fips, "poverty_share": share} for fips, share in shares.items()],
        shortage_area=[{"fte_short": 4.25}],
    )


@pytest.fixture(scope="module")
def counties(con):
    return shortage_queries.by_county(con, selection=Selection())


@pytest.fixture(scope="module")
def total(con):
    return shortage_queries.state(con, selection=Selection()).iloc[0]


def test_bars_start_at_zero_with_the_first_row_on_top(counties):
    figure = charts_bars.ranked_bars(counties, counties["county"].tolist(), FTE, height=300)
    figures.check(figure)
    (bars,) = figure["data"]
    assert (bars["type"], bars["orientation"]) == ("bar", "h")
    assert bars["y"] == ["27001", "27003", "27005"]
    assert bars["x"] == [4.25, 0.0, 0.0]
    assert bars["text"] == ["4.2", "0.0", "0.0"]
    assert figure["layout"]["yaxis"]["autorange"] == "reversed"
    assert "range" not in figure["layout"]["xaxis"]


def test_people_by_year_are_a_line_a_vintage_from_zero(con):
    years = county_queries.population(con, county_fips="27001")
    figure = charts_bars.population_line(years)
    figures.check(figure)
    before, after = figure["data"]
    assert before["x"] == list(range(2010, 2020))
    assert after["x"] == list(range(2020, 2025))
    assert before["y"] == [1000] * 10
    assert before["line"]["color"] != after["line"]["color"]
    assert [text for text in after["text"] if text] == ["1,000"]
    assert figure["layout"]["yaxis"]["rangemode"] == "tozero"


def test_a_county_that_began_in_2020_has_one_line(con):
    years = county_queries.population(con, county_fips="27001")
    assert len(charts_bars.population_line(years[years["vintage_year"] == 2024])["data"]) == 1


def test_language_bars_carry_their_margins(con):
    groups = county_queries.languages(con, county_fips="27001").assign(limited_english_group=[40, 30, 20, 0])
    figure = charts_bars.language_bars(groups)
    figures.check(figure)
    (bars,) = figure["data"]
    assert bars["x"] == [40, 30, 20, 0]
    assert bars["y"] == groups["language_group"].tolist()
    assert bars["error_x"]["array"] == groups["limited_english_group_moe"].tolist()
    assert figure["layout"]["xaxis"]["rangemode"] == "tozero"


def drawn(counties, total, chosen="27001", measures=SHOWN):
    return strips.rank_strips(counties, chosen, measures, {"Minnesota": total})


def test_every_measure_has_a_strip_of_the_counties_that_have_a_figure(counties, total):
    figure = drawn(counties, total)
    figures.check(figure)
    ticks = [trace for trace in figure["data"] if len(trace["x"]) != 1]
    assert [len(trace["x"]) for trace in ticks] == [3, 2, 3]
    assert len({trace["xaxis"] for trace in ticks}) == len(SHOWN)
    assert {trace["xaxis"] for trace in figure["data"]} == {trace["xaxis"] for trace in ticks}


def test_the_chosen_county_and_its_places_are_marked_on_each_strip(counties, total):
    marks = [trace for trace in drawn(counties, total)["data"] if len(trace["x"]) == 1]
    own = [trace for trace in marks if trace["marker"]["color"] == palette.MARK]
    assert [trace["name"] for trace in own] == ["27001"] * 3
    assert own[0]["x"] == [4.25]
    assert sum(trace["name"] == "Minnesota" for trace in marks) == 3


def test_each_mark_is_in_the_legend_once(counties, total):
    names = [trace["name"] for trace in drawn(counties, total)["data"] if trace["showlegend"]]
    assert len(names) == len(set(names)) == 3


def test_marks_differ_by_shape_as_well_as_colour(counties, total):
    marks = {trace["name"]: trace["marker"]["symbol"] for trace in drawn(counties, total)["data"]}
    assert len(set(marks.values())) == len(marks)


def test_a_county_without_the_figure_has_no_mark(counties, total):
    figure = drawn(counties, total, chosen="27005", measures=[MEASURES["poverty_share"]])
    assert not [trace for trace in figure["data"] if trace["name"] == "27005"]


def test_strips_lie_below_each_other(counties, total):
    layout = drawn(counties, total)["layout"]
    domains = [layout[axis]["domain"] for axis in ("yaxis", "yaxis2", "yaxis3")]
    assert all(0 <= low < high <= 1 for low, high in domains)
    assert all(above[0] > below[1] for above, below in pairwise(domains))
    assert [note["text"] for note in layout["annotations"]] == [f"<b>{measure.label}</b>" for measure in SHOWN]


def test_bars_of_no_rows_are_empty(counties):
    assert charts_bars.ranked_bars(counties[:0], [], FTE, height=300)["data"][0]["x"] == []
    assert (
        charts_bars.population_line(pd.DataFrame({"vintage_year": [], "population_year": [], "people": []}))["data"]
        == []
    )
