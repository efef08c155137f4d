"""Do counts by bands of time give the shares that the exact times would?"""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.survival import at, cumulative_incidence, life_table

PEOPLE = st.lists(st.tuples(st.integers(0, 12), st.integers(1, 3), st.integers(1, 4)), max_size=40)
quietly = settings(max_examples=80, deadline=None, derandomize=True)


@quietly
@given(PEOPLE)
def test_bands_without_censoring_within_them_are_the_same_as_exact_times(people):
    bands, events = np.arange(13), np.zeros((3, 13))
    for band, outcome, weight in people:
        events[outcome - 1, band] += weight
    grouped = life_table(bands, bands + 1, events, np.zeros(13))
    time, outcome, weight = np.array(people, dtype=int).reshape(-1, 3).T
    exact = cumulative_incidence(time + 1, outcome, weight, causes=3)
    last = exact.time[-1]
    for part in ("incidence", "low", "high"):
        np.testing.assert_allclose(at(grouped, bands[bands <= last], part), at(exact, bands[bands <= last], part))


@quietly
@given(st.lists(st.tuples(*[st.integers(0, 30)] * 4), max_size=8))
def test_a_life_table_adds_to_one_and_never_falls(bands):
    counts = np.array(bands, dtype=int).reshape(-1, 4).T
    starts = np.arange(len(bands))
    found = life_table(starts, starts + 1, counts[1:], counts[0])
    np.testing.assert_allclose(found.incidence.sum(axis=0) + found.event_free, 1, atol=1e-12)
    assert np.all(np.diff(found.incidence) >= 0)
    assert found.at_risk[0] == counts.sum()
    assert found.at_risk[-1] == 0


def test_a_life_table_worked_by_hand():
    # Of 100 people, 15 end in year 1 and 20 are lost: 15 of 90. Of 65, 12 and 10: 12 of 60. 43 wait on.
    found = life_table([0, 1, 2], [1, 2, 3], [[10, 9, 0], [5, 3, 0]], [20, 10, 43])
    assert found.at_risk.tolist() == [100, 65, 43, 0]
    free = 1 - 15 / 90
    np.testing.assert_allclose(at(found, [1, 2, 3])[0], [10 / 90, *[10 / 90 + free * 9 / 60] * 2])
    np.testing.assert_allclose(at(found, [1, 2, 3])[1], [5 / 90, *[5 / 90 + free * 3 / 60] * 2])
    assert at(found, [0.9, 1])[0].tolist() == [0, 10 / 90]


def test_bands_that_cannot_be_are_refused():
    for starts, ends, events, censored, told in [
        ([0, 2], [1, 3], [[0, 0]], [0, 0], "each begins"),
        ([1], [2], [[0]], [0], "each begins"),
        ([0], [1], [[float("nan")]], [0], "withheld"),
        ([0], [1], [[0]], [0, 0], "1 bands"),
    ]:
        with pytest.raises(ValueError, match=told):
            life_table(starts, ends, events, censored)
