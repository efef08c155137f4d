"""Is the share that reaches each end estimated as the textbooks and another library have it?"""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.statistics.survival import at, cumulative_incidence, followed, median_time

PEOPLE = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 3), st.integers(1, 4)), max_size=40)
quietly = settings(max_examples=80, deadline=None, derandomize=True)
Z = 1.959963984540054


def of(people, causes=3):
    time, outcome, weight = np.array(people, dtype=int).reshape(-1, 3).T
    return cumulative_incidence(time, outcome, weight, causes=causes)


def same(one, other):
    for left, right in zip(one, other, strict=True):
        np.testing.assert_allclose(left, right, rtol=1e-9, atol=1e-12)


def test_remission_times_of_a_textbook():
    # 6-mercaptopurine arm of Freireich 1963, as worked in every textbook of survival analysis.
    months = [6, 6, 6, 7, 10, 13, 16, 22, 23, 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
    found = cumulative_incidence(np.array(months), np.array([1] * 9 + [0] * 12), causes=1)
    weeks = np.array([6, 7, 10, 13, 16, 22, 23])
    survival = [0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482]
    np.testing.assert_allclose(1 - at(found, weeks)[0], survival, atol=5e-5)
    assert followed(found, weeks).tolist() == [21, 17, 15, 12, 11, 7, 6]
    # Greenwood's standard error at 23 weeks is 0.1346.
    left = 0.4482
    reach = Z * 0.1346 / (left * np.log(left))
    assert at(found, [23], "low")[0, 0] == pytest.approx(1 - left ** np.exp(reach), abs=2e-4)
    assert at(found, [23], "high")[0, 0] == pytest.approx(1 - left ** np.exp(-reach), abs=2e-4)
    assert median_time(found) == 23


def test_two_ends_worked_by_hand():
    # Five people: end 1 at 1, end 2 at 2, end 1 and one lost at 3, end 2 at 4.
    found = cumulative_incidence(np.array([1, 2, 3, 3, 4]), np.array([1, 2, 1, 0, 2]), causes=2)
    assert found.time.tolist() == [0, 1, 2, 3, 4]
    assert found.at_risk.tolist() == [5, 5, 4, 3, 1]
    np.testing.assert_allclose(found.incidence, [[0, 0.2, 0.2, 0.4, 0.4], [0, 0, 0.2, 0.2, 0.6]])
    np.testing.assert_allclose(found.event_free, [1, 0.8, 0.6, 0.4, 0], atol=1e-12)
    assert (median_time(found, 2), str(median_time(found, 1))) == (4, "nan")


@quietly
@given(PEOPLE)
def test_shares_add_to_one_never_fall_and_lie_within_their_band(people):
    found = of(people)
    np.testing.assert_allclose(found.incidence.sum(axis=0) + found.event_free, 1, atol=1e-12)
    assert np.all(np.diff(found.incidence) >= 0)
    assert np.all(np.diff(found.at_risk) <= 0)
    known = ~np.isnan(found.low)
    assert np.all(known == ~np.isnan(found.high))
    assert np.all(found.low[known] >= -1e-12)
    assert np.all(found.low[known] <= found.incidence[known] + 1e-12)
    assert np.all(found.incidence[known] <= found.high[known] + 1e-12)
    assert np.all(found.high[known] <= 1)


@quietly
@given(PEOPLE, st.randoms(use_true_random=False))
def test_order_is_nothing_and_a_weight_is_that_many_people(people, random):
    repeated = [(time, outcome, 1) for time, outcome, weight in people for _ in range(weight)]
    random.shuffle(repeated)
    same(of(people), of(repeated))
    same(of(people), of([*people, (50, 1, 0)]))


def test_nobody_has_reached_nothing():
    found = of([])
    assert found.time.tolist() == [0]
    assert found.incidence.tolist() == [[0], [0], [0]]
    assert (found.at_risk.tolist(), found.event_free.tolist()) == ([0], [1])
    assert np.isnan(found.high).all()


def test_where_everyone_still_waits_nothing_is_reached_and_later_is_not_known():
    found = of([(3, 0, 2), (5, 0, 1)])
    assert found.at_risk.tolist() == [3, 3, 1]
    assert at(found, [0, 5, 5.1])[0].tolist()[:2] == [0, 0]
    assert np.isnan(at(found, [5.1])).all()
    assert np.isnan(median_time(found, 1))


def test_all_may_end_at_time_zero():
    found = of([(0, 1, 3), (0, 2, 1)])
    assert (found.time.tolist(), found.at_risk.tolist()) == ([0], [4])
    assert at(found, [0, 7])[:, 1].tolist() == [0.75, 0.25, 0]
    assert median_time(found) == 0
    assert np.isnan(of([(0, 1, 3)]).high).all()


def test_events_come_before_censorings_at_the_same_time():
    found = of([(2, 1, 1), (2, 0, 1)])
    assert at(found, [2])[0, 0] == 0.5


@pytest.mark.parametrize(
    ("time", "outcome", "weight", "told"),
    [
        ([-1], [0], [1], "time"),
        ([float("nan")], [0], [1], "time"),
        ([1], [4], [1], "outcomes"),
        ([1], [0], [-1], "weight"),
        ([1, 2], [0], [1], "2 times"),
    ],
)
def test_what_cannot_be_is_refused(time, outcome, weight, told):
    with pytest.raises(ValueError, match=told):
        cumulative_incidence(np.array(time), np.array(outcome), np.array(weight), causes=3)


def test_a_level_in_percent_and_a_time_before_the_start_are_refused():
    with pytest.raises(ValueError, match="level"):
        cumulative_incidence([1], [1], causes=1, level=95)
    with pytest.raises(ValueError, match="below 0"):
        at(of([]), [-1])
