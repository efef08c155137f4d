"""Is a placement the best there is, and always the same one?"""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.optimization.problem import Choices, every_pair
from analysis.optimization.solve import closed_fte, counts, solve
from data.errors import PlacementError
from tests.support.placement.instances import by_id, every_placement, question, random_question, shuffled, worth

quietly = settings(max_examples=60, deadline=None, derandomize=True)
seeds = st.integers(0, 10**6)


def placed(asked):
    return by_id(asked, solve(asked).areas.tolist())


def test_each_goes_where_it_is_worth_most_in_all():
    asked = question({("p", "a"): 3, ("p", "b"): 2, ("q", "a"): 2.5, ("q", "b"): 0}, capacities=[1, 1])
    found = solve(asked)
    assert placed(asked) == {"p": "b", "q": "a"}
    assert (found.value, found.gap) == (4.5, 0)
    assert counts(found).tolist() == [1, 1]


def test_the_second_in_a_full_area_is_worth_less_than_the_first_in_an_empty_one():
    values = {(p, a): 0 for p in "pqr" for a in "ab"}
    found = solve(question(values, slots=[[1.0, 0.9, 0.2], [0.5, 0.1, 0.0]]))
    assert counts(found).tolist() == [2, 1]
    assert found.value == pytest.approx(2.4)


def test_an_area_takes_in_more_than_its_places_are_worth_if_it_has_room():
    found = solve(question({("p", "a"): 1, ("q", "a"): 1, ("r", "a"): 1}, slots=[[2.0]], capacities=[2]))
    assert (counts(found).tolist(), found.value) == ([2], 4)
    assert (found.areas < 0).sum() == 1


def test_a_region_gets_its_minimum_and_no_more_than_its_maximum():
    values = {(p, a): {"a": 9, "b": 5, "c": 1}[a] for p in "pqrs" for a in "abc"}
    found = solve(question(values, regions=["x", "y", "z"], minima={"z": 1}, maxima={"x": 2, "y": 9, "z": 9}))
    assert counts(found).tolist() == [2, 1, 1]


def test_pins_and_bans_are_kept():
    values = {(p, a): {"a": 9, "b": 5}[a] for p in "pq" for a in "ab"}
    assert placed(question(values, pins=[("p", "b")], forbidden=[("q", "a")])) == {"p": "b", "q": "b"}


@pytest.mark.parametrize("few", [{"who": []}, {"where": []}, {"who": ["p"], "where": ["a"]}])
def test_nobody_to_place_nowhere_to_go_or_nothing_to_choose_is_no_error(few):
    found = solve(question({}, **({"who": ["p", "q"], "where": ["a", "b"]} | few)))
    assert (found.areas < 0).all()
    assert (found.value, found.gap) == (0, 0)


def test_whoever_would_add_nothing_stays():
    found = solve(question({(p, "a"): 0 for p in "pqr"}, needs=np.zeros(1)))
    assert (found.areas.tolist(), found.value, found.gap) == ([-1] * 3, 0, 0)
    assert closed_fte(found).tolist() == [0]
    assert placed(question({("p", "a"): 0, ("q", "a"): 0}, slots=[[1.0, 0.0]])) == {"p": "a"}


def test_of_physicians_who_are_alike_the_first_id_has_the_first_area_whatever_the_order_of_rows():
    values = {(p, a): 1 for p in "srqp" for a in "cab"}
    assert placed(question(values, who=list("srqp"), where=list("cab"), capacities=[1] * 3)) == {
        "p": "a",
        "q": "b",
        "r": "c",
    }


def test_whoever_adds_nothing_goes_where_a_minimum_or_a_pin_asks():
    values = {(p, "a"): 0 for p in "pqr"}
    assert placed(question(values, minima={"r": 2})) == {"p": "a", "q": "a"}
    assert placed(question(values, pins=[("r", "a")])) == {"r": "a"}


def test_no_more_is_closed_than_is_short():
    found = solve(
        question({("p", "a"): 1, ("q", "a"): 1, ("r", "b"): 1}, needs=np.array([1.2, 3]), effects=[1, 0.5, 0.1])
    )
    assert closed_fte(found).tolist() == [1.2, 0.1]


def test_choices_may_be_an_empty_array_of_any_kind():
    nothing = np.array([])
    assert solve(question({}, who=["p"], where=["a"])._replace(choices=Choices(nothing, nothing, nothing))).value == 0


def test_a_table_of_pairs_leaves_out_who_may_not_go():
    choices = every_pair(np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[True, False], [True, True]]))
    assert [part.tolist() for part in choices] == [[0, 1, 1], [0, 0, 1], [1.0, 3.0, 4.0]]


@pytest.mark.parametrize("block", range(10))
def test_no_loop_over_every_placement_finds_a_better_one(block):
    for seed in range(block * 50, block * 50 + 50):
        asked = random_question(seed)
        every = list(every_placement(asked))
        if not every:
            with pytest.raises(PlacementError):
                solve(asked)
            continue
        found = solve(asked)
        assert tuple(found.areas) in every, seed
        assert found.gap == 0
        assert found.value == pytest.approx(worth(asked, found.areas.tolist()), abs=1e-12)
        assert 0 <= max(worth(asked, areas) for areas in every) - found.value + 1e-12 <= found.rounding + 2e-12, seed


@quietly
@given(seeds)
def test_the_order_of_rows_changes_nothing_not_even_among_equals(seed):
    asked = random_question(seed, limits=False)
    assert placed(asked) == placed(asked) == placed(shuffled(asked, seed))
    assert solve(asked).value == solve(shuffled(asked, seed)).value


@quietly
@given(seeds, st.sampled_from([1e-300, 1e-9, 1e9, 1e300]))
def test_the_unit_of_worth_changes_nothing(seed, times):
    asked = random_question(seed, limits=False)
    larger = asked._replace(
        choices=asked.choices._replace(values=asked.choices.values * times),
        slots=asked.slots * times,
        doors=asked.doors and asked.doors._replace(worth=asked.doors.worth * times),
    )
    assert solve(larger).value == pytest.approx(solve(asked).value * times, rel=1e-8)
