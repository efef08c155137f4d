"""Which counties does a selection hold, and what if it holds none or cannot be?"""

import pytest

from analysis.query.selection import Selection
from analysis.shortage import queries
from tests.support.world import world

QUESTIONS = (queries.by_county, queries.state, queries.areas)


@pytest.fixture(scope="module")
def places():
    return world(
        county=[
            {"county_fips": "27001", "region": "Metro", "is_seven_county_metro": True, "rucc_2023": 1},
            {"county_fips": "27003", "region": "Central", "is_seven_county_metro": False, "rucc_2023": 3},
            {"county_fips": "27005", "region": "Central", "is_seven_county_metro": False, "rucc_2023": 8},
            {"county_fips": "55001", "rucc_2023": 4},
            {"county_fips": "55003", "rucc_2023": None},
        ],
        shortage_area=[{"area_id": "a"}],
    )


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ({}, ["27001", "27003", "27005"]),
        ({"state": "WI"}, ["55001", "55003"]),
        ({"state": None}, ["27001", "27003", "27005", "55001", "55003"]),
        ({"region": "Central"}, ["27003", "27005"]),
        ({"region": "Central", "state": None}, ["27003", "27005"]),
        ({"rural_definition": "seven_county", "rural_class": "seven_county_metro"}, ["27001"]),
        ({"rural_definition": "seven_county", "rural_class": "greater_minnesota"}, ["27003", "27005"]),
        ({"rural_definition": "rucc_metro", "rural_class": "metro"}, ["27001", "27003"]),
        ({"rural_definition": "rucc_metro", "rural_class": "nonmetro", "state": None}, ["27005", "55001"]),
        ({"rural_definition": "rucc_code", "rural_class": "8"}, ["27005"]),
        ({"rural_definition": "rucc_code", "rural_class": "metro"}, []),
        ({"region": "Central", "rural_class": "metro"}, ["27003"]),
    ],
)
def test_a_selection_holds_the_counties_of_its_place_and_class(places, choice, expected):
    selection = Selection(**choice)
    assert sorted(queries.by_county(places, selection=selection)["county_fips"]) == expected
    total = queries.state(places, selection=selection)
    assert total["counties"].tolist() == ([len(expected)] if expected else [])


@pytest.mark.parametrize("choice", [{"state": "XX"}, {"region": "Nowhere"}, {"rural_class": "none such"}])
@pytest.mark.parametrize("question", QUESTIONS)
def test_a_place_that_is_not_known_has_no_rows(places, question, choice):
    assert question(places, selection=Selection(**choice)).empty


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_database_without_counties_has_no_rows(question):
    assert question(world(county=[]), selection=Selection()).empty


@pytest.mark.parametrize("name", ["discipline", "status", "designation_type", "rural_definition"])
@pytest.mark.parametrize("question", QUESTIONS)
def test_a_choice_that_does_not_exist_is_refused(places, question, name):
    with pytest.raises(ValueError, match=rf"^{name} is 'no such'; it can be \w+"):
        question(places, selection=Selection(**{name: "no such"}))


def test_equal_counties_come_in_order_of_their_codes():
    con = world(county=[{"county_fips": fips} for fips in ("27005", "27001", "27003")])
    counties = queries.by_county(con, selection=Selection())
    assert counties["county_fips"].tolist() == ["27001", "27003", "27005"]
