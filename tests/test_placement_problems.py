"""Does the page say who finds no place, and which limit keeps them?"""

import pytest

from analysis import placement_outcomes, placement_problems
from analysis.placement_cohort import Group
from analysis.placement_worth import Plan
from tests.placement_places import places

FIVE = (Group(5, "fm", "none", "lic"),)
TWO_REGIONS = ({"region": "r"}, {"region": "r"}, {"region": "s"})


@pytest.mark.parametrize(
    ("plan", "rows", "sentence"),
    [
        (Plan(), TWO_REGIONS, ""),
        (Plan(maximum=3), TWO_REGIONS, ""),
        (
            Plan(maximum=2),
            TWO_REGIONS,
            "1 more finds no place: at most 2 in each region leaves room for 4 physicians in all.",
        ),
        (
            Plan(maximum=1),
            TWO_REGIONS[:2],
            "4 more find no place: at most 1 in each region leaves room for 1",
        ),
        (
            Plan(capacity=1),
            TWO_REGIONS,
            "2 more find no place: areas that are short have room for 3, with at most 1",
        ),
        (
            Plan(forbidden=((0, "a0"), (0, "a1"))),
            TWO_REGIONS,
            "3 more find no place within these limits, wishes and your",
        ),
    ],
)
def test_who_finds_no_place_is_said_with_the_limit(plan, rows, sentence):
    told = places(*rows)
    for outcome in placement_outcomes.frontier(told, FIVE, plan):
        said = placement_problems.unplaced(told, FIVE, plan, outcome)
        assert said.startswith(sentence)
        assert bool(said) == bool(sentence)


def test_no_region_gets_more_than_its_most_at_any_compromise():
    told = places(*TWO_REGIONS)
    for outcome in placement_outcomes.frontier(told, FIVE, Plan(maximum=2, minimum=1)):
        codes = [TWO_REGIONS[place]["region"] for place in outcome.areas if place >= 0]
        assert sorted(codes) == ["r", "r", "s", "s"]
