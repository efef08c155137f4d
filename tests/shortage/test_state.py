"""What do the counties of a selection come to?"""

import pytest

from analysis.query.selection import Selection
from analysis.shortage import queries
from tests.support.world import world

MINNESOTA = Selection()


def total(con, **choice):
    return queries.state(con, selection=Selection(**choice)).iloc[0]


@pytest.fixture
def two_counties():
    return world(
        county=[
            {"county_fips": "27001", "population": 3000, "population_2020": 4000, "region": "Metro", "svi": 0.25},
            {"county_fips": "27003", "population": 1000, "population_2020": 1000, "region": "Central", "svi": 0.75},
        ],
        shortage_area=[
            {"area_id": "a", "area": "Elm", "fte_short": 4.0, "hpsa_score": 12},
            {"area_id": "b", "area": "Elm", "fte_short": 1.0, "hpsa_score": 20, "status": "proposed_withdrawal"},
        ],
        shortage_area_county=[
            {"area_id": "a", "county_fips": "27001", "area_population_share": 0.25, "county_population_share": 0.5},
            {"area_id": "a", "county_fips": "27003", "area_population_share": 0.75, "county_population_share": 0.5},
            {"area_id": "b", "county_fips": "27003"},
        ],
        hospital=[{"county_fips": "27003"}, {"hospital_id": "elsewhere", "county_fips": None}],
    )


def test_a_state_counted_by_hand(two_counties):
    expected = {
        "counties": 2,
        "counties_short": 2,
        "population": 4000,
        "fte_short": 4.0,
        "fte_short_proposed_withdrawal": 1.0,
        "fte_short_chosen": 4.0,
        "fte_short_chosen_per_100k": 100.0,
        "shortage_population": 2000,
        "shortage_population_share": 0.5,
        "hpsa_score_max": 12,
        "areas": 1,
        "areas_designated": 1,
        "areas_proposed_withdrawal": 1,
        "areas_doubled": 0,
        "svi": 0.375,
        "population_change_share": -0.2,
        "hospitals": 1,
    }
    assert total(two_counties)[list(expected)].to_dict() == pytest.approx(expected)


def test_a_region_has_its_share_of_an_area_but_the_whole_area_counts(two_counties):
    metro = total(two_counties, region="Metro")
    assert (metro["fte_short"], metro["areas"], metro["hospitals"]) == (1.0, 1, 0)
    assert (metro["areas_proposed_withdrawal"], metro["areas_doubled"]) == (0, 0)


@pytest.mark.parametrize(
    ("status", "fte", "areas"), [("designated", 4, 1), ("proposed_withdrawal", 1, 1), ("both", 5, 2)]
)
def test_the_two_statuses_are_only_added_when_both_are_chosen(two_counties, status, fte, areas):
    chosen = total(two_counties, status=status)
    assert (chosen["fte_short_chosen"], chosen["areas"]) == (fte, areas)
    assert (chosen["fte_short"], chosen["fte_short_proposed_withdrawal"]) == (4.0, 1.0)


@pytest.mark.parametrize(("designated_share", "doubled"), [(0.3, 1), (0.1, 0)])
def test_a_proposed_area_is_doubled_if_most_of_its_people_live_in_a_designated_one(designated_share, doubled):
    both = {"county_fips": "27001", "piece": 1, "county_population_share": designated_share}
    alone = {"county_fips": "27001", "piece": 2, "county_population_share": 0.2}
    con = world(
        county=[{"county_fips": "27001"}],
        shortage_area=[{"area_id": "a"}, {"area_id": "b", "status": "proposed_withdrawal"}],
        shortage_area_piece=[both | {"area_id": "a"}, both | {"area_id": "b"}, alone | {"area_id": "b"}],
    )
    assert total(con)["areas_doubled"] == doubled


def test_a_mean_leaves_out_the_people_of_counties_without_a_figure():
    con = world(
        county=[{"county_fips": "27001", "poverty_share": 0.25}, {"county_fips": "27003", "poverty_share": None}]
    )
    assert total(con)["poverty_share"] == 0.25


def test_a_state_without_areas_has_none():
    con = world(
        county=[{"county_fips": "27001"}, {"county_fips": "55001"}],
        shortage_area=[{"area_id": "a"}],
        shortage_area_county=[{"area_id": "a", "county_fips": "55001"}],
    )
    minnesota = total(con)
    columns = ["fte_short", "fte_short_chosen", "shortage_population", "areas", "hpsa_score_max", "counties_short"]
    assert minnesota[columns].tolist() == [0] * 6


def test_a_discipline_whose_areas_are_not_loaded_is_not_known():
    row = total(world(shortage_area=[{}]), discipline="dental")
    unknown = ["fte_short", "fte_short_chosen", "fte_short_chosen_per_100k", "shortage_population", "areas"]
    assert row[[*unknown, "areas_designated", "areas_doubled", "counties_short"]].isna().all()
    assert row["population"] == 1000


def test_people_under_two_areas_count_once():
    piece = {"county_fips": "27001", "piece": 1, "county_population_share": 0.5}
    con = world(
        shortage_area=[{"area_id": "a"}, {"area_id": "b"}],
        shortage_area_piece=[piece | {"area_id": "a"}, piece | {"area_id": "b"}],
    )
    assert total(con)["shortage_population"] == 500


def test_counties_add_up_to_what_hrsa_says_of_their_areas():
    con = world(
        county=[{"county_fips": fips} for fips in ("27001", "27003", "27005")],
        shortage_area=[{"area_id": "a", "fte_short": 0.7}, {"area_id": "b", "fte_short": 2.9}],
        shortage_area_county=[
            {"area_id": "a", "county_fips": "27001", "area_population_share": 0.1},
            {"area_id": "a", "county_fips": "27003", "area_population_share": 0.9},
            {"area_id": "b", "county_fips": "27003", "area_population_share": 0.3},
            {"area_id": "b", "county_fips": "27005", "area_population_share": 0.7},
        ],
    )
    counties = queries.by_county(con, selection=MINNESOTA)
    assert counties["fte_short"].sum() == pytest.approx(3.6) == total(con)["fte_short"]
