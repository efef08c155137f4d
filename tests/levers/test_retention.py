"""Does the share that is still there fall as it should, and are years served its area?"""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.levers import model
from analysis.statistics import retention
from tests.support.loops import levers
from tests.support.rows.levers import point

SHARES, YEARS = st.floats(0, 1), st.floats(0, 12)


def test_a_tenth_leaves_each_year_and_half_stay_at_the_end_of_two_years_owed():
    found = retention.present([-0.5, 0, 1, 1.999, 2, 3], 2, 0.5, 0.1)
    assert found == pytest.approx([0, 1, 0.9, 0.9**1.999, 0.405, 0.3645])


def test_who_owes_nothing_has_no_service_that_ends():
    assert retention.present([0, 5], 0, 0.2, 0.0) == pytest.approx([1, 1])
    assert retention.served(7, 0, 0.2, 0.0) == pytest.approx(7)


def test_where_all_leave_nobody_is_there_and_where_nobody_leaves_years_are_years():
    assert retention.served(9, 5, 1, 1.0) == pytest.approx(0, abs=0.1)
    assert retention.served(9, 5, 0.5, 0.0) == pytest.approx(7)
    assert retention.served(-1, 5, 0.5, 0.1) == 0
    # One begins each year for 9 years, and serves 5: those of the last five years are not done yet.
    assert retention.served_of_many(9, 5, 0.0) == pytest.approx(4 * 5 + 12.5)


@settings(max_examples=100, deadline=None)
@given(age=YEARS, owed=YEARS, staying=SHARES, leaves=SHARES)
def test_the_share_is_that_of_a_plain_loop(age, owed, staying, leaves):
    found = retention.present(age, owed, staying, leaves)
    if abs(age - owed) > 1e-6:
        assert float(found) == pytest.approx(levers.there(age, owed, staying, leaves), abs=1e-6)


@settings(max_examples=50, deadline=None)
@given(left=YEARS, owed=YEARS, leaves=st.sampled_from([0, 1e-12, 1e-6, 1e-4, 2e-4, 0.01, 0.5, 0.99]))
def test_years_of_many_are_the_sum_of_the_years_of_each(left, owed, leaves):
    times = (np.arange(4_000) + 0.5) * left / 4_000
    plain = retention.served(times, owed, 0, leaves).sum() * left / 4_000
    assert float(retention.served_of_many(left, owed, leaves)) == pytest.approx(plain, abs=1e-4)


@settings(max_examples=20, deadline=None)
@given(start=YEARS, owed=YEARS, staying=SHARES, leaves=SHARES, horizon=st.floats(0.5, 30))
def test_years_served_are_those_of_a_plain_sum(start, owed, staying, leaves, horizon):
    of = {"leaves_share": np.array([leaves])}
    found = model.served(of, np.array([start]), np.array([owed]), staying, horizon)[0]
    assert found == pytest.approx(levers.served(start, owed, staying, leaves, horizon), abs=5e-3)


@settings(max_examples=20, deadline=None)
@given(cut=st.floats(0.5, 10), wait=st.floats(0, 3), leaves=st.floats(0, 0.5), horizon=st.floats(0.5, 15))
def test_a_cut_loses_what_a_plain_sum_loses(cut, wait, leaves, horizon):
    given = {"conrad_people": 30, "waiver_people": 0, "cut_share": 1, "waiver_in_shortage_share": 1}
    found, _ = point("immigration", horizon, cut_years=cut, waiver_wait_years=wait, leaves_share=leaves, **given)
    assert found[3] == pytest.approx(levers.lost(30, cut, wait, 3, leaves, horizon), abs=0.5, rel=5e-3)


@pytest.mark.parametrize("lever", model.MODELS)
def test_who_leaves_gives_fewer_years(lever):
    assert point(lever, leaves_share=0.1)[0][3] < point(lever)[0][3]
