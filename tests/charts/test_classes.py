"""Do the classes of a map hold what their ends say, whatever the values?"""

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from analysis.charts.classes import CLASSES, SAMPLE, SCHEMES, classify

NAN = float("nan")
FIGURES = st.floats(-1e6, 1e6, allow_nan=False).map(lambda value: round(value, 4))
VALUES = st.lists(st.one_of(FIGURES, st.just(NAN), st.just(0.0)), max_size=40)
quietly = settings(max_examples=60, deadline=None, derandomize=True)


def codes(values, scheme="natural_breaks"):
    return classify(np.array(values, dtype=float), scheme).codes.tolist()


@pytest.mark.parametrize(
    ("scheme", "expected"),
    [
        ("natural_breaks", [1, 1, 2, 3, 3, 4, 5, 5, 5, 5]),
        ("quantiles", [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]),
        ("equal_steps", [1, 1, 2, 2, 2, 3, 4, 4, 5, 5]),
    ],
)
def test_ten_values_classed_by_hand(scheme, expected):
    # Natural gaps after 2, 20, 31 and 50; steps of 20 from 1 to 101.
    values = {
        "natural_breaks": [1, 2, 20, 30, 31, 50, 98, 99, 100, 101],
        "quantiles": range(1, 11),
        "equal_steps": [1, 21, 22, 30, 41, 50, 70, 81, 82, 101],
    }
    assert codes(values[scheme], scheme) == expected


def test_zero_is_none_and_missing_is_not_known():
    assert codes([NAN, 0.0, -0.0, 3.0]) == [-1, 0, 0, 1]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("values", [[], [0.0, 0.0], [NAN], [NAN, 0.0]])
def test_nothing_to_class_has_no_classes(scheme, values):
    classed = classify(np.array(values), scheme)
    assert len(classed.lows) == len(classed.highs) == len(classed.counts) == 0
    assert set(classed.codes) <= {-1, 0}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_few_values_have_a_class_each(scheme):
    classed = classify(np.array([5.0, 1.0, 5.0, 3.0]), scheme)
    assert classed.codes.tolist() == [3, 1, 3, 2]
    assert classed.lows.tolist() == classed.highs.tolist() == [1.0, 3.0, 5.0]
    assert classed.counts.tolist() == [1, 1, 2]


def test_a_loss_is_classed_with_the_rest():
    assert codes([-2.0, -1.0, 0.0, 1.0]) == [1, 2, 0, 3]


def test_a_scheme_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="scheme is 'jenks'; it can be natural_breaks"):
        classify(np.array([1.0]), "jenks")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_many_values_are_classed_alike_every_time(scheme):
    values = np.random.default_rng(7).lognormal(size=8 * SAMPLE)
    first, again = classify(values, scheme), classify(values, scheme)
    assert all(np.array_equal(one, other) for one, other in zip(first, again, strict=True))
    assert first.highs[-1] == values.max()
    assert first.counts.sum() == len(values)


@quietly
@given(values=VALUES, scheme=st.sampled_from(SCHEMES))
@example(values=[1.0] * 30 + [2.0, 3.0, 4.0, 5.0, 6.0], scheme="quantiles")
@example(values=[0.001, 1e6, 1e6 - 1, 1e6 - 2, 1e6 - 3, 1e6 - 4], scheme="equal_steps")
def test_every_value_lies_in_its_class(values, scheme):
    figures = np.array(values, dtype=float)
    classed = classify(figures, scheme)
    assert len(classed.counts) <= CLASSES
    assert (classed.codes[np.isnan(figures)] == -1).all()
    assert (classed.codes[figures == 0] == 0).all()
    for value, code in zip(figures, classed.codes, strict=True):
        if code > 0:
            assert classed.lows[code - 1] <= value <= classed.highs[code - 1]
    held = [(classed.codes == code + 1).sum() for code in range(len(classed.counts))]
    assert classed.counts.tolist() == held
    assert sum(held) == (~np.isnan(figures) & (figures != 0)).sum()
    assert all(held)


@quietly
@given(values=VALUES, scheme=st.sampled_from(SCHEMES))
def test_more_is_never_in_a_lower_class(values, scheme):
    figures = np.array([value for value in values if value == value and value], dtype=float)
    classed = classify(np.sort(figures), scheme)
    assert (np.diff(classed.codes) >= 0).all()
    assert (classed.highs[:-1] < classed.lows[1:]).all()


@quietly
@given(values=VALUES, scheme=st.sampled_from(SCHEMES), seed=st.integers(0, 9))
def test_the_order_of_values_does_not_matter(values, scheme, seed):
    order = np.random.default_rng(seed).permutation(len(values))
    figures = np.array(values, dtype=float)
    assert classify(figures, scheme).codes[order].tolist() == classify(figures[order], scheme).codes.tolist()
