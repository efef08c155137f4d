"""How short of physicians is each county, and who lives there without enough of them?"""

import pytest

from analysis.query.selection import Selection
from analysis.shortage import queries
from tests.support.world import world

MINNESOTA = Selection()
TWO = [{"county_fips": "27001"}, {"county_fips": "27003"}]


def fte(con, selection=MINNESOTA, column="fte_short_chosen"):
    counties = queries.by_county(con, selection=selection)
    return dict(zip(counties["county_fips"], counties[column], strict=True))


def test_an_area_across_two_counties_is_shared_by_population():
    con = world(
        county=TWO,
        shortage_area=[{"area_id": "a", "fte_short": 4.0}],
        shortage_area_county=[
            {"area_id": "a", "county_fips": "27001", "area_population_share": 0.25},
            {"area_id": "a", "county_fips": "27003", "area_population_share": 0.75},
        ],
    )
    counties = queries.by_county(con, selection=MINNESOTA)
    assert counties[["county_fips", "fte_short"]].values.tolist() == [["27003", 3.0], ["27001", 1.0]]


def test_one_county_counted_by_hand():
    con = world(
        county=[{"population": 2000, "population_2020": 1600, "limited_english": 30, "population_age_5_plus": 120}],
        shortage_area=[{"fte_short": 1.5, "hpsa_score": 17}],
        shortage_area_county=[{"area_id": "a", "county_fips": "27001", "county_population_share": 0.25}],
        hospital=[{"hospital_id": "1"}, {"hospital_id": "2", "hospital_type": "Critical Access Hospitals"}],
        health_center=[{"health_center": "Elm Clinic"}, {"health_center": "*CLOSED* Oak Clinic"}],
    )
    expected = {
        "county_fips": "27001",
        "population": 2000,
        "fte_short": 1.5,
        "fte_short_proposed_withdrawal": 0.0,
        "fte_short_chosen": 1.5,
        "fte_short_chosen_per_100k": 75.0,
        "shortage_population_share": 0.25,
        "shortage_population": 500,
        "hpsa_score_max": 17,
        "areas": 1,
        "limited_english_share": 0.25,
        "population_change_share": 0.25,
        "hospitals": 2,
        "critical_access_hospitals": 1,
        "health_centers": 1,
    }
    assert queries.by_county(con, selection=MINNESOTA)[list(expected)].to_dict("records") == [expected]


def test_a_county_without_areas_has_none():
    con = world(county=TWO, shortage_area=[{"fte_short": 2.0}])
    assert fte(con) == {"27001": 2.0, "27003": 0.0}
    for column in ("shortage_population", "hpsa_score_max", "areas", "fte_short_proposed_withdrawal"):
        assert fte(con, column=column)["27003"] == 0


def test_a_discipline_whose_areas_are_not_loaded_is_not_known():
    con = world(shortage_area=[{}])
    counties = queries.by_county(con, selection=Selection(discipline="mental_health"))
    assert counties.loc[0, "population"] == 1000
    for column in ("fte_short", "fte_short_chosen", "fte_short_chosen_per_100k", "shortage_population", "areas"):
        assert counties[column].isna().all(), column


def test_people_under_overlapping_areas_count_once():
    con = world(
        shortage_area=[{"area_id": "a"}, {"area_id": "b"}],
        shortage_area_piece=[
            {"county_fips": "27001", "piece": 1, "county_population_share": 0.5, "area_id": "a"},
            {"county_fips": "27001", "piece": 1, "county_population_share": 0.5, "area_id": "b"},
            {"county_fips": "27001", "piece": 2, "county_population_share": 0.125, "area_id": "b"},
        ],
    )
    assert fte(con, column="shortage_population") == {"27001": 625}
    assert fte(con) == {"27001": 2.0}


def test_people_in_areas_are_never_more_than_all():
    pieces = [{"county_fips": "27001", "piece": n, "county_population_share": 0.6, "area_id": "a"} for n in (1, 2)]
    con = world(shortage_area=[{}], shortage_area_piece=pieces)
    assert fte(con, column="shortage_population_share") == {"27001": 1.0}


@pytest.fixture
def both():
    return world(
        shortage_area=[
            {"area_id": "a", "fte_short": 2.0, "hpsa_score": 9},
            {"area_id": "b", "fte_short": 0.5, "hpsa_score": 18, "status": "proposed_withdrawal"},
        ]
    )


@pytest.mark.parametrize(
    ("status", "chosen", "score", "areas"),
    [("designated", 2.0, 9, 1), ("proposed_withdrawal", 0.5, 18, 1), ("both", 2.5, 18, 2)],
)
def test_only_the_chosen_status_counts_and_both_adds(both, status, chosen, score, areas):
    row = queries.by_county(both, selection=Selection(status=status)).iloc[0]
    assert (row["fte_short_chosen"], row["hpsa_score_max"], row["areas"]) == (chosen, score, areas)
    assert (row["fte_short"], row["fte_short_proposed_withdrawal"]) == (2.0, 0.5)


def test_areas_that_hrsa_withdrew_are_in_no_figure():
    con = world(shortage_area=[{"area_id": "a"}, {"area_id": "b", "status": "withdrawn"}])
    assert fte(con, Selection(status="both")) == {"27001": 1.0}


def test_only_the_chosen_type_counts():
    types = ("geographic", "high_needs", "population")
    con = world(
        shortage_area=[{"area_id": name, "designation_type": name, "fte_short": 2.0**n} for n, name in enumerate(types)]
    )
    assert [fte(con, Selection(designation_type=name))["27001"] for name in (*types, "all")] == [1.0, 2.0, 4.0, 7.0]


def test_only_the_chosen_discipline_counts():
    con = world(shortage_area=[{"area_id": "a"}, {"area_id": "b", "discipline": "dental", "fte_short": 8.0}])
    assert fte(con) == {"27001": 1.0}
    assert fte(con, Selection(discipline="dental")) == {"27001": 8.0}


def test_a_figure_that_is_missing_stays_missing():
    con = world(county=[{"poverty_share": None, "rucc_2023": None}])
    counties = queries.by_county(con, selection=MINNESOTA)
    assert counties[["poverty_share", "rucc_2023"]].isna().all(axis=None)
