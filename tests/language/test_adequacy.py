"""Are physicians per 100,000 people of a language reckoned as the paper does, and which way do they move?"""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.language import adequacy

quietly = settings(max_examples=150, deadline=None, derandomize=True)
PHYSICIANS = st.integers(0, 500)
PEOPLE = st.integers(1, 10**6)
SHARES = st.floats(0.01, 1)


def test_eighty_for_a_hundred_thousand_are_eighty_and_at_a_fifth_of_patients_sixteen():
    assert adequacy.per_100k(80, 100_000) == 80
    assert adequacy.per_100k(80, 100_000, 0.2) == pytest.approx(16)
    assert adequacy.verdicts([80, 16]) == ["within", "below"]


def test_both_ends_of_the_yardstick_are_within():
    assert adequacy.verdicts([59.9, 60, 80, 80.1, np.nan]) == ["below", "within", "within", "above", "not known"]


def test_the_interval_turns_the_margin_of_people_round():
    found = adequacy.interval(10, 1000, 250)
    assert (found.value, found.low, found.high) == pytest.approx((1000, 800, 10 / 750 * 1e5))
    assert adequacy.interval(10, 100, 0) == (10_000, 10_000, 10_000)


def test_a_margin_down_to_nobody_has_no_high_end():
    assert adequacy.interval(10, 100, 100).high == np.inf
    assert adequacy.interval(10, 100, 147).high == np.inf


def test_nobody_to_care_for_has_no_rate():
    assert np.isnan(adequacy.interval(10, 0, 147)).all()
    assert np.isnan(adequacy.per_100k([1, 2], [0, 0])).all()
    assert np.isnan(adequacy.turning_share(0, 100))
    assert adequacy.needed(0) == 0


@pytest.mark.parametrize("share", [0, -0.1, 1.01, np.nan, [0.5, 0]])
def test_a_panel_share_is_over_nothing_and_up_to_all(share):
    for asked in (adequacy.per_100k, adequacy.interval):
        with pytest.raises(ValueError, match="panel_share is"):
            asked(*[1.0] * (2 if asked is adequacy.per_100k else 3), panel_share=share)
    with pytest.raises(ValueError, match="panel_share is"):
        adequacy.needed(1.0, panel_share=share)


@quietly
@given(physicians=st.integers(1, 500), people=PEOPLE, share=SHARES, other=SHARES)
def test_more_such_patients_are_more_care_and_need_fewer_physicians(physicians, people, share, other):
    low, high = sorted((share, other))
    assert adequacy.per_100k(physicians, people, low) <= adequacy.per_100k(physicians, people, high)
    assert adequacy.needed(people, panel_share=low) >= adequacy.needed(people, panel_share=high)


@quietly
@given(physicians=PHYSICIANS, people=PEOPLE, share=SHARES, times=st.integers(2, 50))
def test_twice_the_physicians_for_twice_the_people_are_the_same(physicians, people, share, times):
    once, more = (adequacy.per_100k(physicians * n, people * n, share) for n in (1, times))
    assert more == pytest.approx(once)
    assert adequacy.needed(people * times, panel_share=share) == pytest.approx(
        times * adequacy.needed(people, panel_share=share)
    )


@quietly
@given(people=PEOPLE, share=SHARES, rate=st.sampled_from([adequacy.LEAST, adequacy.ENOUGH]))
def test_as_many_as_are_needed_come_to_just_the_rate(people, share, rate):
    physicians = adequacy.needed(people, rate, share)
    assert adequacy.per_100k(physicians, people, share) == pytest.approx(rate)
    assert adequacy.turning_share(physicians, people, rate) == pytest.approx(share)


@quietly
@given(physicians=PHYSICIANS, people=PEOPLE, margin=st.integers(0, 10**6), share=SHARES)
def test_the_interval_holds_the_rate(physicians, people, margin, share):
    found = adequacy.interval(physicians, people, margin, share)
    assert found.low <= found.value <= found.high


@quietly
@given(rows=st.lists(st.tuples(PHYSICIANS, PEOPLE), min_size=1, max_size=9), share=SHARES)
def test_arrays_answer_as_plain_numbers_do(rows, share):
    physicians, people = (np.array(column) for column in zip(*rows, strict=True))
    expected = [count * share / of * 100_000 for count, of in rows]
    assert adequacy.per_100k(physicians, people, share).tolist() == pytest.approx(expected)
