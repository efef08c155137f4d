"""Are ratios, differences, their intervals and the indexes of disparity those of the published formulas?"""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.disparity.groups import index_of_disparity, spread
from analysis.statistics import intervals

quietly = settings(max_examples=80, deadline=None, derandomize=True)
RATES = st.lists(st.floats(0.1, 1000), min_size=2, max_size=8)
COUNTS, PEOPLE = st.integers(1, 5000), st.integers(5000, 10**6)


def test_four_rates_have_the_printed_figures():
    found = spread(np.array([15, 10, 20, 12]))
    assert [round(figure, 6) for figure in found] == [2, 10, 1.566667, 0.566667]
    assert index_of_disparity(np.array([10, 12, 15, 20]), 13) == pytest.approx(0.25)


def test_where_more_is_better_the_best_is_the_highest():
    assert spread(np.array([10, 20]), best="highest") == (2, 10, 2, 1)
    assert spread(np.array([10, 10, 20]), best="lowest").summary_ratio == 1.5


def test_a_best_rate_of_none_has_a_difference_but_no_ratio():
    found = spread(np.array([0, 4]))
    assert found.max_difference == 4
    assert np.isnan([found.max_ratio, found.summary_ratio, found.index_of_disparity]).all()
    assert np.isnan(index_of_disparity(np.array([0, 0]), 0))


@pytest.mark.parametrize("rates", [[], [3.0], [3.0, np.nan]])
def test_fewer_than_two_known_rates_have_no_spread(rates):
    assert np.isnan(spread(np.array(rates))).all()


def test_rates_that_cannot_be_are_refused():
    with pytest.raises(ValueError, match="below 0"):
        spread(np.array([-1, 2]))
    with pytest.raises(ValueError, match="below 0"):
        index_of_disparity(np.array([-1, 2]), 1)
    with pytest.raises(ValueError, match="middle"):
        spread(np.array([1, 2]), best="middle")


@quietly
@given(rates=RATES, times=st.floats(0.01, 100))
def test_the_spread_is_at_least_none_and_has_no_unit(rates, times):
    for best in ("lowest", "highest"):
        found, scaled = spread(np.array(rates), best=best), spread(np.array(rates) * times, best=best)
        assert found.max_ratio >= found.summary_ratio - 1e-9
        assert found.summary_ratio >= 1 - 1e-9
        assert scaled.summary_ratio == pytest.approx(found.summary_ratio)
        assert scaled.max_difference == pytest.approx(found.max_difference * times, abs=1e-9)


def test_the_log_method_is_the_formula():
    found = intervals.ratio_of_counts(20, 1000, 10, 1000)
    half = 1.959963984540054 * math.sqrt(1 / 20 + 1 / 10)
    assert found == pytest.approx((2, 2 / math.exp(half), 2 * math.exp(half)))
    apart = intervals.difference_of_counts(20, 1000, 10, 1000)
    half = 1.959963984540054 * math.sqrt(30) / 1000
    assert apart == pytest.approx((0.01, 0.01 - half, 0.01 + half))


def test_counts_of_several_groups_go_at_once():
    found = intervals.ratio_of_counts(np.array([20, 0, 5]), np.array([1000, 1000, 1000]), 10, 1000)
    assert found.value.tolist() == [2, 0, 0.5]
    assert np.isnan(found.low).tolist() == np.isnan(found.high).tolist() == [False, True, False]


def test_against_none_there_is_no_ratio():
    assert np.isnan(intervals.ratio_of_counts(5, 100, 0, 100)).all()


def test_intervals_of_what_cannot_be_are_refused():
    with pytest.raises(ValueError, match="people"):
        intervals.ratio_of_counts(1, 0, 1, 10)
    with pytest.raises(ValueError, match="below 0"):
        intervals.difference_of_counts(-1, 10, 1, 10)
    with pytest.raises(ValueError, match="not a share"):
        intervals.wilson(11, 10)
    with pytest.raises(ValueError, match="level is 1"):
        intervals.ratio_of_counts(1, 1, 1, 1, level=1)


@quietly
@given(a=COUNTS, n=PEOPLE, b=COUNTS, m=PEOPLE)
def test_an_interval_holds_its_figure_and_turns_with_the_groups(a, n, b, m):
    ratio, back = intervals.ratio_of_counts(a, n, b, m), intervals.ratio_of_counts(b, m, a, n)
    assert ratio.low < ratio.value < ratio.high
    assert (ratio.low, ratio.high) == pytest.approx((1 / back.high, 1 / back.low))
    wider = intervals.ratio_of_counts(a, n, b, m, level=0.99)
    assert wider.low < ratio.low < ratio.high < wider.high
    there, other = intervals.difference_of_counts(a, n, b, m), intervals.difference_of_counts(b, m, a, n)
    assert there.low < there.value < there.high
    assert (there.low, there.high) == pytest.approx((-other.high, -other.low), abs=1e-12)
