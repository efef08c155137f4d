"""Are compromises, next best places and the rows of the exhibits what plain counting gives?"""

import numpy as np
import pandas as pd
import pytest

from analysis import placement_outcomes, placement_rows, placement_sentences
from analysis.placement_charts import frontier, placed_marks, region_bars, same_classes
from analysis.placement_cohort import Group
from analysis.placement_worth import Plan, Weights
from tests.placement_places import places

ONE = Group(1, "fm", "none", "lic")
PLAIN = Plan(weights=Weights(0, 0, 0, 1))
SCORED = Plan(weights=Weights(0, 1, 0, 1))
BY_SCORE = ({"hpsa_score": 25}, {"hpsa_score": 20}, {"hpsa_score": 5})


def first(told, groups, plan=PLAIN):
    return placement_outcomes.frontier(told, groups, plan)[0]


def test_next_best_is_where_one_goes_when_the_area_takes_one_fewer():
    told = places(*BY_SCORE)
    beside = placement_outcomes.next_best(told, [ONE], SCORED, 0)
    assert beside.areas.tolist() == [1, -1, -1]
    assert beside.losses[0] == pytest.approx(0.2)
    assert np.isnan(beside.losses[1:]).all()


def test_physicians_who_are_alike_have_no_next_best_by_trading_places():
    told = places(*BY_SCORE)
    plan = SCORED._replace(capacity=1)
    beside = placement_outcomes.next_best(told, [ONE._replace(physicians=2)], plan, 0)
    assert beside.areas.tolist() == [2, 2, -1]
    assert beside.losses[:2].tolist() == pytest.approx([0.8, 0.6])


def test_without_other_room_there_is_no_next_best():
    told = places({"fte_to_target": 1.0})
    beside = placement_outcomes.next_best(told, [ONE], PLAIN._replace(minimum=1), 0)
    assert beside.areas.tolist() == [-1]
    rows = placement_rows.listed(told, [ONE], PLAIN, first(told, [ONE]), beside)
    assert rows["placement_reason"].tolist() == [
        "Area 0: 1.0 FTE short, score 10; no other area has room that would close a gap"
    ]


def test_a_reason_names_need_score_language_and_the_next_best():
    told = places({"hpsa_score": 25, "limited_english_spanish": 900}, {"hpsa_score": 20})
    groups = [ONE._replace(language="spa")]
    beside = placement_outcomes.next_best(told, groups, SCORED, 0)
    (row,) = placement_rows.listed(told, groups, SCORED, first(told, groups, SCORED), beside).itertuples()
    assert row.placement_reason == (
        "Area 0: 2.0 FTE short, score 25, 900 people with limited English who speak Spanish; "
        "next best Area 1, at 0.20 less"
    )
    assert row.physician_group == "Family medicine, Spanish, licensed and practising"


def test_the_fairest_compromise_leaves_no_region_behind_and_is_worth_no_more():
    told = places({"hpsa_score": 25, "region": "r"}, {"hpsa_score": 5, "region": "s"})
    found = placement_outcomes.frontier(told, [ONE._replace(physicians=2)], SCORED)
    points = placement_rows.frontier(found)
    assert len(points) == 9
    assert points["least_region_share"].iloc[[0, -1]].tolist() == [0.0, 0.5]
    assert points["placement_worth_fte"].iloc[[0, -1]].tolist() == pytest.approx([4.0, 3.2])
    line, own = frontier(points, 9, height=300)["data"]
    assert line["x"] == points["least_region_share"].tolist()
    assert (own["x"], own["text"], own["textposition"]) == ([0.5], ["point 9, yours"], "top left")
    assert frontier(points, 1, height=300)["data"][1]["textposition"] == "top right"


def test_counties_share_an_area_before_and_after():
    told = places({"fte_to_target": 4.0})
    county = {"county": "c", "state": "MN", "region": "r", "population": 10}
    sharing = pd.DataFrame(
        [
            county | {"county_fips": "27001", "area_id": "a0", "area_population_share": 0.25},
            county | {"county_fips": "27003", "area_id": "a0", "area_population_share": 0.75},
            county | {"county_fips": "27005", "area_id": None, "area_population_share": np.nan},
        ]
    )
    counties = placement_rows.counties(sharing, told, first(told, [ONE]))
    assert counties["fte_to_target"].tolist() == [1.0, 3.0, 0.0]
    assert counties["fte_to_target_after"].tolist() == [0.75, 2.25, 0.0]
    assert "Gini" in placement_sentences.inequality_told(counties)
    empty = counties.assign(fte_to_target=0.0)
    assert "not defined" in placement_sentences.inequality_told(empty)


def test_regions_add_up_and_the_worst_is_first():
    told = places({"fte_to_target": 1.0}, {"fte_to_target": 3.0, "region": "s"})
    outcome = first(told, [ONE._replace(physicians=3)])
    rows = placement_rows.by_region(told, outcome)
    assert rows["placement_region"].tolist() == ["s", "r"]
    assert (rows["fte_to_target"] - rows["fte_closed"]).tolist() == rows["fte_to_target_after"].tolist()
    assert rows["physicians_placed"].sum() == 3
    assert [bar["name"] for bar in region_bars(rows, height=200)["data"]] == ["Before", "After"]


def test_after_is_in_the_classes_of_before():
    shown, later = same_classes(np.array([0.0, 1.0, 2.0, 8.0, np.nan]), np.array([0.0, 0.5, 1.5, 0.0, np.nan]))
    assert shown.codes.tolist() == [0, 1, 2, 3, -1]
    assert later.codes.tolist() == [0, 1, 2, 0, -1]
    assert (later.highs.tolist(), later.counts.tolist()) == (shown.highs.tolist(), [1, 1, 0])


def test_dots_count_the_physicians_of_each_county_where_its_center_is_known():
    here = {"county_fips": "27001", "latitude": 46.0, "longitude": -93.0}
    told = places(here, here, {"county_fips": "27003", "latitude": None, "longitude": None})
    marks = placed_marks(told, np.array([0, 0, 1, 2, -1]))
    assert (marks["text"], marks["lat"], marks["lon"]) == (["3"], [46.0], [-93.0])
    assert placed_marks(told, np.array([-1]))["text"] == []
