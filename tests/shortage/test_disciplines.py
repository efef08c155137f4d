"""Do the three disciplines stand side by side without touching each other, and is what is not loaded not known?"""

import pytest

from analysis.definitions import queries as definitions_queries
from analysis.district import queries as district_queries
from analysis.placement import queries as placement_queries
from analysis.query.selection import Selection
from analysis.shortage import queries
from analysis.withdrawals import queries as withdrawals_queries
from tests.support.world import world

COUNTIES = [
    {"county_fips": "27001", "population": 1000},
    {"county_fips": "27003", "population": 3000},
    {"county_fips": "55001"},
]
PRIMARY = {"shortage_area": [{"area_id": "a", "fte_short": 4.0}]}


def detail(discipline, *areas, states=("MN",)):
    """Areas of a detail file: (area_id, status, fte_short, {county: share of its people, None for not known})."""
    name = f"shortage_area_{discipline}"
    linked = [(area_id, fips, share, 1 / len(over)) for area_id, _, _, over in areas for fips, share in over.items()]
    return {
        name: [{"area_id": one, "status": status, "fte_short": fte} for one, status, fte, _ in areas],
        f"{name}_county": [
            {"area_id": one, "county_fips": fips, "county_population_share": share, "area_population_share": part,
             "method": "component_people" if share is not None else "component_count"}
            for one, fips, share, part in linked
        ],
        f"{name}_piece": [
            {"area_id": one, "county_fips": fips, "piece": n, "county_population_share": share, "piece_weight": 0.25}
            for n, (one, fips, share, _) in enumerate(linked)
        ],
        f"{name}_state": [{"state": state} for state in states],
    }  # fmt: skip


@pytest.fixture(scope="module")
def three():
    mental = detail(
        "mental_health",
        ("m", "designated", 2.0, {"27001": 1.0, "27003": None}),
        ("n", "proposed_withdrawal", 1.0, {"27001": None}),
    )
    dental = detail("dental", ("d", "designated", 0.5, {"27003": 0.25}), states=("MN", "WI"))
    return world(county=COUNTIES, **PRIMARY, **mental, **dental)


def figures(con, column, **choice):
    rows = queries.by_county(con, selection=Selection(**choice)).set_index("county_fips")[column]
    return [None if value != value else value for value in rows.sort_index().astype(object)]


@pytest.mark.parametrize(
    ("discipline", "expected"),
    [("primary_care", [4.0, 0, 0]), ("mental_health", [1.0, 1.0, None]), ("dental", [0, 0.5, 0])],
)
def test_each_discipline_has_its_own_shortage_and_none_where_its_state_is_listed(three, discipline, expected):
    assert figures(three, "fte_short", discipline=discipline, state=None) == expected


def test_people_are_not_known_where_a_piece_is_not_unless_an_area_takes_in_the_whole_county(three):
    assert figures(three, "shortage_population_share", discipline="mental_health") == [1.0, None]
    assert figures(three, "shortage_population_share", discipline="mental_health", status="both") == [1.0, None]
    only = {"discipline": "mental_health", "status": "proposed_withdrawal"}
    assert figures(three, "shortage_population_share", **only) == [None, 0]
    assert figures(three, "shortage_population", discipline="dental") == [0, 750]


@pytest.mark.parametrize(
    ("choice", "people", "states"),
    [
        ({"discipline": "dental"}, 750, (1, 1)),
        ({"discipline": "mental_health"}, None, (1, 1)),
        ({"discipline": "dental", "state": None}, 750, (2, 2)),
        ({"discipline": "mental_health", "state": "WI"}, None, (0, 1)),
    ],
)
def test_a_total_is_known_if_all_of_it_is(three, choice, people, states):
    total = queries.state(three, selection=Selection(**choice)).iloc[0]
    assert (total.states_listed, total.states) == states
    assert (None if total.isna()["shortage_population"] else total.shortage_population) == people
    assert total.isna()["fte_short"] == (states[0] < states[1])


def test_a_nation_of_which_one_state_is_missing_has_no_total(three):
    total = queries.state(three, selection=Selection(discipline="mental_health", state=None)).iloc[0]
    assert total.isna()[["fte_short", "fte_short_chosen", "areas", "counties_short", "hpsa_score_max"]].all()


def test_how_areas_were_shared_out_is_said_of_the_discipline_alone(three):
    assert figures(three, "sharing_method", discipline="primary_care") == ["elm", None]
    assert figures(three, "sharing_method", discipline="mental_health") == ["component_count", "component_count"]


def test_questions_of_primary_care_do_not_see_the_others(three):
    alone = world(county=COUNTIES, **PRIMARY)
    for question, given in (
        (withdrawals_queries.areas, {"state": None}),
        (withdrawals_queries.total, {"state": None}),
        (withdrawals_queries.counties, {"state": None}),
        (definitions_queries.by_county, {"state": None}),
        (placement_queries.places, {"state": None}),
        (district_queries.areas, {"place_id": "county-27001"}),
    ):
        assert question(three, **given).equals(question(alone, **given)), question


def test_flags_are_of_the_counties_chosen():
    con = world(
        county=[{"county_fips": "27001", "region": "Metro"}, {"county_fips": "27003", "region": "Central"}],
        county_flag=[{"mental_health_tract_share": 0.5}, {"county_fips": "27003"}],
    )
    found = queries.flags_by_county(con, selection=Selection(region="Metro"))
    assert found[["county_fips", "mental_health_tract_share"]].values.tolist() == [["27001", 0.5]]
    assert queries.flags_by_county(con, selection=Selection(state="WI")).empty
    with pytest.raises(ValueError, match="discipline is 'elm'"):
        queries.flags_by_county(con, selection=Selection(discipline="elm"))
