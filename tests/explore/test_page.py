"""Does the explore page show each view, tell what it cannot use, and go into a briefing?"""

import pytest

from tests.support.pages import opened, said
from tests.support.rows.backstage import behind

VIEWS = {
    "Two measures on a map": "are both in their highest third",
    "Table": "87 counties",
    "Map": "most in ",
    "Scatter with fit": "(r\u00a0=\u00a0",
    "Ranked bars": "most in ",
    "Small multiples": "the median is highest in ",
}


# Of so many hospitals the words are searched for, and these are in none.
NOBODY = {"state": "United States", "filter_by": ["Hospital"], "t_hospital": "zzzz"}


def plain(page):
    assert not page.exception
    assert not page.error
    return page.subheader[0].value


@pytest.fixture(scope="module")
def first():
    return opened("explore")


@pytest.mark.parametrize("see", VIEWS)
def test_each_view_answers_in_a_sentence_and_offers_its_rows(see):
    page = opened("explore", see=see)
    assert VIEWS[see] in plain(page)
    assert not page.warning
    keys = {button.key for button in page.get("download_button")}
    assert {"explored_csv", "explored_xlsx", "explored_parquet"} <= keys
    assert "Source: " in said(page)


def test_the_first_view_is_the_two_measures_of_minnesota(first):
    assert "87 counties of Minnesota" in plain(first)
    assert "Share with limited English: high; physicians short per 100,000 people: high" in said(first)


@pytest.mark.parametrize("see", ["Ranked bars", "Map", "Two measures on a map", "Table"])
def test_the_answer_is_of_the_rows_that_are_kept(see):
    page = opened("explore", see=see, in_region="Metro")
    assert "he Metro region of Minnesota" in plain(page)
    page = opened("explore", see=see, filter_by=["People"], r_population=["100000", "200000"])
    assert "Minnesota (filtered)" in plain(page)


def test_over_time_two_vintages_are_not_joined_and_the_year_is_not_filtered():
    page = opened("explore", see="Over time", rows_of="Table: people by county and year")
    assert plain(page) == "People, sum: 5,710,735 in 2020, 5,793,151 in 2024."
    assert "not joined" in said(page)
    assert "Only: Year" not in said(page)


def test_counties_of_several_years_have_time_too_and_areas_of_one_day_have_none():
    page = opened("explore", see="Over time", rows_of="Table: counties, all figures", line_by="Region")
    assert "in 2020" in plain(page)
    page = opened("explore", see="Over time", rows_of="Table: shortage areas, every state")
    assert "only one time" in page.info[0].value


def test_grouped_rows_say_what_is_not_known_and_why_a_share_has_no_sum():
    page = opened(
        "explore", see="Table", split_by=["Region"], figures=["In poverty", "People (population)"], taken="Sum"
    )
    assert plain(page) == "Minnesota: 8 groups in this cut."
    assert "do not add up" in page.info[0].value
    assert "In poverty: of 87 rows, 0 not known." in said(page)


def test_rows_that_count_twice_are_told_when_they_are_taken_together():
    table = "Table: shortage by county, status and type"
    page = opened("explore", see="Table", rows_of=table, only_type_choice="All of them", split_by=["Region"])
    plain(page)
    assert "count the same thing again" in page.info[0].value


def test_bad_values_in_the_address_are_told_and_break_nothing():
    page = opened(
        "explore", see="Pie", rows_of="participant", measure_a="1; DROP TABLE county", in_region="Mars", filter_by=["x"]
    )
    assert "87 counties" in plain(page)
    told = " ".join(box.value for box in page.warning)
    assert all(name in told for name in ("Pie", "participant", "DROP TABLE", "Mars", "“x”"))


def test_a_filter_that_leaves_no_row_says_what_to_do():
    page = opened("explore", see="Table", rows_of="Table: hospitals", **NOBODY)
    assert not page.exception
    assert "Take off a filter" in page.info[0].value


def test_rows_without_a_county_cannot_be_mapped_and_say_so():
    page = opened("explore", see="Map", rows_of="Table: specialties")
    assert not page.exception
    assert "no county" in page.info[0].value


@pytest.mark.parametrize("state", ["Iowa", "United States"])
def test_other_places_are_drawn_too(state):
    page = opened("explore", state=state, rows_of="Table: hospitals")
    assert "highest third" in plain(page)


def test_made_up_people_are_named_in_the_title():
    page = opened("explore", see="Table", rows_of="Table: participants, protected counts")
    plain(page)
    assert "made up" in said(page)


def test_a_cut_goes_into_a_briefing():
    caught = behind("explore", (("see", "Scatter with fit"), ("in_region", "Metro")))
    assert [one.key for one in caught] == ["explored_scatter"]
    assert "7 counties" in caught[0].answer
    assert caught[0].exhibit.sql
