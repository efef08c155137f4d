"""Are compromises, next best places and the rows of the exhibits what plain counting gives?"""

import numpy as np
import pandas as pd
import pytest

from analysis.placement import outcomes, sentences, tables
from analysis.placement.charts import frontier, placed_marks, region_bars, same_classes
from analysis.placement.cohort import Group
from analysis.placement.worth import Plan, Weights
from tests.support.placement.places import places

ONE = Group(1, "fm", "none", "lic")
PLAIN = Plan(weights=Weights(0, 0, 0, 1))
SCORED = Plan(weights=Weights(0, 1, 0, 1))
BY_SCORE = ({"hpsa_score": 25}, {"hpsa_score": 20}, {"hpsa_score": 5})


def first(told, groups, plan=PLAIN):
    return outcomes.frontier(told, groups, plan)[0]


def beside(told, groups, plan):
    return outcomes.next_best(told, groups, plan, first(told, groups, plan))


def reasons(told, groups, plan):
    rows = tables.listed(told, groups, plan, first(told, groups, plan), beside(told, groups, plan))
    return dict(zip(rows["area"], rows["placement_reason"].str.split("; ").str[1], strict=True))


def test_next_best_is_where_one_goes_when_the_area_takes_one_fewer():
    found = beside(places(*BY_SCORE), [ONE], SCORED)
    assert found.areas.tolist() == [1]
    assert found.losses.tolist() == pytest.approx([0.2])
    assert found.by_place.tolist() == pytest.approx([0.2, np.nan, np.nan], nan_ok=True)


def test_physicians_who_are_alike_have_no_next_best_by_trading_places():
    found = beside(places(*BY_SCORE), [ONE._replace(physicians=2)], SCORED._replace(capacity=1))
    assert found.areas.tolist() == [2, 2]
    assert found.losses.tolist() == pytest.approx([0.8, 0.6])
    assert found.is_direct.all()


def test_each_group_in_an_area_has_a_next_best_of_its_own():
    spanish = {"limited_english_spanish": 900}
    told = places({"hpsa_score": 25} | spanish, {"hpsa_score": 0} | spanish, {"hpsa_score": 5})
    plan = Plan(weights=Weights(0.5, 1, 0, 1))
    found = beside(told, [ONE, ONE._replace(language="spa")], plan)
    assert first(told, [ONE, ONE._replace(language="spa")], plan).areas.tolist() == [0, 0]
    assert found.areas.tolist() == [2, 1]
    assert found.losses.tolist() == pytest.approx([0.8, 1.0])


def test_where_another_makes_room_the_reason_says_so():
    # The second goes anywhere; the first to rural areas alone, where only one place is left, and that is taken.
    rural = {"rucc_2023": 9}
    told = places({"hpsa_score": 25} | rural, {"hpsa_score": 20} | rural, {"hpsa_score": 5})
    groups, plan = [ONE._replace(wish="rur"), ONE], SCORED._replace(capacity=1)
    assert reasons(told, groups, plan)["Area 0"] == "next best Area 1 (another makes room), at 0.80 less"


def test_without_other_room_there_is_no_next_best():
    told = places({"fte_to_target": 1.0})
    assert beside(told, [ONE], PLAIN).areas.tolist() == [-1]
    assert reasons(told, [ONE], PLAIN) == {"Area 0": "no other area has room that would close a gap"}
    needed = PLAIN._replace(minimum=1)
    assert reasons(told, [ONE], needed) == {"Area 0": "its region is to get no fewer"}
    rows = tables.listed(told, [ONE], needed, first(told, [ONE], needed), beside(told, [ONE], needed))
    assert rows["next_best_loss_fte"].isna().all()


def test_whoever_is_sent_by_hand_has_the_cost_of_that_and_others_of_the_group_have_their_own():
    told, two = places(*BY_SCORE), [ONE._replace(physicians=2)]
    sent = SCORED._replace(pins=((0, "a2"),))
    said = reasons(told, two, sent)
    assert said["Area 2"] == "sent there by you, at 0.80 less in all"
    assert said["Area 0"] == "next best Area 1, at 0.20 less"
    assert reasons(told, [ONE], SCORED._replace(pins=((0, "a0"),))) == {"Area 0": "sent there by you, at no cost"}


def test_a_reason_names_need_score_language_and_the_next_best():
    told = places({"hpsa_score": 25, "limited_english_spanish": 900}, {"hpsa_score": 20})
    groups = [ONE._replace(language="spa")]
    found = first(told, groups, SCORED), beside(told, groups, SCORED)
    (row,) = tables.listed(told, groups, SCORED, *found).itertuples()
    assert row.placement_reason == (
        "Area 0: 2.0 FTE short, score 25, 900 people with limited English who speak Spanish; "
        "next best Area 1, at 0.20 less"
    )
    assert row.physician_group == "Family medicine, Spanish, licensed and practicing"


def test_the_fairest_compromise_leaves_no_region_behind_and_is_worth_no_more():
    told = places({"hpsa_score": 25, "region": "r"}, {"hpsa_score": 5, "region": "s"})
    found = outcomes.frontier(told, [ONE._replace(physicians=2)], SCORED)
    points = outcomes.rows(found)
    assert len(points) == 9
    assert points["least_region_share"].iloc[[0, -1]].tolist() == [0.0, 0.5]
    assert points["placement_worth_fte"].iloc[[0, -1]].tolist() == pytest.approx([4.0, 3.2])
    assert points["second_region_share"].iloc[[0, -1]].tolist() == [1.0, 0.5]
    assert points["regions_with_none"].iloc[[0, -1]].tolist() == [1, 0]
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
    counties = tables.counties(sharing, told, first(told, [ONE]))
    assert counties["fte_to_target"].tolist() == [1.0, 3.0, 0.0]
    assert counties["fte_to_target_after"].tolist() == [0.75, 2.25, 0.0]
    assert "Gini" in sentences.inequality_told(counties)
    empty = counties.assign(fte_to_target=0.0)
    assert "not defined" in sentences.inequality_told(empty)


def test_regions_add_up_and_the_worst_is_first():
    told = places({"fte_to_target": 1.0}, {"fte_to_target": 3.0, "region": "s"})
    outcome = first(told, [ONE._replace(physicians=3)])
    rows = tables.by_region(told, outcome)
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
