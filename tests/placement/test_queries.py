"""Which places could the next physicians go to, and what are they short of?"""

from statistics import median

import pandas as pd
import pytest

from analysis.placement import queries
from tests.support.random_worlds import random_tables
from tests.support.world import world

AREA = {"area_id": "a", "fte": 1.0, "fte_short": 3.0, "hpsa_score": 9}
HERE = {"county_fips": "27001", "population": 1000, "limited_english_spanish": 40}
WHOLE = {"area_id": "a", "county_fips": "27001", "area_population_share": 1.0}


def only(con, **choice):
    (row,) = queries.places(con, **choice).itertuples()
    return row


def test_need_is_what_removes_the_designation_unless_a_target_is_set():
    con = world(county=[HERE], shortage_area=[AREA], shortage_area_county=[WHOLE])
    assert (only(con).fte_short, only(con).fte_to_target, only(con).implied_population) == (3.0, 3.0, 14_000)
    assert only(con, people_per_physician=2000).fte_to_target == 6.0
    assert only(con, people_per_physician=20_000).fte_to_target == 0.0


def test_areas_for_a_group_have_the_lower_ratio_but_the_same_target():
    con = world(county=[HERE], shortage_area=[AREA | {"designation_type": "population"}])
    assert only(con).implied_population == 12_000
    assert only(con, people_per_physician=3500).fte_to_target == pytest.approx(12_000 / 3500 - 1)


def test_an_area_lies_in_the_county_where_most_of_its_people_live():
    links = [WHOLE | {"area_population_share": 0.4}, WHOLE | {"county_fips": "27003", "area_population_share": 0.6}]
    con = world(county=[HERE, HERE | {"county_fips": "27003"}], shortage_area=[AREA], shortage_area_county=links)
    assert only(con).county_fips == "27003"


def test_people_with_limited_english_are_shared_out_by_people():
    piece = {"county_fips": "27001", "piece": 0, "county_population_share": 0.25, "area_id": "a"}
    con = world(county=[HERE], shortage_area=[AREA], shortage_area_county=[WHOLE], shortage_area_piece=[piece])
    assert (only(con).area_population, only(con).limited_english_spanish) == (250, 10)


def test_places_of_care_are_those_of_the_areas_county_that_are_open():
    con = world(
        county=[HERE],
        shortage_area=[AREA],
        shortage_area_county=[WHOLE],
        hospital=[{"hospital_id": "1", "county_fips": "27001"}, {"hospital_id": "2", "county_fips": "27003"}],
        health_center=[
            {"county_fips": "27001", "health_center": name} for name in ("Elm Clinic", "*CLOSED* Oak Clinic")
        ],
    )
    assert only(con).care_sites == 2


@pytest.mark.parametrize(
    "change", [{"status": "proposed_withdrawal"}, {"discipline": "dental"}, {"state_name": "Wisconsin"}]
)
def test_areas_of_another_status_discipline_or_state_are_no_places(change):
    con = world(county=[HERE], shortage_area=[AREA | change])
    assert queries.places(con, state="MN").empty


def test_targets_are_ratios_and_the_median_of_areas_that_have_physicians():
    areas = [AREA | {"area_id": str(n), "fte": fte} for n, fte in enumerate([0.0, 1.0, 2.0, 3.0])]
    found = queries.targets(world(shortage_area=areas), state="MN").set_index("target_ratio")["people_per_physician"]
    assert found.loc[["3500", "3000", "2000"]].tolist() == [3500, 3000, 2000]
    assert found.isna()["designation"]
    assert found["median"] == median((fte + 3) * 3500 / fte for fte in (1, 2, 3))
    assert queries.targets(world()).set_index("target_ratio")["people_per_physician"].isna()["median"]


@pytest.mark.parametrize("wrong", [0, -1, float("nan"), "few"])
def test_a_target_that_cannot_be_is_refused(wrong):
    with pytest.raises(ValueError, match="few" if wrong == "few" else "people_per_physician"):
        queries.places(world(), people_per_physician=wrong)


@pytest.mark.parametrize("seed", range(20))
def test_places_of_random_worlds_agree_with_plain_loops(seed):
    tables, target = random_tables(seed), [None, 2000, 3500][seed % 3]
    rows = queries.places(world(**tables), people_per_physician=target)
    counties = {county["county_fips"]: county for county in tables["county"]}
    expected = {}
    for area in tables["shortage_area"]:
        if (area["status"], area["discipline"]) != ("designated", "primary_care"):
            continue
        goal = 3500 if area["designation_type"] == "geographic" else 3000
        people = (area["fte"] + area["fte_short"]) * goal
        pieces = [piece for piece in tables["shortage_area_piece"] if piece["area_id"] == area["area_id"]]
        living = sum(
            piece["county_population_share"] * counties[piece["county_fips"]]["population_2024"] for piece in pieces
        )
        expected[area["area_id"]] = (max(people / (target or goal) - area["fte"], 0), living if pieces else None)
    assert set(rows["area_id"]) == set(expected)
    assert rows["fte_to_target"].is_monotonic_decreasing
    for row in rows.itertuples():
        need, living = expected[row.area_id]
        assert row.fte_to_target == pytest.approx(need)
        if living is None:
            assert pd.isna(row.area_population)
        else:
            assert row.area_population == pytest.approx(living, abs=0.51)
