"""Does a placement that cannot be say why, in one sentence?"""

import numpy as np
import pytest

from analysis.optimization.problem import Choices
from analysis.optimization.solve import solve
from data.errors import PlacementError
from tests.support.placement.instances import every_placement, question, random_question

BOTH = {(p, a): 1 for p in "pqr" for a in "ab"}


def said(asked):
    with pytest.raises(PlacementError) as error:
        solve(asked)
    return str(error.value)


def test_a_region_asks_for_more_than_may_go_there():
    values = {("p", "a"): 1, ("q", "b"): 1, ("r", "b"): 1}
    asked = question(values, regions=["Northwest", "Metro"], minima={"Northwest": 2})
    assert said(asked) == "Region Northwest asks for at least 2, but only 1 physician may go there."
    asked = question(values, where=["a", "b", "c"], regions=["x", "y", "z"], minima={"z": 2})
    assert said(asked) == "Region z asks for at least 2, but no physicians may go there."


def test_a_region_asks_for_more_than_it_has_room_for():
    asked = question(BOTH, regions=["x", "y"], capacities=[1, 1], minima={"x": 2})
    assert said(asked) == "Region x asks for at least 2, but its areas have room for only 1 physician."


def test_a_region_has_room_and_candidates_but_not_in_the_same_places():
    values = {("p", "a"): 1, ("q", "a"): 1, ("r", "a"): 1}
    asked = question(values, where=["a", "b"], capacities=[1, 2], minima={"r": 2})
    assert said(asked).startswith("Region r asks for at least 2, but only 1 physician can be placed there")


def test_only_the_regions_that_stand_in_each_others_way_are_named():
    values = {("p", "a"): 1, ("p", "b"): 1, ("q", "c"): 1}
    asked = question(values, regions=["x", "y", "z"], minima={"x": 1, "y": 1, "z": 1})
    assert said(asked) == "Regions x and y ask for at least 2 together, but only 1 physician can be placed in them."
    asked = question(BOTH, regions=["x", "y"], minima={"x": 2, "y": 2})
    assert said(asked) == "Regions x and y ask for at least 4 together, of 3 physicians in all."


def test_pins_that_take_people_away_from_a_region_count():
    asked = question(BOTH, regions=["x", "y"], minima={"y": 2}, pins=[("p", "a"), ("q", "a")])
    assert said(asked) == "Region y asks for at least 2, but only 1 physician may go there."


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            {"pins": [("p", "a"), ("q", "a")], "capacities": [1, 1]},
            "a has room for no more than 1, but 2 are pinned",
        ),
        ({"pins": [("p", "a")], "capacities": [0, 1]}, "a has room for no more than 0, but 1 is pinned there."),
        (
            {"pins": [("p", "a")], "regions": ["x", "y"], "maxima": {"x": 0}},
            "Region x may get no more than 0, but 1 is",
        ),
        ({"pins": [("p", "a"), ("p", "b")]}, "Physician p is pinned to two areas: unpin one."),
        ({"pins": [("p", "a")], "forbidden": [("p", "a")]}, "Physician p is pinned to a forbidden area."),
        ({"pins": [("p", "27999")]}, "There is no area 27999 to pin or to forbid."),
        ({"forbidden": [("x", "a")]}, "There is no physician x to pin or to forbid."),
        ({"minima": {"r": 3}, "maxima": {"r": 2}}, "Region r asks for at least 3, but for no more than 2."),
        ({"minima": {"r": -1}}, "The minimum of region r is -1: a number of physicians must be known and not below"),
        ({"minima": {"r": 0.5}}, "The minimum of region r is not a whole number of physicians."),
        ({"capacities": [-1, 1]}, "The capacity of a is -1"),
        (
            {"needs": np.array([1, -2.5])},
            "The need of b is -2.5: what an area is short must be known and not",
        ),
        ({"effects": [1, np.nan, 1]}, "The FTE of q is nan"),
        ({"effects": [1, 1]}, "There are 3 physicians, but figures for"),
        ({"slots": [[1.0, 2.0], [0.0, 0.0]]}, "In a a later physician is worth more than an earlier one"),
        ({"slots": [[1.0, -2.0], [0.0, 0.0]]}, "A place is worth -2: it must be known and not below zero."),
        ({"slots": [[1.0]]}, "Places are a table of (1, 1), but there are 2 areas"),
        ({"where": ["a", "b", "b"]}, "The area b is listed twice: leave one out."),
    ],
)
def test_what_makes_no_sense_is_named(change, sentence):
    assert said(question(BOTH, **change)).startswith(sentence)


def test_a_weight_below_zero_is_named():
    assert said(question({("p", "a"): -2})) == "A weight is worth -2: it must be known and not below zero."
    assert said(question({("p", "a"): np.inf})).startswith("A weight is worth inf")


def test_a_pin_to_where_one_may_not_go_is_named():
    asked = question({("p", "a"): 1, ("q", "b"): 1}, pins=[("p", "b")])
    assert said(asked) == "Physician p is pinned to b, but may not go there."


def test_an_unknown_region_or_a_choice_outside_the_lists_is_named():
    asked = question(BOTH)
    away = asked._replace(areas=asked.areas._replace(regions=["r", "moon"]))
    assert said(away) == "b is in the region moon, which is not known."
    pair, one = np.array([0]), np.array([1.0])
    assert said(asked._replace(choices=Choices(pair, pair + 7, one))).startswith("A choice names area number 7")
    assert said(asked._replace(choices=Choices(pair - 1, pair, one))).startswith("A choice names physician number -1")
    assert said(asked._replace(choices=Choices(pair, pair, np.ones(2)))).startswith("The choices must have a physician")
    twice = np.zeros(2, int)
    assert said(asked._replace(choices=Choices(twice, twice, np.ones(2)))).startswith("The same physician and area")


def test_a_reason_is_given_exactly_when_a_loop_finds_no_placement():
    reasons = set()
    for seed in range(2_000, 2_200):
        asked = random_question(seed)
        if not list(every_placement(asked)):
            reasons.add(said(asked))
    assert len(reasons) > 10
