"""Which shortage areas reach into a place?"""

import datetime

import pytest

from analysis.query.selection import Selection
from analysis.shortage import queries
from data import registry as data_registry
from tests.support.world import world


@pytest.fixture(scope="module")
def across():
    return world(
        county=[{"county_fips": "27001", "region": "Metro"}, {"county_fips": "55001"}],
        shortage_area=[
            {"area_id": "a", "fte_short": 4.0},
            {"area_id": "b", "fte_short": 5.0, "state_name": "Wisconsin", "designation_type": "population"},
            {"area_id": "c", "fte_short": 5.0, "status": "proposed_withdrawal"},
            {"area_id": "d", "fte_short": 9.0, "discipline": "dental"},
        ],
        shortage_area_county=[
            {"area_id": "a", "county_fips": "27001", "area_population_share": 0.75},
            {"area_id": "a", "county_fips": "55001", "area_population_share": 0.25},
            {"area_id": "b", "county_fips": "55001"},
            {"area_id": "c", "county_fips": "27001"},
            {"area_id": "d", "county_fips": "27001"},
        ],
    )


def ids(con, county_fips=None, **choice):
    return queries.areas(con, selection=Selection(**choice), county_fips=county_fips)["area_id"].tolist()


def test_an_area_is_listed_with_the_figures_of_the_whole_area():
    con = world(shortage_area=[{"area": "Elm", "fte": 2.5, "fte_short": 1.5, "hpsa_score": 14}])
    assert queries.areas(con, selection=Selection()).to_dict("records") == [
        {
            "area_id": "a",
            "area": "Elm",
            "state": "MN",
            "status": "designated",
            "designation_type": "geographic",
            "hpsa_score": 14,
            "fte": 2.5,
            "fte_short": 1.5,
            "area_population_share": 1.0,
            "ratio_goal": 3500,
            "provider_counted": None,
            "as_of_date": datetime.datetime.combine(
                data_registry.sources()["hrsa_primary_care"].as_of, datetime.time()
            ),
        }
    ]


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ({}, ["a"]),
        ({"state": "WI"}, ["b", "a"]),
        ({"state": None, "status": "both"}, ["b", "c", "a"]),
        ({"status": "proposed_withdrawal"}, ["c"]),
        ({"designation_type": "population", "state": None}, ["b"]),
        ({"discipline": "dental"}, ["d"]),
        ({"discipline": "mental_health"}, []),
        ({"region": "Metro"}, ["a"]),
        ({"rural_class": "metro"}, []),
        ({"county_fips": "27001", "status": "both"}, ["c", "a"]),
        ({"county_fips": "27999"}, []),
    ],
)
def test_only_areas_of_the_selection_are_listed(across, choice, expected):
    assert ids(across, **choice) == expected


def test_the_share_is_of_the_county_if_one_is_named(across):
    for county_fips, share in ((None, 1.0), ("27001", 0.75)):
        areas = queries.areas(across, selection=Selection(), county_fips=county_fips)
        assert areas["area_population_share"].tolist() == [share]


def test_a_place_without_areas_has_no_rows():
    assert ids(world()) == []


def test_an_area_is_told_with_the_counties_that_it_reaches_into(across):
    rows = queries.parts(across, area_id="a")
    told = rows[["county_fips", "state", "area_population_share", "county_population_share"]].values.tolist()
    assert told == [["27001", "MN", 0.75, 1.0], ["55001", "WI", 0.25, 1.0]]
    assert queries.parts(across, area_id="elsewhere").empty
