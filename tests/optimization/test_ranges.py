"""What are places worth, and how often is each area chosen when weights are drawn from their ranges?"""

from itertools import islice

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.optimization.network import slots
from analysis.optimization.sensitivity import Ranges, drawn, often
from tests.support.placement.instances import question

RANGES = Ranges(np.array([0.0, 1.0]), np.array([4.0, 1.0]))


def weighed(weights):
    return question({("p", "a"): weights[0], ("p", "b"): weights[1]})


def test_an_area_is_chosen_as_often_as_its_weight_is_the_larger():
    found = often(drawn(weighed, RANGES, draws=400))
    assert found.shares.sum() == found.physicians.sum() == 1
    assert found.shares[0] == pytest.approx(0.75, abs=0.07)


def test_the_same_seed_draws_the_same_and_it_can_be_stopped():
    first = [one.value for one in drawn(weighed, RANGES, draws=20, seed=7)]
    assert [one.value for one in islice(drawn(weighed, RANGES, seed=7), 20)] == first
    assert [one.value for one in drawn(weighed, RANGES, draws=20, seed=8)] != first


def test_without_draws_no_area_is_listed():
    assert often([]).shares.tolist() == []


def test_a_range_that_ends_before_it_begins_is_refused():
    with pytest.raises(ValueError, match="ends before it begins"):
        next(drawn(weighed, Ranges(np.array([2.0]), np.array([1.0]))))


def test_the_first_is_worth_most_and_the_last_fills_what_is_left():
    # x - x^2 / 10 of a need of 2.5: 0.9 for the first, 0.7 for the second, 0.275 for the half that is left.
    assert slots(np.array([2.5, 0]), fte_each=1).tolist() == [pytest.approx([0.9, 0.7, 0.275]), [0, 0, 0]]
    assert slots(np.array([2.5]), fte_each=1, last_share=1).tolist() == [pytest.approx([1, 1, 0.5])]


def test_weights_multiply_and_columns_can_be_limited():
    assert slots(np.array([4, 1]), fte_each=0.5, last_share=1, weights=np.array([1, 3]), most=1).tolist() == [
        [0.5],
        [1.5],
    ]


@pytest.mark.parametrize("wrong", [{"fte_each": 0}, {"fte_each": 1, "last_share": 1.5}])
def test_what_makes_no_sense_is_refused(wrong):
    with pytest.raises(ValueError, match="fte_each"):
        slots(np.ones(1), **wrong)


@given(st.lists(st.floats(0, 50), min_size=1, max_size=6), st.floats(0.1, 1), st.floats(0, 1))
def test_worth_never_rises_and_adds_up_to_the_need_less_the_fading(needs, fte_each, last_share):
    worth = slots(np.array(needs), fte_each=fte_each, last_share=last_share)
    assert (np.diff(worth, axis=1) <= 0).all()
    assert worth.sum(axis=1) == pytest.approx(np.array(needs) * (1 + last_share) / 2, rel=1e-6, abs=1e-9)
