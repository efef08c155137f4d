"""Does a cut hold the rows that it says, taken together as their unit bears, whatever a reader writes?"""

import pytest

from analysis.explore import subjects
from analysis.explore.query import Figure, Filter, Where
from analysis.wording import columns as wording_columns
from tests.support.rows.explore import COUNTIES, MN, rows


def test_rows_are_those_of_the_place_in_the_columns_asked_for(con):
    found = rows(con, "county", MN, columns=("county_fips", "poverty_share"))
    assert found == [
        {"county_fips": "27001", "poverty_share": 0.1},
        {"county_fips": "27003", "poverty_share": 0.3},
        {"county_fips": "27005", "poverty_share": None},
    ]


def test_groups_have_their_rows_their_figure_and_how_many_are_not_known(con):
    figures = (Figure("limited_english", "sum"), Figure("poverty_share", "weighted"), Figure("poverty_share", "median"))
    north, south = rows(con, "county", MN, group=("region",), figures=figures)
    assert north == {
        "region": "North",
        "row_count": 2,
        "limited_english__sum": 4,
        "limited_english__not_known": 1,
        "poverty_share__weighted": pytest.approx((0.1 * 100 + 0.3 * 300) / 400),
        "poverty_share__not_known": 0,
        "poverty_share__median": pytest.approx(0.2),
    }
    # A group of which nothing is known has no mean, and not nought.
    assert south["poverty_share__weighted"] is None
    assert south["poverty_share__not_known"] == 1


@pytest.mark.parametrize("column", ["poverty_share", "svi", "median_income_usd", "limited_english_moe", "rucc_2023"])
def test_what_does_not_add_up_is_not_added_up_and_the_refusal_says_why(con, column):
    assert "sum" not in wording_columns.hows(column, ["population"])
    with pytest.raises(ValueError, match="has no sum: "):
        rows(con, "county", group=("region",), figures=(Figure(column, "sum"),))


def test_rows_that_count_the_same_twice_are_added_only_apart(con):
    figures = (Figure("fte_short", "sum"),)
    with pytest.raises(ValueError, match="by 'sum'; it can be min, max"):
        rows(con, "county_shortage", group=("county_fips",), figures=figures)
    once = [Filter(name, "among", (start,)) for name, start in subjects.TABLES["county_shortage"].once]
    found = rows(con, "county_shortage", filters=tuple(once), group=("county_fips",), figures=figures)
    assert [(row["county_fips"], row["fte_short__sum"]) for row in found] == [("27001", 2.0)]


def test_a_table_reaches_the_state_region_and_people_of_its_county(con):
    found = rows(con, "county_flag", Where(region="North"), columns=("county_fips", "region", "population"))
    expected = [one for one in COUNTIES if one.get("region") == "North" and one["county_fips"] in named(con)]
    assert [row["county_fips"] for row in found] == [one["county_fips"] for one in expected]


def named(con):
    return {row["county_fips"] for row in rows(con, "county_flag", columns=("county_fips",))}


def test_a_table_of_areas_reaches_the_state_of_its_area(con):
    found = rows(con, "shortage_area_piece", Where(state="WI"), columns=("area_id", "state"))
    assert found == [{"area_id": "b", "state": "WI"}]


@pytest.mark.parametrize("definition", ["rucc_metro", "rucc_code", "seven_county"])
def test_what_is_reached_doubles_no_row(con, definition):
    where = Where(rural_definition=definition)
    plain = rows(con, "county_population", columns=("county_fips", "population_year"))
    reached = rows(con, "county_population", where, columns=("county_fips", "population_year", "rural_class", "region"))
    assert len(plain) == len(reached) > 0


@pytest.mark.parametrize(
    ("kept", "expected"),
    [
        (Filter("poverty_share", "between", (0.1, 0.2)), ["27001", "55001"]),
        (Filter("poverty_share", "between", (0.1, 0.2), unknown=True), ["27001", "27005", "55001"]),
        (Filter("poverty_share", "any"), ["27001", "27003", "55001"]),
        (Filter("county", "contains", ("27003 cOU",)), ["27003"]),
        (Filter("county_fips", "among", ("27005", "27001")), ["27001", "27005"]),
        (Filter("county_fips", "among", ()), []),
        (Filter("county", "contains", ("' OR TRUE --",)), []),
        (Filter("county", "among", ("x'); DROP TABLE county; --",)), []),
        (Filter("county", "contains", ("$state %_",)), []),
    ],
)
def test_filters_keep_what_they_say_and_their_values_are_only_values(con, kept, expected):
    found = rows(con, "county", filters=(kept,), columns=("county_fips",))
    assert [row["county_fips"] for row in found] == expected
    assert len(rows(con, "county", columns=("county_fips",))) == 4
