"""Does the page say who finds no place, and which limit keeps them?"""

import pytest

from analysis.placement import outcomes, problems
from analysis.placement.cohort import Group
from analysis.placement.worth import Plan, Weights
from tests.support.placement.places import places

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
            "1 of 5 physicians who would go anywhere finds no place: at most 2 in each region leaves room for 4 there.",
        ),
        (
            Plan(maximum=1),
            TWO_REGIONS[:2],
            "4 of 5 physicians who would go anywhere find no place: at most 1 in each region leaves room for 1 there.",
        ),
        (
            Plan(capacity=1),
            TWO_REGIONS,
            "2 of 5 physicians who would go anywhere find no place: areas that are short there have room for 3, "
            "with at most 1 in each.",
        ),
        (
            Plan(forbidden=((0, "a0"), (0, "a1"))),
            TWO_REGIONS,
            "3 of 5 physicians who would go anywhere but where you keep them out find no place: areas that are short "
            "there have room for 2, with at most 2 in each.",
        ),
    ],
)
def test_who_finds_no_place_is_said_with_the_limit(plan, rows, sentence):
    told = places(*rows)
    for outcome in outcomes.frontier(told, FIVE, plan):
        said = problems.unplaced(told, FIVE, plan, outcome)
        assert said.startswith(sentence)
        assert bool(said) == bool(sentence)


def said_of(groups, plan, *rows):
    told = places(*rows)
    return problems.unplaced(told, groups, plan, outcomes.frontier(told, groups, plan)[0])


def test_who_would_go_to_a_part_alone_is_told_the_room_of_that_part():
    rural = FIVE[0]._replace(wish="rur")
    assert said_of((rural,), Plan(), {"rucc_2023": 9}, {}, {}) == (
        "3 of 5 physicians who would go to rural counties find no place: areas that are short there have room for 2, "
        "with at most 2 in each."
    )
    assert said_of((rural,), Plan(), {}, {}, {}).endswith("no area that is short is open to them.")


def test_groups_with_wishes_of_their_own_are_told_one_by_one():
    rural, anywhere = FIVE[0]._replace(wish="rur"), FIVE[0]
    speaking = anywhere._replace(language="spa")
    # An area of a high score for rural, which all would rather have.
    rows = ({"rucc_2023": 9, "limited_english_spanish": 900}, {})
    told = said_of((rural, anywhere, speaking), Plan(), *rows)
    assert told.split(". ") == [
        "5 of 5 physicians who would go to rural counties (group 1) find no place: areas that are short there have "
        "room for 2, with at most 2 in each, of which others have 2",
        "6 of 10 physicians who would go anywhere (groups 2 and 3) find no place: areas that are short there have room "
        "for 4, with at most 2 in each.",
    ]


def test_room_where_one_more_would_add_nothing_is_told():
    plan = Plan(weights=Weights(0, 0, 0, 0), capacity=3, maximum=None)
    told = places({"fte_to_target": 1.0}, {"fte_to_target": 1.0})
    outcome = outcomes.frontier(told, FIVE, plan)[0]
    nobody = outcome._replace(areas=outcome.areas * 0 - 1)
    assert "have room for 2, with at most 3 in each; in 2 of it one more would add nothing by your weights." in (
        problems.unplaced(told, FIVE, plan, nobody)
    )


def test_no_region_gets_more_than_its_most_at_any_compromise():
    told = places(*TWO_REGIONS)
    for outcome in outcomes.frontier(told, FIVE, Plan(maximum=2, minimum=1)):
        codes = [TWO_REGIONS[place]["region"] for place in outcome.areas if place >= 0]
        assert sorted(codes) == ["r", "r", "s", "s"]
