"""Does the way from most worth to fairest say what it costs, who is left behind and how many placements it has?"""

import pytest

from analysis import placement_frontier, placement_outcomes, placement_rows
from analysis.placement_cohort import Group
from analysis.placement_worth import Plan, Weights
from tests.placement_places import places

ONE = Group(1, "fm", "none", "lic")
SCORED = Plan(weights=Weights(0, 1, 0, 1))


def said(told, groups, chosen, plan=SCORED):
    found = placement_outcomes.frontier(told, groups, plan)
    return placement_frontier.told(placement_frontier.rows(found), chosen, placement_frontier.different(found))


def test_the_cost_of_fairness_is_said_with_the_two_least_and_the_regions_with_nothing():
    told = places({"hpsa_score": 25, "region": "r"}, {"hpsa_score": 5, "region": "s"})
    two = [ONE._replace(physicians=2)]
    assert said(told, two, 1) == (
        "From most worth to fairest costs 0.80 of 4.00 FTE of worth, and takes the region that gets the least from 0% "
        "of its need to 50% and the regions that get nothing from 1 to 0; at yours, point 1, it gets 0%, the second "
        "least 100%, and 1 region gets nothing. There are 2 different placements from end to end: with so few "
        "physicians to move between regions, some of the 9 points are the same."
    )
    assert "; at yours, point 9, it gets 50%, the second least 50%. There" in said(told, two, 9)


def test_where_nothing_is_to_be_given_up_all_points_are_one_placement():
    told = said(places({}), [ONE], 1)
    assert told.startswith("From most worth to fairest costs nothing of worth")
    assert told.endswith(
        "at yours, point 1, it gets 50%. What is worth the most is as fair as can be: all points are one placement."
    )


def test_nine_points_are_nine_placements_where_so_many_are_to_be_had():
    told = places({"hpsa_score": 25, "region": "r", "fte_to_target": 16}, {"region": "s", "fte_to_target": 16})
    plan, many = SCORED._replace(capacity=16), [ONE._replace(physicians=16)]
    assert "The 9 points are 9 different placements." in said(told, many, 1, plan)
    found = placement_outcomes.frontier(told, many, plan)
    assert [list(one.areas).count(1) for one in found] == list(range(9))


def test_the_share_is_of_what_is_closed_as_the_bars_have_it():
    told = places({"fte_to_target": 1.5}, {"fte_to_target": 8.0, "region": "s"})
    found = placement_outcomes.frontier(told, [ONE._replace(physicians=4)], SCORED)
    for outcome, row in zip(found, placement_frontier.rows(found).itertuples(), strict=True):
        bars = placement_rows.by_region(told, outcome)["region_closed_share"]
        assert row.least_region_share == pytest.approx(bars.min())
        assert row.second_region_share == pytest.approx(bars.max())
